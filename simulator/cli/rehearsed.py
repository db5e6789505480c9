"""Playing a scenario many times while somebody waits: a count where it takes long."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final

import click

from simulator.engine.policies import POLICIES
from simulator.rehearsal.rehearsing import SEEDS, Rehearsal, runs
from simulator.scenario import Scenario

PATIENCE: Final = 2.0
"""Seconds before a person is told what they wait for."""
_ERASED: Final = "\r\x1b[K"


class Abandoned(Exception):
    """What was played is of no use any more."""


def rehearsed(scenario: Scenario, abandon: Callable[[], bool] = lambda: False) -> Rehearsal:
    """Play all runs; raises Abandoned as soon as `abandon`, asked after each, says so."""
    done = []
    with _count() as count:
        for run in runs(scenario):
            done.append(run)
            if abandon():
                raise Abandoned
            count(len(done))
    return Rehearsal(scenario, tuple(done))


@contextmanager
def _count() -> Iterator[Callable[[int], None]]:
    """Tells a number on the terminal, once it has taken a while, and wipes it away at the end."""
    begun, told = monotonic(), False

    def count(done: int) -> None:
        nonlocal told
        if sys.stderr.isatty() and monotonic() - begun > PATIENCE:
            told = True
            of = len(POLICIES) * SEEDS
            click.echo(f"{_ERASED}Playing it: {done} of {of} runs", err=True, nl=False)

    try:
        yield count
    finally:
        if told:
            click.echo(_ERASED, err=True, nl=False)
