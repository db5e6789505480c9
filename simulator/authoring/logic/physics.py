"""Where physical gauges may come, and which of their alarms and limits may tell of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import inf, nextafter
from typing import Any, Protocol

from simulator.authoring.logic.terms import Subject, Term, Within
from simulator.scenario import Scenario
from simulator.scenario.effects import GaugeEffect
from simulator.scenario.physics import Crossing
from simulator.scenario.world import Gauge


class Physical(Protocol):
    """The world as physics changes it."""

    scenario: Scenario

    def add(self, subject: Subject, value: Any = ...) -> bool: ...
    def when(self, term: Term, act: Callable[[], object]) -> None: ...
    def move(self, gauge: str, low: float, high: float) -> None: ...
    def send(self, name: str) -> None: ...
    def apply(self, effects: Iterable[Any]) -> None: ...


def unfold_physics(world: Physical) -> None:
    """All that gauges may do by themselves, and what follows when they do."""
    for name, gauge in world.scenario.gauges.items():
        if gauge.process:
            world.move(name, gauge.process.target, gauge.process.target)
            _fail(world, name, gauge)
        for alarm, told in gauge.alarms.items():
            world.when(beyond(name, told), _ringing(world, name, alarm))
        for limit, sets in gauge.limits.items():
            world.when(beyond(name, sets), _passing(world, name, limit))


def work(world: Physical, effect: GaugeEffect) -> None:
    """What an effect may change of a physical gauge besides where it stands."""
    name, shows = effect.gauge, effect.shows
    if effect.target is not None:
        world.move(name, effect.target, effect.target)
    if effect.manual is not None:
        world.add(("manual", name), effect.manual)
    if shows is None:
        return
    world.add(("deceived", name))
    for alarm, told in world.scenario.gauges[name].alarms.items():
        asked = beyond(name, told)
        if asked.low <= shows <= asked.high:
            _ringing(world, name, alarm)()


def beyond(gauge: str, crossing: Crossing) -> Within:
    """That the gauge has passed this level."""
    if crossing.below is not None:
        return Within(("gauge", gauge), -inf, nextafter(crossing.below, -inf))
    return Within(("gauge", gauge), nextafter(crossing.above or 0, inf), inf)


def _fail(world: Physical, name: str, gauge: Gauge) -> None:
    assert gauge.process
    if fails := gauge.process.fails:
        nothing = Within(("service", gauge.process.asset), -inf, 0)
        world.when(nothing, lambda: world.move(name, fails.to, fails.to))


def _ringing(world: Physical, name: str, alarm: str) -> Callable[[], None]:
    def rings() -> None:
        inject = world.scenario.gauges[name].alarms[alarm].inject
        if world.add(("alarm", name, alarm)) and inject:
            world.send(inject)

    return rings


def _passing(world: Physical, name: str, limit: str) -> Callable[[], None]:
    def passes() -> None:
        if world.add(("passed", name, limit)):
            world.apply(world.scenario.gauges[name].limits[limit].then)

    return passes
