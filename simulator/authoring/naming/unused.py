"""Names that their author gave and never used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from simulator.authoring.logic.uses import Uses
from simulator.scenario import Scenario
from simulator.scenario.finding import Finding


def unused(scenario: Scenario, uses: Uses) -> Iterator[Finding]:
    yield from _facts(scenario, uses)
    yield from _sources(scenario)
    yield from _from_injects(scenario)
    for name in scenario.names:
        if f"name.{name}" not in uses.named:
            sentence = f"no text says ${{name.{name}}}; use it, or delete it"
            yield Finding(("names", name), "R15", sentence, key=True)
    for name, capability in scenario.capabilities.items():
        if not (capability.then or capability.otherwise or uses.spoken_of("capability", name)):
            sentence = "this changes nothing and nothing asks for it; use it, or delete it"
            yield Finding(("capabilities", name), "R16", sentence, key=True)
    named = {challenge.category for challenge in scenario.challenge.values()}
    for name in scenario.contest.categories if scenario.contest else ():
        if name not in named:
            sentence = "no challenge stands in this category; give it some, or delete it"
            yield Finding(("contest", "categories", name), "R21", sentence, key=True)
    for name, gauge in scenario.gauges.items():
        if not (gauge.drifts or gauge.process or ("gauge", name) in uses.changed):
            sentence = "nothing ever moves this gauge; give it drifts or effects, or delete it"
            yield Finding(("gauges", name), "R17", sentence, key=True)


def _facts(scenario: Scenario, uses: Uses) -> Iterator[Finding]:
    """A fact that tells the review what it is about need not be asked for."""
    for name, fact in scenario.facts.items():
        if ("fact", name) not in uses.changed:
            sentence = "nothing ever sets this fact; let an effect set it, or delete it"
            yield Finding(("facts", name), "R11", sentence, key=True)
        elif ("fact", name) not in uses.asked and not fact.about:
            sentence = "nothing ever asks for this fact; ask for it, say what it is 'about', or not"
            yield Finding(("facts", name), "R10", sentence, key=True)


def _sources(scenario: Scenario) -> Iterator[Finding]:
    citing: tuple[Any, ...] = (
        *scenario.injects, *scenario.step.values(), *scenario.actions.values(), *scenario.history
    )  # fmt: skip
    cited = {source for part in citing for source in part.cites}
    for name in scenario.sources:
        if name not in cited:
            sentence = "nothing cites this source; name it under 'cites', or delete it"
            yield Finding(("sources", name), "R12", sentence, key=True)


def _from_injects(scenario: Scenario) -> Iterator[Finding]:
    """What only injects name."""
    told = {inject.storyline for inject in scenario.injects}
    for name in scenario.storylines:
        if name not in told:
            sentence = "no inject belongs to this storyline; name it in some, or delete it"
            yield Finding(("storylines", name), "R13", sentence, key=True)
    if any(inject.objective for inject in scenario.injects):
        served = {name for inject in scenario.injects for name in inject.objective}
        for name in scenario.objectives:
            if name not in served:
                sentence = "other objectives are named by injects, this by none; name it in some"
                yield Finding(("objectives", name), "R14", sentence, key=True)
    liked = {inject.like for inject in scenario.injects}
    for name in scenario.templates:
        if name not in liked:
            sentence = "no inject is 'like' this; use it, or delete it"
            yield Finding(("templates", name), "R20", sentence, key=True)
