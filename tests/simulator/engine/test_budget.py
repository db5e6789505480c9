"""A world that never comes to rest is stopped, and what kept it going is named."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine import machine
from simulator.engine.commands import Cancel, Order
from tests.simulator.engine.playbook import Begin


def sending(name: str, *others: str, **parts: Any) -> dict[str, Any]:
    """An inject that sends others at once."""
    return {"id": name, "then": [{"inject": other} for other in others]} | parts


def test_injects_that_send_each_other_for_ever_end_the_exercise(begin: Begin):
    circle = [sending("a", "b", at="1h"), sending("b", "a"), {"id": "calm", "at": "30m"}]
    play = begin(injects=circle).at("5h")
    play.then(
        e.ExerciseEnded, at="1h", outcome="", why="stuck: inject 'a' -> inject 'b' -> inject 'a'"
    )
    assert play.exercise.over
    assert play.at("9h").exercise.now == 3600


def test_the_circle_is_named_without_what_only_happened_by_the_way(begin: Begin):
    circle = [
        sending("start", "a", "by-the-way", at="1h"),
        sending("by-the-way"),
        sending("a", "b"),
        sending("b", "c"),
        sending("c", "a"),
    ]
    play = begin(injects=circle).at("5h")
    [why] = play.told(e.ExerciseEnded, "why")
    assert why.removeprefix("stuck: ") in (
        "inject 'a' -> inject 'b' -> inject 'c' -> inject 'a'",
        "inject 'b' -> inject 'c' -> inject 'a' -> inject 'b'",
        "inject 'c' -> inject 'a' -> inject 'b' -> inject 'c'",
    )


def test_a_thousand_repetitions_without_a_pause_are_no_circle(begin: Begin):
    bell = {"id": "bell", "at": "1h", "repeat": {"every": "0s", "times": 1000}}
    play = begin(injects=[bell]).at("5h")
    assert play.told(e.InjectSent, "at") == [3600] * 1000
    assert not play.exercise.over


def test_two_thousand_injects_at_one_second_are_no_circle(begin: Begin):
    crowd = [{"id": f"i{n}", "at": "1h"} for n in range(2000)]
    assert len(begin(injects=crowd).at("1h").told(e.InjectSent)) == 2000


def test_two_thousand_injects_that_follow_each_other_at_one_second_are_no_circle(begin: Begin):
    chain = [{"id": f"i{n}", "after": f"i{n - 1}"} for n in range(1, 2000)]
    play = begin(injects=[{"id": "i0", "at": "1h"}, *chain]).at("1h")
    assert play.told(e.InjectSent, "inject") == [f"i{n}" for n in range(2000)]


def test_two_thousand_injects_that_send_each_other_at_one_second_are_no_circle(begin: Begin):
    chain = [sending(f"i{n}", f"i{n + 1}") for n in range(1, 1999)]
    play = begin(injects=[sending("i0", "i1", at="1h"), *chain, {"id": "i1999"}]).at("1h")
    assert play.told(e.InjectSent, "inject") == [f"i{n}" for n in range(2000)]


def test_a_circle_with_a_delay_is_played_to_the_end(begin: Begin):
    effect = {"inject": "bell", "after": "1m"}
    play = begin(injects=[{"id": "bell", "at": "1h", "then": [effect]}]).at("10h")
    assert play.told(e.InjectSent, "at") == list(range(3600, 36_001, 60))
    assert play.told(e.ExerciseEnded, "why") == ["time"]


def test_people_who_keep_asking_while_the_clock_stands_do_not_end_it(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(machine, "BUDGET", 20)
    play = begin(
        roles={"soc": {"teams": {"analysts": 0}}},
        actions={"scan": {"takes": {"people": {"analysts": 1}}}},
    )
    for number in range(1, 50):
        play.when(Order("soc", "scan"), Cancel("soc", f"scan-{number}"))
    assert not play.exercise.over
