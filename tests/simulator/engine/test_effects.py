"""Effects: now or later, by chance, if it is still so; and what each kind does."""

from typing import Any

import pytest

from simulator.engine import events as e
from tests.simulator.engine.playbook import Begin, Story, seconds

KNOWN = {"fact": "known"}
WORLD: dict[str, Any] = {
    "roles": {"soc": {"teams": {"analysts": 3}}, "csmu": {}},
    "assets": {"mail": {"hosts": 10, "data": 30}},
    "gauges": {"trust": {"start": 50}},
    "facts": {"known": {}, "done": {}},
}


def happening(begin: Begin, *effects: dict[str, Any], at: str = "1h", **parts: Any) -> Story:
    """These effects come about at one o'clock; `known` is so from two to four."""
    turns = [
        {"id": f"turn-{hour}", "at": f"{hour}h", "then": [KNOWN | {"set": so}]}
        for hour, so in ((2, True), (4, False))
    ]
    blow = {"id": "blow", "at": at, "then": list(effects)}
    return begin(**WORLD | parts, injects=[*turns, blow])


def done(play: Story) -> list[int]:
    return [at for at, fact in play.told(e.FactSet, "at", "fact") if fact == "done"]


@pytest.mark.parametrize(
    ("effect", "times"),
    [
        ({}, ["1h"]),
        ({"after": "30m"}, ["1h30m"]),
        ({"after": "0s"}, ["1h"]),
        ({"chance": "100%"}, ["1h"]),
        ({"chance": "0%"}, []),
        ({"when": KNOWN}, []),
        ({"when": {"not": KNOWN}}, ["1h"]),
        ({"when": KNOWN, "after": "59m59s"}, []),
        ({"when": KNOWN, "after": "2h"}, ["3h"]),
        ({"when": KNOWN, "after": "3h1s"}, []),
        ({"when": KNOWN, "after": "2h", "chance": "0%"}, []),
    ],
)
def test_an_effect_comes_about_in_time_by_chance_and_if_it_is_so_at_that_moment(
    begin: Begin, effect: dict[str, Any], times: list[str]
):
    play = happening(begin, {"fact": "done"} | effect).at("10h")
    assert done(play) == [seconds(time) for time in times]


def test_effects_come_about_in_their_order_and_see_what_those_before_have_done(begin: Begin):
    play = happening(begin, {"fact": "known"}, {"fact": "done", "when": KNOWN}).at("1h")
    assert play.told(e.FactSet, "fact") == ["known", "done"]


def test_a_random_delay_is_drawn_for_every_effect_by_itself(begin: Begin):
    late = {"after": {"between": ["1m", "2h"]}}
    play = happening(begin, *({"gauge": "trust", "add": n} | late for n in (1, 2, 3))).at("10h")
    times = play.told(e.GaugeMoved, "at")
    assert len(set(times)) == 3
    assert 3660 <= min(times) <= max(times) <= 3 * 3600


def test_an_uncertain_effect_comes_about_about_as_often_as_its_chance(begin: Begin):
    effect = {"fact": "done", "chance": "30%"}
    times = [done(happening(begin, effect, seed=seed).at("1h")) for seed in range(100)]
    assert 20 <= times.count([3600]) <= 40


# What each kind does


@pytest.mark.parametrize(
    ("effects", "told"),
    [
        ([{"foothold": True}], [e.FootholdGained]),
        ([{"foothold": True}, {"foothold": True}], [e.FootholdGained]),
        ([{"foothold": True}, {"foothold": False}], [e.FootholdGained, e.FootholdLost]),
        ([{"foothold": True}, {"evict": True}], [e.FootholdGained, e.FootholdLost]),
        ([{"foothold": True}, {"evict": False}], [e.FootholdGained]),
        ([{"evict": True}, {"foothold": False}], []),
    ],
)
def test_a_foothold_is_gained_and_lost(
    begin: Begin, effects: list[dict[str, Any]], told: list[type]
):
    play = happening(begin, *({"asset": "mail"} | effect for effect in effects)).at("1h")
    kinds = (e.FootholdGained, e.FootholdLost)
    assert [type(event) for event in play.exercise.log if isinstance(event, kinds)] == told
    assert play.exercise.state.assets["mail"].foothold is (told[-1:] == [e.FootholdGained])


