"""The line of a file that a problem is about, with a caret under the place."""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from simulator.scenario.characters import shown
from simulator.scenario.limits import USUAL
from simulator.scenario.problem import Problem
from simulator.scenario.text import decode

_WORD: Final = re.compile(r"[\w.*&-]+")
_TAB: Final = 4
_NARROWEST: Final = 20
_CUT: Final = "…"


class Excerpt(NamedTuple):
    """One line to be shown, and what stands under it; both begin behind the line's number."""

    number: str
    line: str
    carets: str


def excerpts(problems: Iterable[Problem], width: int) -> Iterator[tuple[Problem, Excerpt | None]]:
    """Each problem with its line in so many columns, where its file can be read."""
    for path, of_one in groupby(problems, lambda problem: problem.path):
        lines = _lines(path)
        for problem in of_one:
            known = problem.line <= len(lines)
            yield problem, _excerpt(problem, lines[problem.line - 1], width) if known else None


def _excerpt(problem: Problem, text: str, width: int) -> Excerpt:
    number = f"{problem.line:4}"
    word = _WORD.match(text, problem.column - 1)
    cells = [*_cells(text)]
    if problem.column > len(text):
        # Where something is missing at the end of a line, the place is one column behind it.
        cells.append((" ", 1))
    before, there = cells[: problem.column - 1], cells[problem.column - 1 : word and word.end()]
    begin = sum(size for _, size in before)
    size = sum(size for _, size in there) if word else 1
    line, begin, size = _cut(cells, begin, size, max(width - len(number) - 3, _NARROWEST))
    return Excerpt(number, line, " " * begin + "^" * size)


def _lines(path: str) -> Sequence[str]:
    """As they are counted by what reads them."""
    try:
        raw = Path(path).read_bytes()
    except OSError:
        return ()
    if len(raw) > USUAL.size:
        return ()
    text = decode(raw, path).text
    if text is None:
        text = re.sub(r"\r\n?", "\n", raw.removeprefix(BOM_UTF8).decode("utf-8", "replace"))
    return text.split("\n")


def _cells(text: str) -> Iterator[tuple[str, int]]:
    """Each character as it can be shown, and how many columns of a terminal it takes."""
    column = 0
    for character in text:
        sign, size = _cell(character, column)
        yield sign, size
        column += size


def _cell(character: str, column: int) -> tuple[str, int]:
    if character == "\t":
        size = _TAB - column % _TAB
        return " " * size, size
    if unicodedata.category(character) in ("Mn", "Me"):
        return character, 0
    return shown(character), 1 + (unicodedata.east_asian_width(character) in "WF")


def _cut(
    cells: Sequence[tuple[str, int]], begin: int, size: int, width: int
) -> tuple[str, int, int]:
    """So much of the line around the place as there is room for, and where the place is then."""
    total = sum(size for _, size in cells)
    if total <= width:
        return "".join(sign for sign, _ in cells).rstrip(), begin, size
    first = max(0, min(begin - width // 3, total - width))
    kept, column, skipped = [], 0, 0
    for sign, wide in cells:
        if column < first + (first > 0):
            skipped += wide
        elif column + wide <= first + width - (first + width < total):
            kept.append(sign)
        column += wide
    line = _CUT * (first > 0) + "".join(kept) + _CUT * (first + width < total)
    begin = begin - skipped + (first > 0)
    return line, begin, max(1, min(size, width - begin))
