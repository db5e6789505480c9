"""How what an author wrote is told back to them, and which word they may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, Final

_LONGEST: Final = 60


def in_words(value: Any) -> str:
    """A value in so few words that a sentence can hold it."""
    match value:
        case None:
            return "nothing"
        case bool():
            return str(value).lower()
        case int() | float():
            return str(value)
        case str():
            text = " ".join(value.split())
            return f"'{text}'" if len(text) <= _LONGEST else f"'{text[:_LONGEST]}…'"
        case list() | tuple():
            return "a list"
        case _:
            return "a map"


def nearest(word: str, known: Iterable[str]) -> str:
    """`"; did you mean 'x'?"`, or nothing when no known word is close."""
    close = closest(word, frozenset(known))
    return f"; did you mean '{close}'?" if close else ""


@lru_cache(maxsize=4096)
def closest(word: str, known: frozenset[str]) -> str:
    """The known word that was probably meant, or an empty one."""
    if len(word) > _LONGEST:
        return ""
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.6)), "")
