"""MITRE's techniques as far as a check asks for them; `docs/attack.py` writes the table."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

PLACE: Final = Path(__file__).parent / "table.csv"


class Technique(NamedTuple):
    """`matrix` is enterprise, ics or mobile; `state` is empty, revoked or deprecated.

    `now` is the id of what has taken the place of one that is revoked.
    """

    id: str
    name: str
    matrix: str
    tactics: str
    state: str
    now: str

    @property
    def every_tactic(self) -> tuple[str, ...]:
        """Its tactics as ATT&CK writes them in small letters; none where it is out of use."""
        return tuple(self.tactics.split())


COLUMNS: Final = Technique._fields


class Table(NamedTuple):
    """All techniques of one version, by their ids."""

    version: str
    techniques: dict[str, Technique]


@cache
def table() -> Table:
    """The table that comes with Kulla."""
    with PLACE.open(encoding="utf-8", newline="") as file:
        (title, *_), _, *rows = csv.reader(file)
    return Table(title.removeprefix("ATT&CK "), {row[0]: Technique(*row) for row in rows})
