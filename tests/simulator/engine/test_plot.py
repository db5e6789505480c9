"""Injects: when each is sent, how often, and by whose hand."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import Fire, Hold, Order, Release, Skip
from tests.simulator.engine.playbook import Begin, Story, seconds

FACTS: dict[str, Any] = {"known": {}}
KNOWN = {"fact": "known"}
LATE = {"id": "late", "at": "2h"}


def sent(play: Story, inject: str = "news") -> list[int]:
    """The seconds at which it was sent."""
    return [at for name, at in play.told(e.InjectSent, "inject", "at") if name == inject]


def turning(time: str, so: bool = True) -> dict[str, Any]:
    """An inject that makes the fact known, or not."""
    return {"id": f"at-{time}", "at": time, "then": [KNOWN | {"set": so}]}


# When


@pytest.mark.parametrize(
    ("parts", "times"),
    [
        ({"at": "0s"}, ["0s"]),
        ({"at": "1h"}, ["1h"]),
        ({"at": "1h", "delay": "10m"}, ["1h10m"]),
        ({"after": "late"}, ["2h"]),
        ({"after": "late", "delay": "30m"}, ["2h30m"]),
        ({"when": KNOWN}, ["1h"]),
        ({"when": KNOWN, "delay": "30m"}, ["1h30m"]),
        ({"when": {"not": KNOWN}}, ["0s"]),
        ({"when": KNOWN, "after": "late"}, ["2h"]),
        ({"when": KNOWN, "at": "3h", "delay": "1m"}, ["3h1m"]),
        ({"when": {"time": {"after": "4h"}}}, ["4h"]),
        ({"when": {"all": [KNOWN, {"time": {"before": "1h"}}]}}, []),
        ({"by_hand": True}, []),
        ({"by_hand": True, "at": "1h"}, []),
        ({}, []),
    ],
)
def test_an_inject_comes_when_all_it_waits_for_has_come(
    begin: Begin, parts: dict[str, Any], times: list[str]
):
    play = begin(facts=FACTS, injects=[{"id": "news"} | parts, turning("1h"), LATE]).at("10h")
    assert sent(play) == [seconds(time) for time in times]


def test_what_has_turned_true_is_sent_though_it_turns_false_meanwhile(begin: Begin):
    news = {"id": "news", "when": KNOWN, "delay": "30m"}
    play = begin(facts=FACTS, injects=[turning("1h"), turning("1h10m", so=False), news]).at("3h")
    assert sent(play) == [5400]


def test_injects_of_one_second_come_in_the_order_of_the_file(begin: Begin):
    play = begin(injects=[{"id": name, "at": "1h"} for name in "cab"]).at("1h")
    assert play.told(e.InjectSent, "inject") == ["c", "a", "b"]


def test_an_inject_reaches_those_it_is_for_and_nobody_else(begin: Begin):
    roles: dict[str, Any] = {"soc": {}, "csmu": {}, "press": {}}
    play = begin(roles=roles, injects=[{"id": "news", "at": "1h", "to": ["press", "soc"]}]).at("1h")
    assert play.sees("soc", "news").to == ("press", "soc")
    assert [item.inject for item in play.exercise.view("press").inbox] == ["news"]
    assert play.exercise.view("csmu").inbox == ()


# What did not happen


@pytest.mark.parametrize(("time", "times"), [("30m", []), ("59m59s", []), ("1h", [3600])])
def test_a_contingency_comes_only_if_what_was_expected_has_not_happened(
    begin: Begin, time: str, times: list[int]
):
    where = {"id": "news", "at": "1h", "unless": {"action": "call", "is": "ordered"}}
    play = begin(actions={"call": {}}, injects=[where]).at(time).when(Order("soc", "call"))
    assert sent(play.at("3h")) == times


def test_what_was_not_needed_is_told_as_skipped_and_never_comes(begin: Begin):
    where = {"id": "news", "at": "1h", "unless": KNOWN}
    play = begin(facts=FACTS, injects=[turning("30m"), turning("2h", so=False), where]).at("9h")
    play.then(e.InjectSkipped, at="1h", inject="news", why="not needed")
    assert sent(play) == []


# How often


@pytest.mark.parametrize(
    ("repeat", "times"),
    [
        ({"every": "30m", "times": 3}, ["1h", "1h30m", "2h"]),
        ({"every": "30m", "times": 1}, ["1h"]),
        ({"every": "30m", "times": 9, "during": {"not": KNOWN}}, ["1h", "1h30m"]),
        ({"every": "30m", "times": 9, "during": KNOWN}, ["1h"]),
    ],
)
def test_an_inject_is_repeated_so_often_and_while_it_is_so(
    begin: Begin, repeat: dict[str, Any], times: list[str]
):
    news = {"id": "news", "at": "1h", "repeat": repeat}
    play = begin(facts=FACTS, injects=[news, turning("1h45m")]).at("10h")
    assert sent(play) == [seconds(time) for time in times]
    assert [n for i, n in play.told(e.InjectSent, "inject", "number") if i == "news"] == [
        number + 1 for number in range(len(times))
    ]


def test_every_repetition_lies_in_the_inbox_for_itself(begin: Begin):
    news = {"id": "news", "at": "1h", "repeat": {"every": "30m", "times": 3}}
    inbox = begin(injects=[news]).at("10h").exercise.view("soc").inbox
    assert [(item.key, item.at) for item in inbox] == [
        ("news#1", 3600), ("news#2", 5400), ("news#3", 7200),
    ]  # fmt: skip


# By whose hand


def test_control_sends_what_waits_for_its_hand(begin: Begin):
    play = begin(injects=[{"id": "news", "by_hand": True}]).at("1h").when(Fire("control", "news"))
    assert sent(play) == [3600]


def test_what_control_sent_before_its_time_does_not_come_again(begin: Begin):
    play = begin(injects=[{"id": "news", "at": "2h"}]).at("1h").when(Fire("control", "news"))
    assert sent(play.at("9h")) == [3600]


def test_control_may_send_again_what_was_sent(begin: Begin):
    play = begin(injects=[{"id": "news", "at": "1h"}]).at("3h").when(Fire("control", "news"))
    assert sent(play) == [3600, 10_800]


@pytest.mark.parametrize(("time", "times"), [("1h30m", ["2h"]), ("3h", ["3h"])])
def test_what_is_held_comes_in_time_or_when_it_is_released(
    begin: Begin, time: str, times: list[str]
):
    play = begin(injects=[{"id": "news", "at": "2h"}]).at("1h").when(Hold("control", "news"))
    play.at(time).when(Release("control", "news")).at("9h")
    assert sent(play) == [seconds(time) for time in times]


def test_what_is_struck_never_comes_nor_what_follows_it(begin: Begin):
    after = {"id": "after", "after": "news"}
    play = begin(injects=[{"id": "news", "at": "2h"}, after]).when(Skip("control", "news")).at("9h")
    play.then(e.InjectSkipped, at="0s", inject="news", why="struck by control")
    assert play.told(e.InjectSent) == []


def test_what_is_struck_while_it_is_held_does_not_come_when_it_is_released(begin: Begin):
    play = begin(injects=[{"id": "news", "at": "2h"}]).when(Hold("control", "news")).at("3h")
    play.when(Skip("control", "news"), Release("control", "news")).at("9h")
    assert sent(play) == []


# By an effect


@pytest.mark.parametrize(
    ("effect", "times"),
    [
        ({}, ["1h", "5h"]),
        ({"after": "30m"}, ["1h30m", "5h"]),
        ({"do": "skip"}, []),
        ({"do": "skip", "after": "5h"}, ["5h"]),
        ({"chance": "0%"}, ["5h"]),
        ({"when": KNOWN}, ["5h"]),
        ({"when": KNOWN, "after": "2h"}, ["3h", "5h"]),
    ],
)
def test_an_effect_sends_or_strikes_an_inject(
    begin: Begin, effect: dict[str, Any], times: list[str]
):
    cause = {"id": "cause", "at": "1h", "then": [{"inject": "news"} | effect]}
    fired = {"id": "again", "at": "5h", "then": [{"inject": "news"}]}
    injects = [cause, fired, turning("2h"), {"id": "news", "by_hand": True}]
    assert sent(begin(facts=FACTS, injects=injects).at("10h")) == [seconds(t) for t in times]


def test_what_is_held_is_neither_held_again_nor_fired(begin: Begin):
    play = begin(injects=[{"id": "news", "at": "2h"}]).when(Hold("control", "news"))

    assert "held already" in play.refuses("closed", Hold("control", "news"))
    assert "release it" in play.refuses("closed", Fire("control", "news"))
