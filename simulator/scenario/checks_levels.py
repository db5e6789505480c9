"""Checks of noise: injects that some levels of difficulty leave out, and on which nothing hangs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.scenario.conditions import InjectIs
from simulator.scenario.effects import InjectEffect
from simulator.scenario.finding import Finding
from simulator.scenario.parts import Loc, every
from simulator.scenario.scenario import Scenario

_NAMING: Final = frozenset({InjectIs, InjectEffect})


def weighty_noise(scenario: Scenario) -> Iterator[Finding]:
    """Noise that does or asks something, or that what is no noise waits for, sends or mends."""
    noise = {inject.id for inject in scenario.injects if inject.noise}
    if not noise:
        return
    for number, inject in enumerate(scenario.injects):
        loc = ("injects", number)
        if inject.noise:
            acts = inject.then or any(variant.then for variant in inject.variants)
            if inject.decision or acts:
                what = "asks" if inject.decision else "does"
                sentence = f"noise, which some levels leave out, {what} nothing; mark it no noise"
                yield Finding((*loc, "noise"), "L23", sentence)
            continue
        for key in ("after", "corrects"):
            if (named := getattr(inject, key)) in noise:
                yield _hanging((*loc, key), named)
    yield from _named(scenario, noise)


def _named(scenario: Scenario, noise: set[str]) -> Iterator[Finding]:
    parts = every(_NAMING, scenario)
    sent = [(loc, part) for loc, part in parts[InjectEffect] if part.do == "send"]
    for loc, part in parts[InjectIs] + sent:
        if part.inject in noise and not _within_noise(scenario, loc):
            yield _hanging((*loc, "inject"), part.inject)
    for number, step in enumerate(scenario.adversary.steps if scenario.adversary else ()):
        if step.seen and step.seen.inject in noise:
            yield _hanging(("adversary", "steps", number, "seen", "inject"), step.seen.inject)


def _within_noise(scenario: Scenario, loc: Loc) -> bool:
    where, at = loc[:2]
    if where == "templates":
        return scenario.templates[str(at)].noise
    return where == "injects" and isinstance(at, int) and scenario.injects[at].noise


def _hanging(loc: Loc, name: str) -> Finding:
    sentence = f"'{name}' is noise, which some levels leave out, so nothing can hang on it"
    return Finding(loc, "L23", sentence)
