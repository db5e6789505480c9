"""The `${…}` names that a text may use: what they mean, and which of them are live."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from simulator.scenario.values import Part, Text

if TYPE_CHECKING:
    from simulator.scenario.injects import Inject
    from simulator.scenario.scenario import Scenario

NAME: Final = re.compile(r"\$\{([^{}$]*)\}")
MOMENTS: Final = ("time", "date")
LIVE: Final = {"asset": ("service", "intact"), "gauge": ("value",)}
TITLED: Final = {"role": "roles", "asset": "assets", "gauge": "gauges"}


def texts_of(part: object) -> Iterator[Text]:
    """Every text in a part of a scenario, however deep."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, Part):
        for name in part.model_fields_set:
            yield from texts_of(getattr(part, name))
    elif isinstance(part, tuple):
        for item in part:
            yield from texts_of(item)
    elif isinstance(part, dict):
        for item in part.values():
            yield from texts_of(item)


def names_in(text: Text) -> Iterator[str]:
    for _, words in text.words:
        if "${" in words:
            yield from NAME.findall(words)


def live_names(inject: Inject) -> tuple[str, ...]:
    """The names in an inject's texts whose value depends on the moment."""
    names = (name for text in texts_of(inject) for name in names_in(text))
    return tuple(dict.fromkeys(name for name in names if is_live(name)))


def is_live(name: str) -> bool:
    return name.startswith("decision.") or name.count(".") > 1


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
