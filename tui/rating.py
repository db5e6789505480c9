"""What an evaluator rates, and the seat from which they do. No drawing."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol, runtime_checkable

from simulator.engine.views import RoleView
from simulator.session.acts import AnyAct
from simulator.session.peers import PeerRow


class Rated(NamedTuple):
    """An objective or one of its critical tasks (`task` is empty for the objective itself). No role
    is told what they are called in the scenario: the host knows their numbers."""

    objective: str
    task: str
    title: str


@runtime_checkable
class Evaluating(Protocol):
    """A seat at a host, which may be an evaluator's."""

    @property
    def evaluates(self) -> bool: ...

    @property
    def team(self) -> str: ...

    @property
    def tasks(self) -> tuple[tuple[str, ...], ...]:
        """The critical tasks of each objective, in the order of the objectives."""

    @property
    def peers(self) -> tuple[PeerRow, ...]:
        """What everybody rated, once control has opened the ratings."""

    def do(self, act: AnyAct, said: str) -> None:
        """Ask the session for it; `said` is what to say once it is done. Raises Refused where
        nothing can be asked any more."""


def opened(seat: object, before: RoleView, after: RoleView) -> bool:
    """Whether control has opened the ratings to this seat between these views: only then comes
    what was computed."""
    if not (isinstance(seat, Evaluating) and seat.evaluates):
        return False
    computed = [bool(view.debrief and view.debrief.objectives) for view in (before, after)]
    return computed == [False, True]


def by_all(seat: Evaluating) -> dict[tuple[str, str], str]:
    """What everybody rated of each objective and task, by their numbers: `S Eva, M Ola`."""
    told: dict[tuple[str, str], list[str]] = {}
    for it in seat.peers:
        item = str(it.objective), str(it.task or "")
        told.setdefault(item, []).append(f"{it.grade} {it.by}")
    return {item: ", ".join(given) for item, given in told.items()}


def rated(seat: Evaluating, objectives: tuple[str, ...]) -> Iterator[Rated]:
    """Each objective by its title, and after it its tasks."""
    for number, title in enumerate(objectives, 1):
        yield Rated(str(number), "", title)
        for task, said in enumerate(next(iter(seat.tasks[number - 1 : number]), ()), 1):
            yield Rated(str(number), str(task), said)
