"""What an evaluator rates, and the seat from which they do. No drawing."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol, runtime_checkable

from simulator.session.acts import AnyAct


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

    def do(self, act: AnyAct, said: str) -> None:
        """Ask the session for it; `said` is what to say once it is done. Raises Refused where
        nothing can be asked any more."""


def rated(seat: Evaluating, objectives: tuple[str, ...]) -> Iterator[Rated]:
    """Each objective by its title, and after it its tasks."""
    for number, title in enumerate(objectives, 1):
        yield Rated(str(number), "", title)
        for task, said in enumerate(next(iter(seat.tasks[number - 1 : number]), ()), 1):
            yield Rated(str(number), str(task), said)
