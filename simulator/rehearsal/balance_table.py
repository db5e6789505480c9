"""The balance of a scenario as a table of Markdown, and its place in a README. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from simulator.rehearsal.balance import Line, Spread
from simulator.scenario import Scenario

OPENS: Final = "<!-- balance -->"
CLOSES: Final = "<!-- /balance -->"
_BLOCK: Final = re.compile(rf"{re.escape(OPENS)}.*?{re.escape(CLOSES)}", re.DOTALL)


def table(scenario: Scenario, lines: Sequence[Line]) -> Iterator[str]:
    """A column for each policy, a row for each figure; English."""
    yield "| At ENDEX | " + " | ".join(line.policy for line in lines) + " |"
    yield "| --- |" + " --- |" * len(lines)
    for name, cells in _rows(scenario, lines):
        yield f"| {' | '.join((_in_cell(name), *cells))} |"


def _rows(scenario: Scenario, lines: Sequence[Line]) -> Iterator[tuple[str, list[str]]]:
    if scenario.assets:
        yield "Hosts intact, %", [figures(line.hosts) for line in lines]
        yield "Service at the end, %", [figures(line.service) for line in lines]
        yield "Mean service, %", [figures(line.mean_service) for line in lines]
    for name, gauge in scenario.gauges.items():
        title = ", ".join(filter(None, (gauge.title.into("en"), gauge.unit)))
        yield title, [figures(line.gauges[name]) for line in lines]
    if scenario.objectives:
        yield "Objectives, % of points", [figures(line.objectives) for line in lines]
    for line in lines:
        if line.points:
            points = (each.points for each in lines)
            yield "Contest, points", [figures(told) if told else "–" for told in points]
            break
    for name, outcome in scenario.outcomes.items():
        yield f"Outcome: {outcome.title.into('en')}", [_share(line, name) for line in lines]
    if any(line.outcomes.get("") for line in lines):
        yield "Outcome: none", [_share(line, "") for line in lines]
    yield "Budget stops", [str(line.stuck) for line in lines]


def figures(told: Spread) -> str:
    """`97 (95 to 99)`."""
    large = max(map(abs, told)) >= 20 or all(value == int(value) for value in told)
    digits = 0 if large else 1  # pressures are small
    mean, low, high = (f"{value:.{digits}f}" for value in told)
    return mean if low == high == mean else f"{mean} ({low} to {high})"


def _share(line: Line, outcome: str) -> str:
    return f"{100 * line.outcomes.get(outcome, 0) / line.runs:.0f} %"


def _in_cell(words: str) -> str:
    """Nothing that an author writes ends a cell or a line."""
    return " ".join(words.split()).replace("|", "\\|")


def block(command: str, rows: Sequence[str]) -> str:
    """The table between its marks, with how it was made."""
    told = f"Made by `{command}`: the mean, and in brackets where four of five runs lie."
    return "\n".join((OPENS, told, "", *rows, CLOSES))


def replaced(text: str, new: str) -> str | None:
    """The text with the block in place of the old one; None where it has no marks."""
    found, number = _BLOCK.subn(lambda _: new, text, count=1)
    return found if number else None


def told_in(text: str) -> str | None:
    """The block as it stands there."""
    found = _BLOCK.search(text)
    return found[0] if found else None
