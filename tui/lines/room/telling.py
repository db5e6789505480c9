"""What the pages of the room draw, as sentences: nothing is said by a sign or a place alone."""

import re
from collections.abc import Iterator
from typing import Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from tui.lines.phrases import say, sentence
from tui.speech import _, mark
from tui.widgets.grid import Row

SIGNS: Final = "━─▒░▁▂▃▄▅▆▇█►‖●○▲▼✓✗■…◇·→◆✎≠★△←✉?+=–—"
"""Stand before a word, or for a bar; a screen reader would spell them out."""
MEANT: Final = {"≠": mark("evaluators differ"), "★": mark("no team was faster")}
"""Signs before what a row is called that say more than the words do."""
_BEFORE: Final = re.compile(rf"^(?:[{SIGNS}]+(?:\s+|$)|[━─▒░▲▼]+)+")
_FAILED: Final = re.compile(r"\s*✗(\d+)")
_WITHIN: Final = re.compile("[►‖●○▲▼✓✗■◇◆✎★✉] +")
_APART: Final = re.compile(r"(?<=\S)\s{2,}(?=\S)")


def unsigned(text: str) -> str:
    """The text without the signs before it."""
    said = _FAILED.sub(lambda found: ", " + _("{number} failed", number=found[1]), text.strip())
    return _BEFORE.sub("", said).strip()


def as_said(*parts: str) -> str:
    """The parts that are not empty, each with a stop; none begins otherwise than it was written,
    for it may be a name."""
    return " ".join(part[:1] + sentence(part)[1:] for part in parts if part)


def wordy(line: str) -> str:
    """A line of a text without the signs that stand before words in it."""
    return _WITHIN.sub("", line)


def entry(row: Row, title: str, number: int | None = None) -> str:
    """A row in a line: what it is called, by the label of that column, and the rest by theirs."""
    told = {label: unsigned(parted(cell)) for label, cell in row.cells.items()}
    name = told.pop(title) or _("nobody yet")
    meant = [_(MEANT[sign]) for sign in row.cells[title].plain[:1] if sign in MEANT]
    known = (
        say("field", name=_(label), said=said) if label.strip() else said
        for label, said in told.items()
        if said
    )
    named = name if number is None else say("entry", number=number, title=name)
    return as_said(named, *meant, *known)


def parted(cell: Text) -> str:
    """The text of a cell without the bar before it, and with commas where only an ink or a gap
    parts what stands in it."""
    said = cell.plain
    for at in sorted((span.start for span in cell.spans[1:]), reverse=True):
        if said[at : at + 1] == " " and said[at - 1].isalnum() and "✗" not in said[at : at + 2]:
            said = f"{said[:at]},{said[at:]}"
    return _APART.sub(", ", _BEFORE.sub("", said))


def paragraphs(drawn: RenderableType) -> Iterator[str]:
    """What is drawn of one thing, a paragraph for each of its lines."""
    match drawn:
        case Text():
            yield from (_flat(line, drawn) for line in drawn.plain.split("\n"))
        case Group():
            for part in drawn.renderables:
                yield from paragraphs(part)
        case Padding():
            yield from (f"  {line}" for line in paragraphs(drawn.renderable))
        case Rule():
            yield from paragraphs(drawn.title)
        case Table():
            yield from _fields(drawn)
        case str():
            yield drawn
        case _:
            raise AssertionError(f"the room draws no {type(drawn).__name__}")


def _flat(line: str, drawn: Text) -> str:
    """A line; what stands apart from what in it are sentences, where it was put together."""
    if not drawn.spans:
        return line.rstrip()
    inset = line[: len(line) - len(line.lstrip(" "))]
    parts = [*map(unsigned, _APART.split(line.strip()))]
    return inset + (as_said(*parts) if len(parts) > 1 else parts[0])


def _fields(table: Table) -> Iterator[str]:
    """Names and what they say; of a sign and what it stands before, only that."""
    for cells in zip(*(column.cells for column in table.columns), strict=True):
        name, *rest = (_together([*paragraphs(cell)]) for cell in cells)
        said = " ".join(rest)
        yield as_said(say("field", name=name, said=said) if unsigned(name) else said)


def _together(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else as_said(*map(unsigned, parts))
