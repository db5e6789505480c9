"""From texts to lines of at most so many columns, cleaned, and broken between words."""

from collections.abc import Callable, Iterator
from typing import Final
from unicodedata import category, east_asian_width

from tui.cleaning import clean

WIDTH: Final = 100
NARROWEST: Final = 20
HANGING: Final = "  "
"""How much further in the second line of a paragraph begins, so that one sees where it does."""


def widest() -> int:
    """How wide a line is where nobody has a narrower terminal."""
    return WIDTH


class Paper:
    """What is still to be told, on lines of as many columns as `width` says."""

    def __init__(self, width: Callable[[], int] = widest) -> None:
        self.width = width
        self._lines: list[str] = []

    def tell(self, *texts: str) -> None:
        """Paragraphs, each beginning on a line of its own."""
        for text in texts:
            self._lines.extend(lines_of(text, self.width()))

    def told(self) -> list[str]:
        """The lines that are to be told, once; never two empty ones one after the other."""
        lines, self._lines = self._lines, []
        return [line for before, line in zip(["x", *lines], lines, strict=False) if line or before]


class Prose(str):
    """Text that somebody has written to be read: all of its lines begin alike."""

    __slots__ = ()


class Verbatim(str):
    """A line that stays as it is, however long: what stands in its columns would be lost."""

    __slots__ = ()


def lines_of(text: str, width: int = WIDTH) -> Iterator[str]:
    """The lines of a paragraph, or of several; what a line begins with is how far in it stands."""
    if isinstance(text, Verbatim):
        yield clean(text)
        return
    further = "" if isinstance(text, Prose) else HANGING
    for paragraph in clean(text).expandtabs(4).split("\n"):
        words = paragraph.lstrip(" ")
        inset = min(len(paragraph) - len(words), width // 2)
        yield from _wrapped(words.split(), " " * inset, further, width) if words else ("",)


def _wrapped(words: list[str], inset: str, further: str, width: int) -> Iterator[str]:
    line, used, begun = inset, len(inset), False
    inset += further
    for word in words:
        for piece in _pieces(word, width - len(inset)):
            cells = len(piece) if piece.isascii() else sum(map(_cells, piece))
            if begun and used + 1 + cells > width:
                yield line
                line, used, begun = inset, len(inset), False
            line += f" {piece}" if begun else piece
            used += cells + begun
            begun = True
    yield line


def _pieces(word: str, room: int) -> Iterator[str]:
    """The word, cut where it is longer than a line."""
    if len(word) <= room // 2:
        yield word
        return
    piece, used = "", 0
    for character in word:
        cells = _cells(character)
        if used + cells > room:
            yield piece
            piece, used = "", 0
        piece += character
        used += cells
    yield piece


def _cells(character: str) -> int:
    """How many columns a character takes."""
    if character.isascii():
        return 1
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
