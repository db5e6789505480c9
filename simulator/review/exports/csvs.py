"""Tables as CSV (RFC 4180) in UTF-8 with its mark, without which spreadsheets guess wrong.

Nothing in a cell is ever a formula: what a spreadsheet would take for the beginning of one gets
an apostrophe before it, as OWASP advises. Numbers of our own stay numbers.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import Final

from simulator.review.exports.tables import Cell, Table
from simulator.scenario.characters import shown

BEGINS: Final = (
    "=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "\uff1d", "\uff0b", "\uff0d",
    "\uff20",
)  # fmt: skip
"""What begins a formula or a command in one spreadsheet or another, in wide letters, too."""


def as_csv(table: Table) -> bytes:
    """The file; every cell of words stands in quotes."""
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(table.heads)
    writer.writerows(tuple(map(inert, row)) for row in table.rows)
    return written.getvalue().encode("utf-8-sig")


def inert(cell: Cell) -> str | int | float:
    """The cell as it may stand in a file that is opened with a spreadsheet."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return cell
    words = shown(cell).replace("\r\n", "\n").replace("\r", "\n")
    return f"'{words}" if words.lstrip(" \u00a0").startswith(BEGINS) else words
