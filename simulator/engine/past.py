"""One role's past in one language: what it was told once, so that only what is new is told. Pure.

All here follows from the events that the role may know of, whenever they were heard.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeGuard

from simulator.engine import events as e
from simulator.engine import views as v
from simulator.engine.startex import first_sight
from simulator.engine.state import GaugeState
from simulator.engine.telling import kind_of, sentence
from simulator.scenario.scenario import Scenario

Letter = e.InjectSent | e.MessageSent | e.ReportSent

QUIET: Final = (e.ExerciseStarted, e.InjectRead, e.GaugeMoved)
"""Known, and shown elsewhere; as lines of a log they would bury the rest."""

BURST: Final = 1800
"""Hosts that fall within so many seconds of each other on one asset are one line of the log."""


class Past:
    """`log` is in words, `letters` were sent to the role, `lines` are how each gauge ran since the
    second from which on the role saw it, which is in `since`.

    `items` are the letters as they were last shown.
    """

    def __init__(self, scenario: Scenario, role: str, language: str) -> None:
        self.log: list[v.LogLine] = []
        self.letters: list[Letter] = []
        self.items: list[v.Item] = []
        self.lines: dict[str, list[GaugeState]] = {name: [] for name in scenario.gauges}
        for name in first_sight(scenario, role).gauges:
            self.lines[name].append(GaugeState(round(scenario.gauges[name].start * 1000)))
        self.since = dict.fromkeys(scenario.gauges, 0)
        self._scenario = scenario
        self._role = role
        self._language = language
        self._heard = 0
        self._hit: dict[tuple[str, str], int] = {}
        self._service: dict[str, int] = {}

    def hear(self, known: Sequence[e.Event]) -> None:
        """Take up what is new in all that the role may know of, oldest first."""
        for event in known[self._heard :]:
            if isinstance(event, e.GaugeMoved):
                moved = GaugeState(event.value, event.per_hour, event.at)
                self.lines[event.gauge].append(moved)
            elif isinstance(event, e.Revealed):
                self._see(event)
            elif self._is_letter(event):
                self.letters.append(event)
            if self._makes_a_line(event):
                said = sentence(self._scenario, event, self._language)
                self.log.append(v.LogLine(event.at, kind_of(event), said))
        self._heard = len(known)

    def _see(self, found: e.Revealed) -> None:
        """How a gauge stands now; how it ran before stays untold."""
        for name, *line in found.lines:
            if not self.lines[name]:
                self.lines[name].append(GaugeState(*line))
                self.since[name] = found.at

    def _is_letter(self, event: e.Event) -> TypeGuard[Letter]:
        """Whether it was sent to the role; its own messages and reports were not."""
        if isinstance(event, e.MessageSent | e.ReportSent):
            return event.role != self._role
        return isinstance(event, e.InjectSent)

    def _makes_a_line(self, event: e.Event) -> bool:
        """Whether the log tells it: a run of small losses is told once."""
        if isinstance(event, e.HostsHit):
            last = self._hit.get((event.asset, event.how), -BURST)
            self._hit[event.asset, event.how] = event.at
            return event.at - last >= BURST
        if isinstance(event, e.ServiceChanged):
            before = self._service.get(event.asset, 10)
            self._service[event.asset] = event.level // 100
            return before != event.level // 100
        return not isinstance(event, QUIET)
