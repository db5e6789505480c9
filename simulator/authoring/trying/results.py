"""What came of the tests: which passed, and of those that did not, what was and in which runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from simulator.authoring.trying.reading import Told
from simulator.authoring.trying.trial import Tried, tried
from simulator.authoring.trying.wording import done, expected
from simulator.engine.titles import Titles
from simulator.rehearsal.covering import Reached, reached_by
from simulator.rehearsal.playing import Played
from simulator.scenario import Scenario
from simulator.scenario.problem import Problem


class Miss(NamedTuple):
    """One part of a test that failed: where it stands, what was expected and what was instead.

    `seeds` are the runs in which it failed; `run` is the first of them, and `at` its second.
    """

    place: Problem
    expected: str
    instead: str
    seeds: tuple[int, ...]
    run: Played
    at: int


class Result(NamedTuple):
    """A test that was played, in `runs` runs that came to what `reached` says."""

    told: Told
    runs: int
    misses: tuple[Miss, ...]
    reached: tuple[Reached, ...]

    @property
    def passed(self) -> bool:
        return not self.misses


def played(told: Told, scenario: Scenario) -> Result:
    """Play the test, once for each of its seeds. Raises Refused where its setup is wrong."""
    story = told.story
    failing, reached = list[Tried](), []
    known = set[tuple[str, int]]()
    met = [0] * len(story.then)
    for seed in story.runs:
        trial = tried(story, scenario, seed)
        reached.append(reached_by(trial.run))
        met = [before + now for before, now in zip(met, trial.met, strict=True)]
        if trial.failures:
            parts = {(failure.part, failure.number) for failure in trial.failures}
            if parts <= known:  # told is only the first run of each, and a thousand fill the memory
                trial = trial._replace(run=failing[0].run)
            known |= parts
            failing.append(trial)
    misses = tuple(_misses(told, scenario, failing, met))
    return Result(told, len(story.runs), misses, tuple(reached))


def _misses(told: Told, scenario: Scenario, failing: list[Tried], met: list[int]) -> Iterator[Miss]:
    """The parts that failed in more runs than they may, in the order of the file."""
    story, titles = told.story, Titles(scenario, "en", {})
    yield from _miss(told, failing, ("test", 0), "the run comes to its end")
    for number, deed in enumerate(story.given):
        yield from _miss(told, failing, ("given", number), done(titles, deed))
    for number, hope in enumerate(story.then):
        if met[number] < hope.share * len(story.runs) - 1e-9:
            said = expected(titles, hope)
            if hope.share < 1:
                said += f", in {hope.share * 100:.4g} % of the runs"
            yield from _miss(told, failing, ("then", number), said)


def _miss(told: Told, failing: list[Tried], part: tuple[str, int], said: str) -> Iterator[Miss]:
    found = [
        (trial, failure) for trial in failing for failure in trial.failures if failure[:2] == part
    ]
    if found:
        trial, failure = found[0]
        seeds = tuple(trial.seed for trial, _ in found)
        yield Miss(told.place(*part), said, failure.instead, seeds, trial.run, failure.at)
