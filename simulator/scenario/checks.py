"""Mistakes that only the whole scenario shows: circles, things that can never be, names in texts."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.scenario import Scenario

Finding = tuple[tuple[str | int, ...], str, str]


def found_by_checks(scenario: Scenario) -> Iterator[Finding]:
    """Place, code and sentence of every finding."""
    yield from ()
