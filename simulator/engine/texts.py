"""Texts as people read them: `${…}` names replaced, the live ones as they stood when sent. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from simulator.engine.state import State
from simulator.scenario.names import static_text
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Text
from simulator.scenario.words import NAME


def live_values(
    scenario: Scenario, state: State, now: int, inject: str
) -> tuple[tuple[str, str], ...]:
    """The values of the inject's live names at this moment, to be kept with its sending."""
    names = scenario.live_names.get(inject)
    return values_of(state, now, names) if names else ()


def values_of(state: State, now: int, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The values of these live names at this moment."""
    return tuple((name, _value(state, now, name)) for name in names)


def _value(state: State, now: int, name: str) -> str:
    kind, _, rest = name.partition(".")
    if kind == "asset":
        asset, _, what = rest.partition(".")
        found = state.assets[asset]
        return f"{found.service / 10:.0f}" if what == "service" else str(found.intact)
    if kind == "gauge":
        return _reading(state, now, rest.partition(".")[0])
    decision = state.decisions.get(rest)
    return (decision.option or "") if decision else ""


def _reading(state: State, now: int, gauge: str) -> str:
    """A physical gauge is told as it is read."""
    physics = state.physics.get(gauge)
    if physics is None:
        return f"{state.gauges[gauge].at(now) / 1000:.0f}"
    if physics.shown is None:
        return "–"
    read = physics.shown.at(now) / 1000
    return f"{round(read, 2 if abs(read) < 10 else 1):g}"


def own_words(scenario: Scenario, text: Text, at: int) -> str:
    """The text in the scenario's own language, as it stands in events."""
    return told(scenario, text.into(scenario.language), at, {}, scenario.language)


@dataclass(frozen=True, slots=True)
class Words:
    """A text as it reads at this second; it waits for its reader."""

    scenario: Scenario = field(repr=False, compare=False)
    text: Text
    at: int

    def into(self, language: str) -> str:
        return told(self.scenario, self.text.into(language), self.at, {}, language)


@dataclass(frozen=True, slots=True)
class Listed:
    """Several of them, one after the other."""

    texts: tuple[Words, ...]

    def into(self, language: str) -> str:
        return ", ".join(text.into(language) for text in self.texts)


MOMENTS: Final = {"time": "%H:%M", "date": "%Y-%m-%d"}
"""Names that are read off the clock, unless their value is given."""


def told(scenario: Scenario, text: str, at: int, values: Mapping[str, str], language: str) -> str:
    """The text as it reads in `language`, sent at `at` with these live values."""
    if "${" not in text:
        return text
    moment = scenario.start + timedelta(seconds=at)

    def named(name: str) -> str:
        if name in MOMENTS:
            return values.get(name) or f"{moment:{MOMENTS[name]}}"
        if name.startswith("decision."):
            option = scenario.option(name.partition(".")[2], values.get(name, ""))
            return option.label.into(language) if option else "–"
        return values.get(name) or static_text(scenario, name, language)

    return NAME.sub(lambda found: named(found[1]), text)
