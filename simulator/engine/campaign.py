"""The adversary: each step a process that races the defenders, and is noticed or not."""

from __future__ import annotations

from collections.abc import Callable

import simpy

from simulator.engine import events as e
from simulator.engine.consequences import Consequences
from simulator.engine.gate import Gate
from simulator.engine.harm import Harm
from simulator.engine.launching import Launches
from simulator.engine.machine import Life, Machine, Watch
from simulator.engine.repacing import Pace
from simulator.engine.truth import both, denied, step_done
from simulator.scenario.adversary import Detection, Step
from simulator.scenario.effects import StepEffect

ENDED = ("done", "failed", "stopped")


class Campaign:
    """All steps of the adversary, each by its id."""

    def __init__(
        self, machine: Machine, consequences: Consequences, send: Callable[[str], None]
    ) -> None:
        self.launches = launches = Launches(machine)
        cuts: dict[str, int] = {}
        self._runs = {
            step.id: StepRun(machine, consequences, send, launches, step, cuts)
            for step in machine.scenario.step.values()
        }
        consequences.steers = lambda effect, cause: self._runs[effect.step].steer(effect, cause)
        machine.follow(e.LinkChanged, lambda changed: cuts.update({changed.asset: machine.cause}))

    def begin(self) -> None:
        for run in self._runs.values():
            run.begin()

    def repace(self, pace: Pace) -> None:
        """What the adversary is about to do moves with all that is left."""
        for run in self._runs.values():
            run.repace(pace)


