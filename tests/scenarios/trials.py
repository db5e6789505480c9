"""Many runs of one scenario, for tests that ask how it plays rather than what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import fmean

from simulator.engine.commands import Answer
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.policies import PolicyName
from simulator.scenario.scenario import Scenario


def play(scenario: Scenario, seed: int, bots: PolicyName = "doctrine") -> Exercise:
    exercise = Exercise(scenario, Setup(seed=seed, bots=bots))
    exercise.advance(scenario.length)
    return exercise


def play_choosing(scenario: Scenario, seed: int, decision: str, option: str) -> Exercise:
    """A run of doctrine's bots in which one decision is taken otherwise, as soon as it is asked."""
    exercise = Exercise(scenario, Setup(seed=seed))
    while not exercise.over and decision not in exercise.state.decisions:
        exercise.advance(int(min(exercise.next_at(), scenario.length)))
    if not exercise.over:
        exercise.submit(Answer(scenario.decider(decision), decision, option))
    exercise.advance(scenario.length)
    return exercise


def measured(exercise: Exercise) -> dict[str, float]:
    """How a run ended, each figure turned so that more is better."""
    state, gauges = exercise.state, exercise.scenario.gauges
    hosts = sum(asset.hosts for asset in exercise.scenario.assets.values())
    figures = {
        "hosts intact": 100 * sum(asset.intact for asset in state.assets.values()) / hosts,
        "service": fmean(asset.service / 10 for asset in state.assets.values()),
    }
    for name, gauge in state.gauges.items():
        value = gauge.at(exercise.now) / 1000
        figures[name] = value if gauges[name].good == "high" else 100 - value
    return figures


def averaged(runs: Iterator[Exercise]) -> dict[str, float]:
    return mean(measured(run) for run in runs)


def mean(ends: Iterable[dict[str, float]]) -> dict[str, float]:
    figures = [*ends]
    return {name: fmean(figure[name] for figure in figures) for name in figures[0]}
