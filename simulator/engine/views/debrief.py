"""What everybody is shown when the exercise is over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.engine.views.desk import DecisionView
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
    decisions: tuple[DecisionView, ...]
    assets: tuple[AssetView, ...]
    gauges: tuple[GaugeView, ...]
    history: tuple[Past, ...]
