"""Whether a condition holds: every leaf, and every bound."""

from dataclasses import replace
from typing import Any

import pytest
from pydantic import TypeAdapter

from simulator.engine import truth
from simulator.engine.startex import at_startex
from simulator.engine.state import DecisionState, ModuleState, OrderState, State
from simulator.engine.truth import compiled
from simulator.scenario.conditions import Condition
from tests.simulator.engine.playbook import scenario

WORLD = scenario(
    roles={"soc": {"teams": {"analysts": 3}}, "csmu": {}},
    assets={"mail": {"hosts": 10}},
    gauges={"trust": {"start": 50}},
    facts={"known": {"start": True}, "unknown": {}},
    capabilities={"watch": {"has": True}, "luck": {"has": False}},
    steps=[{"id": "wipe"}],
    injects=[{"id": "news"}],
    actions={"scan": {}, "cut": {"targets": "mail"}},
    reports={"log": {"by": "soc", "to": "csmu"}},
    modules={"talk": {}},
)
parsed = TypeAdapter(Condition).validate_python


def asked(condition: dict[str, Any]) -> truth.Test:
    return compiled(parsed(condition))


def state(*changes: tuple[str, str, Any]) -> State:
    """The world at STARTEX with these rows changed, or put in."""
    world = at_startex(WORLD, {"watch": True, "luck": False}, ("soc",))
    for table, name, new in changes:
        rows = getattr(world, table)
        rows[name] = replace(rows[name], **new) if isinstance(new, dict) else new
    return world


def mail(**new: Any) -> list[tuple[str, str, Any]]:
    return [("assets", "mail", new)]


def step(**new: Any) -> list[tuple[str, str, Any]]:
    return [("steps", "wipe", new)]


def inject(**new: Any) -> list[tuple[str, str, Any]]:
    return [("injects", "news", new)]


def decided(phase: str, option: str | None = None) -> list[tuple[str, str, Any]]:
    return [("decisions", "fire", DecisionState(phase, 0, None, option=option))]


def order(action: str, phase: str, target: str | None = None) -> list[tuple[str, str, Any]]:
    return [("orders", f"{action}-1", OrderState(action, "soc", target, phase, 0, 0, 5, ""))]


def report(**new: Any) -> list[tuple[str, str, Any]]:
    return [("reports", "log", new)]


def team(**new: Any) -> list[tuple[str, str, Any]]:
    return [("teams", "analysts", new)]


def gauge(**new: Any) -> list[tuple[str, str, Any]]:
    return [("gauges", "trust", new)]


