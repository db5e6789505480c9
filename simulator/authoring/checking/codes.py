"""Every code that an author can meet: its family, its weight, and what it means in a few words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple

from simulator.authoring import attack, logic, naming, quality, trying
from simulator.scenario.finding import CHECK_CODES
from simulator.scenario.folder import FOLDER_CODES
from simulator.scenario.mistakes import MODEL_CODES
from simulator.scenario.problem import READING_CODES

Family = Literal["form", "references", "logic", "quality"]
Weight = Literal["mistake", "warning", "advice"]

MISTAKES: Final = (READING_CODES, FOLDER_CODES, MODEL_CODES, CHECK_CODES, trying.CODES)
"""What keeps a scenario, or a test of it, from being played."""
FOUND: Final = (naming.CODES, attack.CODES, logic.CODES, quality.CODES)
"""What is found in a scenario that can be played."""
UNUSED_IGNORE: Final = "X01"
_OWN: Final = {UNUSED_IGNORE: "a 'kulla: ignore' that ignores nothing"}

_FAMILIES: Final[dict[str, Family]] = {"R": "references", "L": "logic", "Q": "quality"}
_ADVICE: Final = "QT"


class Code(NamedTuple):
    """`words` end a sentence that begins with "this is about"."""

    code: str
    family: Family
    weight: Weight
    words: str


def _codes() -> Iterator[Code]:
    for table in MISTAKES:
        yield from _of(table, "mistake")
    for table in (*FOUND, _OWN):
        for code, words in table.items():
            yield from _of({code: words}, "advice" if code[0] in _ADVICE else "warning")


def _of(table: Mapping[str, str], weight: Weight) -> Iterator[Code]:
    for code, words in table.items():
        yield Code(code, _FAMILIES.get(code[0], "form"), weight, words)


CODES: Final[dict[str, Code]] = {code.code: code for code in sorted(_codes())}


def needs_play(code: str) -> bool:
    """Whether only runs show what this code is about."""
    return "Q40" <= code <= "Q99"


def chosen(words: str) -> frozenset[str]:
    """The codes that `L31,Q0` means: each word is a code or the beginning of several.

    Raises LookupError with the word that begins no code.
    """
    found: set[str] = set()
    for word in filter(None, (word.strip().upper() for word in words.split(","))):
        meant = {code for code in CODES if code.startswith(word)}
        if not meant:
            raise LookupError(word)
        found |= meant
    return frozenset(found)
