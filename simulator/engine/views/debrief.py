"""What everybody is shown when the exercise is over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.engine.views.desk import DecisionView, LogLine
from simulator.engine.views.world import AssetView, GaugeView


@dataclass(frozen=True, slots=True)
class MeasureView:
    title: str
    points: int
    worth: int
    met: bool


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    id: str
    title: str
    rating: Literal["P", "S", "M", "U"]
    points: int
    of: int
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Something that another role knew when this one decided, and this one did not."""

    role: str
    at: int
    words: str


@dataclass(frozen=True, slots=True)
class Decided:
    """One of the role's own decisions, what followed from it, and what others knew then."""

    decision: DecisionView
    led_to: tuple[LogLine, ...]
    others_knew: tuple[Elsewhere, ...]
    at: int | None = None
    """When it was taken or missed; None where it was open to the end."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A report as the role sent it last: the labels of the fields that were right in it, of those
    that were wrong, and of what is wanted and was left out."""

    title: str
    at: int
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """What really happened, at its own distance from the real beginning (seconds since start)."""

    at: int
    what: str


@dataclass(frozen=True, slots=True)
class Debrief:
    """Shown when the exercise is over: nothing is hidden any more."""

    outcome: str
    text: str
    objectives: tuple[ObjectiveView, ...]
    decisions: tuple[Decided, ...]
    assets: tuple[AssetView, ...]
    gauges: tuple[GaugeView, ...]
    history: tuple[Past, ...]
    course: tuple[LogLine, ...] = ()
    """What happened here, in its large steps: to be laid beside the history."""
    reports: tuple[Reported, ...] = ()
