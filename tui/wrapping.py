"""Breaking a line of text into rows. Fast, for a log has thousands of lines. No drawing."""

import re
from typing import Final

from rich.cells import get_character_cell_size

_NARROW: Final = re.compile("[ -~\u00a0-\u02ff\u0370-\u0482\u2010-\u2027\u2190-\u2193\ufffd]*")
"""What takes one cell a character."""


def wrapped(text: str, width: int) -> list[str]:
    """Rows of at most `width` cells, broken between words where a word fits on a row."""
    narrow = _NARROW.fullmatch(text) is not None
    rows: list[str] = []
    start = 0
    while True:
        reach = start + width if narrow else _reach(text, start, width)
        if reach >= len(text):
            return [*rows, text[start:]]
        space = text.rfind(" ", start + 1, reach + 1)
        rows.append(text[start : space if space > 0 else reach])
        start = space + 1 if space > 0 else reach


def _reach(text: str, start: int, width: int) -> int:
    """The place of the first character that does not fit on a row."""
    cells = 0
    for place in range(start, len(text)):
        cells += get_character_cell_size(text[place])
        if cells > width:
            return max(place, start + 1)
    return len(text)
