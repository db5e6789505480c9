"""How the world stands at STARTEX. Pure."""

from __future__ import annotations

from simulator.engine.gauging import fine
from simulator.engine.services import standing_services
from simulator.engine.state import (
    AssetState,
    ChallengeState,
    ContestState,
    GaugeState,
    InjectState,
    MeasureState,
    PhysicsState,
    ReportState,
    Sight,
    State,
    StepState,
    TeamState,
)
from simulator.scenario.scenario import Scenario
from simulator.scenario.world import Gauge


def at_startex(
    scenario: Scenario, capabilities: dict[str, bool], staffed: tuple[str, ...]
) -> State:
    """The state before anything has happened."""
    state = State(
        assets={
            name: AssetState(asset.hosts, foothold=asset.foothold)
            for name, asset in scenario.assets.items()
        },
        gauges={name: first_line(gauge) for name, gauge in scenario.gauges.items()},
        physics={
            name: PhysicsState(
                first_line(gauge), fine(gauge.process.target) if gauge.process else 0
            )
            for name, gauge in scenario.gauges.items()
            if gauge.physical
        },
        steps={name: StepState() for name in scenario.step},
        injects={inject.id: InjectState() for inject in scenario.injects},
        teams={name: TeamState(team.people) for name, (_, team) in scenario.team.items()},
        reports={name: ReportState() for name in scenario.reports},
        measures={
            f"{name}/{number}": MeasureState()
            for name, objective in scenario.objectives.items()
            for number in range(len(objective.every_measure()))
        },
        challenges={name: ChallengeState() for name in scenario.challenge},
        contest=ContestState() if scenario.contest else None,
        facts={name: fact.start for name, fact in scenario.facts.items()},
        capabilities=capabilities,
        staffed=tuple(role for role in scenario.roles if role in staffed),
        end=scenario.length,
        sight={name: first_sight(scenario, name) for name in scenario.roles},
    )
    for name, level in standing_services(scenario, state.assets).items():
        state.assets[name].service = level
    return state


def first_line(gauge: Gauge) -> GaugeState:
    """Where a gauge stands."""
    low, high = fine(gauge.range.low), fine(gauge.range.high)
    return GaugeState(fine(gauge.start), low=low, high=high)


def first_sight(scenario: Scenario, role: str) -> Sight:
    """What the scenario lets a role see from STARTEX on: its own assets, and what it names."""
    sees = scenario.roles[role].sees
    assets = tuple(
        name
        for name, asset in scenario.assets.items()
        if sees.assets == "all" or name in sees.assets or asset.owner == role
    )
    gauges = tuple(n for n in scenario.gauges if sees.gauges == "all" or n in sees.gauges)
    return Sight(assets, gauges)
