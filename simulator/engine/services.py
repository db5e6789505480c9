"""Service levels of assets: their own hosts and link, and what they depend on. Pure arithmetic.

Levels are whole tenths of a per cent, 0 to 1000.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from simulator.engine.state import AssetState
from simulator.scenario.scenario import Scenario
from simulator.scenario.world import Asset

FULL = 1000


class Network:
    """Who depends on whom, and an order in which every asset comes after all it depends on."""

    def __init__(self, assets: Mapping[str, Asset]) -> None:
        self.assets = assets
        self.dependents: dict[str, list[str]] = {name: [] for name in assets}
        for name, asset in assets.items():
            for needed in asset.depends_on:
                self.dependents[needed.asset].append(name)
        self.rank: dict[str, int] = {}
        self._affected: dict[str, tuple[str, ...]] = {}
        for name in assets:
            self._number(name)

    def _number(self, name: str) -> None:
        """Ranks an asset after its dependencies. Raises ValueError where they go in a circle."""
        path = [name]
        while path:
            waiting = [
                d.asset for d in self.assets[path[-1]].depends_on if d.asset not in self.rank
            ]
            if waiting and waiting[0] in path:
                raise ValueError(f"asset '{waiting[0]}' depends on itself")
            if waiting:
                path.append(waiting[0])
            else:
                self.rank.setdefault(path.pop(), len(self.rank))

    def level(self, name: str, states: Mapping[str, AssetState]) -> int:
        """What `name` gives now, with the levels of its dependencies taken as they stand."""
        asset, state = self.assets[name], states[name]
        level = own_level(asset, state)
        for needed in asset.depends_on:
            lost = FULL - states[needed.asset].service
            level = min(level, FULL - round(needed.share * lost))
        return max(level, state.workaround * 10)

    def affected(self, changed: str) -> tuple[str, ...]:
        """The changed asset and all that depend on it, dependencies first."""
        known = self._affected.get(changed)
        if known is None:
            known = self._affected[changed] = self._reached(changed)
        return known

    def _reached(self, changed: str) -> tuple[str, ...]:
        found, rest = {changed}, [changed]
        while rest:
            for name in self.dependents[rest.pop()]:
                if name not in found:
                    found.add(name)
                    rest.append(name)
        return tuple(sorted(found, key=self.rank.__getitem__))


def own_level(asset: Asset, state: AssetState) -> int:
    """What the asset's own hosts and link allow."""
    if state.link == "switched-off":
        return 0
    needed = asset.hosts * asset.enough
    level = FULL if needed <= 0 else min(FULL, round(FULL * state.intact / needed))
    return min(level, round(asset.isolated_service * 10)) if state.link == "isolated" else level


def standing_services(scenario: Scenario, states: Mapping[str, AssetState]) -> dict[str, int]:
    """The level of every asset, worked out afresh."""
    network = Network(scenario.assets)
    levels = {name: replace(state) for name, state in states.items()}
    for name in sorted(network.rank, key=network.rank.__getitem__):
        levels[name].service = network.level(name, levels)
    return {name: state.service for name, state in levels.items()}
