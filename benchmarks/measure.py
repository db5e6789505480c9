"""Timing in turns: what is measured and its limit alternate, and the median of ratios is told."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable
from typing import NamedTuple

ROUNDS = 7


class Ratio(NamedTuple):
    """The median of `ours / limit` over the rounds, with the smallest and the largest."""

    median: float
    least: float
    most: float
    ours: float
    limit: float

    @classmethod
    def of(cls, pairs: Iterable[tuple[float, float]]) -> Ratio:
        """Of what was measured in each round: ours and the limit, in seconds."""
        both = [*pairs]
        found = [mine / bound for mine, bound in both]
        return cls(
            statistics.median(found), min(found), max(found),
            statistics.median(mine for mine, _ in both),
            statistics.median(bound for _, bound in both),
        )  # fmt: skip

    def __str__(self) -> str:
        return (
            f"{self.median:5.2f}  [{self.least:.2f} .. {self.most:.2f}]   "
            f"{self.ours * 1000:8.2f} ms against {self.limit * 1000:8.2f} ms"
        )

    def share(self, number: int) -> str:
        """The other way round: how much of what the limit allows is done, of so many a round."""
        return (
            f"{1 / self.median:5.2f}  [{1 / self.most:.2f} .. {1 / self.least:.2f}]   "
            f"{number / self.ours:8,.0f} a second against {number / self.limit:8,.0f}"
        )


def seconds(act: Callable[[], object]) -> float:
    gc.collect()
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def ratio(ours: Callable[[], object], limit: Callable[[], object], rounds: int = ROUNDS) -> Ratio:
    """Run both in turns after one warm-up each."""
    ours(), limit()
    return Ratio.of((seconds(ours), seconds(limit)) for _ in range(rounds))
