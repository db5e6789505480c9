"""Bots order what doctrine says is sensible, by the rules that hold for people."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import Order
from tests.simulator.engine.playbook import Begin, Story

KNOWN = {"fact": "known"}
ROLES: dict[str, Any] = {"soc": {"bot": {"delay": "10m"}}, "csmu": {"bot": {"delay": "20m"}}}


def turning(time: str, so: bool = True) -> dict[str, Any]:
    return {"id": f"at-{time}", "at": time, "then": [KNOWN | {"set": so}]}


@pytest.fixture
def told(begin: Begin) -> Begin:
    """A story of bots that know of one action, `scan`; the fact that makes it sensible turns."""

    def play(action: dict[str, Any], *turns: dict[str, Any], **parts: Any) -> Story:
        usual = {"bots": "doctrine", "roles": ROLES, "facts": {"known": {}}, "injects": turns}
        return begin(
            **usual | {"actions": {"scan": {"doctrine": {"when": KNOWN}} | action}} | parts
        )

    return play


def ordered(play: Story) -> list[tuple[int, str, str | None]]:
    return play.told(e.ActionOrdered, "at", "role", "target")


@pytest.mark.parametrize(
    ("bots", "orders"),
    [
        ("doctrine", [(3600 + 600, "soc", None)]),
        ("slow", [(3600 + 2400, "soc", None)]),
        ("silent", []),
    ],
)
def test_a_bot_orders_what_has_become_sensible_after_its_usual_time(
    told: Begin, bots: str, orders: list[Any]
):
    play = told({}, turning("1h"), bots=bots).at("10h")
    assert ordered(play) == orders
    assert all(play.told(e.ActionOrdered, "bot"))


def test_doctrine_may_say_how_long_it_takes(told: Begin):
    play = told({"doctrine": {"when": KNOWN, "after": "1h"}}, turning("1h"))
    assert ordered(play.at("10h")) == [(7200, "soc", None)]


def test_what_is_sensible_from_the_start_is_ordered_from_the_start(told: Begin):
    assert ordered(told({"doctrine": {"when": {"not": KNOWN}}}).at("1h")) == [(600, "soc", None)]


def test_what_is_sensible_no_more_when_the_time_has_come_is_not_ordered(told: Begin):
    play = told({}, turning("1h"), turning("1h9m59s", so=False))
    assert ordered(play.at("10h")) == []


def test_the_first_role_that_a_bot_plays_gives_the_order(told: Begin):
    play = told({"by": ["soc", "csmu"]}, turning("1h"), staffed=("soc",))
    assert ordered(play.at("10h")) == [(3600 + 1200, "csmu", None)]


def test_no_bot_orders_for_people(told: Begin):
    play = told({}, turning("1h"), staffed=("soc",))
    assert ordered(play.at("10h")) == []


def test_a_bot_waits_until_what_it_needs_is_there(told: Begin):
    needs = {"time": {"after": "3h"}}
    assert ordered(told({"needs": needs}, turning("1h")).at("10h")) == [
        (3 * 3600 + 600, "soc", None)
    ]


def test_each_target_has_its_own_reasons(told: Begin):
    doctrine = [
        {"when": KNOWN, "target": "mail"},
        {"when": {"asset": "target", "is": "isolated"}, "target": "web"},
    ]
    blow = {"id": "blow", "at": "2h", "then": [{"asset": "web", "set": "isolated"}]}
    assets = {"mail": {"hosts": 1}, "web": {"hosts": 1}}
    play = told(
        {"targets": ["mail", "web"], "doctrine": doctrine}, turning("1h"), blow, assets=assets
    )
    assert ordered(play.at("10h")) == [(4200, "soc", "mail"), (7800, "soc", "web")]


def test_what_can_be_done_again_is_ordered_again_when_it_is_sensible_again(told: Begin):
    turns = [turning("1h"), turning("2h", so=False), turning("3h")]
    once, often = told({}, *turns).at("10h"), told({"again": "30m"}, *turns).at("10h")
    assert [at for at, _, _ in ordered(once)] == [4200]
    assert [at for at, _, _ in ordered(often)] == [4200, 3 * 3600 + 600]


def test_what_is_refused_is_tried_again_while_it_is_sensible(told: Begin):
    action = {"by": ["csmu", "soc"], "again": "30m", "takes": {"time": "1h"}}
    play = told(action, turning("1h"), staffed=("soc",)).at("1h").when(Order("soc", "scan"))
    # csmu wants it at 1:20; the people's own is at work until 2:00 and can be given again at 2:30
    assert ordered(play.at("3h")) == [(3600, "soc", None), (4800 + 3 * 1800, "csmu", None)]


def test_a_random_bot_orders_anything_now_and_then(told: Begin):
    actions: dict[str, Any] = {"scan": {"again": "1m"}, "cut": {"again": "1m", "by": "csmu"}}
    play = told({}, bots="random", actions=actions, length="10d").at("10d")
    orders = play.told(e.ActionOrdered, "action", "role")
    assert set(orders) == {("scan", "soc"), ("cut", "csmu")}
    assert 10 * 24 / 6 <= orders.count(("scan", "soc")) <= 10 * 24
