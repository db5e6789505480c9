"""What gauges show a role: points as they are, physical gauges as they are read. Pure."""

from __future__ import annotations

from simulator.engine import events as e
from simulator.engine import views as v
from simulator.engine.knowledge import Known, words
from simulator.engine.measuring import digits
from simulator.engine.startex import first_line
from simulator.engine.state import GaugeState, PhysicsState
from simulator.engine.trails import gauge_trail
from simulator.scenario.world import Gauge


def gauges(known: Known) -> tuple[v.GaugeView, ...]:
    """Those that the role sees."""
    return tuple(_seen(known, name) for name in known.state.sight[known.role].gauges)


def every_gauge(known: Known) -> tuple[v.GaugeView, ...]:
    """All gauges as they truly ran, for when the exercise is over."""
    return tuple(_true(known, name) for name in known.scenario.gauges)


def _seen(known: Known, name: str) -> v.GaugeView:
    physics = known.state.physics.get(name)
    line = physics.shown if physics else known.state.gauges[name]
    return _view(known, name, line, physics, _trail(known, name))


def _true(known: Known, name: str) -> v.GaugeView:
    physics, line = known.state.physics.get(name), known.state.gauges[name]
    trail = gauge_trail(_true_lines(known, name), 0, known.now) if physics else _trail(known, name)
    return _view(known, name, line, physics, trail)


def _true_lines(known: Known, name: str) -> list[GaugeState]:
    turns = (t for t in known.annals.log if isinstance(t, e.ValueTurned) and t.gauge == name)
    return [
        first_line(known.scenario.gauges[name]),
        *(GaugeState(turn.value, turn.per_hour, turn.at, turn.low, turn.high) for turn in turns),
    ]


def _view(
    known: Known,
    name: str,
    line: GaugeState | None,
    physics: PhysicsState | None,
    trail: tuple[float, ...],
) -> v.GaugeView:
    gauge = known.scenario.gauges[name]
    value = line.at(known.now) if line else None
    moves = line is not None and value is not None and line.low < value < line.high
    bounds = gauge.normal
    return v.GaugeView(
        id=name,
        title=words(known, gauge.title),
        value=None if value is None else value / 1000,
        per_hour=line.per_hour / 1000 if line and moves else 0.0,
        good=gauge.good,
        trail=trail,
        about=words(known, gauge.about),
        physical=physics is not None,
        unit=gauge.unit or "",
        low=gauge.range.low,
        high=gauge.range.high,
        normal_from=bounds.lowest if bounds else None,
        normal_to=bounds.highest if bounds else None,
        digits=digits(gauge),
        manual=physics.manual if physics else False,
        ringing=_ringing(known, gauge, physics),
    )


def _ringing(known: Known, gauge: Gauge, physics: PhysicsState | None) -> tuple[str, ...]:
    """In the author's order."""
    rings = physics.ringing if physics else ()
    return tuple(words(known, told.title) for name, told in gauge.alarms.items() if name in rings)


def _trail(known: Known, name: str) -> tuple[float, ...]:
    lines = known.past.lines[name]
    if not lines and name in known.state.physics:
        return ()
    return gauge_trail(lines or [known.state.gauges[name]], known.past.since[name], known.now)
