"""What an objective can still be judged by, as a run stands. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from simulator.engine.results import AnyMeasure
from simulator.engine.state import State
from simulator.scenario import conditions as c
from simulator.scenario.effects import FactEffect
from simulator.scenario.evaluation import Done, Keep, Never
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Part

ANYTHING: Final = "*"
"""Stands, among the injects that bring something about, for all that is no inject."""


def has_evidence(scenario: Scenario, state: State, objective: str) -> bool:
    """Whether what one of the objective's measures asks about can have come true.

    It can't have where an inject was not sent, where a decision was not asked or was withdrawn,
    and where a fact is false that nothing but such injects sets. Of what hangs on these in other
    ways nothing is said: whoever is told that the evidence is gone can rely on it.
    """
    measures = scenario.objectives[objective].every_measure()
    return any(_decidable(scenario, state, measure) for _, measure in measures)


def _decidable(scenario: Scenario, state: State, measure: AnyMeasure) -> bool:
    match measure:
        case Done():
            return _possible(scenario, state, measure.done)
        case Keep():
            return _possible(scenario, state, measure.keep)
        case Never():
            return _possible(scenario, state, measure.never)
        case _:
            return True


def _possible(scenario: Scenario, state: State, condition: c.Condition) -> bool:
    match condition:
        case c.All():
            return all(_possible(scenario, state, part) for part in condition.all)
        case c.Any_():
            return any(_possible(scenario, state, part) for part in condition.any)
        case c.InjectIs(state="sent" | "read"):
            return state.injects[condition.inject].sent > 0
        case c.DecisionIs():
            asked = state.decisions.get(condition.decision)
            return asked is not None and asked.phase != "withdrawn"
        case c.FactIs():
            return state.facts[condition.fact] or _could_be_set(scenario, state, condition.fact)
        case _:
            return True


def _could_be_set(scenario: Scenario, state: State, fact: str) -> bool:
    by = _setters(scenario).get(fact, ())
    return any(name == ANYTHING or state.injects[name].sent > 0 for name in by)


def _setters(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """By fact, the injects that set it themselves, by a variant or by an option."""
    found: dict[str, tuple[str, ...]] | None = scenario.memo.get("setters")
    if found is None:
        found = {}
        for name, part in _parts(scenario):
            owned = part if name == "injects" else (part,)
            for one in owned:
                by = one.id if name == "injects" else ANYTHING
                for fact in _facts_set(one):
                    found[fact] = (*found.get(fact, ()), by)
        scenario.memo["setters"] = found
    return found


def _parts(part: Part) -> Iterator[tuple[str, Any]]:
    """The fields that the author fills; going through the model gives what was cached, too."""
    return ((name, getattr(part, name)) for name in type(part).model_fields)


def _facts_set(part: Any) -> Iterator[str]:
    if isinstance(part, FactEffect):
        if part.set:
            yield part.fact
    elif isinstance(part, Part):
        for _, below in _parts(part):
            yield from _facts_set(below)
    elif isinstance(part, dict):
        for below in part.values():
            yield from _facts_set(below)
    elif type(part) is tuple:
        for below in part:
            yield from _facts_set(below)
