"""Physical gauges at work: what drives them, what is shown of them, what rings and what breaks."""

from __future__ import annotations

from typing import NamedTuple

from simulator.engine import events as e
from simulator.engine.consequences import Consequences
from simulator.engine.crossings import Crossings, mark_of
from simulator.engine.gauging import fine
from simulator.engine.lines import first_at
from simulator.engine.machine import Machine
from simulator.engine.state import GaugeState
from simulator.scenario.effects import GaugeEffect


class Pull(NamedTuple):
    """What brings a gauge to a value, at a speed; in thousandths."""

    to: int
    per_hour: int


class Line(NamedTuple):
    """From `value` by `per_hour`, from `low` to `high`; in thousandths."""

    value: int
    per_hour: int
    low: int
    high: int


def driven(value: int, pull: Pull | None, drift: int, low: int, high: int) -> Line:
    """The line of a gauge that is pulled and drifts: it ends where the pull brings it, and is held
    there against any drift that is no stronger."""
    if pull is None:
        return Line(value, drift, low, high)
    if value == pull.to:
        left = max(0, abs(drift) - pull.per_hour)
        return Line(value, left if drift > 0 else -left, low, high)
    rises = pull.to > value
    per_hour = drift + (pull.per_hour if rises else -pull.per_hour)
    if rises and per_hour > 0:
        return Line(value, per_hour, low, pull.to)
    if not rises and per_hour < 0:
        return Line(value, per_hour, pull.to, high)
    return Line(value, per_hour, low, high)


class Physics:
    """All physical gauges of a run."""

    def __init__(self, machine: Machine, consequences: Consequences) -> None:
        physical = machine.state.physics
        self._gauges = {name: PhysicalGauge(machine, consequences, name) for name in physical}
        consequences.works = lambda effect: self._gauges[effect.gauge].work(effect)
        consequences.pulls = lambda gauge, rate: self._gauges[gauge].pull(rate)
        machine.follow(e.ServiceChanged, self._served)
        machine.follow(e.Revealed, self._revealed)

    def begin(self) -> None:
        for gauge in self._gauges.values():
            gauge.begin()

    def _served(self, event: e.ServiceChanged) -> None:
        for gauge in self._gauges.values():
            if gauge.asset == event.asset:
                gauge.run()

    def _revealed(self, event: e.Revealed) -> None:
        for name in event.gauges:
            if name in self._gauges:
                self._gauges[name].show(event.to)


