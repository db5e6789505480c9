"""Measures at work: each watches its condition and tells when its fate turns."""

from __future__ import annotations

from simulator.engine import events as e
from simulator.engine.machine import Machine
from simulator.engine.truth import Test, was_reported
from simulator.scenario.evaluation import Done, Keep, Never, Reported


class Judging:
    """Follows every measure of every objective from STARTEX on."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine

    def begin(self) -> None:
        for name, objective in self._machine.scenario.objectives.items():
            for number, (_, measure) in enumerate(objective.every_measure()):
                self._follow(f"{name}/{number}", measure)

    def _follow(self, name: str, measure: Done | Reported | Keep | Never) -> None:
        match measure:
            case Done():
                self._race(name, self._machine.test(measure.done), measure)
            case Reported():
                self._race(name, was_reported(measure.reported), measure)
            case Never():
                self._machine.once(
                    self._machine.test(measure.never), lambda: self._turn(name, "failed")
                )
            case Keep():
                self._turn(name, "broken")
                self._machine.watch(
                    self._machine.test(measure.keep),
                    lambda holds: self._turn(name, "holds" if holds else "broken"),
                )

    def _race(self, name: str, done: Test, measure: Done | Reported) -> None:
        """Met when it is done; failed when the time since STARTEX or `since` has run out."""
        machine, within = self._machine, measure.within

        def began() -> None:
            if within is not None and not self._settled(name):
                self._turn(name, "running")
                machine.later(within + 1, lambda: self._too_late(name))

        machine.once(done, lambda: self._met(name, within))
        machine.once(machine.test(measure.since), began)

    def _met(self, name: str, within: int | None) -> None:
        clock = self._machine.state.measures[name]
        if clock.now == "running" and self._machine.now > clock.since + (within or 0):
            self._turn(name, "failed")
        elif not self._settled(name):
            self._turn(name, "met")

    def _too_late(self, name: str) -> None:
        if not self._settled(name):
            self._turn(name, "failed")

    def _settled(self, name: str) -> bool:
        return self._machine.state.measures[name].now in ("met", "failed")

    def _turn(self, name: str, now: str) -> None:
        self._machine.record(e.MeasureTurned(self._machine.now, e.NOBODY, name, now))
