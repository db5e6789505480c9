"""Tables as people read them in a sheet: the same columns in the same order, in a language.

Files for programs keep the names of fields, so that those of several sessions fit together.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from simulator.review.exports.tables import Cell, Table
from simulator.review.report.appendices import STATUS
from simulator.review.report.plan import ELEMENTS
from simulator.speech import mark, say

NAMES: Final[dict[str, str]] = {"msel": mark("MSEL"), "plan": mark("Improvement plan")}
HEADS: Final[dict[str, str]] = {
    "team": mark("Team"),
    "take": mark("Take"),
    "number": mark("No."),
    "inject": mark("Id"),
    "title": mark("Inject"),
    "planned": mark("Planned"),
    "planned_since_startex": mark("Planned, since STARTEX"),
    "actual": mark("Actual"),
    "actual_since_startex": mark("Actual, since STARTEX"),
    "channel": mark("Channel"),
    "from": mark("From"),
    "to": mark("To"),
    "expected": mark("Expected action"),
    "objective": mark("Objective"),
    "status": mark("Status"),
    "by_control": mark("Written by control"),
    "opened_by": mark("Opened by"),
    "remarks": mark("Remarks"),
    "events": mark("Events"),
    "item": mark("No."),
    "issue": mark("Issue"),
    "capability": mark("Capability"),
    "element": mark("Element"),
    "action": mark("Corrective action"),
    "owner": mark("In charge"),
    "start": mark("Start"),
    "due": mark("Due"),
    "check": mark("Check"),
    "check_in_words": mark("Check that closes it"),
    "closed": mark("Closed"),
    "by": mark("By"),
}
"""What each column is called."""
ANSWERS: Final = {"yes": mark("yes"), "no": mark("no")}
CODES: Final[dict[str, Mapping[Any, str]]] = {
    "status": STATUS, "element": ELEMENTS, "by_control": ANSWERS, "closed": ANSWERS,
}  # fmt: skip
"""Columns in which words of ours stand, and not what somebody wrote."""


def spoken(table: Table, language: str) -> Table:
    """The table in this language."""

    def cell(field: str, said: Cell) -> Cell:
        words = CODES.get(field, {}).get(str(said))
        return said if words is None else say(language, words)

    rows = tuple(
        tuple(cell(field, said) for field, said in zip(table.heads, row, strict=True))
        for row in table.rows
    )
    heads = tuple(say(language, HEADS[field]) for field in table.heads)
    return Table(say(language, NAMES[table.name]), heads, rows)
