"""What physical gauges may come to, and what of it is certain never to be."""

from typing import Any

import pytest

from simulator.authoring.logic import found
from tests.simulator.engine.playbook import scenario

PROCESS = {"asset": "pump", "target": 4, "per_hour": 2}
FLOW: dict[str, Any] = {
    "start": 4,
    "unit": "bar",
    "range": {"from": 0, "to": 12},
    "process": PROCESS,
    "alarms": {"high": {"above": 8, "title": "High"}, "low": {"below": 3, "title": "Low"}},
    "limits": {
        "flood": {"above": 9, "title": "Flood", "then": [{"fact": "wet"}]},
        "dry": {"below": 1, "title": "Dry"},
    },
}


def codes(condition: dict[str, Any], *effects: dict[str, Any], **flow: Any) -> list[str]:
    """What is found of an inject that waits for this, where the effects may happen."""
    told = scenario(
        assets={"pump": {"hosts": 2}},
        gauges={"flow": FLOW | flow},
        facts={"wet": {}},
        injects=[
            {"id": "told", "when": condition},
            {"id": "do", "at": "1h", "then": list(effects)},
        ],
    )
    return [f.code for f in found(told) if f.loc[:3] == ("injects", 0, "when")]


def flow(**said: Any) -> dict[str, Any]:
    return {"gauge": "flow", **said}


OFF = {"asset": "pump", "set": "switched-off"}
FAILS = {"process": PROCESS | {"fails": {"to": 0, "per_hour": 1}}}


@pytest.mark.parametrize(
    ("condition", "effect", "more"),
    [
        (flow(above=10), flow(target=11), {}),
        (flow(alarm="high"), flow(target=11), {}),
        (flow(alarm="high"), flow(shows=9), {}),
        (flow(passed="flood"), flow(set=12), {}),
        ({"fact": "wet"}, flow(target=10), {}),
        (flow(manual=True), flow(manual=True), {}),
        (flow(manual=False), flow(manual=True), {}),
        (flow(deceived=True), flow(shows=1), {}),
        (flow(below=1), OFF, FAILS),
        (flow(passed="dry"), OFF, FAILS),
        (flow(above=3), flow(target=4), {"start": 0}),
        (flow(below=1), flow(add=-1), {}),
    ],
)
def test_what_may_come_about_is_no_finding(
    condition: dict[str, Any], effect: dict[str, Any], more: dict[str, Any]
):
    assert codes(condition, effect, **more) == []


@pytest.mark.parametrize(
    ("condition", "effect"),
    [
        (flow(above=11), flow(target=10)),
        (flow(alarm="high"), flow(target=7)),
        (flow(passed="flood"), flow(shows=12)),
        ({"fact": "wet"}, flow(shows=12)),
        (flow(manual=True), flow(target=7)),
        (flow(deceived=True), flow(blind=True)),
        (flow(below=1), OFF),
    ],
)
def test_what_never_comes_about_is_found(condition: dict[str, Any], effect: dict[str, Any]):
    assert codes(condition, effect) == ["L31"]
