"""How long people need: to read what they are sent, and to make up their mind. Real seconds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from simulator.scenario.injects import Body, Decision, Inject
from simulator.scenario.parts import Loc, ways
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Part, Text

WORDS_A_MINUTE: Final = 200
"""Adults read 200 to 250 words of plain prose a minute; on a screen, with care, rather 200."""

THINKING: Final = 20
"""Seconds for each option: to weigh it, and a word with a colleague about it."""

WRITING: Final = 60
"""Seconds for an answer in one's own words."""

_TEXTS: Final = frozenset({Text})


def texts_in(part: object) -> list[tuple[Loc, Text]]:
    """Every text in a part of a scenario with its place, plain ones too."""
    found: list[tuple[Loc, Text]] = []
    _gather(part, (), found)
    return found


def _gather(part: Any, loc: Loc, found: list[tuple[Loc, Text]]) -> None:
    kind: type = type(part)
    if kind is Text:
        found.append((loc, part))
    elif kind is tuple:
        for number, inner in enumerate(part):
            _gather(inner, (*loc, number), found)
    elif kind is dict:
        for key, inner in part.items():
            _gather(inner, (*loc, key), found)
    elif isinstance(part, Part):
        given = part.model_fields_set
        for name, key, leaf in ways(kind, _TEXTS):
            if name in given and (inner := getattr(part, name)):
                if leaf:
                    found.append(((*loc, key), inner))
                else:
                    _gather(inner, (*loc, key), found)


def languages(scenario: Scenario) -> tuple[str, ...]:
    """The languages that the scenario's title is written in, its own first."""
    spoken = (scenario.language, *scenario.title.languages())
    return tuple(dict.fromkeys(filter(None, spoken)))


def to_read(texts: Iterable[Text | None], language: str) -> float:
    """Seconds to read all of these."""
    total = sum(len(text.into(language).split()) for text in texts if text)
    return 60 * total / WORDS_A_MINUTE


def to_read_inject(body: Body, language: str) -> float:
    """Seconds to read what the reader sees of it, without its question."""
    told = [body.subject, body.text, *(attached.text for attached in body.attachments)]
    return to_read(told, language)


def to_decide(asked: Decision, language: str) -> float:
    """Seconds from reading the question to an answer."""
    shown = [text for option in asked.options for text in (option.label, option.about)]
    thinking = THINKING * len(asked.options) + WRITING * asked.free_text
    return to_read([asked.ask, *shown], language) + thinking


def to_answer(inject: Inject, language: str) -> float:
    """Seconds from opening an inject to answering what it asks."""
    deciding = to_decide(inject.decision, language) if inject.decision else 0
    return to_read_inject(inject, language) + deciding


def real(scenario: Scenario, seconds: float) -> float:
    """Exercise seconds as a player's clock shows them while the exercise runs at its pace."""
    return seconds / scenario.pace


def spoken(seconds: float) -> str:
    """Real time in few words."""
    if seconds < 180:
        return f"{seconds:.0f} seconds"
    return f"{seconds / 60:.0f} minutes"
