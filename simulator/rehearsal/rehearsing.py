"""Plays a scenario many times with bots in all seats, by each policy and with other luck."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from simulator.engine.exercise import Setup
from simulator.engine.policies import POLICIES, PolicyName
from simulator.rehearsal.playing import Played, play
from simulator.rehearsal.script import Cue
from simulator.scenario import Scenario
from simulator.scenario.reader import collector_resting

SEEDS: Final = 12
"""Runs with each policy, where nobody asks for another number."""


Play = Callable[[Scenario, Setup, Sequence[Cue], int | None], Played]


class Rehearsal(NamedTuple):
    """What came of the runs, in the order of policies and seeds. `play` plays others like them."""

    scenario: Scenario
    runs: tuple[Played, ...]
    play: Play = play

    def by(self, policy: PolicyName) -> tuple[Played, ...]:
        """The runs in which all bots followed this policy."""
        return tuple(run for run in self.runs if run.setup.bots == policy)


def runs(
    scenario: Scenario, policies: Iterable[PolicyName] = POLICIES, seeds: int = SEEDS
) -> Iterator[Played]:
    """Play with each of these policies and the seeds 0, 1, 2 … of this number, one by one.

    A run that gets stuck is the last: it took long, and so would the others.
    """
    for policy in policies:
        for seed in range(seeds):
            with collector_resting():  # else an eighth of the time goes into looking for garbage
                run = play(scenario, Setup(seed, bots=policy), (), None)
            yield run
            if run.stuck:
                return


def rehearse(
    scenario: Scenario, policies: Iterable[PolicyName] = POLICIES, seeds: int = SEEDS
) -> Rehearsal:
    """All these runs."""
    return Rehearsal(scenario, tuple(runs(scenario, policies, seeds)))
