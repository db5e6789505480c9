"""What may come of a scenario: everybody may do whatever they are allowed, and chance all it can.

Control sends by hand what is meant for its hand; what else it might do is not thought of.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from simulator.authoring.logic.campaign import begin_now, stop, unfold_steps
from simulator.authoring.logic.physics import unfold_physics
from simulator.authoring.logic.terms import Among, Term, every, term
from simulator.authoring.logic.work import unfold_work
from simulator.authoring.logic.world import Act, World
from simulator.authoring.logic.worldly import DOERS, fastest
from simulator.scenario import Scenario
from simulator.scenario.actions import ConsentFrom
from simulator.scenario.conditions import Condition
from simulator.scenario.effects import StepEffect
from simulator.scenario.injects import Inject, Option

ROUNDING: Final = 0.01
"""Points by which a gauge, kept in thousandths, may go further than its drifts say."""


@dataclass
class Reach:
    """Where effects may bring a gauge, and how far drifts may move it on from there."""

    low: float
    high: float
    down: float = 0
    up: float = 0


class Unfolding(World):
    """A scenario let unfold; what may be asked of the world may be asked of it when it has run."""

    def __init__(self, scenario: Scenario) -> None:
        super().__init__(scenario)
        self._did = set[int]()
        self._reach = {name: Reach(g.start, g.start) for name, g in scenario.gauges.items()}
        for capability in scenario.capabilities.values():
            self.apply(capability.then)
            self.apply(capability.otherwise)
        for side in scenario.sides.values():
            self.apply(side.then)
        for name, gauge in scenario.gauges.items():
            for drift in gauge.drifts:
                if drift.per_hour:
                    self.once(drift.when, _drifting(self, name, drift.per_hour))
        unfold_physics(self)
        unfold_steps(self)
        unfold_work(self)
        for inject in scenario.injects:
            self._await(inject)
        self._open_modules()
        if scenario.contest:
            self.later(scenario.contest.opens, self._open_board)
        self.run()

    def once(self, condition: Condition | None, act: Act, so: bool = True) -> None:
        """Act as soon as the condition may hold, or where not `so`, may not hold."""
        if condition is None:
            if so:
                self.later(0, act)
        else:
            self.when(term(self.scenario, condition, so), act)

    # Effects

    def apply(self, effects: Iterable[Any]) -> None:
        for effect in effects:
            if effect.chance:
                self.later(effect.after.low, self._whenever(effect))

    def _whenever(self, effect: Any) -> Act:
        if effect.when is None:
            return lambda: self._do(effect)
        return lambda: self.once(effect.when, lambda: self._do(effect))

    def _do(self, effect: Any) -> None:
        if id(effect) not in self._did:
            self._did.add(id(effect))
            DOERS[type(effect)](self, effect)

    def steer(self, effect: StepEffect) -> None:
        step = self.scenario.step[effect.step]
        if effect.stop:
            stop(self, step)
        if effect.start:
            begin_now(self, step)

    def move(self, gauge: str, low: float, high: float) -> None:
        """Effects may bring it anywhere from `low` to `high`."""
        reach = self._reach[gauge]
        reach.low, reach.high = min(reach.low, low), max(reach.high, high)
        self._spread(gauge)

    def drift(self, gauge: str, per_hour: float) -> None:
        """From now to the end it may drift at this speed, besides all others that it may have."""
        reach, points = self._reach[gauge], per_hour * (self.scenario.length - self.now) / 3600
        if points < 0:
            reach.down += points - ROUNDING
        else:
            reach.up += points + ROUNDING
        self._spread(gauge)

    def _spread(self, gauge: str) -> None:
        reach = self._reach[gauge]
        ends = self.scenario.gauges[gauge].range
        low, high = max(ends.low, reach.low + reach.down), min(ends.high, reach.high + reach.up)
        self.widen(("gauge", gauge), low, high)

    # Injects and what they ask

    def _await(self, inject: Inject) -> None:
        if inject.by_hand or (inject.noise and self._some_level_is_quiet()):
            self.send(inject.id)
        elif inject.after or inject.when:
            self.later(self.hurried(inject.at or 0), lambda: self._turn(inject))
        elif inject.at is not None:
            at = self.hurried(inject.at + inject.delay.low)
            self.later(at, lambda: self.come_due(inject.id))

    def _turn(self, inject: Inject) -> None:
        awaited = term(self.scenario, inject.when)
        if inject.after:
            awaited = every([_sent(inject.after), awaited])
        due = self.hurried(inject.delay.low)
        self.when(awaited, lambda: self.later(due, lambda: self.come_due(inject.id)))

    def come_due(self, name: str) -> None:
        """It is sent by itself or by a detection, unless something makes it needless."""
        unless = self.scenario.inject[name].unless
        if unless:
            self.once(unless, lambda: self.skip(name))
            self.once(unless, lambda: self.send(name), so=False)
        else:
            self.send(name)

    def skip(self, name: str) -> None:
        self.add(("inject", name), "skipped")

    def send(self, name: str) -> None:
        if not self.add(("inject", name), "sent"):
            return
        inject = self.scenario.inject[name]
        self.add(("read", name))
        self.apply(inject.then)
        for variant in inject.variants:
            self._vary(name, variant)
        if inject.decision:
            self._ask(inject)

    def _vary(self, name: str, variant: Any) -> None:
        def sent() -> None:
            self.add(("variant", f"{name}/{variant.id}"))
            self.apply(variant.then)

        self.once(variant.when, sent)

    def _ask(self, inject: Inject) -> None:
        decision, name = inject.decision, inject.decision_id
        assert decision is not None
        if not self.add(("decision", name), ("open", "")):
            return
        for option in decision.options:
            self.once(option.needs, _taking(self, name, option, "taken"))
        if decision.free_text or not decision.options:
            self.add(("decision", name), ("taken", ""))
        if decision.due is not None:
            default = self.scenario.option(name, decision.default or "")
            self.later(self.soonest_due(decision.due) + 1, _taking(self, name, default, "missed"))

    def take(self, name: str, option: Option | None, how: str) -> None:
        """A decision ends so; what follows may follow at once."""
        if not self.add(("decision", name), (how, option.id if option else "")) or not option:
            return
        if self.add(("chosen", f"{name}/{option.id}")):
            self.apply(option.then)
            if option.consent and self.may_refuse(option.consent, [self.scenario.decider(name)]):
                self.apply(option.otherwise)

    def may_refuse(self, links: Iterable[ConsentFrom], askers: Iterable[str]) -> bool:
        """Whether somebody is asked at all; who is asked may always refuse."""
        return any(link.role != asker for link in links for asker in askers)

    # Modules

    def _open_modules(self) -> None:
        for name, module in self.scenario.modules.items():
            self.later(self.hurried(module.at or 0), _opening(self, name, module.when))

    def open_module(self, name: str) -> None:
        self.add(("module", name), "open")
        self.add(("module", name), "closed")
        self.apply(self.scenario.modules[name].then)

    # The board of a contest

    def _open_board(self) -> None:
        for name, challenge in self.scenario.challenge.items():
            self.once(challenge.opens, _on_the_board(self, name))

    def show_challenge(self, name: str) -> None:
        """It may be answered wrong, and solved, as soon as it is there."""
        for how in ("open", "tried", "solved"):
            self.add(("challenge", name, how))
        self.apply(self.scenario.challenge[name].then)

    # What levels of difficulty and tempo may change

    def hurried(self, seconds: int) -> int:
        """What is planned, at the fastest that an effect may let it go on."""
        return int(seconds * fastest(self.scenario))

    def soonest(self, seconds: int) -> int:
        """A delay of the adversary's at the level at which it is shortest."""
        levels = self.scenario.levels.values()
        return self.hurried(int(seconds * min([1.0, *(level.adversary for level in levels)])))

    def soonest_due(self, seconds: int) -> int:
        """The time for a decision at the level at which it is shortest."""
        levels = self.scenario.levels.values()
        return int(seconds * min([1.0, *(level.deadlines for level in levels)]))

    def _some_level_is_quiet(self) -> bool:
        """Whether there is a level without noise, at which control sends it by hand if at all."""
        return any(not level.noise for level in self.scenario.levels.values())


def _sent(inject: str) -> Term:
    return Among(("inject", inject), frozenset({"sent"}))


def _drifting(unfolding: Unfolding, gauge: str, per_hour: float) -> Act:
    return lambda: unfolding.drift(gauge, per_hour)


def _taking(unfolding: Unfolding, name: str, option: Option | None, how: str) -> Act:
    return lambda: unfolding.take(name, option, how)


def _on_the_board(unfolding: Unfolding, name: str) -> Act:
    return lambda: unfolding.show_challenge(name)


def _opening(unfolding: Unfolding, name: str, when: Condition | None) -> Act:
    return lambda: unfolding.once(when, lambda: unfolding.open_module(name))
