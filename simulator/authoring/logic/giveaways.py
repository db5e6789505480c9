"""Answers to challenges that stand where they should be found out: in titles, forms, hints and
solutions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from simulator.scenario import Scenario
from simulator.scenario.contest import Challenge
from simulator.scenario.finding import Finding
from simulator.scenario.hashing import is_right
from simulator.scenario.parts import Loc
from simulator.scenario.values import Text

MOST: Final = 30
"""So many words of a text are tried at most, for each takes some 2 ms an answer."""

LONGEST: Final = 60
"""A text of more letters is no answer as a whole."""

_QUOTED: Final = re.compile(r"[`“\"«„]([^`”\"»“\n]{1,60})[`”\"»“]")
_ODD: Final = re.compile(r"(?=.{4})(?:.*[0-9_@{}/\\:]|..*[A-Z])")
"""What is no plain word and no small number: only these are tried, or what is quoted."""
_AROUND: Final = ".,;:!?()[]„“”\"'`«»…"


def in_giveaways(scenario: Scenario) -> Iterator[Finding]:
    """A finding at each text beside a challenge in which its answer stands."""
    for name, challenge in scenario.challenge.items():
        for loc, text in _beside(challenge):
            if any(is_right(word, challenge.answers) for word in _tried(text)):
                place: Loc = ("contest", "challenges", name, *loc)
                yield Finding(place, "L48", "the answer itself stands here; take it out")


def _beside(challenge: Challenge) -> Iterator[tuple[Loc, Text]]:
    for key in ("title", "form", "solution"):
        if text := getattr(challenge, key):
            yield (key,), text
    for number, hint in enumerate(challenge.hints):
        yield ("hints", number, "text"), hint.text


def _tried(text: Text) -> list[str]:
    """All of it, what is quoted in it, and its odd words; each once."""
    found: dict[str, None] = {}
    for _, said in text.words:
        odd = (word.strip(_AROUND) for word in said.split() if _ODD.match(word.strip(_AROUND)))
        whole = [said.strip()] if len(said) <= LONGEST else []
        found |= dict.fromkeys([*whole, *_QUOTED.findall(said), *odd])
    return [*found][:MOST]
