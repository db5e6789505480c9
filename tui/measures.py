"""Gauges in words: points, and physical ones with their unit, their range and alarms."""

from collections.abc import Iterator

from simulator.engine.views import GaugeView
from tui import words
from tui.speech import _


def share(gauge: GaugeView, value: float) -> float:
    """How far in its range a value lies, in per cent."""
    return 100 * (value - gauge.low) / (gauge.high - gauge.low)


def reading(gauge: GaugeView) -> str:
    """`4.2 bar`, a number of points, or that there is none."""
    if gauge.value is None:
        return _("no reading")
    number = words.number(gauge.value, gauge.digits)
    return f"{number} {gauge.unit}" if gauge.unit else f"{number:>3}"


def is_normal(gauge: GaugeView) -> bool | None:
    """None where nobody can say, or nothing is called normal."""
    low, high = gauge.normal_from, gauge.normal_to
    if gauge.value is None or (low is None and high is None):
        return None
    return (low is None or gauge.value >= low) and (high is None or gauge.value <= high)


def normally(gauge: GaugeView) -> str:
    """What is called normal, such as `3.2–5.5`, in its unit; nothing where nothing is."""
    low, high = normal_ends(gauge)
    if low and high:
        return f"{low}–{high}"
    return f"≥ {low}" if low else f"≤ {high}" if high else ""


def normal_ends(gauge: GaugeView) -> tuple[str, str]:
    """Where it begins and ends, each empty where there is no such end."""
    low, high = (
        "" if bound is None else words.number(bound, gauge.digits)
        for bound in (gauge.normal_from, gauge.normal_to)
    )
    return low, high


def moves(gauge: GaugeView) -> str:
    """`by hand, ▼ falling 6.0 bar/h`."""
    return ", ".join(_moves(gauge))


def _moves(gauge: GaugeView) -> Iterator[str]:
    if gauge.manual:
        yield _("by hand")
    if not gauge.physical:
        yield words.direction(gauge.per_hour)
    elif gauge.value is not None:
        yield _way(gauge)


def _way(gauge: GaugeView) -> str:
    digits = max(1, gauge.digits)
    if abs(gauge.per_hour) < 0.5 / 10**digits:
        return _("= steady")
    rate = f"{words.number(abs(gauge.per_hour), digits)} {gauge.unit}".rstrip()
    if gauge.per_hour > 0:
        return _("▲ rising {rate}/h", rate=rate)
    return _("▼ falling {rate}/h", rate=rate)


def wanted(gauge: GaugeView) -> str:
    """Which end is the good one, or what is normal."""
    if not gauge.physical:
        return _("more is better") if gauge.good == "high" else _("less is better")
    normal = normally(gauge)
    return _("normal {range}", range=normal) if normal else ""


def alarm(gauge: GaugeView) -> str:
    """The alarms that ring, in words; nothing where none does."""
    return _("ALARM: {alarms}", alarms="; ".join(gauge.ringing)) if gauge.ringing else ""
