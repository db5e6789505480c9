"""A run played again up to an earlier moment, from which it may go another way."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import CONTROL, Answer, Hold, Order, Staff, Write
from simulator.engine.exercise import Exercise
from simulator.engine.script import hand_written
from tests.simulator.engine.playbook import Begin, Story, seconds

OPTIONS = [
    {"id": "wait", "label": "Wait"},
    {"id": "pull", "label": "Pull", "then": [{"asset": "mail", "set": "isolated"}]},
]
FIRE = {"id": "fire", "at": "1h", "decision": {"ask": "Pull?", "options": OPTIONS}}


@pytest.fixture
def play(begin: Begin) -> Story:
    """By three, SOC has pulled the plug (at 1:30) and has people at work since two."""
    told = begin(
        roles={"soc": {"teams": {"analysts": 2}}, "csmu": {}}, staffed=("soc",), seed=3,
        assets={"mail": {"hosts": 9}}, injects=[FIRE, {"id": "late", "at": "4h"}],
        actions={"scan": {"takes": {"people": {"analysts": 1}, "time": "2h"}}},
    )  # fmt: skip
    told.at("1h30m").when(Answer("soc", "fire", "pull"))
    return told.at("2h").when(Order("soc", "scan")).at("3h")


def rewound(play: Story, to: str, **how: Any) -> Exercise:
    run = play.exercise
    return Exercise.again(run.scenario, run.setup, run.asked, seconds(to), **how)


def test_what_was_asked_before_has_happened_and_what_was_asked_then_has_not(play: Story):
    before, after = rewound(play, "1h30m"), rewound(play, "1h30m1s")
    assert before.now == seconds("1h30m")
    assert before.state.decisions["fire"].phase == "open"
    assert before.state.assets["mail"].link == "connected"
    assert after.state.assets["mail"].link == "isolated"
    assert rewound(play, "1h30m", inclusive=True).state.assets["mail"].link == "isolated"
    assert [len(run.asked) for run in (before, after)] == [0, 1]


def test_work_in_progress_goes_on_and_ends_as_it_would_have(play: Story):
    run = rewound(play, "2h30m")
    assert run.state.orders["scan-1"].phase == "running"
    run.advance(seconds("9h"))
    play.at("9h")
    assert run.log == play.exercise.log
    assert run.state.hash() == play.exercise.state.hash()
    assert run.view("soc") == play.exercise.view("soc")


def test_from_there_it_may_go_another_way_and_the_old_run_stays_as_it_was(play: Story):
    old = play.exercise.state.hash(), len(play.exercise.log)
    run = rewound(play, "1h30m")
    run.submit(Answer("soc", "fire", "wait"))
    run.submit(Hold(CONTROL, "late", by="Arta"))
    run.advance(seconds("9h"))
    assert run.state.assets["mail"].link == "connected"
    assert run.state.injects["late"].sent == 0
    assert (play.exercise.state.hash(), len(play.exercise.log)) == old


def test_what_control_has_written_is_there_again_only_after_it_was_written(play: Story):
    play.when(Write(CONTROL, ("soc",), "phone", "Ring", "Who is there?"), Staff(CONTROL, "csmu"))
    play.at("5h")
    early, later = rewound(play, "3h"), rewound(play, "4h")
    assert [len(hand_written(run.scenario)) for run in (early, later)] == [0, 1]
    assert [run.state.staffed for run in (early, later)] == [("soc",), ("soc", "csmu")]


def test_what_was_refused_is_not_asked_again(play: Story):
    play.refuses("closed", Answer("soc", "fire", "wait"))
    assert [type(asked.command) for asked in play.exercise.asked] == [Answer, Order]


def test_a_run_can_be_rewound_again_and_again(play: Story):
    once = rewound(play, "2h30m")
    twice = Exercise.again(once.scenario, once.setup, once.asked, seconds("1h45m"))
    assert twice.log == [event for event in play.exercise.log if event.at <= seconds("1h45m")]
    assert any(isinstance(event, e.LinkChanged) for event in twice.log)
