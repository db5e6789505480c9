"""Physical gauges as they are: what drives them, and what people are shown in place of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from simulator.engine.gauging import fine
from simulator.engine.measuring import digits
from simulator.engine.state import State
from simulator.engine.titles import Titles
from simulator.engine.views.overview import PhysicsRow
from simulator.scenario.physics import Alarm, Limit


def physics(titles: Titles, state: State, name: str) -> PhysicsRow | None:
    """What is behind a gauge; None where it is in points."""
    now, gauge = state.physics.get(name), titles.scenario.gauges[name]
    if now is None:
        return None
    normal = gauge.normal
    return PhysicsRow(
        unit=gauge.unit or "",
        digits=digits(gauge),
        range_from=fine(gauge.range.low),
        range_to=fine(gauge.range.high),
        normal_from=_fine(normal.lowest) if normal else None,
        normal_to=_fine(normal.highest) if normal else None,
        target=now.target if gauge.process else None,
        manual=now.manual,
        reading=now.reading,
        forged=now.forged,
        silent=now.silent,
        ringing=_titled(titles, gauge.alarms, now.ringing),
        passed=_titled(titles, gauge.limits, now.passed),
    )


def _fine(number: float | None) -> int | None:
    return None if number is None else fine(number)


def _titled(
    titles: Titles, told: Mapping[str, Alarm] | Mapping[str, Limit], which: Iterable[str]
) -> tuple[str, ...]:
    return tuple(titles.words(told[name].title) for name in told if name in which)