class StepRun:
    """One step from waiting to its end. `cuts` has the place of the last change of each link."""

    def __init__(
        self, machine: Machine, consequences: Consequences, send: Callable[[str], None],
        launches: Launches, step: Step, cuts: dict[str, int],
    ) -> None:  # fmt: skip
        self._machine = machine
        self._consequences = consequences
        self._send = send
        self._launches = launches
        self._step = step
        self._stopped_by = machine.test(step.stopped_by) if step.stopped_by else None
        self._harm = Harm(machine, consequences, step, cuts, self._tell)
        self._extra = self._due = 0
        self._at_once = False
        self._process: simpy.Process
        self._stop: Watch | None = None
        self._block: Watch | None = None
        self._gate: Gate | None = None

    def begin(self) -> None:
        machine = self._machine
        if self._stopped_by:
            self._stop = machine.watch(self._stopped_by, _only_its_cause)
        if self._step.blocked_by:
            self._block = machine.watch(machine.test(self._step.blocked_by), _only_its_cause)
        self._nudge = self._machine.env.event()
        self._process = self._machine.live(self._life())

    def steer(self, effect: StepEffect, cause: str) -> None:
        """Stop, start or delay the step from outside; one that has ended stays as it is."""
        step = self._machine.state.steps[self._step.id]
        if step.phase in ENDED:
            return
        if effect.stop:
            self._process.interrupt(self._machine.cause)
        if step.started:
            return
        if effect.delay:
            more = self._machine.delay(effect.delay, "step-delay", cause)
            if step.phase == "planned":
                self._plan(self._due + more)
            else:
                self._extra += more
        if effect.start:
            self._at_once = True
            self._poke()
            self._launches.go(self._step.id)

    def repace(self, pace: Pace) -> None:
        """What was begun goes on as it does; what was not moves."""
        if self._machine.state.steps[self._step.id].phase == "planned":
            self._plan(pace.at(self._due))
            self._poke()
        elif self._gate:
            self._gate.repace(pace)

    def _plan(self, due: int) -> None:
        self._due = due
        self._machine.record(e.StepPlanned(self._machine.now, e.NOBODY, self._step.id, due))

    def _poke(self) -> None:
        if not self._nudge.triggered:
            self._nudge.succeed(self._machine.cause)

    def _life(self) -> Life:
        try:
            yield self._machine.env.timeout(0)  # what is done to it at STARTEX comes first
            yield from self._wait_for_its_turn()
            yield from self._try()
        except simpy.Interrupt:
            self._tell(e.StepStopped)

    def _tell(self, kind: type) -> None:
        self._machine.record(kind(self._machine.now, e.NOBODY, self._step.id))

    def _wait_for_its_turn(self) -> Life:
        step = self._step
        machine, now = self._machine, self._machine.now
        turn = both(*(step_done(name) for name in step.after), machine.test(step.when))
        if (step.at or 0) > now or not turn.holds(machine.state, now):
            self._gate = Gate(machine, step.at, turn, self._poke)
            machine.cause = yield self._nudge

    def _try(self) -> Life:
        step, chance = self._step, self._machine.chance
        tries = 1 + (step.retry.times if step.retry else 0)
        for number in range(tries):
            name = f"{step.id}/{number}"
            span = step.retry.after if step.retry and number else step.delay
            yield from self._wait_until_due(self._machine.delay(span, "step", name))
            yield from self._wait_for_go()
            if self._stop and self._is_stopped():
                self._machine.cause = self._stop.cause
                self._tell(e.StepStopped)
                return
            if chance.happens(step.chance, "step-success", name):
                yield from self._run()
                return
            final = number + 1 == tries
            self._machine.record(e.StepFailed(self._machine.now, e.NOBODY, step.id, final))
        self._machine.cause = self._machine.newest
        self._consequences.apply(step.otherwise, f"step/{step.id}/otherwise")

    def _wait_until_due(self, delay: int) -> Life:
        machine = self._machine
        if not self._at_once:
            self._plan(machine.now + delay + self._extra)
        self._extra = 0
        while machine.now < self._due and not self._at_once:
            self._nudge = machine.env.event()
            yield machine.env.timeout(self._due - machine.now) | self._nudge
            if self._nudge.triggered:
                woken: int = self._nudge.value  # type: ignore[assignment]  # nudged with one
                machine.cause = woken
        self._at_once = False

    def _wait_for_go(self) -> Life:
        """Until nothing blocks it, and people who play the adversary have launched it."""
        block = self._block.test if self._block else None
        while True:
            yield from self._wait_while_blocked()
            if not self._launches.wanted:
                return
            if (yield from self._launches.wait(self._step.id, block)):
                return

    def _wait_while_blocked(self) -> Life:
        if self._block is None:
            return
        machine, blocked = self._machine, self._block.test
        if blocked.holds(machine.state, machine.now):
            machine.because_of(self._block.cause, lambda: self._tell(e.StepBlocked))
            machine.cause = yield machine.until(denied(blocked))

    def _is_stopped(self) -> bool:
        stop = self._stopped_by
        return stop is not None and stop.holds(self._machine.state, self._machine.now)

    def _run(self) -> Life:
        step, machine = self._step, self._machine
        self._tell(e.StepStarted)
        machine.cause = machine.newest
        if self._stopped_by:
            machine.once(self._stopped_by, self._interrupt)
        if step.seen:
            self._may_be_seen(step.seen)
        for asset in step.foothold:
            self._consequences.foothold(asset, True)
        yield from self._harm.done()
        yield machine.env.timeout(machine.delay(step.lasts, "step-lasts", step.id))
        self._tell(e.StepSucceeded)
        machine.cause = machine.newest
        self._consequences.apply(step.then, f"step/{step.id}")

    def _interrupt(self) -> None:
        if self._process.is_alive:
            self._process.interrupt(self._machine.cause)

    def _may_be_seen(self, seen: Detection) -> None:
        machine, name = self._machine, self._step.id
        chance, within = seen.chance, seen.within
        for sooner in seen.sooner:
            if machine.holds(sooner.when):
                chance = chance if sooner.chance is None else sooner.chance
                within = sooner.within or within
                break
        if machine.chance.happens(chance, "step-seen", name):
            delay = machine.delay(within, "step-seen-after", name)
            machine.later(delay, lambda: self._is_seen(seen))

    def _is_seen(self, seen: Detection) -> None:
        machine, assets = self._machine, self._machine.scenario.assets
        if seen.inject:
            to = machine.scenario.inject[seen.inject].to
        else:
            to = tuple(dict.fromkeys(assets[name].owner for name in self._step.assets()))
        machine.record(e.StepSeen(machine.now, to, self._step.id, self._touched()))
        if seen.inject:
            alarm = seen.inject
            machine.because_of(machine.newest, lambda: self._send(alarm))

    def _touched(self) -> tuple[str, ...]:
        """The step's assets that bear a trace of the adversary by now."""
        states = self._machine.state.assets
        return tuple(
            name
            for name in self._step.assets()
            if (state := states[name]).foothold or state.encrypted or state.wiped or state.leaked
        )


def _only_its_cause(holds: bool) -> None:
    """It is watched to know what turned it."""
