"""Playing a scenario many times while somebody waits: a count where it takes long."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Any

from simulator.cli.progress import telling
from simulator.engine.policies import POLICIES
from simulator.rehearsal.playing import Played, play
from simulator.rehearsal.rehearsing import SEEDS, Rehearsal, runs
from simulator.scenario import Scenario


class Abandoned(Exception):
    """What was played is of no use any more."""


def rehearsed(scenario: Scenario, abandon: Callable[[], bool] = lambda: False) -> Rehearsal:
    """Play all runs; it and what plays others raise Abandoned as soon as `abandon`, asked at each,
    says so."""
    done, begun, tried = [], monotonic(), 0
    with telling(begun) as tell:
        for run in runs(scenario):
            done.append(run)
            if abandon():
                raise Abandoned
            tell(f"Playing it: {len(done)} of {len(POLICIES) * SEEDS} runs")

    def other(*wanted: Any) -> Played:
        nonlocal tried
        if abandon():
            raise Abandoned
        tried += 1
        with telling(begun) as tell:
            tell(f"Deciding otherwise: run {tried}")
            return play(*wanted)

    return Rehearsal(scenario, tuple(done), other)
