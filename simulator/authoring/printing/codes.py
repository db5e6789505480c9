"""The short codes by which control keys in what came on paper. Pure.

An inject is called by its number in the MSEL, its decision D and that number, a report R and its
own number, with a letter where several roles can send it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

DECISION: Final = "D"
REPORT: Final = "R"
_CODE: Final = re.compile(r"([DR]?)0*([1-9][0-9]{0,5})([A-Z]?)")


class Code(NamedTuple):
    """What is written on a form: of which kind it is, of which number, of which sender."""

    kind: str
    number: int
    sender: int = 0

    def __str__(self) -> str:
        return f"{self.kind}{self.number}{chr(ord('A') + self.sender - 1) if self.sender else ''}"


def decision_code(number: int) -> Code:
    """The code of the decision of the inject of this number."""
    return Code(DECISION, number)


def report_code(number: int, role: str, by: Sequence[str]) -> Code:
    """The code of the report of this number, on the form of this role among those who send it."""
    return Code(REPORT, number, by.index(role) + 1 if len(by) > 1 else 0)


def read_code(written: str) -> Code | None:
    """The code that somebody has read off a form; a bare number is that of a decision."""
    found = _CODE.fullmatch("".join(written.split()).upper())
    if found is None or (found[3] and found[1] != REPORT):
        return None
    sender = ord(found[3]) - ord("A") + 1 if found[3] else 0
    return Code(found[1] or DECISION, int(found[2]), sender)
