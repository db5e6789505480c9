"""How effects happen: now or later, by chance, if still so; and what follows from them at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from simulator.engine import events as e
from simulator.engine.gauging import fine
from simulator.engine.machine import Machine
from simulator.scenario import effects as f
from simulator.scenario.values import Portion


class Consequences:
    """Applies effects to the world. `sends`, `strikes` and `steers` are lent by the plot and
    the campaign, which know how to send or strike an inject and how to steer a step; `works` and
    `pulls` by the physics."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self.sends: Callable[[str], None] = lambda inject: None
        self.strikes: Callable[[str], None] = lambda inject: None
        self.steers: Callable[[f.StepEffect, str], None] = lambda effect, cause: None
        self.works: Callable[[f.GaugeEffect], None] = lambda effect: None
        self.pulls: Callable[[str, int], None] = lambda gauge, rate: None
        self.ends: Callable[[str], None] = lambda outcome: None
        self.paces: Callable[[int], None] = lambda share: None
        for kind in (e.LinkChanged, e.HostsHit, e.HostsRestored, e.WorkaroundSet):
            machine.follow(kind, lambda event: self._services(event.asset))

    def apply(self, effects: Iterable[f.AnyEffect], cause: str) -> None:
        """Let effects happen. `cause` names where they are written, for the draws of chance."""
        for number, effect in enumerate(effects):
            self._plan(effect, f"{cause}/{number}")

    def _plan(self, effect: f.AnyEffect, cause: str) -> None:
        chance = self._machine.chance
        if not chance.happens(effect.chance, "effect", cause):
            return
        delay = chance.seconds(effect.after, "effect-after", cause)
        if delay:
            self._machine.later(delay, lambda: self._do(effect, cause))
        else:
            self._do(effect, cause)

    def _do(self, effect: f.AnyEffect, cause: str) -> None:
        if self._machine.holds(effect.when):
            DOERS[type(effect)](self, effect, cause)

    def _asset(self, effect: f.AssetEffect, cause: str) -> None:
        for name, deed in ASSET_DEEDS.items():
            asked = getattr(effect, name)
            if asked is not None:
                deed(self, effect.asset, asked)

    def _link(self, asset: str, link: str) -> None:
        if self._machine.state.assets[asset].link != link:
            self._machine.record(e.LinkChanged(*self._of(asset), str(link)))

    def hit(self, asset: str, how: str, hosts: int, step: str = "") -> None:
        """Encrypt or wipe so many hosts, as far as there are any left to take."""
        if hosts > 0:
            machine = self._machine
            to = machine.who_sees("assets", asset)
            machine.record(e.HostsHit(machine.now, to, asset, how, hosts, step))

    def _encrypt(self, asset: str, portion: Portion) -> None:
        intact = self._machine.state.assets[asset].intact
        self.hit(asset, "encrypted", min(intact, portion.of(self._hosts(asset))))

    def _wipe(self, asset: str, portion: Portion) -> None:
        state = self._machine.state.assets[asset]
        left = state.intact + state.encrypted
        self.hit(asset, "wiped", min(left, portion.of(self._hosts(asset))))

    def _hosts(self, asset: str) -> int:
        return self._machine.scenario.assets[asset].hosts

    def _restore(self, asset: str, portion: Portion) -> None:
        state = self._machine.state.assets[asset]
        wanted = portion.of(state.encrypted + state.wiped)
        encrypted = min(wanted, state.encrypted)
        if wanted:
            self._machine.record(e.HostsRestored(*self._of(asset), encrypted, wanted - encrypted))

    def leak(self, asset: str, megabytes: int) -> None:
        """Data leaves; an asset that says how much it holds loses no more than that."""
        holds = round(self._machine.scenario.assets[asset].data * 1000)
        if holds:
            megabytes = min(megabytes, holds - self._machine.state.assets[asset].leaked)
        if megabytes > 0:
            self._machine.record(e.DataLeaked(self._machine.now, e.NOBODY, asset, megabytes))

    def _leak_gigabytes(self, asset: str, gigabytes: float) -> None:
        self.leak(asset, round(gigabytes * 1000))

    def foothold(self, asset: str, so: bool) -> None:
        """The adversary gains or loses its foothold; who knew of it sees it go."""
        if self._machine.state.assets[asset].foothold == so:
            return
        if so:
            self._machine.record(e.FootholdGained(self._machine.now, e.NOBODY, asset))
        else:
            self._machine.record(e.FootholdLost(self._machine.now, e.NOBODY, asset))

    def _evict(self, asset: str, so: bool) -> None:
        if so:
            self.foothold(asset, False)

    def _workaround(self, asset: str, level: float) -> None:
        self._machine.record(e.WorkaroundSet(*self._of(asset), round(level)))

    def _of(self, asset: str) -> tuple[int, e.Roles, str]:
        return self._machine.now, self._machine.who_sees("assets", asset), asset

    def _services(self, changed: str) -> None:
        machine, states = self._machine, self._machine.state.assets
        for name in machine.network.affected(changed):
            level = machine.network.level(name, states)
            if level != states[name].service:
                to = machine.who_sees("assets", name)
                machine.record(e.ServiceChanged(machine.now, to, name, level))

    def _gauge(self, effect: f.GaugeEffect, cause: str) -> None:
        machine = self._machine
        if effect.gauge in machine.state.physics:
            self.works(effect)
            return
        gauge = machine.state.gauges[effect.gauge]
        value = gauge.at(machine.now) if effect.set is None else fine(effect.set)
        self.move(effect.gauge, value + fine(effect.add or 0), gauge.per_hour)

    def move(self, gauge: str, value: int, per_hour: int) -> None:
        """The gauge goes on from `value` (kept within 0 and 100 points) at this drift."""
        machine = self._machine
        value = min(100_000, max(0, value))
        to = machine.who_sees("gauges", gauge)
        machine.record(e.GaugeMoved(machine.now, to, gauge, value, per_hour))
        machine.aim(gauge)

    def drift(self, gauge: str, rate: int) -> None:
        """A pull of so many thousandths an hour more on the gauge."""
        if gauge in self._machine.state.physics:
            self.pulls(gauge, rate)
        else:
            line = self._machine.state.gauges[gauge]
            self.move(gauge, line.at(self._machine.now), line.per_hour + rate)

    def _team(self, effect: f.TeamEffect, cause: str) -> None:
        machine = self._machine
        people = max(0, machine.state.teams[effect.team].people + effect.add)
        owner, _ = machine.scenario.team[effect.team]
        machine.record(e.TeamChanged(machine.now, (owner,), effect.team, people))

    def _step(self, effect: f.StepEffect, cause: str) -> None:
        self.steers(effect, cause)

    def _inject(self, effect: f.InjectEffect, cause: str) -> None:
        """Sent after what is going on now: injects may send each other, one after the other."""
        if effect.do == "send":
            self._machine.later(0, lambda: self.sends(effect.inject))
        else:
            self.strikes(effect.inject)

    def _fact(self, effect: f.FactEffect, cause: str) -> None:
        if self._machine.state.facts[effect.fact] != effect.set:
            self._machine.record(e.FactSet(self._machine.now, e.NOBODY, effect.fact, effect.set))

    def _reveal(self, effect: f.RevealEffect, cause: str) -> None:
        found, now, state = effect.reveal, self._machine.now, self._machine.state
        points = (name for name in found.gauges if name not in state.physics)
        gauges = ((name, state.gauges[name]) for name in points)
        lines = tuple((name, g.value, g.per_hour, g.since) for name, g in gauges)
        services = tuple((name, state.assets[name].service) for name in found.assets)
        self._machine.record(
            e.Revealed(
                now, effect.to, found.assets, found.gauges, found.footholds, lines, services
            )
        )  # fmt: skip

    def _tempo(self, effect: f.TempoEffect, cause: str) -> None:
        """So does another tempo: what goes on now has its times already."""
        self._machine.later(0, lambda: self.paces(round(effect.tempo * 1000)))

    def _end(self, effect: f.EndEffect, cause: str) -> None:
        """The end, too, comes after what is going on now."""
        self._machine.later(0, lambda: self.ends(effect.end))


DOERS: Final[dict[type, Callable[[Consequences, Any, str], None]]] = {
    f.AssetEffect: Consequences._asset, f.GaugeEffect: Consequences._gauge,
    f.TeamEffect: Consequences._team, f.StepEffect: Consequences._step,
    f.InjectEffect: Consequences._inject, f.FactEffect: Consequences._fact,
    f.RevealEffect: Consequences._reveal, f.TempoEffect: Consequences._tempo,
    f.EndEffect: Consequences._end,
}  # fmt: skip

ASSET_DEEDS: Final[dict[str, Callable[[Consequences, str, Any], None]]] = {
    "set": Consequences._link, "encrypt": Consequences._encrypt, "wipe": Consequences._wipe,
    "restore": Consequences._restore, "leak": Consequences._leak_gigabytes,
    "foothold": Consequences.foothold, "evict": Consequences._evict,
    "workaround": Consequences._workaround,
}  # fmt: skip
