"""Checks of gauges: numbers outside their range, and what only physical ones have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from simulator.scenario.conditions import GaugeIs
from simulator.scenario.effects import PHYSICAL, GaugeEffect
from simulator.scenario.finding import Finding
from simulator.scenario.parts import Found, Loc
from simulator.scenario.physics import Crossing, Range
from simulator.scenario.scenario import Scenario
from simulator.scenario.wording import nearest
from simulator.scenario.world import Gauge

_DRIVEN: Final = ("target", "manual")
"""Of what effects do to physical gauges, this needs a process."""


def in_gauges(scenario: Scenario) -> Iterator[Finding]:
    """Mistakes that a gauge shows by itself."""
    for name, gauge in scenario.gauges.items():
        loc: Loc = ("gauges", name)
        yield from _inside(gauge.start, gauge.range, (*loc, "start"))
        if not gauge.physical:
            for number, drift in enumerate(gauge.drifts):
                place = (*loc, "drifts", number, "per_hour")
                yield from _inside(drift.per_hour, _moves(gauge.range), place)
        if gauge.normal:
            for bound in sorted(gauge.normal.model_fields_set):
                level = getattr(gauge.normal, bound)
                yield from _inside(level, gauge.range, (*loc, "normal", bound))
        if process := gauge.process:
            yield from _inside(process.target, gauge.range, (*loc, "process", "target"))
            if process.fails:
                place = (*loc, "process", "fails", "to")
                yield from _inside(process.fails.to, gauge.range, place)
        yield from _never_passed(gauge, loc)


def of_gauges(scenario: Scenario, effects: Found, conditions: Found) -> Iterator[Finding]:
    """Effects and conditions that ask of a gauge what it does not have."""
    for loc, effect in effects:
        if gauge := scenario.gauges.get(effect.gauge):
            yield from _numbers(gauge, effect, loc)
            yield from _of_the_kind(gauge, effect, loc)
    for loc, condition in conditions:
        if gauge := scenario.gauges.get(condition.gauge):
            yield from _asked(gauge, condition, loc)


def _moves(range_: Range) -> Range:
    width = range_.high - range_.low
    return Range.model_construct(low=-width, high=width)


def _inside(number: float, range_: Range, loc: Loc) -> Iterator[Finding]:
    """Told as the models tell of any number that is too small or too large."""
    for words, bound, wrong in (
        ("at least", range_.low, number < range_.low),
        ("at most", range_.high, number > range_.high),
    ):
        if wrong:
            sentence = f"a number of {words} {bound:,.10g} should stand here, not {number:.10g}"
            yield Finding(loc, "F06", sentence)


def _never_passed(gauge: Gauge, loc: Loc) -> Iterator[Finding]:
    """A level at the end of the range, or beyond it."""
    low, high = gauge.range.low, gauge.range.high
    for kind in ("alarms", "limits"):
        told: dict[str, Crossing] = getattr(gauge, kind)
        for name, crossing in told.items():
            for key in ("below", "above"):
                level = getattr(crossing, key)
                if level is not None and not low < level < high:
                    sentence = f"it never passes this; choose a level between {low:g} and {high:g}"
                    yield Finding((*loc, kind, name, key), "G05", sentence)


def _numbers(gauge: Gauge, effect: GaugeEffect, loc: Loc) -> Iterator[Finding]:
    for key in ("set", "target", "shows"):
        number = getattr(effect, key)
        if number is not None:
            yield from _inside(number, gauge.range, (*loc, key))
    if effect.add is not None:
        yield from _inside(effect.add, _moves(gauge.range), (*loc, "add"))


def _of_the_kind(gauge: Gauge, effect: GaugeEffect, loc: Loc) -> Iterator[Finding]:
    for key in PHYSICAL:
        if getattr(effect, key) is None:
            continue
        if not gauge.physical:
            sentence = f"'{effect.gauge}' is in points and has no '{key}'; give it a 'unit'"
            yield Finding((*loc, key), "G03", sentence, key=True)
        elif key in _DRIVEN and gauge.process is None:
            sentence = f"nothing drives '{effect.gauge}'; give it a 'process', or delete this"
            yield Finding((*loc, key), "G03", sentence, key=True)


def _asked(gauge: Gauge, condition: GaugeIs, loc: Loc) -> Iterator[Finding]:
    named: Any
    for key, known in (("alarm", gauge.alarms), ("passed", gauge.limits)):
        named = getattr(condition, key)
        if named is not None and named not in known:
            what = "alarm" if key == "alarm" else "limit"
            hint = nearest(named, frozenset(known))
            sentence = f"the gauge '{condition.gauge}' has no {what} '{named}'{hint}"
            yield Finding((*loc, key), "G03", sentence)
    if condition.manual is not None and gauge.process is None:
        sentence = f"nothing drives '{condition.gauge}'; give it a 'process', or delete this"
        yield Finding((*loc, "manual"), "G03", sentence, key=True)
    if condition.deceived is not None and not gauge.physical:
        sentence = f"'{condition.gauge}' is in points and shows the truth; give it a 'unit'"
        yield Finding((*loc, "deceived"), "G03", sentence, key=True)
