"""MSEL and improvement plan as a workbook (XLSX) in the report's language, with the extra `xlsx`.

Every cell is written as words or as a number, and never as a formula or a link.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from simulator.review.exports.sheets import spoken
from simulator.review.exports.tables import Cell, Table, msel, plan
from simulator.review.findings import Findings
from simulator.scenario.characters import shown

MISSING: Final = "XLSX needs the extra xlsx: pip install 'kulla[xlsx]', or leave --xlsx away."
CREATED: Final = datetime(2000, 1, 1)  # noqa: DTZ001 the format knows no zone
"""The moment that stands in every file, so that the same findings are the same file."""
LONGEST: Final = 32_767
"""So many characters a cell has room for."""
WIDTHS: Final = (8, 48)
"""Columns are no narrower and no wider than this, in characters."""


class NoWriter(Exception):
    """The library is not installed; says what to install."""


def xlsx(findings: Findings) -> bytes:
    """The file; the same for the same findings. Raises NoWriter."""
    try:
        # Extras are imported only in use, and this one has no types.
        import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415
    except ImportError:
        raise NoWriter(MISSING) from None
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"title": shown(findings.overview.title), "created": CREATED})
        for table in (msel(findings), plan(findings)):
            _sheet(book, spoken(table, findings.language))
    return written.getvalue()


def _sheet(book: Any, table: Table) -> None:
    sheet = book.add_worksheet(table.name)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    for column, words in enumerate(table.heads):
        sheet.write_string(0, column, words, head)
        cells = (row[column] for row in table.rows)
        sheet.set_column(column, column, _width((words, *cells)))
    for number, row in enumerate(table.rows, 1):
        for column, value in enumerate(row):
            _write(sheet, number, column, value, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.heads) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write(sheet: Any, row: int, column: int, value: Cell, look: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, str):
        sheet.write_string(row, column, shown(value)[:LONGEST], look)
    else:
        sheet.write_number(row, column, value, look)


def _width(cells: Iterable[Cell]) -> int:
    """As wide as the longest line of any of these."""
    low, high = WIDTHS
    lines = (line for cell in cells for line in str(cell or "").split("\n"))
    return max(low, min(high, max(map(len, lines), default=low) + 2))
