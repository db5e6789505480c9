"""How gauges and services ran while a role saw them, as a few evenly spaced points. Pure."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import Final

from simulator.engine.state import GaugeState

TRAIL: Final = 32
"""How many points of its past a view carries."""


class Services:
    """The level of one service from the second on at which it was first seen."""

    __slots__ = ("levels", "since")

    def __init__(self, since: int, level: int) -> None:
        self.since = [since]
        self.levels = [level / 10]

    def change(self, at: int, level: int) -> None:
        self.since.append(at)
        self.levels.append(level / 10)

    def trail(self, now: int) -> tuple[float, ...]:
        if len(self.levels) == 1:
            return (self.levels[0],) * TRAIL
        since, levels = self.since, self.levels
        return tuple([levels[bisect_right(since, at) - 1] for at in _times(since[0], now)])


def gauge_trail(lines: list[GaugeState], seen: int, now: int) -> tuple[float, ...]:
    """As far back as the role has seen the gauge, which is since the second `seen`."""
    times = _times(max(seen, lines[0].since), now)
    places = [bisect_right(lines, time, key=lambda line: line.since) - 1 for time in times]
    return tuple(lines[place].at(time) / 1000 for place, time in zip(places, times, strict=True))


@lru_cache(maxsize=64)
def _times(first: int, now: int) -> tuple[int, ...]:
    """The same for all that was seen since then, at this second."""
    return tuple(max(first, now * n // (TRAIL - 1)) for n in range(TRAIL))
