"""Tables that come with injects."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.finding import Finding
from simulator.scenario.injects import Attachment
from simulator.scenario.parts import every
from simulator.scenario.scenario import Scenario


def in_tables(scenario: Scenario) -> Iterator[Finding]:
    """Rows that are not as long as the head above them."""
    for loc, attachment in every(frozenset({Attachment}), scenario)[Attachment]:
        wanted = len(attachment.columns)
        for number, row in enumerate(attachment.rows):
            if wanted and len(row) != wanted:
                sentence = f"the table has {wanted} columns, and this row {len(row)}; make it fit"
                yield Finding((*loc, "rows", number), "T14", sentence)
