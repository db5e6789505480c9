"""Conditions that are certain before anything is played, and those that only look so."""

from typing import Any

import pytest

from simulator.authoring.logic import found
from tests.simulator.engine.playbook import scenario

TRUST = {"trust": {"start": 60}}
CAMERA = {"camera": {"hosts": 2}, "vault": {"hosts": 4, "depends_on": ["camera"]}}
ACTIONS: dict[str, Any] = {
    "unplug": {"then": [{"asset": "camera", "set": "switched-off"}]},
    "fence": {"then": [{"asset": "camera", "set": "isolated"}], "consent": [{"from": "csmu"}]},
    "warn": {"takes": {"time": "3h"}, "then": [{"fact": "warned"}]},
}
OPTIONS = [{"id": name, "label": name, "then": [{"fact": "warned"}]} for name in ("go", "stay")]
ASK = {"id": "ask", "at": "2h", "decision": {"ask": "Well?", "options": OPTIONS}}


def codes(condition: Any, **parts: Any) -> list[str]:
    """What is found of an inject that waits for this."""
    told = scenario(
        roles={"soc": {"teams": {"crew": 3}}, "csmu": {}},
        assets=CAMERA, gauges=TRUST, actions=ACTIONS, facts={"warned": {}, "never": {}},
        capabilities={"watch": {"has": True}},
        injects=[ASK, {"id": "told", "when": condition}],
        **parts,
    )  # fmt: skip
    return [f.code for f in found(told) if f.loc[:3] == ("injects", 1, "when")]


def every(*parts: Any) -> dict[str, Any]:
    return {"all": list(parts)}


def either(*parts: Any) -> dict[str, Any]:
    return {"any": list(parts)}


def denied(part: Any) -> dict[str, Any]:
    return {"not": part}


def camera(link: str) -> dict[str, str]:
    return {"asset": "camera", "is": link}


WARNED, GONE = {"fact": "warned"}, {"decision": "ask", "chose": "go"}


@pytest.mark.parametrize(
    "condition",
    [
        every(camera("isolated"), camera("switched-off")),
        every(camera("isolated"), denied(either(camera("isolated"), camera("connected"))),
              {"asset": "vault", "service": {"above": 50}}, camera("isolated")),
        every(WARNED, denied(WARNED)),
        every(WARNED, every({"role": "soc", "is": "bot"}, denied(WARNED))),
        every({"time": {"after": "3h"}}, {"time": {"before": "2h"}}),
        every({"time": {"after": "3h"}}, {"time": {"before": "3h"}}),
        every(GONE, {"decision": "ask", "chose": "stay"}),
        every(GONE, {"decision": "ask", "is": "open"}),
        every({"decision": "ask", "is": "taken"}, {"decision": "ask", "is": "missed"}),
        every({"asset": "vault", "service": {"below": 30}},
              {"asset": "vault", "service": {"at_least": 30}}),
        every({"team": "crew", "free": {"below": 1}}, {"team": "crew", "free": {"above": 1}}),
        every({"inject": "ask"}, {"inject": "ask", "is": "skipped"}),
        every({"role": "soc", "is": "bot"}, {"role": "soc", "is": "staffed"}),
        every({"capability": "watch"}, denied({"capability": "watch"})),
        denied(either(WARNED, denied(WARNED))),
    ],
)  # fmt: skip
def test_parts_that_exclude_each_other(condition: Any):
    assert set(codes(condition)) <= {"L33", "L31"}
    assert codes(condition)


@pytest.mark.parametrize(
    "condition",
    [
        {"fact": "never"},
        {"asset": "vault", "encrypted": {"above": 0}},
        {"asset": "vault", "foothold": True},
        {"gauge": "trust", "below": 60},
        {"decision": "ask", "is": "missed"},
        {"action": "unplug", "is": "refused"},
        {"team": "crew", "people": {"above": 3}},
        {"time": {"after": "11h"}},
        every({"decision": "ask", "is": "open"}, {"time": {"before": "1h"}}),
        every({"action": "warn"}, {"time": {"before": "2h"}}),
        {"any": [{"fact": "never"}, {"inject": "told", "is": "skipped"}]},
    ],
)
def test_what_never_comes_about(condition: Any):
    assert codes(condition) == ["L31"]


@pytest.mark.parametrize(
    "condition",
    [
        WARNED, denied(WARNED), camera("isolated"), GONE,
        {"asset": "vault", "service": {"below": 1}},
        {"action": "fence", "is": "refused"}, {"action": "unplug", "is": "cancelled"},
        {"decision": "ask", "is": "closed"}, {"team": "crew", "free": {"below": 3}},
        {"time": {"after": "10h"}}, {"inject": "ask", "is": "read"},
        {"capability": "watch"}, {"role": "csmu", "is": "bot"},
        every({"action": "warn"}, {"time": {"before": "4h"}}),
        every(denied(GONE), {"decision": "ask", "is": "open"}),
    ],
)  # fmt: skip
def test_what_may_come_about_is_let_pass(condition: Any):
    work = ACTIONS | {"dig": {"takes": {"people": {"crew": 1}}}}
    told = scenario(
        roles={"soc": {"teams": {"crew": 3}}, "csmu": {}}, assets=CAMERA, actions=work,
        facts={"warned": {}}, capabilities={"watch": {"has": True}},
        injects=[ASK, {"id": "told", "when": condition}],
    )  # fmt: skip
    assert [f for f in found(told) if f.loc[:2] == ("injects", 1)] == []


@pytest.mark.parametrize(
    "condition",
    [
        either({"gauge": "trust", "below": 50}, {"gauge": "trust", "above": 30}),
        either({"time": {"after": "2h"}}, {"time": {"before": "3h"}}),
        either(WARNED, denied(WARNED)),
        either(camera("isolated"), denied(camera("isolated"))),
    ],
)
def test_of_these_one_always_holds(condition: Any):
    assert set(codes(condition)) <= {"L34", "L32"}
    assert codes(condition)


def test_a_drift_is_only_so_fast():
    """Two points an hour don't take a gauge from 60 below 39 in ten hours, three do."""

    def told(per_hour: float) -> list[str]:
        drift = {"per_hour": per_hour}
        parts = scenario(
            gauges={"trust": {"start": 60, "drifts": [drift]}},
            injects=[{"id": "told", "when": {"gauge": "trust", "below": 39}}],
        )
        return [f.code for f in found(parts)]

    assert told(-2) == ["L31"]
    assert told(-3) == []


def test_a_part_that_adds_nothing_is_told_of_at_its_own_place():
    condition = {"any": [WARNED, every({"fact": "never"}, GONE)]}
    told = scenario(
        facts={"warned": {}, "never": {}}, injects=[ASK, {"id": "told", "when": condition}]
    )
    assert [f.loc for f in found(told)] == [("injects", 1, "when", "any", 1, "all", 0)]


def test_in_an_action_every_target_counts():
    """What holds on one target may be asked of all."""
    needs = {"asset": "target", "is": "isolated"}
    told = scenario(
        roles={"soc": {}, "csmu": {}},
        assets=CAMERA,
        actions=ACTIONS
        | {"look": {"targets": ["camera", "vault"], "needs": needs}}
        | {"stare": {"targets": ["vault"], "needs": needs}},
        facts={"warned": {}},
    )
    assert [(f.loc[1], f.code) for f in found(told) if f.loc[-1] == "needs"] == [("stare", "L31")]
