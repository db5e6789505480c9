"""The other sides, where one plays alone: each a world of its own, in which bots sit everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import cycle, islice
from types import MappingProxyType
from typing import Final

from simulator.engine.chance import Chance
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.policies import PolicyName
from simulator.scenario.scenario import Scenario

END: Final = 1_000_000_000
"""A second after every ENDEX."""
USUAL: Final = 3
"""So many rivals, as far as there are sides."""

_PLAYED: Final[tuple[PolicyName, ...]] = ("doctrine", "slow", "random")
"""How rivals play, in turn; with which of these the first plays, the seed tells."""


class Rivals:
    """Some of the sides that nobody plays, by their names. They follow a clock: `follow` plays
    only what is due, and so costs next to nothing most of the time."""

    def __init__(self, scenario: Scenario, setup: Setup, number: int) -> None:
        chance = Chance(setup.seed)
        others = [name for name in scenario.sides if name != setup.side]
        others.sort(key=lambda name: chance.draw("rival", name))
        first = int(chance.draw("rival", "") * len(_PLAYED))
        policies = islice(cycle(_PLAYED), first, None)
        self._scenario = scenario
        self._setups = {
            name: replace(
                setup, side=name, staffed=(), bots=policy,
                seed=int(chance.draw("rival-seed", name) * 1_000_000),
            )
            for name, policy in zip(others[:number], policies, strict=False)
        }  # fmt: skip
        self._worlds: dict[str, Exercise] = {}

    def follow(self, now: int) -> None:
        """Play whatever is due by this second."""
        if now:
            self._begin(1)  # one at a time, so that no look at the clock takes long
        for world in self._worlds.values():
            if world.next_at() <= now and not world.over:
                world.advance(now)

    def at(self, now: int) -> Mapping[str, Exercise]:
        """All of them as they stand at this second, to be looked at only."""
        self._begin(len(self._setups))
        for world in self._worlds.values():
            if world.now < now and not world.over:
                world.advance(now)
        return MappingProxyType(self._worlds)

    def _begin(self, most: int) -> None:
        """Make so many of those that there are not yet."""
        missing = [name for name in self._setups if name not in self._worlds]
        for name in missing[:most]:
            self._worlds[name] = Exercise(self._scenario, self._setups[name])
