"""How what happened to physical gauges changes a State."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.engine import events as e
from simulator.engine.state import GaugeState, State


def _value(state: State, event: e.ValueTurned) -> None:
    state.gauges[event.gauge] = GaugeState(
        event.value, event.per_hour, event.at, event.low, event.high
    )


def _reading(state: State, event: e.ReadingTurned) -> None:
    shown = None
    if event.value is not None:
        shown = GaugeState(event.value, event.per_hour, event.at, event.low, event.high)
    state.physics[event.gauge].shown = shown


def _forged(state: State, event: e.ReadingForged) -> None:
    physics = state.physics[event.gauge]
    physics.reading, physics.forged = event.how, event.value


def _set_point(state: State, event: e.SetPointChanged) -> None:
    state.physics[event.gauge].target = event.target


def _manual(state: State, event: e.ManualTurned) -> None:
    state.physics[event.gauge].manual = event.so


def _silenced(state: State, event: e.AlarmsSilenced) -> None:
    state.physics[event.gauge].silent = event.so


def _rang(state: State, event: e.AlarmRang) -> None:
    state.physics[event.gauge].ringing += (event.alarm,)


def _cleared(state: State, event: e.AlarmCleared) -> None:
    physics = state.physics[event.gauge]
    physics.ringing = tuple(name for name in physics.ringing if name != event.alarm)


def _passed(state: State, event: e.LimitPassed) -> None:
    physics = state.physics[event.gauge]
    if event.limit not in physics.passed:
        physics.passed += (event.limit,)


FOLDS: Final[dict[type, Callable[[State, Any], None]]] = {
    e.ValueTurned: _value, e.ReadingTurned: _reading, e.ReadingForged: _forged,
    e.SetPointChanged: _set_point, e.ManualTurned: _manual, e.AlarmsSilenced: _silenced,
    e.AlarmRang: _rang, e.AlarmCleared: _cleared, e.LimitPassed: _passed,
}  # fmt: skip
