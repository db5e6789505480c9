"""One role's past in one language: what it was told once, so that only what is new is told. Pure.

All here follows from the events that the role may know of, whenever they were heard.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final, TypeGuard

from simulator.engine import events as e
from simulator.engine import views as v
from simulator.engine.script import hand_written
from simulator.engine.services import FULL
from simulator.engine.startex import first_line, first_sight
from simulator.engine.state import GaugeState
from simulator.engine.telling import kind_of, sentence
from simulator.engine.trails import Services
from simulator.scenario.scenario import Scenario

Letter = e.InjectSent | e.MessageSent | e.ReportSent

QUIET: Final = (e.ExerciseStarted, e.InjectRead, e.GaugeMoved, e.ReadingTurned)
"""Known, and shown elsewhere; as lines of a log they would bury the rest."""

BURST: Final = 1800
"""Hosts that fall within so many seconds of each other on one asset are one line of the log."""


class Past:
    """`log` is in words, `letters` were sent to the role, `lines` are how each gauge ran since the
    second from which on the role saw it, which is in `since`; `services` is the same for assets.

    `items` are the letters as they were last shown, `stale` the places of those of which something
    was heard since; `reminded` has by its place when control laid a letter before the role once
    more; `shown` is the last view, and `board` the challenges as they were last shown, each with
    what it hung on.
    """

    def __init__(self, scenario: Scenario, role: str, language: str) -> None:
        self.log: list[v.LogLine] = []
        self.letters: list[Letter] = []
        self.items: list[v.Item] = []
        self.stale: set[int] = set()
        self.reminded: dict[int, int] = {}
        self.dissents: defaultdict[str, list[v.DissentView]] = defaultdict(list)
        self.shown: v.RoleView | None = None
        self.board: dict[str, tuple[object, v.ChallengeView]] = {}
        self.services = {name: Services(0, FULL) for name in first_sight(scenario, role).assets}
        self.lines: dict[str, list[GaugeState]] = {name: [] for name in scenario.gauges}
        for name in first_sight(scenario, role).gauges:
            self.lines[name].append(first_line(scenario.gauges[name]))
        self.since = dict.fromkeys(scenario.gauges, 0)
        self._scenario = scenario
        self._role = role
        self._language = language
        self._heard = 0
        self._hit: dict[tuple[str, str], int] = {}
        self._service: dict[str, int] = {}
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._lines: tuple[v.LogLine, ...] = ()

    def hear(self, known: Sequence[e.Event]) -> None:
        """Take up what is new in all that the role may know of, oldest first."""
        for event in known[self._heard :]:
            if isinstance(event, e.GaugeMoved):
                moved = GaugeState(event.value, event.per_hour, event.at)
                self.lines[event.gauge].append(moved)
            elif isinstance(event, e.ServiceChanged):
                if event.asset in self.services:
                    self.services[event.asset].change(event.at, event.level)
            elif isinstance(event, e.Revealed):
                self._see(event)
            elif self._is_letter(event):
                self._receive(event)
            elif isinstance(event, e.InjectRead | e.InjectWithdrawn | e.InjectReminded):
                self._look_again(event)
            elif isinstance(event, e.DissentRecorded):
                dissent = v.DissentView(event.at, event.by, event.text)
                self.dissents[event.decision].append(dissent)
            self._read(event)
            if self._makes_a_line(event):
                said = sentence(self._scenario, event, self._language)
                self.log.append(v.LogLine(event.at, kind_of(event), said, self._did(event)))
        self._heard = len(known)

    def lines_of_log(self) -> tuple[v.LogLine, ...]:
        """The same as before as long as nothing was added."""
        if len(self._lines) != len(self.log):
            self._lines = tuple(self.log)
        return self._lines

    def stir(self, inject: str) -> None:
        """What was sent of it has to be looked at anew."""
        self.stale.update(self._places[inject])

    def _receive(self, letter: Letter) -> None:
        place = len(self.letters)
        self.letters.append(letter)
        self.stale.add(place)
        if isinstance(letter, e.InjectSent):
            self._places[letter.inject].append(place)
            for inject in (letter.inject, *corrections(self._scenario, letter.inject)):
                self.stir(inject)

    def _look_again(self, told: e.InjectRead | e.InjectWithdrawn | e.InjectReminded) -> None:
        """Something became of it; control lays it before the role as it was sent last."""
        places = self._places[told.inject]
        if places and isinstance(told, e.InjectReminded):
            self.reminded[places[-1]] = told.at
        self.stir(told.inject)

    def _see(self, found: e.Revealed) -> None:
        """How gauges and services stand now; how they ran before stays untold."""
        for name, level in found.services:
            self.services.setdefault(name, Services(found.at, level))
        for name, *line in found.lines:
            if not self.lines[name]:
                self.lines[name].append(GaugeState(*line))
                self.since[name] = found.at

    def _read(self, turned: e.Event) -> None:
        """Where a physical gauge has no reading, its curve goes on as it was read last."""
        if not isinstance(turned, e.ReadingTurned):
            return
        lines, at = self.lines[turned.gauge], turned.at
        if turned.value is not None:
            line = GaugeState(turned.value, turned.per_hour, at, turned.low, turned.high)
        elif lines:
            line = GaugeState(lines[-1].at(at), 0, at, lines[-1].low, lines[-1].high)
        else:
            return
        if not lines:
            self.since[turned.gauge] = at
        lines.append(line)

    def _is_letter(self, event: e.Event) -> TypeGuard[Letter]:
        """Whether it was sent to the role; its own messages and reports were not."""
        if isinstance(event, e.MessageSent | e.ReportSent):
            return event.role != self._role
        return isinstance(event, e.InjectSent)

    def _did(self, event: e.Event) -> bool:
        """Whether it is an act of the role itself."""
        if isinstance(event, e.RulingGiven):
            return False
        return self._role in (getattr(event, "role", None), getattr(event, "by", None))

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


def corrections(scenario: Scenario, inject: str) -> tuple[str, ...]:
    """The injects that correct this one, the author's and those of control."""
    by_hand = tuple(other.id for other in hand_written(scenario) if other.corrects == inject)
    return (*_corrections(scenario).get(inject, ()), *by_hand)


def _corrections(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] | None = scenario.memo.get("corrections")
    if found is None:
        found = scenario.memo["corrections"] = {}
        for other in scenario.injects:
            if other.corrects:
                found[other.corrects] = (*found.get(other.corrects, ()), other.id)
    return found
