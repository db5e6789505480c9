"""The seats while the exercise runs: people come and go, and the bots between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from simulator.engine import events as e
from simulator.engine.machine import Act, Machine
from simulator.engine.policies import Policy


class Seats:
    """Who comes and goes, and what bots mean to do until people take their seats or control
    silences them. `wakes` are called with the seat of a bot that begins to act."""

    def __init__(self, machine: Machine, policy: Policy) -> None:
        self._machine = machine
        self._policy = policy
        self._stopped: Counter[str] = Counter()
        self.wakes: list[Callable[[str], None]] = []
        machine.follow(e.SeatVacated, lambda vacated: self._wake(vacated.seat))

    def take(self, seat: str) -> None:
        self._stopped[seat] += 1
        self._tell(e.SeatTaken, seat)

    def vacate(self, seat: str) -> None:
        self._tell(e.SeatVacated, seat)

    def instruct(self, seat: str, policy: str) -> None:
        """The seat's bot behaves so from now on; what it has planned stays, unless it falls
        silent."""
        machine, was_silent = self._machine, self._policy.of(seat) == "silent"
        if policy == "silent":
            self._stopped[seat] += 1
        machine.record(e.BotInstructed(machine.now, e.NOBODY, seat, policy))
        if was_silent:
            machine.because_of(machine.newest, lambda: self._wake(seat))

    def plan(self, seat: str, seconds: int, act: Act) -> None:
        """Let the seat's bot act in so many seconds, unless it is stopped before.

        If it goes on later it plans anew: what it had planned stays off.
        """
        before = self._stopped[seat]

        def due() -> None:
            if self._stopped[seat] == before:
                act()

        self._machine.later(seconds, due)

    def _wake(self, seat: str) -> None:
        for wake in self.wakes:
            wake(seat)

    def _tell(self, kind: type, seat: str) -> None:
        machine = self._machine
        machine.record(kind(machine.now, tuple(machine.scenario.roles), seat))
