"""What is the same of every tutorial: when a step is done, and which comes next. No drawing."""

from collections.abc import Callable, Sequence, Set
from typing import NamedTuple, Protocol

from simulator.engine.views import RoleView

Waits = Callable[[RoleView, RoleView, Set[str]], bool]
"""Whether it is done, from a view before and after, and what was done between them by name."""


class AnyStep(Protocol):
    """A step of a tutorial: its name, and what it waits for."""

    @property
    def id(self) -> str: ...

    @property
    def done(self) -> Waits: ...


class Moment(NamedTuple):
    """A view before and after, and what was done between them by name."""

    before: RoleView
    after: RoleView
    acts: Set[str]


def gone_on(
    steps: Sequence[AnyStep], at: int, known: Set[str], moment: Moment
) -> tuple[int, frozenset[str]]:
    """Which step one is at once this has happened, and all that are done: behind a step that is
    done comes the next that is not. `known` were done before."""
    new = {one.id for one in steps if one.done(*moment)}
    done = frozenset(known | new)
    if steps[at].id not in new:
        return at, done
    later = range(at + 1, len(steps))
    return next(place for place in later if steps[place].id not in done), done


def turned(steps: Sequence[AnyStep], at: int, by: int) -> int:
    """So many steps on, or back; there is none before the first and behind the last."""
    return max(0, min(len(steps) - 1, at + by))


def has_read(before: RoleView, after: RoleView, acts: Set[str]) -> bool:
    unread = {item.key for item in before.inbox if not item.read}
    return any(item.read and item.key in unread for item in after.inbox)


def has_answered(before: RoleView, after: RoleView, acts: Set[str]) -> bool:
    waiting = {decision.id for decision in before.decisions if decision.phase == "open"}
    return any(one.phase == "taken" and one.id in waiting for one in after.decisions)


def has_ordered(before: RoleView, after: RoleView, acts: Set[str]) -> bool:
    return len(after.orders) > len(before.orders)


def never(before: RoleView, after: RoleView, acts: Set[str]) -> bool:
    return False


def something_unread(view: RoleView) -> bool:
    return any(not item.read for item in view.inbox)


def something_asked(view: RoleView) -> bool:
    return any(decision.phase == "open" for decision in view.decisions)
