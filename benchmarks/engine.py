"""A whole run against bare SimPy doing the same number of timeouts, processes and requests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import simpy
from simpy.events import Process, Timeout

from simulator.engine.events import WorkStarted
from simulator.engine.exercise import Exercise, Setup
from simulator.scenario.scenario import Scenario

HORIZON = 96 * 3600


def play(scenario: Scenario) -> Exercise:
    exercise = Exercise(scenario, Setup(seed=7))
    exercise.advance(scenario.length)
    return exercise


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """Counts what is asked of SimPy meanwhile."""
    counts: Counter[str] = Counter()

    def counting(kind: type[Any]) -> Any:
        made = kind.__init__

        def init(self: Any, *args: Any, **kwargs: Any) -> None:
            counts[kind.__name__] += 1
            made(self, *args, **kwargs)

        return init

    with (
        patch.object(Timeout, "__init__", counting(Timeout)),
        patch.object(Process, "__init__", counting(Process)),
    ):
        yield counts


def needs(scenario: Scenario) -> tuple[int, int, int]:
    """How many timeouts, processes and requests for people one run takes."""
    with counted() as counts:
        exercise = play(scenario)
    requests = sum(len(x.people) for x in exercise.log if isinstance(x, WorkStarted))
    return counts["Timeout"], counts["Process"], requests


def bare(timeouts: int, processes: int, requests: int) -> None:
    """The same numbers in plain SimPy, with nothing else done: the limit."""
    env = simpy.Environment()
    teams = [simpy.Resource(env, 4) for _ in range(10)]

    def works(number: int, sleeps: int, asks: int) -> Iterator[Any]:
        for turn in range(asks):
            with teams[(number + turn) % 10].request() as request:
                yield request
                yield env.timeout(600)
        for turn in range(sleeps):
            yield env.timeout((number * 7919 + turn * 104_729) % 7200)

    sleeps = max(0, timeouts - requests)
    for number in range(processes):
        own = sleeps // processes + (number < sleeps % processes)
        asks = requests // processes + (number < requests % processes)
        env.process(works(number, own, asks))
    env.run()
