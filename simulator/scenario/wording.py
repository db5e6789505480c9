"""How what an author wrote is told back to them, and which word they may have meant."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, Final

_LONGEST: Final = 60
_MANY: Final = 100
_OTHER_WORDS: Final = {
    "and": ("all",), "body": ("text",), "change": ("add",), "condition": ("when",),
    "deadline": ("due",), "delta": ("add",), "description": ("about",), "effect": ("then",),
    "effects": ("then",), "greater_than": ("above",), "if": ("when",), "isolate": ("set",),
    "less_than": ("below",), "max": ("at_most",), "message": ("text",), "min": ("at_least",),
    "name": ("title", "label"), "option": ("chose",), "or": ("any",), "question": ("ask",),
    "recipient": ("to",), "recipients": ("to",), "sender": ("from",), "state": ("is",),
    "status": ("is",), "subject": ("title",), "text": ("label",), "time": ("at", "within"),
    "timeout": ("due",), "title": ("label",), "trigger": ("when",), "type": ("channel", "kind"),
}  # fmt: skip
"""What other formats say, or plain English does, and the words for it here."""


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
            text = re.sub(r"[ \t\n]+", " ", value)
            return f"'{text}'" if len(text) <= _LONGEST else f"'{text[:_LONGEST]}…'"
        case list() | tuple():
            return "a list"
        case _:
            return "a map"


def nearest(word: str, known: Iterable[str]) -> str:
    """`"; did you mean 'x'?"`, or nothing when no known word is close."""
    close = closest(word, frozenset(known))
    return f"; did you mean '{close}'?{_foreign(word)}" if close else ""


def _foreign(word: str) -> str:
    """Which letter of a word only looks like one of ours."""
    for letter in word:
        name = unicodedata.name(letter, "LATIN")
        if not letter.isascii() and not name.startswith("LATIN"):
            return f" (its '{letter}' is a {name.lower()})"
    return ""


def closest(word: str, known: frozenset[str]) -> str:
    """The known word that was probably meant, or an empty one."""
    if len(word) > _LONGEST:
        return ""
    for other in _OTHER_WORDS.get(word.casefold(), ()):
        if other in known:
            return other
    small, (words, plain) = word.casefold(), _in_order(known)
    if len(words) > _MANY:  # those that begin alike
        here = bisect(words, small)
        words = words[max(0, here - _MANY // 2) : here + _MANY // 2]
    close = get_close_matches(small, words, n=1, cutoff=0.62)
    return plain[close[0]] if close else ""


@lru_cache(maxsize=16)
def _in_order(known: frozenset[str]) -> tuple[list[str], dict[str, str]]:
    """These words in small letters and in order, and what each of them is."""
    plain = {one.casefold(): one for one in sorted(known)}
    return sorted(plain), plain
