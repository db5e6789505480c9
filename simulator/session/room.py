"""What control sees of a session: teams and their clocks, people and their seats. No logic here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from simulator.engine.views.comparing import Standing
from simulator.session.acts import DutyName, Element, Grade
from simulator.session.grants import Part
from simulator.session.scores import PersonScore

PANEL: Final = "panel"
OVER: Final = "over"
"""Under which names the panel of a team, and what a role is shown, stand beside a room."""


@dataclass(frozen=True, slots=True)
class TeamRow:
    """`stands` is waiting, running, paused, held, over, frozen or no-duff; `now` and `end` in
    exercise seconds. `holds` are the seconds at which its clock will pause by itself."""

    name: str
    now: int
    pace: float
    stands: str
    why: str
    take: int = 1
    end: int = 0
    holds: tuple[int, ...] = ()
    phase: str = ""
    """The discussion that is open, or the title of the last inject that was sent."""
    met: int = 0
    failed: int = 0
    measures: int = 0
    """How many measures are met, failed, and how many there are."""
    points: int = 0
    of: int = 0
    service: int = 1000
    """Of the asset of any class whose service is lowest, in tenths of a per cent."""
    lowest: str = ""
    """The title of that asset."""
    last_act: int | None = None
    """The second at which one of the team's people last asked for anything."""
    proposals: int = 0
    """Proposals of its people that wait for a ruling."""


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A role of a team: whether people are in it, and how many of them are connected."""

    team: str
    role: str
    title: str
    staffed: bool
    people: int


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody's seat, or an invitation that nobody has taken up. `last` is when they last asked
    for anything, in UTC milliseconds, 0 for never."""

    grant: str
    part: Part
    team: str
    role: str
    name: str
    state: str
    last: int


@dataclass(frozen=True, slots=True)
class NoteRow:
    """An observation. `at` is a second of the team's `take`, `utc` milliseconds since 1970;
    `evidence` are places in the log of that take."""

    id: int
    team: str
    take: int
    at: int
    utc: int
    grant: str
    by: str
    objective: str
    role: str
    text: str
    marks: tuple[str, ...]
    evidence: tuple[int, ...]


class Judged:
    """What was said of a team at second `at` of a take, from which control may have gone `back`."""

    __slots__ = ()
    at: int
    back: int | None

    @property
    def counts(self) -> bool:
        """Whether what it tells of still is what was played."""
        return self.back is None or self.at < self.back


@dataclass(frozen=True, slots=True)
class RatingRow(Judged):
    """One evaluator's rating of an objective or of one of its tasks, given at second `at` of a
    `take`. `back` is the earliest second to which control went back since; `informed` says that
    whoever gave it could see what others had rated, and what was computed."""

    objective: str
    team: str
    grant: str
    by: str
    grade: Grade
    text: str
    at: int
    task: str = ""
    take: int = 1
    back: int | None = None
    informed: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """Of all with the same one the last takes the place of those before."""
        return self.grant, self.objective, self.task, self.team


@dataclass(frozen=True, slots=True)
class SetAsideRow(Judged):
    """A rating of an objective that control has set in place of all others, and why."""

    objective: str
    team: str
    grant: str
    by: str
    grade: Grade
    why: str
    at: int
    take: int = 1
    back: int | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """As of a rating."""
        return self.objective, self.team


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of the improvement plan, and who wrote it last. `evidence` are places in the log of
    the team's `take`; `team` is empty, and `take` 0, where it is about all of several."""

    id: str
    team: str
    take: int
    grant: str
    by: str
    issue: str
    capability: str
    element: Element
    action: str
    owner: str
    starts: str
    due: str
    check: str
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """A participant's feedback: statements with 1 to 5, questions with what they wrote. Who didn't
    want to be named has no grant, name, team and role."""

    grant: str
    by: str
    team: str
    role: str
    scores: tuple[tuple[str, int], ...]
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DutyRow:
    """Whose a duty is; empty where it is everybody's."""

    duty: DutyName
    grant: str
    by: str


@dataclass(frozen=True, slots=True)
class NoDuffRow:
    """A real emergency, called by `by`. The seats `lifted_by` have said that it is over; `wanted`
    is how many have to."""

    by: str
    why: str
    utc: int
    lifted_by: tuple[str, ...]
    wanted: int


@dataclass(frozen=True, slots=True)
class EndRow:
    """ENDEX was asked for by one controller, and waits for another."""

    team: str
    grant: str
    by: str


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A team in a contest as it really stands; `last` is when it solved last, `tried` counts wrong
    answers."""

    rank: int
    team: str
    points: int
    solved: int
    firsts: int
    last: int | None
    tried: int
    hints: int


@dataclass(frozen=True, slots=True)
class SolveRow:
    """Who solved what, at which second of that team, after how many wrong answers; `first` where no
    team was faster."""

    team: str
    person: str
    challenge: str
    at: int
    tried: int
    first: bool


@dataclass(frozen=True, slots=True)
class FlagRow:
    """A challenge with what became of it in all teams together; `boards` counts those on whose
    board it lies."""

    id: str
    title: str
    category: str
    points: int
    worth: int
    boards: int
    solves: int
    tried: int
    hints: int
    solution: str


@dataclass(frozen=True, slots=True)
class Room:
    """`host` is writing, full or failed; `alarms` are for control to look into. `watched` is the
    team whose panel this seat is shown, and `over` the role whose screen it looks at."""

    scenario: str
    title: str
    start: str
    length: int
    session: str
    host: str
    teams: tuple[TeamRow, ...]
    seats: tuple[SeatRow, ...]
    people: tuple[PersonRow, ...]
    alarms: tuple[str, ...]
    notes: tuple[NoteRow, ...] = ()
    ratings: tuple[RatingRow, ...] = ()
    set_aside: tuple[SetAsideRow, ...] = ()
    revealed: tuple[str, ...] = ()
    """The teams whose evaluators are shown each other's ratings."""
    plan: tuple[PlanRow, ...] = ()
    feedback: tuple[FeedbackRow, ...] = ()
    duties: tuple[DutyRow, ...] = ()
    no_duff: NoDuffRow | None = None
    ending: tuple[EndRow, ...] = ()
    objectives: tuple[tuple[str, str], ...] = ()
    """Ids and titles."""
    storylines: tuple[tuple[str, str], ...] = ()
    watched: str = ""
    over: str = ""
    contest: str = ""
    """The title of the contest; empty where there is none."""
    frozen: bool = False
    """Whether those who play are shown an earlier state of it."""
    scores: tuple[ScoreRow, ...] = ()
    solvers: tuple[PersonScore, ...] = ()
    """The best of them."""
    solves: tuple[SolveRow, ...] = ()
    """The newest, the oldest of them first."""
    flags: tuple[FlagRow, ...] = ()
    standings: tuple[Standing, ...] = ()
    """All teams side by side, in the same order."""
