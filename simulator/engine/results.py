"""Points and ratings of objectives from the state of their measures. Pure."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from simulator.engine.state import MeasureState, State
from simulator.scenario.evaluation import Done, Keep, Never, Reported
from simulator.scenario.scenario import Scenario

Rating = Literal["P", "S", "M", "U"]
AnyMeasure = Done | Reported | Keep | Never

SHARES: Final[tuple[tuple[float, Rating], ...]] = ((0.9, "P"), (0.65, "S"), (0.35, "M"), (0.0, "U"))
"""HSEEP's four ratings by the share of points: performed without challenges, with some, with
major ones, unable to be performed. The limits are ours."""


class MeasureResult(NamedTuple):
    task: str
    measure: AnyMeasure
    met: bool


class ObjectiveResult(NamedTuple):
    id: str
    rating: Rating
    points: int
    of: int
    measures: tuple[MeasureResult, ...]


def results(scenario: Scenario, state: State, now: int) -> tuple[ObjectiveResult, ...]:
    """How every objective stands at `now`; at the end, its result."""
    return tuple(_objective(scenario, state, now, name) for name in scenario.objectives)


class Tally(NamedTuple):
    """How many measures are met and how many can't be any more, and the points for them."""

    met: int
    failed: int
    measures: int
    points: int
    of: int


def tally(scenario: Scenario, state: State, now: int) -> Tally:
    """All objectives in one line."""
    found = results(scenario, state, now)
    return Tally(
        met=sum(measured.met for result in found for measured in result.measures),
        failed=sum(measure.now == "failed" for measure in state.measures.values()),
        measures=len(state.measures),
        points=sum(result.points for result in found),
        of=sum(result.of for result in found),
    )


def _objective(scenario: Scenario, state: State, now: int, name: str) -> ObjectiveResult:
    pairs = scenario.objectives[name].every_measure()
    measured = tuple(
        MeasureResult(task, measure, met(measure, state.measures[f"{name}/{number}"], now))
        for number, (task, measure) in enumerate(pairs)
    )
    of = sum(result.measure.worth for result in measured)
    points = sum(result.measure.worth for result in measured if result.met)
    return ObjectiveResult(name, rating(points, of), points, of, measured)


def met(measure: AnyMeasure, state: MeasureState, now: int) -> bool:
    """Whether the measure is met as things stand at `now` (seconds since STARTEX)."""
    match measure:
        case Never():
            return state.now != "failed"
        case Keep(at="end"):
            return state.now == "holds"
        case Keep():
            held = state.held + (now - state.since if state.now == "holds" else 0)
            return held >= measure.share * now
        case _:
            return state.now == "met"


def rating(points: int, of: int) -> Rating:
    share = points / of if of else 1.0
    return next(letter for least, letter in SHARES if share >= least)
