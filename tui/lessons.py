"""What is the same of every tutorial: when a step is done, and which comes next. No drawing."""

from collections.abc import Callable, Sequence, Set
from typing import Final, NamedTuple, Protocol

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


def taken_up(steps: Sequence[AnyStep], view: RoleView) -> tuple[int, frozenset[str]]:
    """Which step one is at who comes to this view in the middle of an exercise, and all that are
    done: those before what can be seen to be done, too. Where nothing was read and nothing written
    down, at most a bot has been here, and it is taught from the beginning."""
    if not (_somebody_read(view) or _somebody_noted(view)):
        return 0, frozenset()
    seen = [at for at, one in enumerate(steps) if one.done in SEEN and SEEN[one.done](view)]
    at = max(seen, default=-1) + 1
    return at, frozenset(one.id for one in steps[:at])


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


def has_noted(before: RoleView, after: RoleView, acts: Set[str]) -> bool:
    return any(line.kind == "note" and line.mine for line in after.log[len(before.log) :])


def never(before: RoleView, after: RoleView, acts: Set[str]) -> bool:
    return False


def something_unread(view: RoleView) -> bool:
    return any(not item.read for item in view.inbox)


def something_asked(view: RoleView) -> bool:
    return any(decision.phase == "open" for decision in view.decisions)


def _somebody_read(view: RoleView) -> bool:
    return any(item.read for item in view.inbox)


def _somebody_noted(view: RoleView) -> bool:
    return any(line.kind == "note" and line.mine for line in view.log)


def _somebody_answered(view: RoleView) -> bool:
    return any(decision.phase == "taken" for decision in view.decisions)


SEEN: Final[dict[Waits, Callable[[RoleView], bool]]] = {
    has_read: _somebody_read,
    has_answered: _somebody_answered,
    has_ordered: lambda view: bool(view.orders),
    has_noted: _somebody_noted,
}
"""By what a step waits for, whether the exercise itself shows that it was done before."""
