"""What each kind of effect may change, as far as can be said before anything is played."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import inf
from typing import Any, Final, Protocol

from simulator.authoring.logic.physics import work
from simulator.authoring.logic.terms import Subject, Term
from simulator.authoring.logic.uses import uses_in
from simulator.scenario import Scenario
from simulator.scenario import effects as f

_ROUNDING: Final = 0.1


def fastest(scenario: Scenario) -> float:
    """The least share of what is written at which effects let adversary and plot go on."""
    found: float | None = scenario.memo.get("fastest")
    if found is None:
        changed = uses_in(scenario).changed
        tempos = (changed[key] for key in changed if key[0] == "tempo")
        said = [effect.tempo for places in tempos for _, effect in places]
        found = scenario.memo["fastest"] = min([1.0, *said])
    return found


class Changeable(Protocol):
    """The world as effects change it."""

    scenario: Scenario

    def add(self, subject: Subject, value: Any = ...) -> bool: ...
    def widen(self, subject: Subject, low: float, high: float) -> bool: ...
    def hulls(self, subject: Subject) -> Sequence[tuple[float, float, float]]: ...
    def values(self, subject: Subject) -> dict[Any, float]: ...
    def move(self, gauge: str, low: float, high: float) -> None: ...
    def when(self, term: Term, act: Callable[[], object]) -> None: ...
    def apply(self, effects: Iterable[Any]) -> None: ...
    def send(self, name: str) -> None: ...
    def skip(self, name: str) -> None: ...
    def steer(self, effect: f.StepEffect) -> None: ...


def hit(world: Changeable, asset: str, how: str, share: float) -> None:
    """Up to this share of its hosts (per cent) is encrypted or wiped."""
    world.widen((how, asset), 0, share)
    lost = sum(world.hulls((kind, asset))[-1][2] for kind in ("encrypted", "wiped"))
    if world.widen(("hosts_intact", asset), max(0, 100 - lost), 100):
        _services(world, asset)


def leak(world: Changeable, asset: str) -> None:
    world.widen(("leaked", asset), 0, world.scenario.assets[asset].data or inf)


def _asset(world: Changeable, effect: f.AssetEffect) -> None:
    name = effect.asset
    for how, hosts in (("encrypted", effect.encrypt), ("wiped", effect.wipe)):
        if hosts:
            hit(world, name, how, 100)
    if effect.leak:
        leak(world, name)
    if effect.foothold is not None:
        world.add(("foothold", name), effect.foothold)
    if effect.evict:
        world.add(("foothold", name), False)
    if effect.set and world.add(("link", name), str(effect.set)):
        _services(world, name)


def _services(world: Changeable, changed: str) -> None:
    """The least that the asset, and what hangs on it, may come to give."""
    rest = [changed]
    while rest:
        name = rest.pop()
        if world.widen(("service", name), _least(world, name), 100):
            rest += _dependents(world.scenario).get(name, ())


def _least(world: Changeable, name: str) -> float:
    asset, links = world.scenario.assets[name], world.values(("link", name))
    if "switched-off" in links:
        return 0
    needed = max(100 * asset.enough, 1e-9)
    least = min(100, 100 * world.hulls(("hosts_intact", name))[-1][1] / needed)
    if "isolated" in links:
        least = min(least, asset.isolated_service)
    for other in asset.depends_on:
        lost = 100 - world.hulls(("service", other.asset))[-1][1]
        least = min(least, 100 - other.share * lost)
    return max(0, least - _ROUNDING) if least < 100 else 100


def _dependents(scenario: Scenario) -> dict[str, list[str]]:
    found: dict[str, list[str]] | None = scenario.memo.get("dependents")
    if found is None:
        found = scenario.memo["dependents"] = {}
        for name, asset in scenario.assets.items():
            for other in asset.depends_on:
                found.setdefault(other.asset, []).append(name)
    return found


def _gauge(world: Changeable, effect: f.GaugeEffect) -> None:
    """Added again and again, points bring it to its end."""
    add, start = effect.add or 0, effect.set
    if start is None:
        start = world.scenario.gauges[effect.gauge].start
    ends = world.scenario.gauges[effect.gauge].range
    if effect.add is not None or effect.set is not None:
        world.move(effect.gauge, ends.low if add < 0 else start, ends.high if add > 0 else start)
    work(world, effect)


def _team(world: Changeable, effect: f.TeamEffect) -> None:
    people = world.scenario.team[effect.team][1].people
    low, high = (0, people) if effect.add < 0 else (people, inf)
    world.widen(("people", effect.team), low, high)
    world.widen(("free", effect.team), -inf if effect.add < 0 else people, high)


def _inject(world: Changeable, effect: f.InjectEffect) -> None:
    (world.send if effect.do == "send" else world.skip)(effect.inject)


def _reveal(world: Changeable, effect: f.RevealEffect) -> None:
    found = effect.reveal
    for kind, names in (("assets", found.assets), ("gauges", found.gauges)):
        for name in names:
            for role in effect.to:
                world.add(("revealed", kind, name, role), True)


DOERS: Final[dict[type, Callable[[Any, Any], object]]] = {
    f.AssetEffect: _asset, f.GaugeEffect: _gauge, f.TeamEffect: _team, f.InjectEffect: _inject,
    f.RevealEffect: _reveal, f.StepEffect: lambda world, effect: world.steer(effect),
    f.FactEffect: lambda world, effect: world.add(("fact", effect.fact), effect.set),
    f.EndEffect: lambda world, effect: world.add(("ended", effect.end), True),
    f.TempoEffect: lambda world, effect: None,
}  # fmt: skip
