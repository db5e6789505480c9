"""Texts of which some depends on a moment that nobody knows yet. Pure."""

from __future__ import annotations

from typing import Final

from simulator.engine.texts import MOMENTS
from simulator.engine.titles import Titles
from simulator.scenario.values import Text
from simulator.scenario.words import is_live, names_in

BLANK: Final = "______"


def with_blanks(titles: Titles, text: Text | None) -> str:
    """The text with its names filled in; what hangs on the moment is left to be written in."""
    if text is None:
        return ""
    left = (name for name in names_in(text) if is_live(name) or name in MOMENTS)
    return titles.words(text, values=tuple((name, BLANK) for name in left))
