"""What points are made of, and how much each kind of them weighs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, NamedTuple

from simulator.authoring.printing.figures import hours
from simulator.engine.titles import Titles
from simulator.review.findings import (
    Cites,
    ClockFound,
    DecisionFound,
    ObjectiveFound,
    Observation,
    ReportFound,
    Series,
    Unread,
)
from simulator.review.recorded import Take
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Part
from simulator.speech import many


class Kind(IntEnum):
    """What is told, and what it weighs: what stands before what."""

    URGENT = 1000
    EVALUATOR = 500
    MEASURE = 400
    LIMIT = 390
    CLOCK = 300
    MISSED = 290
    DECISION = 280
    STEP = 200
    SERVICE = 190
    UNREAD = 150
    REPORT = 140


class Said(NamedTuple):
    """A strength, where it is `good`, or an area for improvement. `more` is its weight among those
    of its kind, 0 to 9."""

    good: bool
    kind: Kind
    words: str
    objective: str
    cites: Cites
    more: int = 0


@dataclass(frozen=True, slots=True)
class Grounds:
    """What was found in one take of a team; `observations` are those about this team."""

    take: Take
    language: str
    objectives: tuple[ObjectiveFound, ...]
    decisions: tuple[DecisionFound, ...]
    clocks: tuple[ClockFound, ...]
    reports: tuple[ReportFound, ...]
    unread: tuple[Unread, ...]
    series: tuple[Series, ...]
    observations: tuple[Observation, ...]

    @property
    def titles(self) -> Titles:
        return Titles(self.take.scenario, self.language, self.take.run.state.orders)


def trained_by(scenario: Scenario) -> dict[tuple[str, str], str]:
    """The first objective whose measures ask about a thing, by the thing's kind and id:
    `("report", "warning")`."""
    found: dict[tuple[str, str], str] = {}
    for name, objective in scenario.objectives.items():
        for _, measure in objective.every_measure():
            for thing in _named(measure):
                found.setdefault(thing, name)
    return found


def looked_after(grounds: Grounds) -> set[tuple[str, str]]:
    """The things that measures ask about and of which all of these were met."""
    met = {
        it.id: it.met for one in grounds.objectives for task in one.tasks for it in task.measures
    }
    good, bad = set[tuple[str, str]](), set[tuple[str, str]]()
    for name, objective in grounds.take.scenario.objectives.items():
        for number, (_, measure) in enumerate(objective.every_measure()):
            (good if met.get(f"{name}/{number}") else bad).update(_named(measure))
    return good - bad


KINDS: Final = {
    "decision": "decision", "report": "report", "reported": "report", "asset": "asset",
    "step": "step", "gauge": "gauge",
}  # fmt: skip
"""Keys of the format that name things, with the kind of thing."""


def _named(part: object) -> Iterator[tuple[str, str]]:
    if isinstance(part, tuple):
        for each in part:
            yield from _named(each)
    elif isinstance(part, Part):
        for key in type(part).model_fields:
            value = getattr(part, key)
            if isinstance(value, str) and key in KINDS:
                yield KINDS[key], value
            else:
                yield from _named(value)


def lasting(language: str, seconds: int) -> str:
    """`4 hours 30 minutes`, and below a minute in seconds."""
    if seconds < 60:
        return many(language, "{number} second", "{number} seconds", seconds)
    return hours(language, seconds)
