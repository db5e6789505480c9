"""What stands in the report that was sent last. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.engine.state import ReportState
from simulator.scenario.conditions import ReportIs


def in_the_last(condition: ReportIs, report: ReportState) -> bool:
    """Whether all that is asked of the last one holds."""
    if condition.field and not says(report.entries, condition.field, condition.says):
        return False
    if condition.right and not condition.right.admit(len(report.right)):
        return False
    return condition.complete is None or condition.complete == report.complete


def says(entries: Iterable[tuple[str, str]], field: str, wanted: Iterable[str]) -> bool:
    """Whether one of these stands in the field."""
    said = next((text for name, text in entries if name == field), "")
    return not {plain(one) for one in said.splitlines()}.isdisjoint(map(plain, wanted))


def plain(said: str) -> str:
    """As it is compared: case and spaces tell nothing."""
    return " ".join(said.casefold().split())
