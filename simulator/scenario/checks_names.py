"""Checks of ids: those given twice, and the word `target` where it stands for no asset."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from simulator.scenario.actions import Action, Sensible
from simulator.scenario.adversary import Exfiltration, Spread, Step
from simulator.scenario.conditions import ActionIs, AssetIs
from simulator.scenario.effects import AssetEffect, Findings
from simulator.scenario.finding import Finding
from simulator.scenario.parts import Found, Loc
from simulator.scenario.physics import Process
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import CONTROL, TARGET
from simulator.scenario.world import Dependency, Sight

NAMES_ASSETS: Final[dict[type, tuple[str, ...]]] = {
    AssetIs: ("asset",), AssetEffect: ("asset",), Findings: ("assets", "footholds"),
    ActionIs: ("target",), Sensible: ("target",), Action: ("targets",), Step: ("foothold",),
    Spread: ("asset",), Exfiltration: ("asset",), Dependency: ("asset",), Sight: ("assets",),
    Process: ("asset",),
}  # fmt: skip
"""Where a scenario names assets."""

_BOUND: Final = (AssetIs, AssetEffect, Findings)
"""Where, inside an action with targets, the one chosen in the order may stand."""


def given_twice(scenario: Scenario) -> Iterator[Finding]:
    """A finding at every id that one of its kind has already."""
    if CONTROL in scenario.roles:
        sentence = f"'{CONTROL}' is the facilitator's own name; give this role another id"
        yield Finding(("roles", CONTROL), "R06", sentence, key=True)
    yield from _twice("inject", ("injects",), scenario.injects)
    yield from _decisions_twice(scenario)
    yield from _teams_twice(scenario)
    if scenario.adversary:
        yield from _twice("step", ("adversary", "steps"), scenario.adversary.steps)
    for number, inject in enumerate(scenario.injects):
        if inject.variants:
            yield from _twice("variant", ("injects", number, "variants"), inject.variants)
        if inject.decision:
            loc = ("injects", number, "decision", "options")
            yield from _twice("option", loc, inject.decision.options)
    for name, report in scenario.reports.items():
        yield from _twice("field", ("reports", name, "fields"), report.fields)
    for name, module in scenario.modules.items():
        yield from _twice("question", ("modules", name, "questions"), module.questions)


def no_target(scenario: Scenario, parts: Found) -> Iterator[Finding]:
    """The word `target` outside the actions in whose orders one is chosen."""
    if TARGET in scenario.assets:
        sentence = f"'{TARGET}' means the asset chosen in an order; give this one another id"
        yield Finding(("assets", TARGET), "R04", sentence, key=True)
    for loc, part in parts:
        for name in NAMES_ASSETS[type(part)]:
            named = getattr(part, name)
            if named == TARGET:
                yield from _unbound(scenario, (*loc, name), part)
            elif isinstance(named, tuple) and TARGET in named:
                yield from _unbound(scenario, (*loc, name, named.index(TARGET)), part)


def _unbound(scenario: Scenario, loc: Loc, part: Any) -> Iterator[Finding]:
    if not isinstance(part, _BOUND):
        yield Finding(loc, "R04", f"name an asset here; no order can choose '{TARGET}'")
    elif loc[0] != "actions" or not scenario.actions[str(loc[1])].targets:
        sentence = f"name an asset here; only an action with 'targets' may say '{TARGET}'"
        yield Finding(loc, "R04", sentence)


def _twice(kind: str, loc: Loc, parts: Sequence[Any]) -> Iterator[Finding]:
    if len({part.id for part in parts}) < len(parts):
        known = set[str]()
        for number, part in enumerate(parts):
            if part.id in known:
                yield _again(kind, part.id, (*loc, number, "id"))
            known.add(part.id)


def _decisions_twice(scenario: Scenario) -> Iterator[Finding]:
    """A second inject of the same id was found already, and its decision needs no finding more."""
    injects, known = set[str](), set[str]()
    for number, inject in enumerate(scenario.injects):
        if inject.decision and (inject.decision.id or inject.id not in injects):
            if inject.decision_id in known:
                place = ("decision", "id") if inject.decision.id else ("id",)
                yield _again("decision", inject.decision_id, ("injects", number, *place))
            known.add(inject.decision_id)
        injects.add(inject.id)


def _teams_twice(scenario: Scenario) -> Iterator[Finding]:
    known = set[str]()
    for role, seat in scenario.roles.items():
        for team in seat.teams:
            if team in known:
                yield _again("team", team, ("roles", role, "teams", team))._replace(key=True)
            known.add(team)


def _again(kind: str, name: str, loc: Loc) -> Finding:
    return Finding(loc, "R02", f"another {kind} has the id '{name}' already; rename this one")
