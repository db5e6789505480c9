"""What is attached to a message: how much it is in words, its beginning, and its table."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from simulator.engine.views import AttachmentView
from tui.plain import plain
from tui.speech import _, many, mark

INDICATORS: Final = (mark("Type"), mark("Value"), mark("Note"))
_LINES: Final = 6
_LETTERS: Final = 600
"""So much of an attachment stands in the letter itself."""


class Tabled(NamedTuple):
    """A table of texts."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def size(attachment: AttachmentView) -> str:
    """`text of 12 lines, table of 3 rows`."""
    said = []
    if attachment.text:
        lines = attachment.text.strip().count("\n") + 1
        said.append(many("text of {number} line", "text of {number} lines", lines))
    if attachment.rows:
        said.append(many("table of {number} row", "table of {number} rows", len(attachment.rows)))
    if attachment.indicators:
        said.append(many("{number} indicator", "{number} indicators", len(attachment.indicators)))
    return ", ".join(said)


def tables(attachment: AttachmentView) -> list[Tabled]:
    """The tables that an attachment has; indicators are one."""
    found = []
    if attachment.rows:
        found.append(Tabled(attachment.columns, attachment.rows))
    if attachment.indicators:
        signs = tuple((sign.type, sign.value, sign.note) for sign in attachment.indicators)
        found.append(Tabled(tuple(_(name) for name in INDICATORS), signs))
    return found


def beginning(attachment: AttachmentView) -> Iterator[RenderableType]:
    """Its name and size and what it begins with."""
    name, much = plain(attachment.name[:_LETTERS], "strong"), plain(f"  {size(attachment)}", "mute")
    yield plain(f"{_('Attached:')} ", "mute").append_text(name).append_text(much)
    if attachment.text:
        first = "\n".join(attachment.text.strip().split("\n")[:_LINES])[:_LETTERS]
        yield Padding(plain(first), (0, 0, 0, 2))
    shown = [tabled._replace(rows=tabled.rows[:_LINES]) for tabled in tables(attachment)]
    for tabled in shown:
        yield Padding(_drawn(tabled), (0, 0, 0, 2))
    if _is_longer(attachment):
        yield Padding(Text(_("… there is more: v opens it."), "mute"), (0, 0, 0, 2))


def _is_longer(attachment: AttachmentView) -> bool:
    text = attachment.text.strip()
    long = text.count("\n") >= _LINES or len(text) > _LETTERS
    return long or any(len(tabled.rows) > _LINES for tabled in tables(attachment))


def _drawn(tabled: Tabled) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="mute", pad_edge=False)
    widest: Sequence[str] = max((tabled.columns, *tabled.rows), key=len)
    for place in range(len(widest)):
        name = tabled.columns[place] if place < len(tabled.columns) else ""
        table.add_column(plain(name[:_LETTERS]), overflow="fold")
    for row in tabled.rows:
        table.add_row(*(plain(cell[:_LETTERS]) for cell in row))
    return table
