"""What a host counts of itself, without a name in it; `metrics` shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

LIMITS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
"""Upper bounds of the buckets, in seconds."""


@dataclass(slots=True)
class Spread:
    """How many of the seconds observed were at most each of the limits."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(LIMITS) + 1))
    total: float = 0.0

    def see(self, seconds: float) -> None:
        place = next((n for n, limit in enumerate(LIMITS) if seconds <= limit), len(LIMITS))
        self.counts[place] += 1
        self.total += seconds


@dataclass(slots=True)
class Measures:
    """Numbers since the host started; spreads in seconds."""

    records: int = 0
    full_queues: int = 0
    refused_sockets: int = 0
    sync: Spread = field(default_factory=Spread)
    lag: Spread = field(default_factory=Spread)
    lateness: Spread = field(default_factory=Spread)

    @contextmanager
    def syncing(self, wall: Callable[[], float]) -> Iterator[None]:
        begun = wall()
        yield
        self.sync.see(wall() - begun)
