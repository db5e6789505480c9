"""Whether what is asked of a gauge is so. Pure."""

from __future__ import annotations

from collections.abc import Callable

from simulator.engine.state import PhysicsState, State
from simulator.scenario.conditions import GaugeIs

FINE = 1000
"""Gauges are kept in thousandths of their unit."""


def fine(value: float) -> int:
    """A value in its unit, as it is kept."""
    return round(value * FINE)


def levels(asked: GaugeIs) -> tuple[int, ...]:
    """The thousandths at which the answer may turn."""
    said = (asked.below, asked.above, asked.at_least, asked.at_most)
    return tuple(fine(level) for level in said if level is not None)


def holds(asked: GaugeIs) -> Callable[[State, int], bool]:
    """Where it truly stands, and all else that is asked of it, which only physical gauges have."""
    name = asked.gauge

    def bounded(state: State, now: int) -> bool:
        return asked.admit(state.gauges[name].at(now) / FINE)

    def whole(state: State, now: int) -> bool:
        return bounded(state, now) and _is_so(asked, state.physics[name])

    more = (asked.manual, asked.alarm, asked.passed, asked.deceived)
    return bounded if all(said is None for said in more) else whole


def _is_so(asked: GaugeIs, physics: PhysicsState) -> bool:
    return (
        (asked.manual is None or physics.manual == asked.manual)
        and (asked.alarm is None or asked.alarm in physics.ringing)
        and (asked.passed is None or asked.passed in physics.passed)
        and (asked.deceived is None or physics.deceived == asked.deceived)
    )