@pytest.mark.parametrize(
    ("leaks", "megabytes"),
    [([2.5], [2500]), ([0.001], [1]), ([20, 20], [20_000, 10_000]), ([30, 1], [30_000])],
)
def test_data_leave_as_far_as_there_are_any(begin: Begin, leaks: list[float], megabytes: list[int]):
    play = happening(begin, *({"asset": "mail", "leak": leak} for leak in leaks)).at("1h")
    assert play.told(e.DataLeaked, "megabytes") == megabytes


def test_from_an_asset_that_does_not_say_what_it_holds_anything_may_leak(begin: Begin):
    play = happening(begin, {"asset": "mail", "leak": 99}, assets={"mail": {"hosts": 1}}).at("1h")
    assert play.told(e.DataLeaked, "megabytes") == [99_000]


@pytest.mark.parametrize(("add", "people"), [(2, 5), (-1, 2), (-9, 0), (0, 3)])
def test_a_team_grows_and_shrinks_but_not_below_nobody(begin: Begin, add: int, people: int):
    play = happening(begin, {"team": "analysts", "add": add}).at("1h")
    play.then(e.TeamChanged, at="1h", to=("soc",), team="analysts", people=people)


def test_a_fact_is_told_when_it_turns(begin: Begin):
    play = happening(begin, {"fact": "done"}, {"fact": "done", "set": True}).at("1h")
    assert done(play) == [3600]


def test_one_effect_may_do_several_things_to_an_asset(begin: Begin):
    effect = {"asset": "mail", "set": "isolated", "wipe": 2, "leak": 1, "foothold": True}
    play = happening(begin, effect).at("1h")
    play.then(e.LinkChanged, link="isolated").then(e.HostsHit, hosts=2, how="wiped", step="")
    play.then(e.DataLeaked, megabytes=1000).then(e.FootholdGained)


def test_what_is_revealed_stays_in_view(begin: Begin):
    found = {"assets": "mail", "gauges": "trust", "footholds": "mail"}
    play = happening(begin, {"reveal": found, "to": ["csmu"]})
    assert play.at("59m").exercise.view("csmu").assets == ()
    view = play.at("1h").exercise.view("csmu")
    assert ([a.id for a in view.assets], [g.id for g in view.gauges]) == (["mail"], ["trust"])
    play.then(e.Revealed, to=("csmu",), assets=("mail",), gauges=("trust",), footholds=("mail",))


def test_who_sees_an_asset_is_told_of_it_from_then_on(begin: Begin):
    reveal = {"reveal": {"assets": "mail"}, "to": "csmu", "after": "30m"}
    play = happening(
        begin, {"asset": "mail", "wipe": 1}, reveal, {"asset": "mail", "wipe": 1, "after": "1h"}
    )
    play.at("3h").then(e.HostsHit, to=("soc",)).then(e.HostsHit, to=("soc", "csmu"))


@pytest.mark.parametrize("time", ["30m", "1h", "2h"])
def test_an_effect_can_only_strike_what_was_not_sent(begin: Begin, time: str):
    news = {"id": "news", "at": "1h"}
    strike = {"id": "strike", "at": time, "then": [{"inject": "news", "do": "skip"}] * 2}
    play = begin(injects=[news, strike]).at("3h")
    struck = play.told(e.InjectSkipped, "at", "why")
    assert struck == ([(1800, "struck by an effect")] if time == "30m" else [])
    assert play.exercise.state.injects["news"].skipped is (time == "30m")
