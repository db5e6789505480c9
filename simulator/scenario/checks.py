"""Mistakes that only the whole scenario shows: each check lives in a module of its family."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final

from simulator.scenario.checks_contest import in_contest, without_winners
from simulator.scenario.checks_gauges import in_gauges, of_gauges
from simulator.scenario.checks_levels import weighty_noise
from simulator.scenario.checks_names import NAMES_ASSETS, given_twice, no_target
from simulator.scenario.checks_plot import chosen, in_plot, never_sent
from simulator.scenario.checks_reports import in_reports, of_the_last
from simulator.scenario.checks_sides import in_sides
from simulator.scenario.checks_work import in_work, red_seats, targets, too_few_people
from simulator.scenario.circles import in_circles
from simulator.scenario.conditions import ActionIs, DecisionIs, GaugeIs, ReportIs
from simulator.scenario.effects import GaugeEffect, InjectEffect, TeamEffect
from simulator.scenario.finding import Finding
from simulator.scenario.mentions import in_texts, terms_twice
from simulator.scenario.parts import every
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Text

ASKED_FOR: Final = frozenset(
    {
        Text, DecisionIs, ActionIs, ReportIs, GaugeIs, InjectEffect, TeamEffect, GaugeEffect,
        *NAMES_ASSETS,
    }
)  # fmt: skip


def found_by_checks(scenario: Scenario, left_out: Set[str] | None = None) -> Iterator[Finding]:
    """Everything that is wrong in a scenario of which each part by itself is right.

    Where parts had to be left out of it, `left_out` holds their ids: what could hang on one of
    them is not judged.
    """
    parts = every(ASKED_FOR, scenario)
    twice = list(given_twice(scenario))
    yield from twice
    yield from no_target(scenario, [found for kind in NAMES_ASSETS for found in parts[kind]])
    yield from in_plot(scenario)
    yield from in_gauges(scenario)
    yield from of_gauges(scenario, parts[GaugeEffect], parts[GaugeIs])
    if not twice:  # else the way that leads by an id is not known
        yield from in_circles(scenario)
        yield from chosen(scenario, parts[DecisionIs])
    yield from in_work(scenario)
    yield from in_reports(scenario)
    yield from of_the_last(scenario, parts[ReportIs])
    yield from red_seats(scenario)
    yield from weighty_noise(scenario)
    yield from in_sides(scenario)
    yield from in_contest(scenario)
    yield from targets(scenario, parts[ActionIs])
    yield from in_texts(scenario, parts[Text], left_out or frozenset())
    yield from terms_twice(scenario)
    if left_out is None:
        yield from without_winners(scenario)
    if left_out is None and not twice:
        yield from never_sent(scenario, parts[InjectEffect])
        yield from too_few_people(scenario, parts[TeamEffect])
