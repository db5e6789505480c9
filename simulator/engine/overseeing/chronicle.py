"""The last of what has happened, to anybody, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.engine import events as e
from simulator.engine.past import BURST
from simulator.engine.telling import kind_of, sentence
from simulator.engine.titles import Titles
from simulator.engine.views.desk import LogLine

LINES: Final = 300
"""So many has the log on the panel."""


class Chronicle:
    """`lines` are the newest LINES, told in one language, and `places` where in the log each
    stands. What goes on minute by minute, such as hosts that fall, is told once in a while: it
    would bury the rest."""

    def __init__(self, titles: Titles) -> None:
        self.lines: tuple[LogLine, ...] = ()
        self.places: tuple[int, ...] = ()
        self._titles = titles
        self._heard = 0
        self._since: dict[tuple[str, str], int] = {}
        self._service: dict[str, int] = {}

    def hear(self, log: Sequence[e.Event]) -> None:
        """Take up what has happened since."""
        new = [place for place in range(self._heard, len(log)) if self._tells(log[place])][-LINES:]
        if new:
            told = (self._line(log[place]) for place in new)
            self.lines = (*self.lines, *told)[-LINES:]
            self.places = (*self.places, *new)[-LINES:]
        self._heard = len(log)

    def _tells(self, event: e.Event) -> bool:
        match event:
            case e.InjectsPlanned():
                return False
            case e.HostsHit():
                return self._goes_on(event.asset, event.how, event.at)
            case e.DataLeaked():
                return self._goes_on(event.asset, "leaks", event.at)
            case e.ServiceChanged():
                before = self._service.get(event.asset, 10)
                self._service[event.asset] = event.level // 100
                return before != event.level // 100
            case _:
                return True

    def _goes_on(self, asset: str, how: str, at: int) -> bool:
        """Whether it is time to tell again what goes on there."""
        if at - self._since.get((asset, how), -BURST) < BURST:
            return False
        self._since[asset, how] = at
        return True

    def _line(self, event: e.Event) -> LogLine:
        titles = self._titles
        said = sentence(titles.scenario, event, titles.language, titles.orders)
        return LogLine(event.at, kind_of(event), said, isinstance(event, e.Steered))
