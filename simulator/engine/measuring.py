"""Numbers of gauges as people write them: with as many digits as matter, and their unit. Pure."""

from __future__ import annotations

from simulator.scenario.world import Gauge
from simulator.speech.habits import figure


def digits(gauge: Gauge) -> int:
    """How many digits after the point tell something: points have none."""
    if not gauge.physical:
        return 0
    width = gauge.range.high - gauge.range.low
    return 0 if width > 1000 else 1 if width >= 10 else 2 if width >= 1 else 3


def measured(language: str, gauge: Gauge, thousandths: int) -> str:
    """`4.2 bar`."""
    number = figure(language, f"{thousandths / 1000:.{digits(gauge)}f}")
    return f"{number} {gauge.unit}" if gauge.unit else number
