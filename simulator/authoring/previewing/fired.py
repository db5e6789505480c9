"""When injects were sent in runs without people, and in how many of the runs. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from statistics import median_low
from typing import NamedTuple

from simulator.engine import events as e
from simulator.rehearsal.playing import Played


class Fired(NamedTuple):
    """The seconds at which an inject was first sent: the middle one, the first and the last of
    those `sent` runs, of `runs` in all, in which it was sent."""

    sent: int
    runs: int
    median: int
    first: int
    last: int

    @property
    def share(self) -> int:
        """In how many of a hundred runs."""
        return round(self.sent / self.runs * 100)


def fired(runs: Sequence[Played]) -> dict[str, Fired]:
    """By inject; those that were sent in no run are missing."""
    times: defaultdict[str, list[int]] = defaultdict(list)
    for run in runs:
        first: dict[str, int] = {}
        for event in run.log:
            if isinstance(event, e.InjectSent):
                first.setdefault(event.inject, event.at)
        for inject, at in first.items():
            times[inject].append(at)
    return {
        inject: Fired(len(some), len(runs), median_low(some), min(some), max(some))
        for inject, some in times.items()
    }
