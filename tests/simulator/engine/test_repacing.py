"""Squeezing and stretching what is left: order, gaps, what is pinned, and the end."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine import events as e
from simulator.engine.commands import CONTROL, Delay, Fire, Hold, Proceed, Release, Repace
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.repacing import repace
from simulator.engine.startex import at_startex
from simulator.engine.state import State
from tests.simulator.engine.playbook import Begin, Story, scenario, seconds

HOURS = {"id": "one", "at": "1h"}, {"id": "two", "at": "2h"}, {"id": "six", "at": "6h"}
PINNED = {"id": "pin", "at": "4h", "pinned": True}


def came(play: Story) -> dict[str, int]:
    return dict(play.at("100h").told(e.InjectSent, "inject", "at"))


# The law, on states by chance

NAMES = [f"i{number}" for number in range(8)]
WORLD = scenario(injects=[{"id": name, "by_hand": True, "pinned": name == "i0"} for name in NAMES])
END, NOW = 36_000, 600
SECONDS = st.lists(st.integers(NOW + 1, END), min_size=8, max_size=8)
COARSE = st.lists(st.integers(2, 30).map(lambda n: n * 1200), min_size=8, max_size=8)
ASKED = st.builds(
    Repace, st.just(CONTROL), st.integers(NOW + 1, 2 * END), st.sampled_from((0, 1, 60, 900, 1800)),
    st.lists(st.sampled_from(NAMES), max_size=2).map(tuple), st.sampled_from(((), ("i0",))),
)  # fmt: skip


def planned(dues: list[int], sent: int) -> State:
    """Some were sent before now, all others are to come."""
    state = at_startex(WORLD, {}, ())
    for number, (inject, due) in enumerate(zip(state.injects.values(), dues, strict=True)):
        if number < sent:
            inject.sent, inject.last = 1, due * NOW // END
        else:
            inject.due = due
    return state


def fits(old: dict[str, int], stays: set[str], asked: Repace) -> bool:
    """Whether there is room when everything comes as soon as those before it let it."""
    new: dict[str, int] = {}
    for name in sorted(old, key=old.__getitem__):
        apart = [new[n] + asked.gap for n in new if old[name] - old[n] >= asked.gap]
        soonest = max([NOW * (name not in stays), *new.values(), *apart])
        new[name] = old[name] if name in stays else soonest
        if new[name] < soonest:
            return False
    return max(new.values()) <= asked.end


@given(st.one_of(SECONDS, COARSE), st.integers(0, 2), ASKED)
def test_order_gaps_and_pinned_are_kept_and_the_end_is_met(dues: list[int], sent: int, asked):
    state = planned(dues, sent)
    old = {n: i.due or i.last for n, i in state.injects.items()}
    authors = {"i0"}.difference(asked.unpinned)
    stays = {*authors, *asked.pinned, *NAMES[:sent]}
    try:
        pace = repace(WORLD, state, NOW, asked)
    except Refused as refused:
        if refused.code == "gap":
            assert not fits(old, stays, asked)
        else:
            assert asked.end == END or any(old[name] > asked.end for name in stays)
        return
    new = old | dict(pace.times)
    assert all(new[name] == old[name] for name in stays)
    assert all(NOW <= second <= asked.end for name, second in new.items() if name in NAMES[sent:])
    assert [name for name, _ in pace.times] == sorted(
        NAMES[sent:], key=lambda name: (old[name], NAMES.index(name))
    )
    for one, other in combinations(sorted(NAMES, key=old.__getitem__), 2):
        assert new[one] <= new[other]
        if old[one] == old[other]:
            assert new[one] == new[other]
        if old[other] - old[one] >= asked.gap:
            assert new[other] - new[one] >= asked.gap
    assert pace.at(END) in (asked.end, END)
    assert [pace.at(s) for s in range(NOW, END, 600)] == sorted(map(pace.at, range(NOW, END, 600)))


@given(SECONDS, st.integers(NOW + 60, 2 * END).filter(lambda end: end != END))
def test_without_gaps_and_pins_everything_keeps_its_share_of_the_way(dues: list[int], end: int):
    state = planned(dues, 0)
    state.injects["i0"].due = None
    for name, new in repace(WORLD, state, NOW, Repace(CONTROL, end)).times:
        due = state.injects[name].due
        assert due
        assert new == NOW + (due - NOW) * (end - NOW) // (END - NOW)


# In a run


def test_what_is_left_comes_sooner_and_the_exercise_ends_when_it_was_said(begin: Begin):
    play = begin(injects=[*HOURS]).at("2h").when(Repace(CONTROL, seconds("6h"), by="Ana"))
    play.then(e.Repaced, at="2h", to=("soc",), end=21_600, tempo=500)
    assert play.exercise.view("soc").length == 21_600
    assert play.exercise.view("soc").log[-1].words == "ENDEX is now at Tue 06:00"
    assert came(play) == {"one": 3600, "two": 7200, "six": seconds("4h")}
    assert play.told(e.ExerciseEnded, "at", "why") == [(21_600, "time")]


def test_it_can_be_stretched_and_squeezed_again(begin: Begin):
    play = begin(injects=[*HOURS]).when(Repace(CONTROL, seconds("20h")))
    play.at("2h").when(Repace(CONTROL, seconds("11h")), Repace(CONTROL, seconds("20h")))
    assert play.exercise.state.tempo == 2000
    assert came(play) == {"one": 7200, "two": 14_400, "six": seconds("12h")}
    assert play.told(e.ExerciseEnded, "at") == [72_000]


def test_what_is_pinned_keeps_its_second_and_what_stands_before_it_too(begin: Begin):
    play = begin(injects=[*HOURS, PINNED]).when(Repace(CONTROL, seconds("5h"), pinned=("one",)))
    assert came(play) == {
        "one": 3600, "two": 7200, "pin": seconds("4h"), "six": seconds("4h20m"),
    }  # fmt: skip


def test_control_may_let_move_what_the_author_has_pinned(begin: Begin):
    asked = Repace(CONTROL, seconds("5h"), unpinned=("pin",))
    assert came(begin(injects=[*HOURS, PINNED]).when(asked)) == {
        "one": 1800, "two": 3600, "pin": seconds("2h"), "six": seconds("3h"),
    }  # fmt: skip


def test_gaps_are_kept_where_there_is_room(begin: Begin):
    play = begin(injects=[*HOURS]).when(Repace(CONTROL, seconds("2h"), gap=seconds("40m")))
    assert came(play) == {"one": 720, "two": 3120, "six": 5520}


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (Repace(CONTROL, 600), "the end lies ahead, not in the past"),
        (Repace(CONTROL, 36_000), "the exercise ends at that moment already"),
        (Repace(CONTROL, 7200),
         "'pin' keeps its time, and that is after this end: let it move, or end later"),
        (Repace(CONTROL, 15_000, gap=-1), "a gap is no less than nothing"),
        (Repace(CONTROL, 15_000, gap=3600),
         "what is left does not fit before this end with such gaps"),
        (Repace(CONTROL, 15_000, pinned=("none",)), "there is no inject 'none'"),
        (Repace("soc", 15_000), "only control can do that"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_sentence(begin: Begin, asked: Repace, why: str):
    play = begin(injects=[*HOURS, PINNED]).at("10m")
    with pytest.raises(Refused) as refused:
        play.exercise.submit(asked)
    assert refused.value.sentence == why


def test_modules_and_the_adversary_move_along(begin: Begin):
    steps: list[dict[str, Any]] = [
        {"id": "planned", "delay": "4h", "lasts": "1h"}, {"id": "waits", "at": "6h"},
        {"id": "retries", "after": "planned", "delay": "1h"},
    ]  # fmt: skip
    late = {"id": "late", "at": "4h", "when": {"fact": "known"}}
    play = begin(
        steps=steps, modules={"talk": {"at": "8h"}}, staffed=("soc",), injects=[late],
        facts={"known": {"start": True}},
    ).at("0s").when(Repace(CONTROL, seconds("5h"))).at("4h").when(Proceed("soc"))  # fmt: skip
    assert came(play) == {"late": seconds("2h")}
    assert dict(play.told(e.StepStarted, "step", "at")) == {
        "planned": seconds("2h"), "waits": seconds("3h"), "retries": seconds("3h"),
    }  # fmt: skip
    assert play.told(e.StepSucceeded, "at")[:1] == [seconds("2h30m")]
    assert play.told(e.ModuleOpened, "at") == [seconds("4h")]
    assert play.told(e.StepPlanned, "step", "due") == [
        ("planned", 14_400), ("planned", 7200), ("retries", 10_800), ("waits", 10_800),
    ]  # fmt: skip


def test_delays_drawn_afterwards_are_scaled_and_those_drawn_before_are_not(begin: Begin):
    chain = {"id": "chain", "after": "news", "delay": "1h"}
    news = {"id": "news", "by_hand": True, "repeat": {"every": "1h", "times": 3}}
    play = begin(injects=[news, chain]).when(Fire(CONTROL, "news"), Repace(CONTROL, 18_000))
    assert play.at("10h").told(e.InjectSent, "inject", "at") == [
        ("news", 0), ("chain", 1800), ("news", 3600), ("news", 5400),
    ]  # fmt: skip


def test_deadlines_are_the_time_of_people_and_stay(begin: Begin):
    ask = {"ask": "Well?", "due": "2h", "options": [{"id": "act", "label": "Act"}]}
    play = begin(injects=[{"id": "news", "at": "0s", "decision": ask}])
    play.when(Repace(CONTROL, seconds("5h"))).at("9h").then(e.DecisionMissed, at=7201)


def test_what_control_put_off_moves_with_the_rest(begin: Begin):
    chain = {"id": "chain", "at": "1h", "then": [{"inject": "news"}]}
    play = begin(injects=[chain, {"id": "news", "by_hand": True}, {"id": "late", "at": "2h"}])
    play.when(Delay(CONTROL, "news", seconds("4h")), Delay(CONTROL, "late", seconds("6h")))
    play.when(Repace(CONTROL, seconds("5h")))
    assert came(play) == {"chain": 1800, "news": seconds("2h"), "late": seconds("3h")}


def test_what_is_held_moves_and_comes_when_it_is_released(begin: Begin):
    play = begin(injects=[*HOURS]).when(Hold(CONTROL, "six"), Repace(CONTROL, seconds("5h")))
    assert play.at("4h").exercise.state.injects["six"].due == seconds("3h")
    play.when(Release(CONTROL, "six"))
    assert came(play)["six"] == seconds("4h")


def test_what_comes_at_one_second_comes_in_the_order_it_had():
    told = scenario(
        length="1h", injects=[{"id": f"i{n}", "at": f"{50 + n % 3}s"} for n in range(9)]
    )
    exercise = Exercise(told, Setup(bots="silent"))
    exercise.submit(Repace(CONTROL, 30))
    exercise.advance(30)
    sent = [event.inject for event in exercise.log if isinstance(event, e.InjectSent)]
    assert sent == [f"i{n}" for start in range(3) for n in range(start, 9, 3)]
