"""The state of a run as values, and how it stands at STARTEX. Only `fold` changes a State."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Literal, NamedTuple

from simulator.engine.services import standing_services

if TYPE_CHECKING:
    from simulator.scenario.scenario import Scenario


class AssetState(NamedTuple):
    intact: int
    encrypted: int = 0
    wiped: int = 0
    link: str = "connected"
    foothold: bool = False
    leaked: int = 0
    workaround: int = 0
    service: int = 1000


class GaugeState(NamedTuple):
    """A straight line from `value` (thousandths) at `since`, by `per_hour`."""

    value: int
    per_hour: int = 0
    since: int = 0

    def at(self, now: int) -> int:
        moved = self.value + self.per_hour * (now - self.since) // 3600
        return min(100_000, max(0, moved))


class StepState(NamedTuple):
    """`phase`: waiting, planned, blocked, running, done, failed or stopped."""

    phase: str = "waiting"
    since: int = 0
    due: int | None = None
    started: bool = False
    seen: bool = False


class InjectState(NamedTuple):
    sent: int = 0
    last: int = 0
    skipped: bool = False
    held: bool = False
    read: tuple[str, ...] = ()


class DecisionState(NamedTuple):
    """`phase`: open, taken or missed. A decision not asked yet has no state."""

    phase: str
    opened: int
    due: int | None
    at: int = 0
    role: str = ""
    option: str | None = None
    text: str = ""
    reason: str = ""
    confidence: int | None = None


class RequestState(NamedTuple):
    """A chain of consents for an order or a decision; the link that is being asked now."""

    role: str
    of: str
    asked: int
    due: int
    phase: Literal["asked", "questioned", "granted", "refused"] = "asked"
    question: str = ""
    text: str = ""


class OrderState(NamedTuple):
    """`phase`: waiting (for consent), queued (for people), running, done, refused, cancelled."""

    action: str
    role: str
    target: str | None
    phase: str
    ordered: int
    since: int
    priority: int
    reason: str


class TeamState(NamedTuple):
    people: int
    busy: int = 0


class ReportState(NamedTuple):
    due: int | None = None
    late: bool = False
    sent: int | None = None
    times: int = 0


class ModuleState(NamedTuple):
    phase: str
    answers: tuple[tuple[str, str, str], ...] = ()


class MeasureState(NamedTuple):
    """`now`: `` (nothing yet), `running`, `holds`, `broken`, `met` or `failed`."""

    now: str = ""
    since: int = 0
    held: int = 0


class Sight(NamedTuple):
    """What one role may know of: asset, gauge and foothold ids."""

    assets: tuple[str, ...] = ()
    gauges: tuple[str, ...] = ()
    footholds: tuple[str, ...] = ()


@dataclass(slots=True)
class State:
    """The whole world. Its parts are values; `fold.fold` alone puts new ones in their place."""

    assets: dict[str, AssetState] = field(default_factory=dict)
    gauges: dict[str, GaugeState] = field(default_factory=dict)
    steps: dict[str, StepState] = field(default_factory=dict)
    injects: dict[str, InjectState] = field(default_factory=dict)
    decisions: dict[str, DecisionState] = field(default_factory=dict)
    requests: dict[str, RequestState] = field(default_factory=dict)
    orders: dict[str, OrderState] = field(default_factory=dict)
    teams: dict[str, TeamState] = field(default_factory=dict)
    reports: dict[str, ReportState] = field(default_factory=dict)
    modules: dict[str, ModuleState] = field(default_factory=dict)
    measures: dict[str, MeasureState] = field(default_factory=dict)
    facts: dict[str, bool] = field(default_factory=dict)
    capabilities: dict[str, bool] = field(default_factory=dict)
    staffed: tuple[str, ...] = ()
    sight: dict[str, Sight] = field(default_factory=dict)
    module: str | None = None
    over: bool = False
    outcome: str = ""
    why: str = ""

    def hash(self) -> str:
        """SHA-256 of the state in one canonical form."""
        plain = {f.name: getattr(self, f.name) for f in fields(self)}
        text = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


def at_startex(
    scenario: Scenario, capabilities: dict[str, bool], staffed: tuple[str, ...]
) -> State:
    """The state before anything has happened."""
    state = State(
        assets={
            name: AssetState(asset.hosts, foothold=asset.foothold)
            for name, asset in scenario.assets.items()
        },
        gauges={name: GaugeState(round(g.start * 1000)) for name, g in scenario.gauges.items()},
        steps={name: StepState() for name in scenario.step},
        injects={inject.id: InjectState() for inject in scenario.injects},
        teams={name: TeamState(team.people) for name, (_, team) in scenario.team.items()},
        reports={name: ReportState() for name in scenario.reports},
        measures={
            f"{name}/{number}": MeasureState()
            for name, objective in scenario.objectives.items()
            for number in range(len(objective.every_measure()))
        },
        facts={name: fact.start for name, fact in scenario.facts.items()},
        capabilities=capabilities,
        staffed=staffed,
        sight={name: first_sight(scenario, name) for name in scenario.roles},
    )
    for name, level in standing_services(scenario, state.assets).items():
        state.assets[name] = state.assets[name]._replace(service=level)
    return state


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
