"""What is wrong with gauges: numbers out of their range, and what only physical ones have."""

from pathlib import Path

import pytest

from tests.simulator.scenario.small import Case, expected, told, whole

PUMP = "assets: {pump: {title: Pump, owner: watch, hosts: 1}}\n"
FLOW = (
    "gauges:\n  trust: {title: Trust, start: 50}\n  flow: {title: Flow, unit: bar, start: 4, "
    "range: {from: 0, to: 12}, alarms: {low: {below: 3, title: Low}}}\n"
)
DRIVEN = PUMP + (
    "gauges:\n  flow: {title: Flow, start: 4, range: {from: 0, to: 12}, "
    "process: {asset: pump, target: 4, per_hour: 2}}\n"
)
NO_UNIT = "'trust' is in points and has no '{key}'; give it a 'unit'"
NO_PROCESS = "nothing drives 'flow'; give it a 'process', or delete this"


def most(bound: str, found: str) -> str:
    return f"a number of at most {bound} should stand here, not {found}"


def does(effect: str) -> str:
    return f"injects:\n- {{id: a, at: 1h, …, then: [{effect}]}}\n"


def asks(condition: str) -> str:
    return f"injects:\n- {{id: a, when: {condition}, …}}\n"


GAUGES = [
    Case("G03", FLOW + does("{gauge: trust, ▸shows: 4}"), NO_UNIT.format(key="shows")),
    Case("G03", FLOW + does("{gauge: trust, ▸silent: true}"), NO_UNIT.format(key="silent")),
    Case("G03", FLOW + does("{gauge: flow, ▸target: 4}"), NO_PROCESS),
    Case("G03", FLOW + asks("{gauge: flow, ▸manual: true}"), NO_PROCESS),
    Case(
        "G03",
        FLOW + asks("{gauge: flow, alarm: ▸lo}"),
        "the gauge 'flow' has no alarm 'lo'; did you mean 'low'?",
    ),
    Case("G03", FLOW + asks("{gauge: flow, passed: ▸low}"), "the gauge 'flow' has no limit 'low'"),
    Case(
        "G03",
        FLOW + asks("{gauge: trust, ▸deceived: true}"),
        "'trust' is in points and shows the truth; give it a 'unit'",
    ),
    Case(
        "G05",
        "gauges: {flow: {title: Flow, unit: bar, start: 4, alarms: {a: {below: ▸0, title: A}}}}\n",
        "it never passes this; choose a level between 0 and 100",
    ),
    Case("F06", FLOW.replace("start: 4", "start: ▸13"), most("12", "13")),
    Case("F06", FLOW + does("{gauge: flow, set: ▸12.5}"), most("12", "12.5")),
    Case("F06", DRIVEN + does("{gauge: flow, target: ▸99}"), most("12", "99")),
    Case("F06", FLOW + does("{gauge: flow, shows: ▸99}"), most("12", "99")),
    Case("F06", FLOW + does("{gauge: flow, add: ▸13}"), most("12", "13")),
    Case("F06", FLOW + does("{gauge: trust, add: ▸101}"), most("100", "101")),
    Case("F06", DRIVEN.replace("target: 4", "target: ▸13"), most("12", "13")),
    Case(
        "F06",
        DRIVEN.replace("per_hour: 2}", "per_hour: 2, fails: {to: ▸13, per_hour: 1}}"),
        most("12", "13"),
    ),
    Case("F06", FLOW.replace("alarms", "normal: {at_most: ▸13}, alarms"), most("12", "13")),
    Case(
        "F06",
        "gauges: {trust: {title: Trust, start: 50, drifts: [{per_hour: ▸-101}]}}\n",
        "a number of at least -100 should stand here, not -101",
    ),
    Case(
        "R01",
        DRIVEN.replace("asset: pump", "asset: ▸pomp"),
        "there is no asset 'pomp'; did you mean 'pump'?",
    ),
    Case(
        "R04",
        DRIVEN.replace("asset: pump", "asset: ▸target"),
        "name an asset here; no order can choose 'target'",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", GAUGES, ids=[f"{c.code}-{n}" for n, c in enumerate(GAUGES)])
def test_a_mistake_of_a_gauge_is_told_once_at_its_place(case: Case, tmp_path: Path):
    assert told(whole(case.text).replace("▸", ""), tmp_path) == [expected(case)]


def test_an_inject_that_an_alarm_sends_needs_nothing_else(tmp_path: Path):
    rings = FLOW.replace("title: Low}", "title: Low, inject: a}")
    assert told(whole(rings + "injects:\n- {id: a, …}\n"), tmp_path) == []
