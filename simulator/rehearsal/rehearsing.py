"""Plays a scenario many times with bots in all seats, by each policy and with other luck."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from simulator.engine.exercise import Setup
from simulator.engine.policies import POLICIES, PolicyName
from simulator.rehearsal.playing import Played, play
from simulator.scenario import Scenario

SEEDS: Final = 12
"""Runs with each policy, where nobody asks for another number."""


class Rehearsal(NamedTuple):
    """What came of the runs, in the order of policies and seeds."""

    scenario: Scenario
    runs: tuple[Played, ...]

    def by(self, policy: PolicyName) -> tuple[Played, ...]:
        """The runs in which all bots followed this policy."""
        return tuple(run for run in self.runs if run.setup.bots == policy)


def rehearse(
    scenario: Scenario, policies: Iterable[PolicyName] = POLICIES, seeds: int = SEEDS
) -> Rehearsal:
    """Play with each of these policies and the seeds 0, 1, 2 … of this number."""
    setups = [Setup(seed, bots=policy) for policy in policies for seed in range(seeds)]
    return Rehearsal(scenario, tuple(play(scenario, setup, (), None) for setup in setups))
