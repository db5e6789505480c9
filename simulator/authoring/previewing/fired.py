"""When injects were sent in runs without people, and in how many of the runs. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from statistics import median_low
from typing import NamedTuple

from simulator.engine import events as e
from simulator.rehearsal.playing import Played

Values = tuple[tuple[str, str], ...]
"""What the live names of an inject stood at when it was sent."""


class Fired(NamedTuple):
    """The seconds at which an inject was first sent: the middle one, the first and the last of
    those `sent` runs, of `runs` in all, in which it was sent. `values` are of the middle one."""

    sent: int
    runs: int
    median: int
    first: int
    last: int
    values: Values

    @property
    def share(self) -> int:
        """In how many of a hundred runs."""
        return round(self.sent / self.runs * 100)


def fired(runs: Sequence[Played]) -> dict[str, Fired]:
    """By inject; those that were sent in no run are missing."""
    sendings: defaultdict[str, list[tuple[int, Values]]] = defaultdict(list)
    for run in runs:
        first: dict[str, e.InjectSent] = {}
        for event in run.log:
            if isinstance(event, e.InjectSent):
                first.setdefault(event.inject, event)
        for inject, sent in first.items():
            sendings[inject].append((sent.at, sent.values))
    return {inject: _fired(sorted(some), len(runs)) for inject, some in sendings.items()}


def _fired(sendings: list[tuple[int, Values]], runs: int) -> Fired:
    median, values = median_low(sendings)
    return Fired(len(sendings), runs, median, sendings[0][0], sendings[-1][0], values)
