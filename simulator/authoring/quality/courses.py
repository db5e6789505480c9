"""How runs end: whether it matters what people do, whether it varies, and whether it lasts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from simulator.engine.results import tally
from simulator.rehearsal.playing import Played
from simulator.rehearsal.rehearsing import Rehearsal
from simulator.scenario.finding import Finding
from simulator.scenario.parts import Loc
from simulator.scenario.scenario import Scenario

EARLY: Final = 1 / 2
"""Who made time for an exercise and is sent home before half of it has come for nothing."""

ENOUGH_RUNS: Final = 6
"""In fewer runs the same end may be chance."""


def in_courses(rehearsal: Rehearsal) -> Iterator[Finding]:
    """What all runs together show."""
    yield from _no_difference(rehearsal)
    yield from _same_end(rehearsal)
    yield from _too_early(rehearsal)


def stuck(rehearsal: Rehearsal) -> Iterator[Finding]:
    """One finding for each circle, however many runs went into it."""
    by_path = {run.stuck: run for run in reversed(rehearsal.runs) if run.stuck}
    for path, run in by_path.items():
        sentence = (
            f"a run with {run.setup.bots} bots and seed {run.setup.seed} gets stuck at second "
            f"{run.now}, where these bring each other about for ever: {path}; put time between them"
        )
        yield Finding(_first_on(rehearsal.scenario, path), "Q53", sentence, key=True)


def _first_on(scenario: Scenario, path: str) -> Loc:
    """The first inject of a circle as the engine names it, or all injects."""
    for number, inject in enumerate(scenario.injects):
        if inject.id in path.replace("'", " ").split():
            return ("injects", number)
    return ("injects",)


def points(run: Played) -> int:
    """Points of all objectives together."""
    return tally(run.scenario, run.state, run.now).points


def _no_difference(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Runs of the same seed have the same luck, so that each pair says something."""
    pairs = [*zip(rehearsal.by("doctrine"), rehearsal.by("silent"), strict=False)]
    if not rehearsal.scenario.objectives or not pairs:
        return
    better = sum(points(doctrine) > points(silent) for doctrine, silent in pairs)
    if better * 2 <= len(pairs):
        sentence = (
            f"who acts by doctrine reaches more points than who does nothing in only {better} of "
            f"{len(pairs)} runs; let objectives measure what decisions and orders can change"
        )
        yield Finding(("objectives",), "Q48", sentence, key=True)


def _same_end(rehearsal: Rehearsal) -> Iterator[Finding]:
    ends = Counter(run.state.outcome for run in rehearsal.runs)
    if len(rehearsal.scenario.outcomes) < 2 or ends.total() < ENOUGH_RUNS or len(ends) > 1:
        return
    only = next(iter(ends))
    told = f"'{only}'" if only else "none of these outcomes"
    sentence = f"all {ends.total()} runs end with {told}, whatever anybody does"
    yield Finding(("outcomes",), "Q49", f"{sentence}; change what the outcomes ask for", key=True)


def _too_early(rehearsal: Rehearsal) -> Iterator[Finding]:
    scenario, runs = rehearsal.scenario, rehearsal.by("doctrine")
    early = Counter(
        run.state.outcome
        for run in runs
        if run.state.why == "outcome" and run.now < EARLY * scenario.length
    )
    for outcome, number in early.items():
        if number * 2 > len(runs):
            sentence = (
                f"in {number} of {len(runs)} runs by doctrine this ends the exercise before half "
                "of its length; ask more for it, or shorten 'length'"
            )
            yield Finding(("outcomes", outcome), "Q50", sentence, key=True)
