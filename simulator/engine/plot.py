"""Injects: when each is sent, in which variant, and what its sending sets off."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine import script
from simulator.engine.consequences import Consequences
from simulator.engine.gate import Gate
from simulator.engine.machine import Machine
from simulator.engine.repacing import Pace
from simulator.engine.texts import live_values
from simulator.engine.truth import both, was_sent
from simulator.scenario.injects import Inject, Variant
from simulator.speech import mark

Deed = Callable[[Any, bool], None]
"""Does what a command asks; the second says whether a bot gave it."""

Times = Iterable[tuple[str, int]]


class Plot:
    """The MSEL at work. `asks` opens the decision of an inject once it is sent."""

    def __init__(
        self, machine: Machine, consequences: Consequences, asks: Callable[[Inject], None]
    ) -> None:
        self._machine = machine
        self._consequences = consequences
        self._asks = asks
        self._kept: dict[str, None] = {}
        self._timers: dict[str, int] = {}
        self._gates: list[Gate] = []
        self._forms: dict[str, script.Form] = {}
        consequences.sends = self.send
        consequences.strikes = lambda inject: self.skip(inject, mark("struck by an effect"))
        machine.follow(
            e.InjectWritten, lambda told: script.take_up(machine.scenario, told.inject, told.form)
        )

    def begin(self) -> None:
        """Whatever comes at the same second comes in the author's order."""
        times = []
        for inject in self._machine.scenario.injects:
            if inject.by_hand:
                continue
            if inject.after or inject.when:
                self._await(inject)
            elif inject.at is not None:
                times.append((inject.id, inject.at + self._delay(inject)))
                self._set_timer(*times[-1])
        self._tell(times)

    def _delay(self, inject: Inject) -> int:
        return self._machine.delay(inject.delay, "inject-delay", inject.id)

    def _await(self, inject: Inject) -> None:
        machine = self._machine
        after = [was_sent(inject.after)] if inject.after else []
        test = both(*after, machine.test(inject.when))
        self._gates.append(Gate(machine, inject.at, test, lambda: self._turned(inject)))

    def _turned(self, inject: Inject) -> None:
        """What it waited for has come; only its delay is left."""
        if delay := self._delay(inject):
            self._come_at(inject.id, self._machine.now + delay)
        else:
            self._machine.later(0, lambda: self.come_due(inject.id))

    def _come_at(self, name: str, second: int) -> None:
        """It comes due then, or when control lets it."""
        state = self._machine.state.injects[name]
        if not (state.sent or state.skipped):
            self._plan([(name, max(second, state.floor))])

    def _plan(self, times: Times) -> None:
        """These injects are to be sent at these seconds, whatever was planned before."""
        planned = tuple(times)
        self._tell(planned)
        for name, due in planned:
            self._set_timer(name, due)

    def _tell(self, times: Times) -> None:
        machine, told = self._machine, tuple(times)
        if told:
            machine.record(e.InjectsPlanned(machine.now, e.NOBODY, told))

    def _set_timer(self, name: str, due: int) -> None:
        number = self._timers[name] = self._timers.get(name, 0) + 1

        def rings() -> None:
            if self._timers[name] == number:
                self.come_due(name)

        self._machine.later(due - self._machine.now, rings)

    def come_due(self, name: str) -> None:
        """Its moment has come, by itself or by a detection; what was sent before stays sent."""
        machine, state = self._machine, self._machine.state.injects[name]
        if state.sent or state.skipped:
            return
        unless = machine.scenario.inject[name].unless
        if unless and machine.holds(unless):
            self.skip(name, mark("not needed"))
        else:
            self.send(name)

    def send(self, name: str) -> None:
        """Send it now, unless it was struck or withdrawn, is held, or was put off; a held one goes
        when it is released."""
        state = self._machine.state.injects[name]
        if state.skipped or state.withdrawn:
            return
        if state.held:
            self._kept[name] = None
        elif not state.sent and state.floor > self._machine.now:
            self._come_at(name, state.floor)
        else:
            self.fire(name)

    def fire(self, name: str) -> None:
        """Send it now, come what may."""
        machine = self._machine
        inject, number = machine.scenario.inject[name], machine.state.injects[name].sent + 1
        variant = next((v for v in inject.variants if machine.holds(v.when)), None)
        values = live_values(machine.scenario, machine.state, machine.now, name)
        shape = variant.id if variant else ""
        machine.record(e.InjectSent(machine.now, inject.to, name, shape, number, values))
        machine.because_of(machine.newest, lambda: self._set_off(inject, variant, number))

    def _set_off(self, inject: Inject, variant: Variant | None, number: int) -> None:
        """What its sending does."""
        machine = self._machine
        self._consequences.apply(inject.then, f"inject/{inject.id}/{number}")
        if variant:
            self._consequences.apply(variant.then, f"inject/{inject.id}/{number}/{variant.id}")
        if inject.decision:
            self._asks(inject)
        if inject.repeat and number < inject.repeat.times:
            every = machine.delay(inject.repeat.every, "inject-repeat", f"{inject.id}/{number}")
            machine.later(every, lambda: self._repeat(inject, number))

    def _repeat(self, inject: Inject, number: int) -> None:
        assert inject.repeat is not None
        machine = self._machine
        if machine.state.injects[inject.id].sent == number and machine.holds(inject.repeat.during):
            self.send(inject.id)

    def read(self, name: str, role: str) -> None:
        self._machine.record(e.InjectRead(self._machine.now, (role,), name, role))

    # By hand

    def deeds(self) -> dict[type, Deed]:
        """What each of control's commands on an inject does."""
        return {
            c.Fire: lambda asked, _: self.fire(asked.inject),
            c.Hold: lambda asked, _: self.hold(asked.inject),
            c.Release: lambda asked, _: self.release(asked.inject),
            c.Skip: lambda asked, _: self.skip(asked.inject, mark("struck by control")),
            c.Delay: lambda asked, _: self.delay(asked.inject, asked.until),
            c.Write: lambda asked, _: self.write(asked),
            c.Amend: lambda asked, _: self.amend(asked),
            c.Withdraw: lambda asked, _: self.withdraw(asked.inject),
            c.Remind: lambda asked, _: self.remind(asked.inject),
        }

    def hold(self, name: str) -> None:
        self._machine.record(e.InjectHeld(self._machine.now, e.NOBODY, name))

    def release(self, name: str) -> None:
        self._machine.record(e.InjectReleased(self._machine.now, e.NOBODY, name))
        if name in self._kept:
            del self._kept[name]
            self.send(name)

    def skip(self, name: str, why: str) -> None:
        """Strike it: it will not be sent any more."""
        state = self._machine.state.injects[name]
        if not state.sent and not state.skipped:
            self._machine.record(e.InjectSkipped(self._machine.now, e.NOBODY, name, why))

    def delay(self, name: str, until: int) -> None:
        """It comes no sooner; if its second is known, it comes then."""
        planned = self._machine.state.injects[name].due is not None
        self._postpone(name, until)
        if planned:
            self._plan([(name, until)])

    def _postpone(self, name: str, until: int) -> None:
        self._machine.record(e.InjectPostponed(self._machine.now, e.NOBODY, name, until))

    def repace(self, pace: Pace) -> None:
        """What is planned moves, and with it what control has put off."""
        times, now = dict(pace.times), self._machine.now
        for name, state in tuple(self._machine.state.injects.items()):
            until = times.get(name) or pace.at(state.floor)
            if not state.sent and now < state.floor != until:
                self._postpone(name, until)
        self._plan(pace.times)
        for gate in self._gates:
            gate.repace(pace)

    def write(self, asked: c.Write) -> None:
        name = script.next_id(self._machine.scenario)
        self._write(name, script.written(name, asked))
        if asked.at is None:
            self.fire(name)
        else:
            self._plan([(name, asked.at)])

    def amend(self, asked: c.Amend) -> None:
        self._write(asked.inject, script.amended(self._forms.get(asked.inject, {}), asked))

    def _write(self, name: str, form: script.Form) -> None:
        self._forms[name] = form
        told = e.InjectWritten(self._machine.now, e.NOBODY, name, script.in_json(form))
        self._machine.record(told)

    def withdraw(self, name: str) -> None:
        """Take back what was sent, and the question it asks."""
        machine = self._machine
        inject, open_ = machine.scenario.inject[name], ""
        to = inject.to
        if inject.decision:
            asked = machine.state.decisions.get(inject.decision_id)
            if asked and asked.phase == "open":
                open_, decider = inject.decision_id, machine.scenario.decider(inject.decision_id)
                to = tuple(dict.fromkeys((*to, decider)))
        machine.record(e.InjectWithdrawn(machine.now, to, name, open_))

    def remind(self, name: str) -> None:
        """Lay it once more before those who have not opened it."""
        read = self._machine.state.injects[name].read
        to = tuple(role for role in self._machine.scenario.inject[name].to if role not in read)
        self._machine.record(e.InjectReminded(self._machine.now, to, name))
