"""Injects: when each is sent, in which variant, and what its sending sets off."""

from __future__ import annotations

from collections.abc import Callable

from simulator.engine import events as e
from simulator.engine.consequences import Consequences
from simulator.engine.machine import Machine
from simulator.engine.texts import live_values
from simulator.engine.truth import both, reached, was_sent
from simulator.scenario.injects import Inject, Variant
from simulator.speech import mark


class Plot:
    """The MSEL at work. `asks` opens the decision of an inject once it is sent."""

    def __init__(
        self, machine: Machine, consequences: Consequences, asks: Callable[[Inject], None]
    ) -> None:
        self._machine = machine
        self._consequences = consequences
        self._asks = asks
        self._kept: dict[str, None] = {}
        consequences.sends = self.send
        consequences.strikes = lambda inject: self.skip(inject, mark("struck by an effect"))

    def begin(self) -> None:
        for inject in self._machine.scenario.injects:
            if not inject.by_hand and (inject.at is not None or inject.after or inject.when):
                self._await(inject)

    def send(self, name: str) -> None:
        """Send it now, unless it was struck or is held; a held one goes when it is released."""
        inject, state = self._machine.scenario.inject[name], self._machine.state.injects[name]
        if state.skipped:
            return
        if state.held:
            self._kept[name] = None
        else:
            self._send(inject, state.sent + 1)

    def read(self, name: str, role: str) -> None:
        self._machine.record(e.InjectRead(self._machine.now, (role,), name, role))

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

    def _await(self, inject: Inject) -> None:
        machine = self._machine
        delay = machine.chance.seconds(inject.delay, "inject-delay", inject.id)
        if inject.after is None and inject.when is None:
            machine.later((inject.at or 0) + delay, lambda: self.come_due(inject.id))
            return
        at = [reached(inject.at)] if inject.at else []
        after = [was_sent(inject.after)] if inject.after else []
        turn = both(*at, *after, machine.test(inject.when))
        machine.once(turn, lambda: machine.later(delay, lambda: self.come_due(inject.id)))

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

    def _send(self, inject: Inject, number: int) -> None:
        machine = self._machine
        variant = self._variant(inject)
        values = live_values(machine.scenario, machine.state, machine.now, inject.id)
        name = variant.id if variant else ""
        machine.record(e.InjectSent(machine.now, inject.to, inject.id, name, number, values))
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
            every = machine.chance.seconds(
                inject.repeat.every, "inject-repeat", f"{inject.id}/{number}"
            )
            machine.later(every, lambda: self._repeat(inject, number))

    def _variant(self, inject: Inject) -> Variant | None:
        return next((v for v in inject.variants if self._machine.holds(v.when)), None)

    def _repeat(self, inject: Inject, number: int) -> None:
        assert inject.repeat is not None
        machine = self._machine
        if machine.state.injects[inject.id].sent == number and machine.holds(inject.repeat.during):
            self.send(inject.id)
