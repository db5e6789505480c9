"""The strict YAML reader: the bytes of one file to a tree that knows its places.

How the tree is built stands in builder.py; what it means is the models' affair.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

import yaml

from simulator.scenario.builder import Builder, Stopped
from simulator.scenario.limits import USUAL, Limits
from simulator.scenario.located import LocatedList, LocatedMap
from simulator.scenario.problem import Problem
from simulator.scenario.source import Source
from simulator.scenario.syntax import explain
from simulator.scenario.text import decode


class Reading(NamedTuple):
    """A tree, or None where reading had to stop, and every problem in the order of the file.

    Values that could not be used stand in the tree as their words, keys are left out.
    """

    tree: LocatedMap | LocatedList | None
    problems: list[Problem]


def read(raw: bytes, path: str, limits: Limits = USUAL, *, list_allowed: bool = False) -> Reading:
    """Read one YAML file, known to its author as `path`; no mistake in it raises anything.

    The top must be a mapping, or a list where that is allowed. What an alias repeats is shared.
    """
    text, problems = decode(raw, path, limits)
    tree = None
    if text is not None:
        source = Source(path, text)
        try:
            builder = Builder(source, limits, problems)
            with collector_resting(), suppress(Stopped):
                tree = builder.build(list_allowed=list_allowed)
        except yaml.YAMLError as error:
            stopped = explain(error, source, builder.last)
            if stopped[:3] not in {problem[:3] for problem in problems}:
                problems.append(stopped)
    problems.sort()
    if len(problems) >= limits.problems:
        last = problems[-1]
        sentence = f"reading stopped after {len(problems)} problems; there may be more"
        problems.append(last._replace(code="Y35", sentence=sentence))
    return Reading(tree, problems)


@contextmanager
def collector_resting() -> Iterator[None]:
    """Thousands of new containers make the collector search for cycles that cannot be there."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()  # all that is new counts as old now, and is not searched at once
            gc.enable()
