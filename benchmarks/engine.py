"""A whole run against bare SimPy doing the same number of timeouts, processes and requests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple
from unittest.mock import patch

import simpy
from simpy.events import Process, Timeout

from simulator.engine.events import WorkStarted
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.machine import Act, Machine
from simulator.scenario.scenario import Scenario


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

    later = Machine.later

    def counting_later(machine: Machine, seconds: int, act: Act) -> None:
        counts["later"] += 1
        later(machine, seconds, act)

    with (
        patch.object(Timeout, "__init__", counting(Timeout)),
        patch.object(Process, "__init__", counting(Process)),
        patch.object(Machine, "later", counting_later),
    ):
        yield counts


class Needs(NamedTuple):
    """What one run asks of SimPy, and how many events of its own it records.

    `waits` are acts that wait for their moment without a process of their own; plain SimPy has no
    such thing, there each would be a process with one timeout.
    """

    timeouts: int
    processes: int
    requests: int
    waits: int
    events: int


def needs(scenario: Scenario) -> Needs:
    """Counts one run."""
    with counted() as counts:
        exercise = play(scenario)
    requests = sum(len(x.people) for x in exercise.log if isinstance(x, WorkStarted))
    return Needs(counts["Timeout"], counts["Process"], requests, counts["later"], len(exercise.log))


def bare(timeouts: int, processes: int, requests: int) -> None:
    """The same numbers in plain SimPy, with nothing else done: the limit."""
    env = simpy.Environment()
    teams = [simpy.Resource(env, 4) for _ in range(10)]

    def works(number: int, sleeps: int, asks: int) -> Generator[simpy.Event, Any, None]:
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
