"""How objectives were met: computed, rated by people, and what stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.review.findings.basis import Cites, Element, Grade


@dataclass(frozen=True, slots=True)
class Rated:
    """One evaluator's rating of an objective, or of one of its tasks."""

    by: str
    grade: Grade
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """A rating that stands in place of all others, and why."""

    by: str
    grade: Grade
    why: str


@dataclass(frozen=True, slots=True)
class MeasureFound:
    """`kind` is done, reported, keep or never; `at` the second at which it was decided."""

    id: str
    title: str
    kind: str
    worth: int
    met: bool
    at: int | None
    cites: Cites


@dataclass(frozen=True, slots=True)
class TaskFound:
    """A critical task: what was computed of its measures, what evaluators rated, what stands."""

    id: str
    title: str
    computed: Grade
    points: int
    of: int
    measures: tuple[MeasureFound, ...]
    ratings: tuple[Rated, ...]
    stands: Grade
    by: Literal["evaluators", "computed"]


@dataclass(frozen=True, slots=True)
class ObjectiveFound:
    """`by` says which rule made the rating that `stands`; it is nothing where there are no measures
    and nobody has rated it, and the rating then says nothing."""

    id: str
    title: str
    capability: str
    computed: Grade
    points: int
    of: int
    tasks: tuple[TaskFound, ...]
    ratings: tuple[Rated, ...]
    set_aside: SetAside | None
    stands: Grade
    by: Literal["override", "evaluators", "tasks", "computed", "nothing"]
    cites: Cites
    evidence: bool = True
    """False where nothing that its measures ask about could come true in this take."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """Evaluators rate it differently, by `apart` grades at most."""

    objective: str
    task: str
    title: str
    ratings: tuple[Rated, ...]
    apart: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of two evaluators over the `items` that both have rated. `kappa` is Cohen's, None where it
    is not defined; `weighted` the same with linear weights."""

    raters: tuple[str, str]
    items: int
    same: int
    kappa: float | None
    weighted: float | None


@dataclass(frozen=True, slots=True)
class Planned:
    """A row of the improvement plan. `check` closes it in the next run: the id of a measure
    (`objective/number`) or the name of a scenario test; `closed` says whether it did, None where
    nothing was asked yet or nothing can be said, and `why` says it in a sentence. `cites` are of
    the log of `team`."""

    id: str
    issue: str
    capability: str
    element: Element
    action: str
    owner: str
    starts: str
    due: str
    check: str
    check_in_words: str
    closed: bool | None
    by: str
    cites: Cites
    team: str = ""
    why: str = ""
