"""Letting the adversary and what is planned go on faster or slower: what moves, and what stays."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine import events as e
from simulator.engine.commands import CONTROL, Fire, Repace, Tempo
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise
from simulator.engine.repacing import at_tempo
from simulator.engine.startex import at_startex
from simulator.engine.state import State
from simulator.scenario.scenario import Scenario
from tests.simulator.engine.playbook import Begin, Story, scenario, seconds

HOURS = {"id": "one", "at": "1h"}, {"id": "two", "at": "2h"}, {"id": "six", "at": "6h"}
NOW = 600


def came(play: Story) -> dict[str, int]:
    return dict(play.at("100h").told(e.InjectSent, "inject", "at"))


# The laws, on states by chance

NAMES = [f"i{number}" for number in range(8)]
FREE = scenario(injects=[{"id": name, "by_hand": True} for name in NAMES])
PINNED = scenario(
    injects=[{"id": name, "by_hand": True, "pinned": name in NAMES[:2]} for name in NAMES]
)
DUES = st.lists(st.integers(NOW + 1, 50_000), min_size=8, max_size=8)
SHARES = st.integers(25, 400).map(lambda percent: percent * 10)


def planned(world: Scenario, dues: list[int]) -> State:
    state = at_startex(world, {}, ())
    for inject, due in zip(state.injects.values(), dues, strict=True):
        inject.due = due
    return state


def moved(world: Scenario, state: State, share: int) -> dict[str, int]:
    """Where everything goes at this tempo; it is there from then on."""
    times = dict(at_tempo(world, state, NOW, share).times)
    for name, due in times.items():
        state.injects[name].due = due
    state.share = share
    return times


@given(DUES, SHARES, SHARES)
def test_pinned_things_stay_nothing_passes_them_and_nothing_comes_in_the_past(
    dues: list[int], before: int, share: int
):
    state = planned(PINNED, dues)
    state.share = before
    new = moved(PINNED, state, share)
    old = dict(zip(NAMES, dues, strict=True))
    assert all(new[name] == old[name] for name in NAMES[:2])
    assert all(due >= NOW for due in new.values())
    for one in NAMES:
        for other in NAMES:
            if old[one] <= old[other]:
                assert new[one] <= new[other]


@given(DUES, SHARES)
def test_there_and_back_again_all_is_where_it_was(dues: list[int], share: int):
    state = planned(FREE, dues)
    moved(FREE, state, share)
    back = moved(FREE, state, 1000)
    assert all(abs(back.get(n, NOW) - due) <= 5 for n, due in zip(NAMES, dues, strict=True))


@given(DUES, SHARES)
def test_without_pins_all_that_is_planned_keeps_its_share_of_the_way(dues: list[int], share: int):
    state = planned(FREE, dues)
    for name, due in moved(FREE, state, share).items():
        was = dues[NAMES.index(name)]
        assert due == NOW + (was - NOW) * share // 1000


# In a run


def test_what_is_planned_comes_sooner_and_endex_stays(begin: Begin):
    play = begin(injects=[*HOURS]).at("2h").when(Tempo(CONTROL, 50, by="Ana"))
    play.then(e.Steered, act="tempo", by="Ana").then(e.TempoSet, at="2h", to=(), share=500)
    assert came(play) == {"one": 3600, "two": 7200, "six": seconds("4h")}
    assert play.told(e.ExerciseEnded, "at", "why") == [(seconds("10h"), "time")]


def test_what_moves_behind_endex_does_not_come_and_comes_when_it_moves_back(begin: Begin):
    slow = begin(injects=[*HOURS]).at("2h").when(Tempo(CONTROL, 400))
    assert "six" not in came(slow)
    again = begin(injects=[*HOURS]).at("2h").when(Tempo(CONTROL, 400)).at("3h")
    assert came(again.when(Tempo(CONTROL, 100)))["six"] == seconds("6h45m")


def test_what_is_pinned_keeps_its_second_and_what_follows_it_comes_after(begin: Begin):
    pin = {"id": "pin", "at": "4h", "pinned": True}
    fast = begin(injects=[*HOURS, pin]).when(Tempo(CONTROL, 50))
    assert came(fast) == {"one": 1800, "two": 3600, "pin": 14_400, "six": seconds("5h")}
    slow = begin(injects=[*HOURS, pin]).when(Tempo(CONTROL, 150))
    assert came(slow) == {"one": 5400, "two": 10_800, "pin": 14_400, "six": seconds("7h")}


def test_where_a_pinned_inject_leaves_no_room_what_comes_before_keeps_its_gaps(begin: Begin):
    near = {"id": "near", "at": "3h", "pinned": True}
    play = begin(injects=[*HOURS, near]).when(Tempo(CONTROL, 400))
    assert came(play) == {"one": 5400, "two": 10_800, "near": 10_800}


def test_the_adversary_modules_and_delays_follow_and_deadlines_do_not(begin: Begin):
    steps: list[dict[str, Any]] = [
        {"id": "planned", "delay": "4h"}, {"id": "waits", "at": "6h"},
        {"id": "next", "after": "planned", "delay": "1h"},
    ]  # fmt: skip
    ask = {"ask": "Well?", "due": "2h", "options": [{"id": "act", "label": "Act"}]}
    news = [{"id": "news", "by_hand": True, "decision": ask},
            {"id": "chain", "after": "news", "delay": "1h"}]  # fmt: skip
    play = begin(steps=steps, modules={"talk": {"at": "8h"}}, injects=news).at("0s")
    play.when(Tempo(CONTROL, 50), Fire(CONTROL, "news"))
    assert came(play) == {"news": 0, "chain": 1800}
    assert dict(play.told(e.StepStarted, "step", "at")) == {
        "planned": seconds("2h"), "next": seconds("2h30m"), "waits": seconds("3h"),
    }  # fmt: skip
    assert play.told(e.ModuleOpened, "at") == [seconds("4h")]
    assert play.told(e.DecisionMissed, "at") == [7201]


def test_an_effect_sets_it_too_once_what_goes_on_now_is_done(begin: Begin):
    turn = {"id": "turn", "at": "1h", "then": [{"tempo": "50%"}, {"tempo": "50%"}]}
    play = begin(injects=[turn, *HOURS[1:]])
    assert came(play) == {"turn": 3600, "two": 5400, "six": seconds("3h30m")}
    assert play.told(e.TempoSet, "share") == [500]


def test_repacing_and_tempo_do_not_undo_each_other(begin: Begin):
    play = begin(injects=[*HOURS]).when(Repace(CONTROL, seconds("5h")), Tempo(CONTROL, 50))
    assert (play.exercise.state.tempo, play.exercise.state.share) == (500, 500)
    assert play.exercise.state.scale == 250
    assert came(play) == {"one": 900, "two": 1800, "six": 5400}


def test_players_are_told_nothing_and_control_is(begin: Begin):
    play = begin(injects=[*HOURS]).when(Tempo(CONTROL, 80))
    assert not any("80" in line.words for line in play.exercise.view("soc").log)
    panel = play.exercise.panel()
    assert panel.tempo == 800
    words = [line.words for line in panel.log]
    assert any("80 %" in said for said in words)


def test_a_planned_step_is_told_at_the_second_it_has_now(begin: Begin):
    steps = [{"id": "late", "at": "6h", "when": {"fact": "known"}}]
    play = begin(steps=steps, facts={"known": {}}).at("2h").when(Tempo(CONTROL, 50))
    (step,) = play.exercise.panel().steps
    assert "T+04:00" in step.waits


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (Tempo(CONTROL, 24), "a tempo is 25 to 400 per cent"),
        (Tempo(CONTROL, 401), "a tempo is 25 to 400 per cent"),
        (Tempo(CONTROL, 100), "that is the tempo already"),
        (Tempo("soc", 80), "only control can do that"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(begin: Begin, asked: Tempo, why: str):
    play = begin(injects=[*HOURS])
    with pytest.raises(Refused) as refused:
        play.exercise.submit(asked)
    assert refused.value.sentence == why


def test_played_again_it_comes_to_the_same(begin: Begin):
    play = begin(injects=[*HOURS], steps=[{"id": "in", "delay": {"between": ["1h", "9h"]}}])
    play.at("1h").when(Tempo(CONTROL, 70)).at("3h").when(Tempo(CONTROL, 130)).at("10h")
    run = play.exercise
    again = Exercise.again(run.scenario, run.setup, run.asked, run.now)
    assert again.state.hash() == run.state.hash()
