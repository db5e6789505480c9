"""How objectives were met: computed, rated by people, and what stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.review.findings.basis import Cites, Element, Grade


@dataclass(frozen=True, slots=True)
class Rated:
    """One evaluator's rating of an objective, or of one of its tasks."""

    by: str
    """The evaluator's name."""
    grade: Grade
    """The rating."""
    text: str
    """What they observed, in their own words."""
    at: int
    """The second at which the team's clock stood then."""
    take: int = 1
    """The number of the take in which it was given."""
    back: int | None = None
    """The earliest second to which control went back between that take and the one that is told
    of; none where it is the same one."""
    counts: bool = True
    """Whether it counts here: false where it tells of what control went back behind."""
    informed: bool = False
    """Whether whoever gave it could see others' ratings: control can always, evaluators once
    control has opened them."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A rating that control has set in place of all others."""

    by: str
    """Who set it."""
    grade: Grade
    """The rating that stands since."""
    why: str
    """Their reason."""
    take: int = 1
    """The number of the take in which it was set."""
    back: int | None = None
    """As of a rating."""
    counts: bool = True
    """As of a rating."""


@dataclass(frozen=True, slots=True)
class MeasureFound:
    """A measure of an objective, and whether it was met."""

    id: str
    """`objective/number`, from 0."""
    title: str
    """What is measured, in words."""
    kind: str
    """What it asks: done, reported, keep or never."""
    worth: int
    """The points that it brings where it is met."""
    met: bool
    """Whether it was met when the take was left."""
    at: int | None
    """The second at which that was settled; none where it never was."""
    cites: Cites
    """The events that settled it, and what it was asked by."""


@dataclass(frozen=True, slots=True)
class TaskFound:
    """A critical task: what was computed of its measures, what evaluators rated, what stands."""

    id: str
    """Its id in the scenario, empty for the measures that belong to no task."""
    title: str
    """What has to be done, in words."""
    computed: Grade
    """The rating by the share of points that its measures brought."""
    points: int
    """The points that its measures brought."""
    of: int
    """The points that they could have brought."""
    measures: tuple[MeasureFound, ...]
    """Its measures."""
    ratings: tuple[Rated, ...]
    """What evaluators rated."""
    stands: Grade
    """The rating that counts: the worst of the evaluators', or else the computed one."""
    by: Literal["evaluators", "computed"]
    """Whose rating stands."""


@dataclass(frozen=True, slots=True)
class ObjectiveFound:
    """An objective, how far it was met, and how that was settled."""

    id: str
    """Its id in the scenario."""
    title: str
    """What was to be reached, in words."""
    capability: str
    """The core capability that it exercises, empty for none."""
    computed: Grade
    """The rating by the share of points that its measures brought."""
    points: int
    """The points that its measures brought."""
    of: int
    """The points that they could have brought."""
    tasks: tuple[TaskFound, ...]
    """Its critical tasks; measures that belong to none are in one without an id."""
    ratings: tuple[Rated, ...]
    """What evaluators rated of the objective as a whole."""
    set_aside: SetAside | None
    """The rating that control has set in place of all others."""
    stands: Grade
    """The rating that counts."""
    by: Literal["override", "evaluators", "tasks", "computed", "nothing"]
    """Which rule made the rating that stands; by nothing where there are no measures and nobody
    has rated it, and it then says nothing."""
    cites: Cites
    """The events behind it."""
    evidence: bool = True
    """False where nothing that its measures ask about could come true in this take."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """What evaluators have rated differently."""

    objective: str
    """The id of the objective."""
    task: str
    """The id of the critical task, empty where the objective as a whole is disputed."""
    title: str
    """What is disputed, in words."""
    ratings: tuple[Rated, ...]
    """What each of them rated."""
    apart: int
    """By how many grades the best and the worst differ."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two evaluators agree."""

    raters: tuple[str, str]
    """Their names."""
    items: int
    """How many objectives and tasks both have rated before either could see others' ratings; the
    other numbers are of these."""
    same: int
    """How many of these they gave the same grade."""
    kappa: float | None
    """Cohen's kappa: 1 where they always agree, 0 where no more often than by chance; none where
    it is not defined."""
    weighted: float | None
    """The same with linear weights: a grade apart counts as two thirds agreed, two
    apart as one third."""
    informed: int = 0
    """How many more both have rated, where one of them could see others' ratings."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A row of the improvement plan."""

    id: str
    """Its number in the session."""
    issue: str
    """What was found to be wanting."""
    capability: str
    """The core capability, empty for none."""
    element: Element
    """The capability element that the action belongs to."""
    action: str
    """The corrective action."""
    owner: str
    """Who answers for it."""
    starts: str
    """The day on which it begins, as 2030-06-01; empty for none."""
    due: str
    """The day by which it is done, as 2030-07-01; empty for none."""
    check: str
    """What closes it in the next run: the id of a measure (`objective/number`), or the name of a
    scenario test; empty for none."""
    check_in_words: str
    """The same in words."""
    closed: bool | None
    """Whether the check was met; none where nothing was asked yet, or nothing can be said."""
    by: str
    """Who wrote the row."""
    cites: Cites
    """The events behind the issue, in the log of its team."""
    team: str = ""
    """The id of the team that it came of, empty for all of them."""
    why: str = ""
    """In a sentence, why it is closed, or not, or why nothing can be said."""
