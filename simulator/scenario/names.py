"""What the `${…}` names of a scenario stand for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Text

MOMENTS: Final = ("time", "date")
LIVE: Final = {"asset": ("service", "intact"), "gauge": ("value",)}
TITLED: Final = {"role": "roles", "asset": "assets", "gauge": "gauges"}


def known_names(scenario: Scenario) -> Iterator[str]:
    """Every name that a text of this scenario may use."""
    yield from MOMENTS
    if scenario.adversary:
        yield "adversary"
    yield from (f"name.{name}" for name in scenario.names)
    yield from (f"team.{name}" for name in scenario.team)
    yield from (f"decision.{name}" for name in scenario.decision)
    for kind, table in TITLED.items():
        for name in getattr(scenario, table):
            yield f"{kind}.{name}"
            yield from (f"{kind}.{name}.{live}" for live in LIVE.get(kind, ()))


def static_text(scenario: Scenario, name: str, language: str) -> str:
    """What a name that is not live stands for; the name itself where nothing does."""
    kind, _, rest = name.partition(".")
    text: Text | None = None
    if name == "adversary" and scenario.adversary:
        text = scenario.adversary.name
    elif kind == "name":
        text = scenario.names.get(rest)
    elif kind == "team" and rest in scenario.team:
        text = scenario.team[rest][1].title
    elif kind in TITLED:
        part = getattr(scenario, TITLED[kind]).get(rest)
        text = part.title if part else None
    return text.into(language) if text else rest or name
