"""All that a preview shows of a scenario, worked out once. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from simulator.authoring.previewing.fired import Fired, fired
from simulator.authoring.previewing.graph import Graph, graph
from simulator.authoring.previewing.load import Load, load
from simulator.authoring.previewing.plan import Planned, plan, standing
from simulator.authoring.previewing.seen import Sending
from simulator.authoring.previewing.timeline import Lane, lanes
from simulator.engine.exercise import Setup
from simulator.engine.policies import PolicyName
from simulator.engine.state import State
from simulator.engine.titles import NO_ORDERS, Titles
from simulator.rehearsal.playing import Played
from simulator.scenario import Scenario

RUNS: Final = 12
"""So many runs are played where nobody asks for another number."""


def setups(policy: PolicyName = "doctrine", runs: int = RUNS) -> tuple[Setup, ...]:
    """What the runs are played with: bots in all seats, and each time other luck."""
    return tuple(Setup(seed, bots=policy) for seed in range(runs))


@dataclass(frozen=True, slots=True)
class Previewed:
    """`world` is as at STARTEX. `fired`, `lanes` and `load` are empty until runs were played.
    `lanes` are of the first run, all else is of all of them."""

    scenario: Scenario
    language: str
    world: State
    plan: tuple[Planned, ...]
    graph: Graph
    fired: dict[str, Fired]
    lanes: tuple[Lane, ...]
    load: Load
    runs: int

    @property
    def titles(self) -> Titles:
        return Titles(self.scenario, self.language, NO_ORDERS)

    def at(self, inject: str) -> int:
        """When to show it: in the middle of the runs, or when it was planned, or STARTEX."""
        if inject in self.fired:
            return self.fired[inject].median
        return self.scenario.inject[inject].at or 0

    def sending(self, inject: str, variant: str) -> Sending:
        """How to show it: as it was in the middle of the runs, where it was sent in any."""
        sent = self.fired.get(inject)
        return Sending(self.at(inject), variant, sent.values if sent else None, self.world)


def previewed(scenario: Scenario, language: str, runs: Sequence[Played] = ()) -> Previewed:
    """The preview as these runs make it, or without any."""
    told = Previewed(
        scenario, language, standing(scenario), plan(scenario, language),
        graph(scenario, language), {}, (), Load(0, {}), 0,
    )  # fmt: skip
    return rehearsed(told, runs) if runs else told


def rehearsed(told: Previewed, runs: Sequence[Played]) -> Previewed:
    """The same with what these runs show, of which there is at least one."""
    return replace(
        told, fired=fired(runs), lanes=lanes(runs[0], told.language), load=load(runs),
        runs=len(runs),
    )  # fmt: skip
