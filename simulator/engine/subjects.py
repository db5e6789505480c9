"""What the parts of a plot are about: the assets and the adversary's steps that they name. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from simulator.engine import events as e
from simulator.scenario.checks_names import NAMES_ASSETS
from simulator.scenario.conditions import StepIs
from simulator.scenario.effects import StepEffect
from simulator.scenario.injects import Inject
from simulator.scenario.parts import every
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Part, Text
from simulator.scenario.words import names_in

Subjects = frozenset[tuple[str, str]]
"""Pairs of `asset` or `step`, and an id."""

_NAMING: Final = frozenset({Text, StepIs, StepEffect, *NAMES_ASSETS})


def of_inject(scenario: Scenario, name: str) -> Subjects:
    """What an inject and its decision are about; a detection, also about the step it is of."""
    # What control has written in one run is not what another run finds under this name.
    key, inject = ("subjects", name), scenario.inject[name]
    found: tuple[Inject, Subjects] | None = scenario.memo.get(key)
    if found is None or found[0] is not inject:
        found = scenario.memo[key] = inject, frozenset(_of_inject(scenario, inject))
    return found[1]


def of_event(scenario: Scenario, event: Any) -> Subjects:
    """What something that happened is about."""
    if isinstance(event, e.InjectSent):
        return of_inject(scenario, event.inject)
    names = [getattr(event, "asset", None), *getattr(event, "assets", ())]
    names += getattr(event, "footholds", ())
    about = {("asset", name) for name in names if name}
    if isinstance(event, e.StepSeen):
        about |= {("step", event.step)} | _of_step(scenario, event.step)
    return frozenset(about)


def _of_inject(scenario: Scenario, inject: Inject) -> Iterator[tuple[str, str]]:
    yield from _named_in(inject)
    for step in scenario.step.values():
        if step.seen and step.seen.inject == inject.id:
            yield "step", step.id
            yield from _of_step(scenario, step.id)


def _of_step(scenario: Scenario, step: str) -> set[tuple[str, str]]:
    return {("asset", name) for name in scenario.step[step].assets()}


def _named_in(part: Part) -> Iterator[tuple[str, str]]:
    for kind, places in every(_NAMING, part).items():
        for _, found in places:
            if kind is Text:
                heads = (name.split(".") for name in names_in(found))
                yield from (("asset", head[1]) for head in heads if head[0] == "asset")
            elif kind in (StepIs, StepEffect):
                yield "step", found.step
            else:
                for field in NAMES_ASSETS[kind]:
                    named = getattr(found, field)
                    assets = named if isinstance(named, tuple) else (named,)
                    yield from (("asset", asset) for asset in assets if asset)
