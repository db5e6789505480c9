"""Kulla's own words in the reader's language: gettext catalogues. It knows no scenario.

English stands in the code and is the key; `locale/` holds the other languages. docs/translating.md
says how to add one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from gettext import NullTranslations, translation
from importlib.resources import as_file, files
from typing import Final, Protocol, runtime_checkable

LANGUAGES: Final = ("en", "sq")
"""English, which every other language falls back to, and those that have a catalogue."""


@runtime_checkable
class Tellable(Protocol):
    """What reads differently in each language, such as a text of a scenario."""

    def into(self, language: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Saying:
    """English with names in braces and what stands for them; it waits for its reader."""

    text: str
    given: Mapping[str, object] = field(default_factory=dict)

    def into(self, language: str) -> str:
        return say(language, self.text, **self.given)


@cache
def catalogue(language: str) -> NullTranslations:
    """The words of this language; English where there are none."""
    with as_file(files(__package__) / "locale") as folder:
        return translation("kulla", folder, [language], fallback=True)


def say(language: str, text: str, /, **given: object) -> str:
    """The English `text` in this language, with what is given in place of the names in braces."""
    return _filled(language, catalogue(language).gettext(text) if text else "", given)


def many(language: str, one: str, more: str, number: int, /, **given: object) -> str:
    """The form of the words that goes with the number, which is filled in as `{number}`."""
    told = catalogue(language).ngettext(one, more, number)
    return _filled(language, told, {"number": number, **given})


def mark(text: str) -> str:
    """The text as it is: it is said in the reader's language where it is used."""
    return text


def _filled(language: str, told: str, given: Mapping[str, object]) -> str:
    if not given:
        return told
    return told.format_map({name: _word(language, thing) for name, thing in given.items()})


def _word(language: str, thing: object) -> object:
    # Most are plain, and it takes long to find out that they have no `into`.
    if isinstance(thing, str | int):
        return thing
    return thing.into(language) if isinstance(thing, Tellable) else thing
