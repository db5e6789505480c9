"""What is right in a report, what is left out of it, and what hangs on what it says."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import Send
from tests.simulator.engine.playbook import Begin, Story

FACTS: dict[str, Any] = {"spreading": {}, "so": {}}
SPREADS = {"id": "spread", "at": "2h", "then": [{"fact": "spreading"}]}
LEVEL = {
    "id": "level", "label": "Level", "choices": [{"id": n, "label": n} for n in ("low", "high")],
    "right": [{"is": ["high"], "when": {"fact": "spreading"}}, {"is": "low"}],
}  # fmt: skip
MORE = {"id": "more", "label": "More", "wanted": True}


def told(begin: Begin, *fields: dict[str, Any], **parts: Any) -> Story:
    report = {"by": ["soc"], "to": ["csmu"], "fields": fields, "again": True}
    roles: dict[str, Any] = {"soc": {}, "csmu": {}}
    injects = [SPREADS, *parts.pop("injects", [])]
    return begin(roles=roles, facts=FACTS, reports={"nine": report}, injects=injects, **parts)


def sent(**entries: str) -> Send:
    return Send("soc", "nine", tuple(entries.items()))


@pytest.mark.parametrize(
    ("time", "level", "right"),
    [("1h", "low", True), ("1h", "high", False), ("3h", "low", False), ("3h", "high", True)],
)
def test_the_first_rule_that_holds_as_it_is_sent_says_what_is_right(
    begin: Begin, time: str, level: str, right: bool
):
    play = told(begin, LEVEL).at(time).when(sent(level=level))
    assert play.exercise.state.reports["nine"].right == ("level",) * right


MANY = [{"id": n, "label": n} for n in ("a", "b", "c")]
ASSETS: dict[str, Any] = {name: {"hosts": 1} for name in ("mail", "web", "files")}


@pytest.mark.parametrize(
    ("kind", "rule", "good", "bad"),
    [
        ("choices", {"is": ["a", "b"]}, "b\na", "a\nb\nc"),
        ("choices", {"is": ["a", "b"]}, "a\nb", "a"),
        ("assets", {"is": ["mail"]}, "mail", "mail\nweb"),
        ("indicators", {"is": ["10.0.0.7"]}, "other\n10.0.0.7", "other"),
        ("indicators", {"is": ["one", "two"]}, "Two\nONE\nthree", "one"),
        ("text", {"is": ["10.0.0.7", "the pump"]}, "It is  THE  Pump.", "It is the valve."),
        ("number", {"is": "4"}, "4.0", "5"),
        ("number", {"number": {"at_least": 4}}, "4", "3.9"),
        ("time", {"time": {"after": "30m", "before": "1h"}}, "00:30", "01:00"),
    ],
)
def test_what_is_right_goes_by_the_kind_of_field(
    begin: Begin, kind: str, rule: dict[str, Any], good: str, bad: str
):
    choices = {"choices": MANY} if kind == "choices" else {}
    field = {"id": "it", "label": "It", "kind": kind, "required": False, "right": rule, **choices}
    play = told(begin, field, assets=ASSETS).at("1h")
    for entry, right in ((good, ("it",)), (bad, ()), ("", ())):
        play.when(sent(it=entry))
        assert play.exercise.state.reports["nine"].right == right


def test_where_no_rule_holds_nothing_is_right(begin: Begin):
    rule = {"is": "low", "when": {"fact": "spreading"}}
    play = told(begin, LEVEL | {"right": rule}).when(sent(level="low"))
    assert play.exercise.state.reports["nine"].right == ()


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ({}, "a low+ high+"),
        ({"field": "level", "says": "high"}, "high+"),
        ({"field": "level", "says": ["high", "low"]}, "a low+ high+"),
        ({"field": "more", "says": ["the pump"]}, "low+"),
        ({"right": {"at_least": 1}}, "a low+"),
        ({"right": {"below": 1}}, "high+"),
        ({"complete": True}, "low+ high+"),
        ({"complete": False}, "a"),
        ({"complete": True, "right": {"above": 0}}, "low+"),
    ],
)
def test_conditions_ask_what_stands_in_the_last_one(
    begin: Begin, condition: dict[str, Any], holds: str
):
    watch = {"id": "told", "when": {"report": "nine", **condition}, "text": "So."}
    ways = {
        "a": sent(level="low"), "low+": sent(level="low", more="The  pump"),
        "high+": sent(level="high", more="Later."),
    }  # fmt: skip
    for way, command in ways.items():
        play = told(begin, LEVEL, MORE, injects=[watch]).when(command).at("1m")
        assert ("told" in play.told(e.InjectSent, "inject")) is (way in holds.split())


def test_an_update_counts_in_place_of_what_was_sent_before(begin: Begin):
    wrong = {"report": "nine", "right": {"below": 1}}
    outcomes = {"wrong": {"when": wrong}, "right": {}}
    play = told(begin, LEVEL, outcomes=outcomes)
    play.when(sent(level="high")).at("1h").when(sent(level="low")).at("10h")
    assert play.exercise.state.outcome == "right"


def test_nobody_is_told_what_was_right(begin: Begin):
    worlds = []
    for rule in ({"is": "low"}, {"is": "high"}):
        play = told(begin, LEVEL | {"right": rule}, MORE).when(sent(level="low")).at("1h")
        assert play.exercise.state.reports["nine"].right == ("level",) * (rule == {"is": "low"})
        worlds.append([play.exercise.view(role) for role in ("soc", "csmu")])
    assert worlds[0] == worlds[1]


def test_a_report_of_another_sender_is_not_read(begin: Begin):
    report = {"by": ["soc", "csmu"], "to": ["press"], "fields": [LEVEL], "again": True}
    roles: dict[str, Any] = {"soc": {}, "csmu": {}, "press": {}}
    play = begin(roles=roles, facts=FACTS, reports={"nine": report}).when(sent(level="low"))
    for role, entries in (("soc", (("level", "low"),)), ("csmu", ())):
        assert play.exercise.view(role).reports[0].entries == entries


def test_when_all_is_over_the_sender_is_told_what_was_right(begin: Begin):
    field = {"id": "who", "label": "Who", "right": {"is": "we"}, "required": False}
    unsaid = {"id": "why", "label": "Why", "right": {"is": "so", "when": {"fact": "so"}}}
    play = told(begin, LEVEL, field, unsaid, MORE)
    play.when(sent(level="low", who="they", why="So.")).at("10h")
    debriefs = [play.exercise.view(role).debrief for role in ("soc", "csmu")]
    [report], none = [debrief.reports for debrief in debriefs if debrief]
    assert (report.title, report.at, report.right, report.wrong, report.left_out) == (
        "nine", 0, ("Level",), ("Who",), ("More",),
    )  # fmt: skip
    assert none == ()