class PhysicalGauge:
    """One of them."""

    def __init__(self, machine: Machine, consequences: Consequences, name: str) -> None:
        gauge = machine.scenario.gauges[name]
        self._machine = machine
        self._consequences = consequences
        self._name = name
        self._gauge = gauge
        self._process = gauge.process
        self.asset = gauge.process.asset if gauge.process else ""
        self._low, self._high = fine(gauge.range.low), fine(gauge.range.high)
        self._state = machine.state.physics[name]
        self._drift = 0
        self._lines = 0
        self._passings = 0
        alarms = {alarm: mark_of(told, gauge.range) for alarm, told in gauge.alarms.items()}
        limits = {limit: mark_of(told, gauge.range) for limit, told in gauge.limits.items()}
        self._alarms = Crossings(
            machine, alarms, lambda: self._state.shown, self._rings, lambda: self._state.silent
        )
        self._limits = Crossings(machine, limits, self._truth, self._passes)

    def _truth(self) -> GaugeState:
        return self._machine.state.gauges[self._name]

    def begin(self) -> None:
        self.run()
        self._alarms.look()
        self._limits.look()

    # What is true

    def run(self, value: int | None = None) -> None:
        """Go on as it is driven now, from `value` where it is brought there, within its range."""
        machine, before = self._machine, self._truth()
        stands = before.at(machine.now)
        start = stands if value is None else min(self._high, max(self._low, value))
        pull = self._pull()
        line = driven(start, pull, self._drift, self._low, self._high)
        if line != (stands, before.per_hour, before.low, before.high):
            machine.record(e.ValueTurned(machine.now, e.NOBODY, self._name, *line))
            machine.aim(self._name)
            self._limits.look()
            self._go_past(pull)
        self.show()

    def _go_past(self, pull: Pull | None) -> None:
        """A drift that is stronger than what pulls takes the gauge on beyond the set point."""
        self._lines += 1
        number, line = self._lines, self._truth()
        if pull and line.per_hour and abs(self._drift) > pull.per_hour and line.value != pull.to:
            wait = first_at(line, pull.to) - self._machine.now
            if wait > 0:
                self._machine.later(wait, lambda: self._arrived(number))

    def _arrived(self, number: int) -> None:
        if number == self._lines:
            self.run()

    def _pull(self) -> Pull | None:
        """Who drives it: people by hand, its asset, or nobody."""
        process = self._process
        if process is None:
            return None
        if self._state.manual:
            return Pull(fine(process.target), fine(process.by_hand)) if process.by_hand else None
        if self._machine.state.assets[process.asset].service:
            return Pull(self._state.target, fine(process.per_hour))
        fails = process.fails
        return Pull(fine(fails.to), fine(fails.per_hour)) if fails else None

    def pull(self, rate: int) -> None:
        """A drift of so many thousandths an hour begins; below 0, one ends, or it falls."""
        self._drift += rate
        self.run()

    # What is done to it

    def work(self, effect: GaugeEffect) -> None:
        """All that an effect says, in one moment."""
        machine, state, name = self._machine, self._state, self._name
        if effect.target is not None and fine(effect.target) != state.target:
            target = fine(effect.target)
            machine.record(e.SetPointChanged(machine.now, e.NOBODY, name, target))
        if effect.manual is not None and effect.manual != state.manual:
            to = machine.who_sees("gauges", name)
            machine.record(e.ManualTurned(machine.now, to, name, effect.manual))
        self._forge(effect)
        value = self._truth().at(machine.now) if effect.set is None else fine(effect.set)
        jumps = effect.set is not None or effect.add is not None
        self.run(value + fine(effect.add or 0) if jumps else None)
        if effect.silent is not None and effect.silent != state.silent:
            machine.record(e.AlarmsSilenced(machine.now, e.NOBODY, name, effect.silent))
            self._alarms.look()

    def _forge(self, effect: GaugeEffect) -> None:
        shows = effect.shows
        how = "blind" if effect.blind else "honest" if effect.honest else ""
        how = how if shows is None else "spoofed"
        value = 0 if shows is None else fine(shows)
        if how and (how, value) != (self._state.reading, self._state.forged):
            machine = self._machine
            machine.record(e.ReadingForged(machine.now, e.NOBODY, self._name, how, value))

    # What is shown

    def show(self, to: e.Roles | None = None) -> None:
        """Show its reading where that has turned, or to those who see it for the first time."""
        line, now = self._reading(), self._machine.now
        if to is None and _same(self._state.shown, line, now):
            return
        seers = self._machine.who_sees("gauges", self._name) if to is None else to
        told: tuple[int | None, int, int, int] = (None, 0, 0, 0)
        if line:
            told = line.at(now), line.per_hour, line.low, line.high
        self._machine.record(e.ReadingTurned(now, seers, self._name, *told))
        self._alarms.look()

    def _reading(self) -> GaugeState | None:
        """People who work it by hand read it on the spot, whatever the screens show."""
        state = self._state
        if state.manual or state.reading == "honest":
            return self._truth()
        if state.reading == "blind":
            return None
        return GaugeState(state.forged, 0, self._machine.now, self._low, self._high)

    # What rings and what breaks

    def _rings(self, alarm: str, rings: bool) -> None:
        machine = self._machine
        to = machine.who_sees("gauges", self._name)
        if not rings:
            machine.record(e.AlarmCleared(machine.now, to, self._name, alarm))
            return
        machine.record(e.AlarmRang(machine.now, to, self._name, alarm))
        inject = self._gauge.alarms[alarm].inject
        if inject:
            machine.because_of(machine.newest, lambda: self._consequences.sends(inject))

    def _passes(self, limit: str, beyond: bool) -> None:
        if not beyond:
            return
        machine, then = self._machine, self._gauge.limits[limit].then
        self._passings += 1
        cause = f"limit/{self._name}/{limit}/{self._passings}"
        machine.record(e.LimitPassed(machine.now, e.NOBODY, self._name, limit))
        machine.because_of(machine.newest, lambda: self._consequences.apply(then, cause))


def _same(one: GaugeState | None, other: GaugeState | None, now: int) -> bool:
    """Whether both lines run the same from now on."""
    if one is None or other is None:
        return one is other
    return (one.at(now), one.per_hour, one.low, one.high) == (
        other.at(now), other.per_hour, other.low, other.high,
    )  # fmt: skip
