"""What happened: lines of roles, curves, the MSEL as played, one team as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.review.findings.basis import Cites, Happened, Point
from simulator.review.findings.desks import (
    Calibration,
    ClockFound,
    DecisionFound,
    ReportFound,
    RoleTimes,
    Unread,
    Workload,
)
from simulator.review.findings.evaluation import Agreement, Dispute, ObjectiveFound


@dataclass(frozen=True, slots=True)
class Mark:
    """A point or a stretch on a line of the timeline."""

    at: int
    """The second at which it begins."""
    end: int
    """The second at which it ends; a point ends where it begins."""
    kind: str
    """Inject, decision, missed, order, report, message, step, service or limit."""
    words: str
    """What stands there."""
    cites: Cites
    """The events that it shows."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A role, the adversary or the services over the time of the exercise."""

    role: str
    """The id of the role; `adversary` and `world` for those."""
    title: str
    """Whose line it is, in words."""
    marks: tuple[Mark, ...]
    """What stands on it, in order."""


@dataclass(frozen=True, slots=True)
class Ghost:
    """What really happened in history."""

    at: int
    """Its own distance from the beginning, in seconds."""
    moment: str
    """Its date and time, as the scenario has it."""
    what: str
    """What happened."""
    sources: tuple[str, ...]
    """The ids of the sources that tell of it."""


@dataclass(frozen=True, slots=True)
class Series:
    """How a service or a gauge ran; straight between its points."""

    id: str
    """The id of the asset or gauge."""
    kind: Literal["service", "gauge"]
    """Services are in per cent of what they are when all is well."""
    title: str
    """What it is called."""
    unit: str
    """What its values are in, empty for none."""
    low: float
    """The lowest value that it can have."""
    high: float
    """The highest value that it can have."""
    points: tuple[tuple[int, float], ...]
    """Seconds and values."""
    shown: tuple[tuple[int, float], ...]
    """What people were shown in its place, where they were shown something else."""
    lowest: float
    """The lowest value that it came to."""
    at_end: float
    """Its value when the take was left."""
    normal: tuple[float | None, float | None]
    """Between which values it usually is; none for an end that is open."""
    cites: Cites
    """The events that changed it much."""
    defence: bool
    """Whether a service was lowest because defenders cut it off or switched it off, and the
    adversary hit no host of it."""


@dataclass(frozen=True, slots=True)
class MselRow:
    """An inject as it was played."""

    number: int
    """Its number in the master scenario events list."""
    inject: str
    """Its id in the scenario."""
    title: str
    """What it is about."""
    planned: int | None
    """The second that the scenario has for it; none where it waits for something to happen."""
    actual: int | None
    """The second at which it was sent first; none where it was not."""
    channel: str
    """How it came, in words."""
    sender: str
    """Whom it came from."""
    to: str
    """The roles that it was for, in words."""
    expected: str
    """What the author expects them to do."""
    objective: str
    """The objectives that it serves, in words."""
    status: str
    """Sent, skipped, withdrawn, held or not sent."""
    read_by: str
    """The roles whose people opened it, in words."""
    hand: bool
    """Whether control wrote or changed it."""
    remarks: str
    """What else there is to say of it: sent again, struck, why control changed it."""
    cites: Cites
    """The events that it brought, and those that changed it."""


@dataclass(frozen=True, slots=True)
class TechniqueFound:
    """An ATT&CK technique of the adversary's steps that began."""

    id: str
    """Its number, like T1486."""
    name: str
    """Its name in ATT&CK."""
    steps: tuple[str, ...]
    """The steps that used it, by their titles."""
    began: int
    """The second at which the first of them began."""
    best: str
    """How far any came: began, failed, held up, stopped or succeeded."""
    seen: int | None
    """The second at which defenders first saw one of them; none where they never did."""
    cites: Cites
    """The events of these steps."""


@dataclass(frozen=True, slots=True)
class ControlAct:
    """Something that control did to the plot or the world."""

    at: int
    """The second at which it was done."""
    by: str
    """Who of control did it; empty where the host did by itself, as when people come and go."""
    words: str
    """What was done, and why."""
    cites: Cites
    """Its event, and those in `led_to`."""
    led_to: tuple[Happened, ...] = ()
    """What came of it at once; the first few."""


@dataclass(frozen=True, slots=True)
class Private:
    """An event that holds what people wrote among themselves."""

    place: int
    """Where it stands in the log."""
    to: tuple[str, ...]
    """The ids of the roles that were told it; of a decision, nobody but who took it knows why."""
    words: str
    """What everybody else may read of it."""


@dataclass(frozen=True, slots=True)
class Solved:
    """A challenge of the contest, and how the team fared with it."""

    challenge: str
    """Its id in the scenario."""
    title: str
    """What it is called."""
    points: int
    """What it is worth, before hints are paid for."""
    solved: int | None
    """The second at which it was solved; none where it was not."""
    by: str
    """The name of who solved it, or the role's where nobody is named."""
    tried: int
    """How many wrong answers were given."""
    hints: int
    """How many hints were taken."""
    cites: Cites
    """The events of answers and hints."""


@dataclass(frozen=True, slots=True)
class TeamFound:
    """Everything about one take of one team."""

    team: str
    """The id of the team."""
    title: str
    """What it is called."""
    take: int
    """The number of the take that is told of here."""
    takes: tuple[tuple[int, int, int, str], ...]
    """Of each take: its number, the second it began from, the one it reached, and why control
    went back from the one before."""
    side: str
    """The id of the side that it plays, empty for none."""
    until: int
    """The second that it came to."""
    over: bool
    """Whether the exercise has ended for it."""
    outcome: str
    """How it ended, by the title of the outcome; empty for none."""
    outcome_text: str
    """The same, as the scenario tells it."""
    events: int
    """How many events the log of the take has."""
    objectives: tuple[ObjectiveFound, ...]
    """Every objective, and how it was met."""
    disputes: tuple[Dispute, ...]
    """What evaluators have rated differently."""
    agreements: tuple[Agreement, ...]
    """How far each two of them agree."""
    strengths: tuple[Point, ...]
    """What went well, the heaviest first."""
    areas: tuple[Point, ...]
    """What has to be better, the heaviest first."""
    decisions: tuple[DecisionFound, ...]
    """Every question that roles were asked, by when."""
    clocks: tuple[ClockFound, ...]
    """Every reporting clock that ran."""
    reports: tuple[ReportFound, ...]
    """Every report that was sent."""
    times: tuple[RoleTimes, ...]
    """How long each role took."""
    workload: tuple[Workload, ...]
    """What lay before each role over time."""
    calibration: tuple[Calibration, ...]
    """How sure roles, then people, were, and how right."""
    unread: tuple[Unread, ...]
    """What people did not open, or too late."""
    lanes: tuple[Lane, ...]
    """The lines of the timeline."""
    series: tuple[Series, ...]
    """How services and gauges ran."""
    msel: tuple[MselRow, ...]
    """Every inject, as it was played."""
    techniques: tuple[TechniqueFound, ...]
    """The ATT&CK techniques that were met, in the order of their first use."""
    control: tuple[ControlAct, ...]
    """What control did, oldest first."""
    contest: tuple[Solved, ...]
    """Every challenge of the contest."""
    course: tuple[Happened, ...]
    """What happened in its large steps."""
    cited: tuple[Happened, ...]
    """Every event that anything above names, in order."""
    private: tuple[Private, ...] = ()
    """Those of them that are not for everybody's eyes."""
