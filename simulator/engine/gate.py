"""Waiting for a moment and a condition together, where control may still move the moment."""

from __future__ import annotations

from simulator.engine.machine import Act, Machine, Watch
from simulator.engine.repacing import Pace
from simulator.engine.truth import Test, both, reached


class Gate:
    """Acts once, as soon as its second `at` has come, if it has one, and its test holds."""

    def __init__(self, machine: Machine, at: int | None, test: Test, act: Act) -> None:
        self._machine = machine
        self._at = at
        self._test = test
        self._act = act
        self._watch: Watch | None = None
        self._open = False
        self._set_up()

    def repace(self, pace: Pace) -> None:
        """Its second moves with all that is left, if it has not come yet."""
        if self._open or not self._at or self._at <= self._machine.now:
            return
        self._at = pace.at(self._at)
        if self._watch:
            self._machine.unwatch(self._watch)
        self._set_up()

    def _set_up(self) -> None:
        at = [reached(self._at)] if self._at else []
        self._watch = self._machine.watch(both(*at, self._test), self._turned)

    def _turned(self, holds: bool) -> None:
        if holds and not self._open and self._watch:
            self._open = True
            self._machine.unwatch(self._watch)
            self._act()
