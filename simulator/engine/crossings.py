"""Levels that a line passes, each told once, at exactly that second, until the line is back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from simulator.engine.gauging import fine
from simulator.engine.lines import next_turn
from simulator.engine.machine import Machine
from simulator.engine.state import GaugeState
from simulator.scenario.physics import Crossing, Range

STEADY = 100
"""A line is back when it has come back by one part in so many of the gauge's range.

A line that trembles at a level would else pass it again and again.
"""


class Mark(NamedTuple):
    """A level in thousandths, and where a line is back that had passed it."""

    level: int
    back: int
    falling: bool

    def passed(self, value: int) -> bool:
        return value < self.level if self.falling else value > self.level

    def is_back(self, value: int) -> bool:
        return value >= self.back if self.falling else value <= self.back


def mark_of(crossing: Crossing, range_: Range) -> Mark:
    low, high = fine(range_.low), fine(range_.high)
    steady = max(1, (high - low) // STEADY)
    if crossing.below is not None:
        level = fine(crossing.below)
        return Mark(level, min(high, level + steady), falling=True)
    level = fine(crossing.above or 0)
    return Mark(level, max(low, level - steady), falling=False)


class Crossings:
    """Watches the line of one gauge: `turned(name, beyond)` when it passes a mark, or is back.

    Where there is no line nothing is judged; what is `muted` is not beyond anything.
    """

    def __init__(
        self,
        machine: Machine,
        marks: Mapping[str, Mark],
        line: Callable[[], GaugeState | None],
        turned: Callable[[str, bool], None],
        muted: Callable[[], bool] = lambda: False,
    ) -> None:
        self._machine = machine
        self._marks = marks
        self._line = line
        self._turned = turned
        self._muted = muted
        self._beyond = set[str]()
        self._levels = {level for mark in marks.values() for level in (mark.level, mark.back)}
        self._looks = 0

    def look(self) -> None:
        """Judge it anew, right after what is going on now, and whenever it passes a mark."""
        if self._marks:
            self._look_in(0)

    def _look_in(self, seconds: int) -> None:
        self._looks += 1
        number = self._looks
        self._machine.later(seconds, lambda: self._look(number))

    def _look(self, number: int) -> None:
        if number != self._looks:
            return
        line, now = self._line(), self._machine.now
        for name, mark in self._marks.items():
            beyond = name in self._beyond
            if self._muted():
                turns = beyond
            elif line is None:
                turns = False
            else:
                turns = (mark.is_back if beyond else mark.passed)(line.at(now))
            if turns:
                self._beyond ^= {name}
                self._turned(name, not beyond)
        turn = next_turn(line, self._levels, now) if line else None
        if turn is not None and number == self._looks:
            self._look_in(turn - now)