HALF = mail(intact=5, encrypted=3, wiped=2, service=497, leaked=1500)
LEAVES: list[tuple[dict[str, Any], list[tuple[str, str, Any]], bool]] = [
    ({"asset": "mail", "is": "connected"}, [], True),
    ({"asset": "mail", "is": "isolated"}, [], False),
    ({"asset": "mail", "is": "isolated"}, mail(link="isolated"), True),
    ({"asset": "mail", "is": "switched-off"}, mail(link="switched-off"), True),
    ({"asset": "mail", "foothold": True}, [], False),
    ({"asset": "mail", "foothold": True}, mail(foothold=True), True),
    ({"asset": "mail", "foothold": False}, mail(foothold=True), False),
    ({"asset": "mail", "service": {"below": 49.8}}, HALF, True),
    ({"asset": "mail", "service": {"below": 49.7}}, HALF, False),
    ({"asset": "mail", "hosts_intact": {"at_least": 50}}, HALF, True),
    ({"asset": "mail", "hosts_intact": {"above": 50}}, HALF, False),
    ({"asset": "mail", "encrypted": {"at_most": 30}}, HALF, True),
    ({"asset": "mail", "encrypted": {"below": 30}}, HALF, False),
    ({"asset": "mail", "wiped": {"at_least": 20, "at_most": 20}}, HALF, True),
    ({"asset": "mail", "wiped": {"above": 20}}, HALF, False),
    ({"asset": "mail", "leaked": {"at_least": 1.5}}, HALF, True),
    ({"asset": "mail", "leaked": {"above": 1.5}}, HALF, False),
    ({"asset": "mail", "is": "connected", "service": {"below": 50}}, HALF, True),
    ({"asset": "mail", "is": "isolated", "service": {"below": 50}}, HALF, False),
    ({"asset": "mail", "service": {"above": 40, "at_most": 45}}, HALF, False),
    ({"asset": "mail", "service": {"below": 60, "at_least": 55}}, HALF, False),
    ({"asset": "mail", "service": {"above": 40, "below": 45}}, HALF, False),
    ({"asset": "mail", "service": {"above": 55}}, HALF, False),
    ({"asset": "mail", "service": {"above": 45}}, HALF, True),
    ({"gauge": "trust", "at_least": 50}, [], True),
    ({"gauge": "trust", "above": 50}, [], False),
    ({"gauge": "trust", "at_most": 50}, [], True),
    ({"gauge": "trust", "below": 50}, [], False),
    ({"gauge": "trust", "below": 50}, gauge(value=49_999), True),
    ({"gauge": "trust", "above": 50, "below": 60}, gauge(value=55_000), True),
    ({"gauge": "trust", "at_most": 48}, gauge(per_hour=-2000), True),
    ({"gauge": "trust", "below": 48}, gauge(per_hour=-2000), False),
    ({"step": "wipe", "is": "waiting"}, [], True),
    ({"step": "wipe", "is": "waiting"}, step(phase="planned"), True),
    ({"step": "wipe", "is": "waiting"}, step(phase="blocked"), False),
    ({"step": "wipe", "is": "blocked"}, step(phase="blocked"), True),
    ({"step": "wipe", "is": "running"}, step(phase="running"), True),
    ({"step": "wipe", "is": "started"}, step(phase="running"), False),
    ({"step": "wipe", "is": "started"}, step(phase="done", started=True), True),
    ({"step": "wipe", "is": "done"}, step(phase="done"), True),
    ({"step": "wipe", "is": "done"}, step(phase="stopped"), False),
    ({"step": "wipe", "is": "failed"}, step(phase="failed"), True),
    ({"step": "wipe", "is": "stopped"}, step(phase="stopped"), True),
    ({"step": "wipe", "is": "seen"}, step(phase="done"), False),
    ({"step": "wipe", "is": "seen"}, step(seen=True), True),
    ({"inject": "news"}, [], False),
    ({"inject": "news"}, inject(sent=2), True),
    ({"inject": "news", "is": "sent"}, inject(skipped=True), False),
    ({"inject": "news", "is": "skipped"}, inject(skipped=True), True),
    ({"inject": "news", "is": "read"}, inject(sent=1), False),
    ({"inject": "news", "is": "read"}, inject(sent=1, read=("soc",)), True),
    ({"decision": "fire", "is": "open"}, [], False),
    ({"decision": "fire", "is": "open"}, decided("open"), True),
    ({"decision": "fire", "is": "closed"}, [], False),
    ({"decision": "fire", "is": "closed"}, decided("open"), False),
    ({"decision": "fire", "is": "closed"}, decided("taken"), True),
    ({"decision": "fire", "is": "closed"}, decided("missed"), True),
    ({"decision": "fire", "is": "taken"}, decided("taken"), True),
    ({"decision": "fire", "is": "taken"}, decided("missed"), False),
    ({"decision": "fire", "is": "missed"}, decided("missed"), True),
    ({"decision": "fire", "chose": "pull"}, decided("open"), False),
    ({"decision": "fire", "chose": "pull"}, decided("taken", "pull"), True),
    ({"decision": "fire", "chose": "pull"}, decided("missed", "pull"), True),
    ({"decision": "fire", "chose": ["wait", "pull"]}, decided("taken", "pull"), True),
    ({"decision": "fire", "chose": "wait"}, decided("taken", "pull"), False),
    ({"decision": "fire", "chose": "pull", "is": "taken"}, decided("missed", "pull"), False),
    ({"action": "scan"}, [], False),
    ({"action": "scan"}, order("scan", "running"), False),
    ({"action": "scan"}, order("scan", "done"), True),
    ({"action": "scan"}, order("cut", "done", "mail"), False),
    ({"action": "cut", "target": "mail"}, order("cut", "done", "mail"), True),
    ({"action": "cut", "target": "mail"}, order("cut", "done", "web"), False),
    *[
        ({"action": "scan", "is": phase}, order("scan", phase), True)
        for phase in ("waiting", "queued", "running", "done", "refused", "cancelled")
    ],
    *[
        ({"action": "scan", "is": "ordered"}, order("scan", phase), holds)
        for phase, holds in (
            ("waiting", True), ("queued", True), ("running", True), ("done", True),
            ("refused", False), ("cancelled", False),
        )
    ],
    ({"report": "log"}, [], False),
    ({"report": "log"}, report(sent=60), True),
    ({"report": "log", "is": "due"}, [], False),
    ({"report": "log", "is": "due"}, report(due=600), True),
    ({"report": "log", "is": "due"}, report(due=600, sent=60), False),
    ({"report": "log", "is": "late"}, report(due=600), False),
    ({"report": "log", "is": "late"}, report(due=600, late=True, sent=900), True),
    ({"team": "analysts", "people": {"at_least": 3}}, [], True),
    ({"team": "analysts", "people": {"below": 3}}, [], False),
    ({"team": "analysts", "free": {"below": 2}}, team(busy=2), True),
    ({"team": "analysts", "free": {"below": 2}}, team(busy=1), False),
    ({"team": "analysts", "free": {"at_most": 0}}, team(people=1, busy=3), True),
    ({"team": "analysts", "people": {"above": 3}, "free": {"above": 0}}, [], False),
    ({"capability": "watch"}, [], True),
    ({"capability": "luck"}, [], False),
    ({"fact": "known"}, [], True),
    ({"fact": "unknown"}, [], False),
    ({"module": "talk"}, [], False),
    ({"module": "talk", "is": "open"}, [("modules", "talk", ModuleState("open"))], True),
    ({"module": "talk", "is": "closed"}, [("modules", "talk", ModuleState("open"))], False),
    ({"module": "talk"}, [("modules", "talk", ModuleState("closed"))], True),
    ({"role": "soc", "is": "staffed"}, [], True),
    ({"role": "soc", "is": "bot"}, [], False),
    ({"role": "csmu", "is": "staffed"}, [], False),
    ({"role": "csmu", "is": "bot"}, [], True),
    ({"time": {"after": "1h"}}, [], True),
    ({"time": {"after": "3601s"}}, [], False),
    ({"time": {"before": "1h"}}, [], False),
    ({"time": {"before": "3601s"}}, [], True),
    ({"time": {"after": "30m", "before": "2h"}}, [], True),
    ({"time": {"after": "2h", "before": "3h"}}, [], False),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "changes", "holds"), LEAVES, ids=repr)
def test_a_leaf_holds_after_an_hour_or_not(
    condition: dict[str, Any], changes: list[tuple[str, str, Any]], holds: bool
):
    world = state(*changes)
    assert asked(condition).holds(world, 3600) is holds
    assert asked({"not": condition}).holds(world, 3600) is not holds
