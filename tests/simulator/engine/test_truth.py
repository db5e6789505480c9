"""Whether a condition holds: every leaf, every bound, and what each has to be asked again for."""

from dataclasses import replace
from typing import Any

import pytest
from pydantic import TypeAdapter

from simulator.engine import truth
from simulator.engine.startex import at_startex
from simulator.engine.state import DecisionState, ModuleState, OrderState, State
from simulator.engine.truth import ALWAYS, both, compiled, denied, either, reached
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


YES, NO = {"fact": "known"}, {"fact": "unknown"}


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ({"all": [YES, YES]}, True),
        ({"all": [YES, NO]}, False),
        ({"any": [NO, YES]}, True),
        ({"any": [NO, NO]}, False),
        ({"not": {"any": [NO, {"all": [YES, NO]}]}}, True),
        ({"all": [{"not": NO}, {"any": [NO, {"not": NO}]}]}, True),
    ],
)
def test_conditions_are_joined_and_denied(condition: dict[str, Any], holds: bool):
    assert asked(condition).holds(state(), 0) is holds


def test_no_condition_always_holds_and_asks_for_nothing():
    assert compiled(None) is ALWAYS
    assert ALWAYS.holds(state(), 0)
    assert both() is ALWAYS
    assert both(ALWAYS, ALWAYS) is ALWAYS


def test_tests_can_be_joined_too():
    yes, no = asked(YES), asked(NO)
    assert [both(yes, no).holds(state(), 0), either(yes, no).holds(state(), 0)] == [False, True]
    assert both(ALWAYS, yes) is yes
    assert denied(no).holds(state(), 0)
    assert [reached(60).holds(state(), now) for now in (59, 60)] == [False, True]


@pytest.mark.parametrize(
    ("condition", "keys", "times", "levels"),
    [
        ({"asset": "mail", "is": "isolated"}, [("asset", "mail")], [], []),
        ({"gauge": "trust", "below": 50, "at_least": 1.5}, [("gauge", "trust")], [],
         [("trust", 50_000), ("trust", 1500)]),
        ({"step": "wipe", "is": "done"}, [("step", "wipe")], [], []),
        ({"inject": "news"}, [("inject", "news")], [], []),
        ({"decision": "fire", "is": "open"}, [("decision", "fire")], [], []),
        ({"action": "scan"}, [("action", "scan")], [], []),
        ({"report": "log"}, [("report", "log")], [], []),
        ({"team": "analysts", "free": {"below": 1}}, [("team", "analysts")], [], []),
        ({"fact": "known"}, [("fact", "known")], [], []),
        ({"module": "talk"}, [("module", "talk")], [], []),
        ({"time": {"after": "1h", "before": "2h"}}, [], [3600, 7200], []),
        ({"capability": "watch"}, [], [], []),
        ({"role": "soc", "is": "bot"}, [], [], []),
        ({"any": [YES, {"not": {"all": [NO, {"time": {"after": "1m"}}]}}, YES]},
         [("fact", "known"), ("fact", "unknown")], [60], []),
    ],
)  # fmt: skip
def test_a_test_names_once_what_it_reads(
    condition: dict[str, Any], keys: list[Any], times: list[int], levels: list[Any]
):
    test = asked(condition)
    assert (list(test.keys), list(test.times), list(test.levels)) == (keys, times, levels)
