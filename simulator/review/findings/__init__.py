"""What a session shows, as plain values in one language: what reports are made of. No logic here.

Times are whole seconds since STARTEX, moments of the real world milliseconds since 1970. `cites`
are the places, in the log of the take that is looked at, of the events behind a statement.
"""

from __future__ import annotations

from simulator.review.findings.basis import Cites, Element, Grade, Happened, Point
from simulator.review.findings.course import (
    ControlAct,
    Ghost,
    Lane,
    Mark,
    MselRow,
    Private,
    Series,
    Solved,
    TeamFound,
    TechniqueFound,
)
from simulator.review.findings.desks import (
    Bin,
    Calibration,
    ClockFound,
    DecisionFound,
    Knew,
    Load,
    ReportFound,
    RoleTimes,
    Unread,
    Workload,
)
from simulator.review.findings.evaluation import (
    Agreement,
    Dispute,
    MeasureFound,
    ObjectiveFound,
    Planned,
    Rated,
    SetAside,
    TaskFound,
)
from simulator.review.findings.whole import (
    Feedback,
    Findings,
    Integrity,
    Observation,
    Overview,
    Participant,
    Removed,
    Returned,
    Statement,
)

__all__ = [
    "Agreement",
    "Bin",
    "Calibration",
    "Cites",
    "ClockFound",
    "ControlAct",
    "DecisionFound",
    "Dispute",
    "Element",
    "Feedback",
    "Findings",
    "Ghost",
    "Grade",
    "Happened",
    "Integrity",
    "Knew",
    "Lane",
    "Load",
    "Mark",
    "MeasureFound",
    "MselRow",
    "ObjectiveFound",
    "Observation",
    "Overview",
    "Participant",
    "Planned",
    "Point",
    "Private",
    "Rated",
    "Removed",
    "ReportFound",
    "Returned",
    "RoleTimes",
    "Series",
    "SetAside",
    "Solved",
    "Statement",
    "TaskFound",
    "TeamFound",
    "TechniqueFound",
    "Unread",
    "Workload",
]
