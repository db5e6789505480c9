"""The adversary as a seat: while people hold it, what could begin waits until they launch it."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from simulator.engine import events as e
from simulator.engine.commands import Launch
from simulator.engine.machine import Machine
from simulator.engine.truth import Test
from simulator.scenario.scenario import Scenario


def red_seat(scenario: Scenario) -> str | None:
    """The seat that plays the adversary, where there is one."""
    return next((name for name, role in scenario.roles.items() if role.red), None)


class Launches:
    """The steps that wait to be launched, each with the event that wakes it. Where nobody plays the
    adversary none does, and its campaign goes on by itself."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._seat = red_seat(machine.scenario)
        self._waiting: dict[str, Any] = {}
        machine.follow(e.SeatVacated, lambda vacated: self._left(vacated.seat))

    @property
    def wanted(self) -> bool:
        """Whether people have to launch what could begin."""
        return self._seat in self._machine.state.staffed

    def wait(self, step: str, blocked: Test | None) -> Generator[Any, Any, bool]:
        """A process part: until it is launched, and then True; or until something blocks it or
        nobody is there to launch it any more."""
        machine = self._machine
        woken = self._waiting[step] = machine.env.event()
        machine.record(e.StepReady(machine.now, (self._seat or "",), step))
        watch = machine.watch(blocked, lambda _: self._wake(step, False)) if blocked else None
        try:
            launched: bool
            launched, machine.cause = yield woken
            return launched
        finally:
            del self._waiting[step]
            if watch:
                machine.unwatch(watch)

    def launch(self, asked: Launch) -> None:
        machine = self._machine
        launched = e.StepLaunched(machine.now, (self._seat or "",), asked.step, asked.role)
        machine.record(launched)
        machine.because_of(machine.newest, lambda: self.go(asked.step))

    def go(self, step: str) -> None:
        """Let it begin, if it waits to be launched."""
        if step in self._waiting:
            self._wake(step, True)

    def _left(self, seat: str) -> None:
        if seat == self._seat:
            for step in self._waiting:
                self._wake(step, False)

    def _wake(self, step: str, launched: bool) -> None:
        woken = self._waiting[step]
        if not woken.triggered:
            woken.succeed((launched, self._machine.cause))
