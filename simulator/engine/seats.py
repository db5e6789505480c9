"""The seats while the exercise runs: people come and go, and the bots between them."""

from __future__ import annotations

from collections import Counter

from simulator.engine import events as e
from simulator.engine.machine import Act, Machine


class Seats:
    """Who comes and goes, and what bots mean to do as long as nobody takes their seats."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._taken: Counter[str] = Counter()

    def take(self, seat: str) -> None:
        self._taken[seat] += 1
        self._tell(e.SeatTaken, seat)

    def vacate(self, seat: str) -> None:
        self._tell(e.SeatVacated, seat)

    def plan(self, seat: str, seconds: int, act: Act) -> None:
        """Let the seat's bot act in so many seconds, unless people take the seat before.

        If they leave it again, the bot plans anew: what it had planned stays off.
        """
        before = self._taken[seat]

        def due() -> None:
            if self._taken[seat] == before:
                act()

        self._machine.later(seconds, due)

    def _tell(self, kind: type, seat: str) -> None:
        machine = self._machine
        machine.record(kind(machine.now, tuple(machine.scenario.roles), seat))
