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
    """A point or a stretch on a role's line; a point ends where it begins. `kind` is inject,
    decision, missed, order, report, message, step, service or limit."""

    at: int
    end: int
    kind: str
    words: str
    cites: Cites


@dataclass(frozen=True, slots=True)
class Lane:
    """A role, the adversary or the world over the time of the exercise."""

    role: str
    title: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Ghost:
    """What really happened in history, at its own distance from the beginning; `moment` is its
    date and time as written, `sources` where it is known from."""

    at: int
    moment: str
    what: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """How a service or a gauge ran: straight between its `points` (second, value), in `unit`. Of a
    gauge that people were shown something else of, `shown` is that."""

    id: str
    kind: Literal["service", "gauge"]
    title: str
    unit: str
    low: float
    high: float
    points: tuple[tuple[int, float], ...]
    shown: tuple[tuple[int, float], ...]
    lowest: float
    at_end: float
    normal: tuple[float | None, float | None]
    cites: Cites


@dataclass(frozen=True, slots=True)
class MselRow:
    """An inject as it was played. `status` is sent, skipped, withdrawn, held or not sent; `hand`
    is whether control wrote or changed it."""

    number: int
    inject: str
    title: str
    planned: int | None
    actual: int | None
    channel: str
    sender: str
    to: str
    expected: str
    objective: str
    status: str
    read_by: str
    hand: bool
    remarks: str
    cites: Cites


@dataclass(frozen=True, slots=True)
class TechniqueFound:
    """An ATT&CK technique of the adversary's steps that began. `best` is how far any came:
    began, stopped, failed or succeeded; `seen` when defenders first saw it."""

    id: str
    name: str
    steps: tuple[str, ...]
    began: int
    best: str
    seen: int | None
    cites: Cites


@dataclass(frozen=True, slots=True)
class ControlAct:
    """Something that control did to the plot or the world, and why."""

    at: int
    by: str
    words: str
    cites: Cites


@dataclass(frozen=True, slots=True)
class Solved:
    """How a contest went for a team."""

    challenge: str
    title: str
    points: int
    solved: int | None
    by: str
    tried: int
    hints: int
    cites: Cites


@dataclass(frozen=True, slots=True)
class TeamFound:
    """Everything about one take of one team."""

    team: str
    title: str
    take: int
    takes: tuple[tuple[int, int, int, str], ...]
    """Of each take: its number, the second it began from, the one it reached, and why control
    went back from the one before."""
    side: str
    until: int
    over: bool
    outcome: str
    outcome_text: str
    events: int
    objectives: tuple[ObjectiveFound, ...]
    disputes: tuple[Dispute, ...]
    agreements: tuple[Agreement, ...]
    strengths: tuple[Point, ...]
    areas: tuple[Point, ...]
    decisions: tuple[DecisionFound, ...]
    clocks: tuple[ClockFound, ...]
    reports: tuple[ReportFound, ...]
    times: tuple[RoleTimes, ...]
    workload: tuple[Workload, ...]
    calibration: tuple[Calibration, ...]
    unread: tuple[Unread, ...]
    lanes: tuple[Lane, ...]
    series: tuple[Series, ...]
    msel: tuple[MselRow, ...]
    techniques: tuple[TechniqueFound, ...]
    control: tuple[ControlAct, ...]
    contest: tuple[Solved, ...]
    course: tuple[Happened, ...]
    """What happened in its large steps."""
    cited: tuple[Happened, ...]
    """Every event that anything above names, in order."""
