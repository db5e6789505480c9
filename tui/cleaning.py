"""Text of scenarios and people as plain content, whatever shows it. No toolkit here."""

import re
from typing import Final

from simulator.scenario.characters import rejoined, shown

_CROWD: Final = re.compile(r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20f0]{4})[^\w\s]+")


def clean(text: str) -> str:
    """The text without anything that a terminal would obey, and without towers of accents."""
    return _CROWD.sub(r"\1", shown(text))


def unbroken(text: str) -> str:
    """The cleaned text with long lines joined that were broken to fit."""
    return rejoined(clean(text))
