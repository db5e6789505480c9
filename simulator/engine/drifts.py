"""Gauges that drift: by the sum of the drifts whose condition holds, from that very second on."""

from __future__ import annotations

from simulator.engine.consequences import Consequences
from simulator.engine.machine import Machine
from simulator.scenario.world import Drift


class Drifts:
    """Watches every drift's condition from STARTEX on."""

    def __init__(self, machine: Machine, consequences: Consequences) -> None:
        self._machine = machine
        self._consequences = consequences

    def begin(self) -> None:
        for name, gauge in self._machine.scenario.gauges.items():
            for drift in gauge.drifts:
                self._follow(name, drift)

    def _follow(self, gauge: str, drift: Drift) -> None:
        rate = round(drift.per_hour * 1000)

        def turned(holds: bool) -> None:
            state = self._machine.state.gauges[gauge]
            per_hour = state.per_hour + (rate if holds else -rate)
            self._consequences.move(gauge, state.at(self._machine.now), per_hour)

        self._machine.watch(self._machine.test(drift.when), turned)
