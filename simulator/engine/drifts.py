"""Gauges that drift: by the sum of the drifts whose condition holds, from that very second on."""

from __future__ import annotations

from typing import Final

from simulator.engine.consequences import Consequences
from simulator.engine.gauging import fine
from simulator.engine.machine import Machine
from simulator.scenario.world import Drift

STEADY: Final = 600
"""Seconds for which a drift that has turned stays as it is.

Two drifts that push a gauge to a level from both sides would else turn every second there.
"""


class Drifts:
    """Watches every drift's condition from STARTEX on."""

    def __init__(self, machine: Machine, consequences: Consequences) -> None:
        self._machine = machine
        self._consequences = consequences

    def begin(self) -> None:
        for name, gauge in self._machine.scenario.gauges.items():
            for drift in gauge.drifts:
                OneDrift(self._machine, self._consequences, name, drift).begin()


class OneDrift:
    """One drift of one gauge: what its condition wants, and what is in force."""

    def __init__(
        self, machine: Machine, consequences: Consequences, gauge: str, drift: Drift
    ) -> None:
        self._machine = machine
        self._consequences = consequences
        self._gauge = gauge
        self._drift = drift
        self._wanted = False
        self._in_force = False
        self._steady_until = 0

    def begin(self) -> None:
        self._machine.watch(self._machine.test(self._drift.when), self._turned)

    def _turned(self, holds: bool) -> None:
        self._wanted = holds
        wait = self._steady_until - self._machine.now
        if wait > 0:
            self._machine.later(wait, self._apply)
        else:
            self._apply()

    def _apply(self) -> None:
        if self._wanted == self._in_force:
            return
        self._in_force = self._wanted
        self._steady_until = self._machine.now + STEADY
        rate = fine(self._drift.per_hour) * (1 if self._in_force else -1)
        self._consequences.drift(self._gauge, rate)
