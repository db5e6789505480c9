"""What bots order of their own accord while people come and go: by doctrine, or on a whim."""

from itertools import pairwise
from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import Order
from tests.simulator.engine.playbook import Begin, Story, seconds

ROLES: dict[str, Any] = {
    name: {"bot": {"delay": delay}} for name, delay in (("soc", "10m"), ("csmu", "20m"))
}
KNOWN = {"fact": "known"}
TURN = {"id": "turn", "at": "1h", "then": [KNOWN]}


@pytest.fixture
def told(begin: Begin) -> Begin:
    """A scan is sensible from one o'clock; SOC or CSMU may order it, and again after a minute."""

    def play(*staffed: str, **parts: Any) -> Story:
        scan = {"by": ["soc", "csmu"], "doctrine": {"when": KNOWN}, "again": "1m"} | parts
        return begin(
            roles=ROLES, facts={"known": {}}, actions={"scan": scan}, injects=[TURN],
            staffed=staffed, bots="doctrine",
        )  # fmt: skip

    return play


def orders(play: Story) -> list[tuple[int, str]]:
    return play.at("9h").told(e.ActionOrdered, "at", "role")


def test_a_bot_orders_what_is_sensible_when_people_leave(told: Begin):
    play = told("soc", "csmu").at("2h").vacate("csmu")
    assert orders(play) == [(seconds("2h20m"), "csmu")]


def test_a_bot_orders_what_becomes_sensible_after_people_have_left(told: Begin):
    play = told("soc", "csmu").at("30m").vacate("soc")
    assert orders(play) == [(seconds("1h10m"), "soc")]


def test_the_first_role_that_a_bot_plays_when_it_matters_gives_the_order(told: Begin):
    assert orders(told("soc").at("30m").vacate("soc")) == [(seconds("1h10m"), "soc")]
    assert orders(told().at("30m").staff("soc")) == [(seconds("1h20m"), "csmu")]


def test_a_bot_whose_seat_is_taken_leaves_the_order_to_the_next(told: Begin):
    assert orders(told().at("1h5m").staff("soc")) == [(seconds("1h25m"), "csmu")]
    assert orders(told("csmu").at("1h5m").staff("soc")) == []


def test_a_bot_does_not_order_what_another_bot_has_in_hand(told: Begin):
    play = told("soc").at("1h5m").vacate("soc")
    assert orders(play) == [(seconds("1h20m"), "csmu")]


def test_an_order_is_given_once_however_often_a_bot_sits_down(told: Begin):
    play = told("soc", "csmu").at("1h30m").vacate("soc").at("1h31m").staff("soc")
    assert orders(play.at("1h32m").vacate("soc")) == [(seconds("1h42m"), "soc")]


def test_what_a_bot_has_ordered_is_not_ordered_again_by_who_comes_after(told: Begin):
    play = told("csmu").at("2h").staff("soc").vacate("soc", "csmu")
    assert orders(play) == [(seconds("1h10m"), "soc")]


def test_what_is_sensible_no_more_is_not_taken_up(told: Begin):
    early = {"all": [KNOWN, {"time": {"before": "2h"}}]}
    play = told("soc", "csmu", doctrine={"when": early}).at("1h30m").vacate("soc").staff("soc")
    assert orders(play.at("2h").vacate("soc")) == []


def test_what_was_refused_is_tried_again_only_while_the_bot_holds_the_seat(told: Begin):
    played = {"takes": {"time": "1h"}, "doctrine": {"when": KNOWN, "after": "5m"}}
    play = told("csmu", **played).at("1h").when(Order("csmu", "scan"))
    assert orders(play) == [(3600, "csmu"), (seconds("2h5m"), "soc")]
    play = told("csmu", **played).at("1h").when(Order("csmu", "scan")).at("1h40m").staff("soc")
    assert orders(play) == [(3600, "csmu")]


def test_what_is_sensible_because_a_bot_sits_down_is_ordered_once(told: Begin):
    own = {"when": {"role": "soc", "is": "bot"}}
    play = told("soc", "csmu", doctrine=own).at("2h").vacate("soc")
    assert orders(play) == [(seconds("2h10m"), "soc")]
    play = told("soc", "csmu", doctrine=own, by=["csmu", "soc"]).at("1h").vacate("csmu")
    assert orders(play.at("2h").vacate("soc")) == [(seconds("2h20m"), "csmu")]
    play = told(doctrine=own).at("5m").staff("soc").at("6m").vacate("soc")
    assert orders(play) == [(seconds("16m"), "soc")]


def test_what_is_sensible_once_more_is_taken_up_once_more(told: Begin):
    twice = {"any": [{"time": {"before": "1h"}}, {"time": {"after": "3h"}}]}
    play = told(doctrine={"when": twice}).at("3h5m").staff("soc")
    assert orders(play) == [(600, "soc"), (seconds("3h25m"), "csmu")]


# Whims


@pytest.fixture
def random(begin: Begin) -> Begin:
    """Two hundred hours in which random bots can always order something, each its own."""
    own = {name: {"by": role, "again": "1m"} for name, role in (("a", "soc"), ("b", "csmu"))}

    def play(*staffed: str) -> Story:
        return begin(bots="random", roles=ROLES, actions=own, length="200h", staffed=staffed)

    return play


def whims(play: Story, role: str) -> list[int]:
    orders = play.at("200h").told(e.ActionOrdered, "at", "role")
    return [at for at, by in orders if by == role]


def test_whims_begin_in_a_seat_that_people_leave_and_end_when_they_come_back(random: Begin):
    play = random("soc").at("50h").vacate("soc").at("100h").staff("soc")
    times = whims(play, "soc")
    assert 51 * 3600 <= times[0] <= 56 * 3600
    assert 94 * 3600 <= times[-1] <= 100 * 3600
    assert whims(play, "csmu") == whims(random(), "csmu")


def test_a_seat_has_whims_one_after_the_other_however_often_people_come_and_go(random: Begin):
    play = random()
    for hour in range(1, 20):
        play.at(f"{hour}h").staff("soc").vacate("soc")
    times = whims(play, "soc")
    pauses = {late - early for early, late in pairwise(times)}
    assert min(pauses) >= 3600
    assert len(pauses) > 20
