"""What a role is shown of its queues is how they are served, and no drawn time is in it."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import Cancel, Order, Prioritise
from simulator.engine.views import TeamView
from tests.simulator.engine.playbook import Begin, Story

ROLES: dict[str, Any] = {
    "soc": {"teams": {"analysts": 2, "fixers": 1}}, "csmu": {"teams": {"hunters": 1}},
}  # fmt: skip
RANDOM = {"between": ["1h", "3h"], "likely": "2h"}


def work(time: Any = "1h", priority: int = 5, by: str = "soc", **people: int) -> dict[str, Any]:
    return {"by": by, "takes": {"people": people, "time": time, "priority": priority}}


ACTIONS = {
    "long": work(RANDOM, analysts=2), "scan": work(analysts=1), "image": work(analysts=2),
    "urgent": work(priority=1, analysts=1), "fix": work(RANDOM, fixers=1), "talk": work(),
    "both": work(analysts=1, fixers=1), "ours": work(by="csmu", hunters=1),
    "theirs": work(by="csmu", analysts=1), "borrow": work(hunters=1),
}  # fmt: skip


@pytest.fixture
def play(begin: Begin) -> Story:
    """The two analysts are busy from midnight on."""
    return begin(roles=ROLES, actions=ACTIONS).when(Order("soc", "long"))


def places(play: Story, role: str = "soc") -> dict[str, int]:
    return {order.action: order.place for order in play.exercise.view(role).orders}


def team(play: Story, name: str) -> TeamView:
    return next(team for team in play.exercise.view("soc").teams if team.id == name)


def test_an_order_says_whom_it_takes_and_which_it_is_in_the_queue(play: Story):
    play.when(Order("soc", "scan"), Order("soc", "image"), Order("soc", "talk"))
    [long] = [order for order in play.exercise.view("soc").orders if order.action == "long"]
    assert long.people == (("analysts", 2),)
    assert places(play) == {"long": 0, "scan": 1, "image": 2, "talk": 0}


def test_what_is_urgent_goes_before_and_what_is_moved_changes_places(play: Story):
    play.when(Order("soc", "scan"), Order("soc", "image"), Order("soc", "urgent"))
    assert places(play) == {"long": 0, "urgent": 1, "scan": 2, "image": 3}
    play.when(Prioritise("soc", "image-1", 1), Prioritise("soc", "urgent-1", 9))
    assert places(play) == {"long": 0, "image": 1, "scan": 2, "urgent": 3}
    play.when(Cancel("soc", "image-1"))
    assert places(play) == {"long": 0, "image": 0, "scan": 1, "urgent": 2}


def test_only_those_who_wait_for_the_same_people_stand_before_one(play: Story):
    play.when(Order("soc", "fix"), Order("soc", "scan"), Order("soc", "both"))
    assert places(play) == {"long": 0, "fix": 0, "scan": 1, "both": 2}


def test_who_else_waits_for_ones_own_people_is_counted_and_who_waits_for_others_is_not(
    play: Story,
):
    play.when(Order("csmu", "theirs"), Order("soc", "scan"))
    assert places(play) == {"long": 0, "scan": 2}
    assert team(play, "analysts").queued == 2
    play.when(Order("csmu", "ours"), Order("soc", "borrow"))
    assert places(play)["borrow"] == 1


def test_orders_begin_in_the_turn_that_was_shown(play: Story):
    play.when(*(Order("soc", name) for name in ("scan", "image", "urgent", "both")))
    shown = sorted((place, name) for name, place in places(play).items() if place)
    play.at("9h")
    began = [order.rpartition("-")[0] for order in play.told(e.WorkStarted, "order")]
    assert began == ["long", *(name for _, name in shown)]


def test_when_the_next_one_is_free_is_told_where_nobody_is(play: Story):
    assert team(play, "analysts").next_free == 2 * 3600
    assert team(play, "fixers").next_free is None
    play.at("30m").when(Order("soc", "fix"))
    assert team(play, "fixers").next_free == 2.5 * 3600


def test_it_is_told_from_the_usual_time_whatever_was_drawn(begin: Begin):
    told = set()
    for seed in range(5):
        play = begin(roles=ROLES, actions=ACTIONS, seed=seed).when(Order("soc", "long"))
        told.add((team(play, "analysts").next_free, play.told(e.WorkStarted, "until")[0]))
    assert {free for free, _ in told} == {7200}
    assert len({until for _, until in told}) > 1


def test_of_a_team_that_was_cut_down_somebody_is_free_only_when_enough_have_come_back(
    begin: Begin,
):
    cut = {"id": "cut", "at": "1h", "then": [{"team": "analysts", "add": -1}]}
    actions = {"one": work("4h", analysts=1), "two": work("6h", analysts=1)}
    play = begin(roles=ROLES, actions=actions, injects=[cut])
    play.when(Order("soc", "one"), Order("soc", "two")).at("2h")
    assert (team(play, "analysts").people, team(play, "analysts").busy) == (1, 2)
    assert team(play, "analysts").next_free == 6 * 3600


def test_a_team_of_nobody_is_never_free(begin: Begin):
    play = begin(roles={"soc": {"teams": {"analysts": 0}}})
    assert team(play, "analysts").next_free is None
