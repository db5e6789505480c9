"""The MSEL as rows, each made anew only when something that it tells has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from typing import Any, Final, cast

from simulator.engine import events as e
from simulator.engine.fold.steering import ACTS_ON_INJECTS
from simulator.engine.overseeing.paces import Paces
from simulator.engine.overseeing.rows import Act, row
from simulator.engine.overseeing.run import Run, titles_of
from simulator.engine.overseeing.senders import senders
from simulator.engine.overseeing.triggers import Trigger, trigger
from simulator.engine.state import State
from simulator.engine.touches import touched
from simulator.engine.truth import Key
from simulator.engine.views.overview import InjectRow

OF_INJECTS: Final = (
    e.InjectSent, e.InjectSkipped, e.InjectRead, e.InjectHeld, e.InjectReleased,
    e.InjectPostponed, e.InjectWritten, e.InjectWithdrawn, e.InjectReminded,
)  # fmt: skip


class Msel:
    """All injects of a run, told in one language."""

    def __init__(self, run: Run, language: str, paces: Paces) -> None:
        self._run = run
        self._titles = titles_of(run, language)
        self._paces = paces
        self._senders = senders(self._titles)
        self._rows: dict[str, InjectRow] = {}
        self._triggers: dict[str, Trigger] = {}
        self._hangs: defaultdict[Key, set[str]] = defaultdict(set)
        self._levels: defaultdict[str, set[int]] = defaultdict(set)
        self._between: dict[str, tuple[int, int]] = {}
        self._turns: list[tuple[int, str]] = []
        self._acts: dict[str, Act] = {}
        self._stale = set(run.scenario.inject)
        self._heard = 0
        self._told: tuple[InjectRow, ...] = ()

    def told(self) -> tuple[InjectRow, ...]:
        """The rows as they stand, in the author's order and then those that control wrote."""
        self._hear(self._run.log)
        self._pass_time()
        changed = [name for name in self._stale if self._renew(name)]
        self._stale.clear()
        if changed:
            self._told = tuple(
                self._rows[name] for name in self._run.scenario.inject if name in self._rows
            )
        return self._told

    def _hear(self, log: Sequence[e.Event]) -> None:
        for place in range(self._heard, len(log)):
            event = log[place]
            if isinstance(event, e.Repaced | e.TempoSet):
                self._triggers.clear()
                self._stale.update(self._run.scenario.inject)
            elif isinstance(event, e.Steered) and event.act in ACTS_ON_INJECTS:
                self._acts[event.of] = Act(event.act, event.by, event.reason)
                self._stir(("inject", event.of))
            elif isinstance(event, e.InjectSkipped):
                self._strike(event)
            elif isinstance(event, e.InjectWritten):
                # What it sends, and what it is sent by, may have another name now.
                self._senders = senders(self._titles)
                self._triggers.clear()
                self._stale.update(self._run.scenario.inject)
            if self._rows:
                # Before there are any, all are to be made.
                for key in _stirred(self._run.state, event):
                    self._stir(key)
        self._heard = len(log)

    def _strike(self, event: e.InjectSkipped) -> None:
        """Who of control struck it is known; else it was the plot, which says why."""
        last = self._acts.get(event.inject)
        if last is None or last.act != "skip":
            self._acts[event.inject] = Act("skip", "", event.why)

    def _stir(self, key: Key) -> None:
        if key[0] == "inject" and key[1] in self._run.scenario.inject:
            self._stale.add(key[1])
        self._stale.update(self._hangs.get(key, ()))

    def _pass_time(self) -> None:
        now = self._run.now
        while self._turns and self._turns[0][0] <= now:
            self._stale.add(heappop(self._turns)[1])
        for gauge, levels in self._levels.items():
            value = self._run.state.gauges[gauge].at(now)
            between = sum(level < value for level in levels), sum(level > value for level in levels)
            if self._between.get(gauge) != between:
                self._between[gauge] = between
                self._stir(("gauge", gauge))

    def _renew(self, name: str) -> bool:
        """Make its row again; whether it is another now."""
        run = self._run
        told = self._triggers.get(name) or self._follow(name)
        floor = run.state.injects[name].floor
        if floor > run.now:
            heappush(self._turns, (floor, name))
        new = row(self._titles, told, run.state, run.now, self._acts.get(name))
        if self._rows.get(name) == new:
            return False
        self._rows[name] = new
        return True

    def _follow(self, name: str) -> Trigger:
        """What the inject is sent by; from now on its row is made again when that changes."""
        inject = self._run.scenario.inject[name]
        at = self._paces.at(inject.at or 0)
        told = trigger(self._titles, inject, self._senders.get(name, ()), at)
        self._triggers[name] = told
        for key in told.reads():
            self._hangs[key].add(name)
        for role in inject.to:
            self._hangs["seat", role].add(name)
        if inject.decision:
            self._hangs["decision", inject.decision_id].add(name)
        for time in told.times():
            if time > self._run.now:
                heappush(self._turns, (time, name))
        for gauge, level in told.levels():
            self._levels[gauge].add(level)
        return told


def _stirred(state: State, event: e.Event) -> Iterator[Key]:
    """What the event has changed of things that rows tell."""
    yield from touched(state, event)
    told = cast("Any", event)
    if isinstance(event, OF_INJECTS):
        yield "inject", told.inject
    if isinstance(event, e.InjectsPlanned):
        for inject, _ in event.times:
            yield "inject", inject
    if isinstance(event, e.ContestClosed):
        # What was not solved by then never will be.
        for challenge in state.challenges:
            yield "challenge", challenge
    if isinstance(event, e.InjectWithdrawn) and event.decision:
        yield "decision", event.decision
    if isinstance(event, e.RulingGiven):
        yield "decision", event.subject
