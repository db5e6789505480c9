"""What a step of the adversary does to hosts and data while it runs, minute by minute."""

from __future__ import annotations

from collections.abc import Callable

from simulator.engine import events as e
from simulator.engine.consequences import Consequences
from simulator.engine.machine import NO_CAUSE, Life, Machine
from simulator.engine.truth import either, is_link
from simulator.scenario.adversary import Exfiltration, Spread, Step
from simulator.scenario.conditions import Link
from simulator.scenario.scenario import Scenario

MINUTE = 60
HAUL = 600
"""Seconds between two countings of what exfiltration has taken."""


class Harm:
    """Hosts that one step takes and data that it steals. `cuts` has the place of the last change of
    each link; `tell` records an event about the step."""

    def __init__(
        self, machine: Machine, consequences: Consequences, step: Step, cuts: dict[str, int],
        tell: Callable[[type], None],
    ) -> None:  # fmt: skip
        self._machine = machine
        self._consequences = consequences
        self._step = step
        self._cuts = cuts
        self._tell = tell
        self._hindrances = [(machine.test(h.when), h.to) for h in step.hindered_by]
        self._most = _most(machine.scenario, step.spread) if step.spread else {}

    def done(self) -> Life:
        """A process part: until it is through."""
        step = self._step
        if step.spread:
            yield from self._spread(step.spread, "encrypted" if step.encrypt else "wiped")
        elif step.exfiltrate:
            yield from self._exfiltrate(step.exfiltrate)

    def _rate(self, thousandths: float) -> int:
        """The rate as it is now, with the strongest hindrance that holds."""
        machine = self._machine
        shares = [to for test, to in self._hindrances if test.holds(machine.state, machine.now)]
        return round(thousandths * min(shares, default=1.0))

    def _spread(self, spread: Spread, how: str) -> Life:
        machine, owed = self._machine, 0
        while left := self._left(how):
            if not any(map(self._connected, left)):
                yield from self._wait_for_connection(tuple(left))
                continue
            yield machine.env.timeout(MINUTE)
            owed += self._rate(spread.hosts_per_minute * 1000)
            for name, hosts in self._left(how).items():
                if owed >= 1000 and self._connected(name):
                    taken = min(owed // 1000, hosts)
                    self._consequences.hit(name, how, taken, self._step.id)
                    owed -= taken * 1000
            owed %= 1000  # a part of a host is carried on, an idle minute is not

    def _left(self, how: str) -> dict[str, int]:
        """Hosts still to take of each asset that has any."""
        left, states = {}, self._machine.state.assets
        for name, most in self._most.items():
            state = states[name]
            done = state.wiped if how == "wiped" else state.encrypted + state.wiped
            if most > done:
                left[name] = most - done
        return left

    def _connected(self, asset: str) -> bool:
        return self._machine.state.assets[asset].link == Link.CONNECTED

    def _wait_for_connection(self, assets: tuple[str, ...]) -> Life:
        machine = self._machine
        cut = max((self._cuts.get(name, NO_CAUSE) for name in assets), default=NO_CAUSE)
        machine.because_of(cut, lambda: self._tell(e.StepBlocked))
        joined = either(*(is_link(name, Link.CONNECTED) for name in assets))
        machine.cause = yield machine.until(joined)
        self._tell(e.StepStarted)

    def _exfiltrate(self, haul: Exfiltration) -> Life:
        machine = self._machine
        holds = machine.scenario.assets[haul.asset].data
        wanted = round((haul.up_to if haul.up_to is not None else holds) * 1000)
        taken = 0
        while taken < wanted:
            if not self._connected(haul.asset):
                yield from self._wait_for_connection((haul.asset,))
                continue
            yield machine.env.timeout(HAUL)
            if self._connected(haul.asset):
                share = min(self._rate(haul.gb_per_hour * 1000 * HAUL / 3600), wanted - taken)
                self._consequences.leak(haul.asset, share)
                taken += share


def _most(scenario: Scenario, spread: Spread) -> dict[str, int]:
    """How many hosts of each asset a spread takes when nothing stops it."""
    return {name: round(scenario.assets[name].hosts * spread.up_to) for name in spread.asset}
