"""Playing a scenario many times while somebody waits: a count where it takes long."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any, Final

import click

from simulator.engine.policies import POLICIES
from simulator.rehearsal.playing import Played, play
from simulator.rehearsal.rehearsing import SEEDS, Rehearsal, runs
from simulator.scenario import Scenario

PATIENCE: Final = 2.0
"""Seconds before a person is told what they wait for."""
_ERASED: Final = "\r\x1b[K"


class Abandoned(Exception):
    """What was played is of no use any more."""


def rehearsed(scenario: Scenario, abandon: Callable[[], bool] = lambda: False) -> Rehearsal:
    """Play all runs; it and what plays others raise Abandoned as soon as `abandon`, asked at each,
    says so."""
    done, begun, tried = [], monotonic(), 0
    with _telling(begun) as tell:
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
        with _telling(begun) as tell:
            tell(f"Deciding otherwise: run {tried}")
            return play(*wanted)

    return Rehearsal(scenario, tuple(done), other)


@contextmanager
def _telling(begun: float) -> Iterator[Callable[[str], None]]:
    """Tells on the terminal how far it is, once it has taken a while; wiped away at the end."""
    told = False

    def tell(words: str) -> None:
        nonlocal told
        if sys.stderr.isatty() and monotonic() - begun > PATIENCE:
            told = True
            click.echo(f"{_ERASED}{words}", err=True, nl=False)

    try:
        yield tell
    finally:
        if told:
            click.echo(_ERASED, err=True, nl=False)
