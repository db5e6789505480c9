"""Finding words however they are written: case and accents count for nothing. No drawing."""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import normalize

_ACCENTS: Final = re.compile("[\u0300-\u036f]")


def folded(text: str) -> str:
    """The text as it is compared."""
    low = text.casefold()
    return low if low.isascii() else _ACCENTS.sub("", normalize("NFD", low))


def spans(text: str, sought: str) -> Iterator[tuple[int, int]]:
    """From where to where in the text the folded `sought` stands."""
    if not sought or sought not in folded(text):
        return
    compared, places = _placed(text)
    at = compared.find(sought)
    while at >= 0:
        end = at + len(sought)
        yield places[at], places[end - 1] + 1
        at = compared.find(sought, end)


def _placed(text: str) -> tuple[str, list[int]]:
    """The folded text, and where each of its letters was in the text."""
    letters = [folded(letter) for letter in text]
    places = [place for place, letter in enumerate(letters) for _ in letter]
    return "".join(letters), places
