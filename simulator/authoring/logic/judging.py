"""Objectives whose verdict is certain, and ends that can't come or are not told."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from simulator.authoring.logic.asking import Asked
from simulator.authoring.logic.conditions import Judge
from simulator.authoring.logic.terms import every, term
from simulator.authoring.logic.unfolding import Unfolding
from simulator.scenario.conditions import Condition
from simulator.scenario.evaluation import AnyMeasure, Done, Keep, Never, Objective, Reported
from simulator.scenario.finding import Finding
from simulator.scenario.parts import Loc


def in_judging(world: Unfolding) -> Iterator[Finding]:
    named = {name for inject in world.scenario.injects for name in inject.objective}
    for name, objective in world.scenario.objectives.items():
        loc = ("objectives", name)
        if not objective.every_measure() and name not in named:
            sentence = "nothing shows whether this is met; give it measures, or let injects name it"
            yield Finding(loc, "L43", sentence, key=True)
        for place, measure in _measures(objective, loc):
            yield from _measure(world, measure, place)
    yield from _outcomes(world)


def _measures(objective: Objective, loc: Loc) -> Iterator[tuple[Loc, AnyMeasure]]:
    for number, measure in enumerate(objective.measures):
        yield (*loc, "measures", number), measure
    for task, one in objective.tasks.items():
        for number, measure in enumerate(one.measures):
            yield (*loc, "tasks", task, "measures", number), measure


def _measure(world: Unfolding, measure: AnyMeasure, loc: Loc) -> Iterator[Finding]:
    fate, key = _fate(world, measure), next(k for k in ("done", "reported", "keep", "never")
                                            if hasattr(measure, k))  # fmt: skip
    if fate:
        sentence = f"this is {fate}, whatever happens; measure something that play can change"
        yield Finding((*loc, key), "L44", sentence, key=True)
    if isinstance(measure, Done | Reported) and (measure.within or 0) > world.scenario.length:
        sentence = "the exercise is over by then; shorten it"
        yield Finding((*loc, "within"), "L53", sentence)
    if isinstance(measure, Done | Reported) and measure.since:
        yield from Judge(world, Asked((*loc, "since"), measure.since, "since")).found()


def _first(world: Unfolding, condition: Condition, so: bool = True) -> float:
    return world.earliest(term(world.scenario, condition, so))


def _fate(world: Unfolding, measure: AnyMeasure) -> str:
    """What is certain of it; nothing where play decides."""
    match measure:
        case Done():
            first, never = _first(world, measure.done), _first(world, measure.done, False)
            return _raced(first, measure) or ("always met" if never == inf else "")
        case Reported():
            first = world.values(("report", measure.reported, "sent")).get(True, inf)
            return _raced(first, measure)
        case Keep():
            if _first(world, measure.keep) == inf:
                return "never met" if measure.share or measure.at else ""
            return "always met" if _first(world, measure.keep, False) == inf else ""
        case Never():
            if _first(world, measure.never) == inf:
                return "always met"
            return "never met" if _first(world, measure.never, False) == inf else ""


def _raced(first: float, measure: Done | Reported) -> str:
    late = measure.since is None and measure.within is not None and first > measure.within
    return "never met" if first == inf or late else ""


def _outcomes(world: Unfolding) -> Iterator[Finding]:
    outcomes, certain = world.scenario.outcomes, ""
    for name, outcome in outcomes.items():
        loc = ("outcomes", name)
        if True in world.values(("ended", name)):
            pass
        elif outcome.when and _first(world, outcome.when) == inf:
            sentence = "it never ends so: this condition never holds; let it come about"
            yield Finding((*loc, "when"), "L45", sentence)
        elif certain and not outcome.ends:
            sentence = f"'{certain}' above always holds, so this is never told; put it first"
            yield Finding(loc, "L45", sentence, key=True)
        if not certain and (not outcome.when or _first(world, outcome.when, False) == inf):
            certain = name
    if outcomes and not certain and not _one_holds(world):
        sentence = "it may end without any of these; let the last one have no 'when'"
        yield Finding(("outcomes",), "L46", sentence, key=True)


def _one_holds(world: Unfolding) -> bool:
    """Whether at any moment at least one of them holds."""
    scenario = world.scenario
    denied = [term(scenario, outcome.when, False) for outcome in scenario.outcomes.values()]
    return world.earliest(every(denied)) == inf
