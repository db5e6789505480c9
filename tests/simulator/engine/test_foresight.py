"""Forks play on as the run would; outlooks spread them; previews say what then happens."""

import os
import pickle
from functools import cache
from json import dumps
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine.commands import (
    CONTROL,
    Amend,
    Answer,
    Command,
    Conclude,
    Delay,
    Fire,
    Hold,
    Instruct,
    Intervene,
    Note,
    Proceed,
    Propose,
    Repace,
    Rule,
    Skip,
    Vacate,
    Write,
)
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.foresight import FAR, Recipe, fork, outlook, preview
from simulator.engine.policies import POLICIES
from simulator.engine.standing import first_sent
from simulator.engine.views.foresight import Preview, Spread
from simulator.scenario.load import load
from tests.laws.generated import world
from tests.laws.plays import wander
from tests.simulator.engine.playbook import scenario

ROOT = Path(__file__).parents[3]
SOAK = int(os.environ.get("SOAK", "1"))
SEEDS = st.integers(0, 1_000_000)
HOUR = 3600

written = cache(lambda name: load(ROOT / "scenarios" / name))


def evening(**more: Any) -> Exercise:
    """Three injects, one of which asks; the last hangs on the answer to it."""
    told = scenario(
        roles={"soc": {"bot": {"delay": "10m"}}, "press": {}},
        facts={"warned": {}},
        injects=[
            {"id": "call", "at": "1h", "text": "Hello?"},
            {
                "id": "warn", "at": "2h", "text": "Do we warn?", "to": "soc",
                "decision": {
                    "ask": "Warn?", "due": "1h", "default": "wait",
                    "options": [
                        {"id": "warn", "label": "Warn", "best": True, "then": [{"fact": "warned"}]},
                        {"id": "wait", "label": "Wait"},
                    ],
                },
            },
            {
                "id": "thanks", "when": {"fact": "warned"}, "text": "Thank you.",
                "delay": {"between": ["10m", "2h"]},
            },
            {
                "id": "rumour", "text": "They say …", "delay": {"between": ["10m", "2h"]},
                "after": "call",
            },
        ],
        objectives={"warning": {"measures": [{"done": {"fact": "warned"}, "within": "4h"}]}},
        outcomes={"warned": {"when": {"fact": "warned"}}, "late": {}},
        **more,
    )  # fmt: skip
    run = Exercise(told, Setup(7, ("soc", "press")))
    run.advance(HOUR + 60)
    return run


# Forks


@settings(max_examples=20 * SOAK)
@given(SEEDS.map(world), SEEDS)
def test_a_fork_plays_on_exactly_as_the_run_itself(told, seed):
    run = wander(told, seed).exercise
    stop = Random(seed).choice([0, *(asked.at for asked in run.asked), run.now // 2])
    recipe = Recipe(run.setup, tuple(it for it in run.asked if it.at <= stop), stop)
    again = fork(told, recipe)
    for later in run.asked[len(recipe.asked) :]:
        again.advance(later.at)
        again.submit(later.command, later.stand_in)
    again.advance(run.now)
    assert again.log == run.log
    assert again.state.hash() == run.state.hash()


def test_what_was_asked_at_this_very_second_is_in_the_fork():
    run = evening()
    run.submit(Note("soc", "I saw it."))
    assert fork(run.scenario, Recipe.of(run)).log == run.log


def test_with_luck_a_fork_keeps_its_past_and_goes_another_way():
    told = written("wiper-2022")
    run = Exercise(told, Setup(3))
    run.advance(30_000)
    recipe, past = Recipe.of(run), len(run.log)
    lucky = fork(told, recipe, luck=5)
    assert lucky.log == run.log
    lucky.advance(FAR)
    run.advance(FAR)
    assert lucky.log[:past] == run.log[:past]
    assert lucky.log != run.log
    assert run.log == fork_on(told, recipe).log


def fork_on(told, recipe):
    again = fork(told, recipe)
    again.advance(FAR)
    return again


def test_a_recipe_travels_to_another_process():
    recipe = Recipe.of(evening())
    assert pickle.loads(pickle.dumps(recipe)) == recipe


# Outlooks


def ahead(run: Exercise, until: int = FAR, acting: bool = True, runs: int = 12):
    return outlook(run.scenario, Recipe.of(run), until, acting, runs, "en")


def test_an_outlook_says_what_comes_if_bots_act_and_if_nobody_does():
    run = evening()
    acting, silent = ahead(run), ahead(run, acting=False)
    by_name = {told.inject: told for told in acting.injects}
    assert "call" not in by_name  # it was sent
    assert by_name["warn"].at == Spread(2 * HOUR, 2 * HOUR, 2 * HOUR)
    assert by_name["thanks"].runs == 12
    thanks, rumour = by_name["thanks"].at, by_name["rumour"].at
    assert 2 * HOUR < thanks.low < thanks.middle < thanks.high
    assert rumour.low == rumour.high  # that was drawn when the call was made
    assert {told.inject: told.runs for told in silent.injects}["thanks"] == 0
    assert [(e.title, e.runs) for e in acting.endings] == [("warned", 12)]
    assert [(e.title, e.runs) for e in silent.endings] == [("late", 12)]
    (points,) = acting.values
    assert (points.kind, points.now, points.then) == ("points", 0, Spread(1, 1, 1))
    assert acting.ends_at == Spread(10 * HOUR, 10 * HOUR, 10 * HOUR)


def test_up_to_a_horizon_the_exercise_goes_on():
    told = ahead(evening(), until=2 * HOUR)
    assert [(e.outcome, e.title, e.runs) for e in told.endings] == [("", "still going on", 12)]
    assert {it.inject: it.runs for it in told.injects}["thanks"] == 0
    assert told.ends_at.high == 10 * HOUR


@pytest.mark.parametrize("acting", [True, False])
def test_a_discussion_does_not_stop_an_outlook(acting):
    run = evening(modules={"talk": {"at": "30m"}})
    assert run.held
    told = ahead(run, acting=acting, runs=2)
    assert [e.title for e in told.endings] == ["warned" if acting else "late"]


def test_an_outlook_changes_nothing_in_the_run():
    run = evening()
    before = run.state.hash(), len(run.log), len(run.asked)
    ahead(run)
    assert (run.state.hash(), len(run.log), len(run.asked)) == before


# Previews


def foreseen(run: Exercise, command: Command, language: str = "en"):
    return preview(run.scenario, Recipe.of(run), command, None, language)


def test_a_preview_of_a_ruling_by_chance_does_not_show_how_the_dice_will_fall():
    told = scenario(gauges={"trust": {"start": 50}})
    effect = dumps({"gauge": "trust", "add": 5})
    seen = set()
    for seed in range(6):
        run = Exercise(told, Setup(seed, ("soc",)))
        run.submit(Propose("soc", "Talk."))
        rule = Rule(CONTROL, "proposal-soc-1", "allow", chance=50, effects=(effect,))
        foretold = preview(run.scenario, Recipe.of(run), rule, None, "en")
        seen.add(tuple((change.before, change.after) for change in foretold.changes))
    assert seen == {(("50", "55"),)}


def test_a_preview_of_a_hold_shows_the_branch_that_dies_and_what_loses_its_evidence():
    told = foreseen(evening(), Hold(CONTROL, "warn"))
    assert [moved.inject for moved in told.dies] == ["warn", "thanks"]
    assert told.comes == told.moves == ()
    assert told.unproven == ("warning",)
    assert {(c.kind, c.before, c.after) for c in told.changes} == {
        ("measure", "met", "not met"), ("ending", "warned", "late"),
    }  # fmt: skip


def test_what_has_other_evidence_is_not_said_to_lose_it():
    run = evening(actions={"call-all": {"then": [{"fact": "warned"}], "takes": {"time": "1m"}}})
    assert foreseen(run, Hold(CONTROL, "warn")).unproven == ()


def test_an_inject_that_is_fired_moves_and_takes_the_others_with_it():
    told = foreseen(evening(), Fire(CONTROL, "warn"))
    moved = {one.inject: (one.before, one.after) for one in told.moves}
    assert moved["warn"] == (2 * HOUR, HOUR + 60)
    before, after = moved["thanks"]
    assert before - after == 2 * HOUR - (HOUR + 60)


def test_what_can_not_be_is_refused_in_the_readers_language(foreign):
    run = evening()
    told = foreseen(run, Skip(CONTROL, "call"), foreign)
    assert told.refused.startswith("«")
    assert told.dies == told.changes == ()


def test_an_end_that_comes_sooner_is_told():
    told = foreseen(evening(), Conclude(CONTROL))
    (end,) = [change for change in told.changes if change.kind == "end"]
    assert (end.before, end.after) == ("Tue 10:00", "Tue 01:01")


def test_what_changes_nothing_shows_nothing():
    told = foreseen(evening(), Note("soc", "Nothing."))
    assert told == Preview("", (), (), (), (), ())


def test_a_reason_is_given_only_after_one_has_looked_at_what_it_does():
    run = evening(gauges={"trust": {"start": 50}})
    told = foreseen(run, Intervene(CONTROL, (dumps({"gauge": "trust", "set": 20}),)))
    assert [(c.title, c.before, c.after) for c in told.changes] == [("trust", "50", "20")]


def test_what_is_written_now_comes_and_says_so():
    told = foreseen(evening(), Write(CONTROL, ("soc",), "phone", "Now", "Look!"))
    assert [(one.title, one.after) for one in told.comes] == [("Now", HOUR + 60)]


def test_silent_bots_are_told_to_follow_doctrine_while_one_looks_ahead():
    run = evening()
    silent = Exercise(run.scenario, Setup(7, ("soc",), bots="silent"))
    assert [e.title for e in ahead(silent, runs=2).endings] == ["warned"]


def _any_act(run: Exercise, dice: Random) -> Command:
    """Something that control may do now."""
    world, role = run.scenario, dice.choice([*run.scenario.roles])
    unsent = [name for name, it in run.state.injects.items() if not (it.sent or it.skipped)]
    inject, until = dice.choice(unsent), run.now + dice.randrange(1, 3 * HOUR)
    return dice.choice(
        (
            Hold(CONTROL, inject), Skip(CONTROL, inject), Fire(CONTROL, inject),
            Delay(CONTROL, inject, until), Amend(CONTROL, inject, subject="Else"),
            Write(CONTROL, (role,), "phone", "Now", "Look!", ask="Well?", options="Yes\nNo"),
            Write(CONTROL, (role,), "phone", "Later", "Look!", at=until),
            Repace(CONTROL, run.now + (world.length - run.now) // 2),
            Instruct(CONTROL, role, dice.choice(POLICIES)),
            Intervene(CONTROL, (dumps({"gauge": next(iter(world.gauges)), "set": 10}),), "so")
            if world.gauges else Conclude(CONTROL),
            Conclude(CONTROL),
        )
    )  # fmt: skip


def _refusal(run: Exercise, command: Command) -> str:
    try:
        run.submit(command)
    except Refused as refused:
        return refused.sentence
    return ""


def _left_alone(run: Exercise) -> Exercise:
    """What then happens: people leave their seats to bots, and nobody does anything more."""
    for seat in () if run.over else run.state.staffed:
        run.submit(Vacate(CONTROL, seat))
        if run.state.policies.get(seat, "doctrine") != "doctrine":
            run.submit(Instruct(CONTROL, seat, "doctrine"))
    run.advance(FAR)
    while run.held and not run.over:
        run.submit(Proceed(CONTROL))
        run.advance(FAR)
    return run


@settings(max_examples=6 * SOAK)
@given(st.sampled_from(("wiper-2022", "first-watch")), SEEDS)
def test_a_preview_is_what_then_happens(name, seed):
    dice, told = Random(seed), written(name)
    roles = tuple(role for role in told.roles if dice.random() < 0.5)
    run, other = (Exercise(told, Setup(seed, roles)) for _ in range(2))
    stop = dice.randrange(told.length * 2 // 3)
    for one in run, other:
        _go(one, stop)
    now, past, recipe = run.now, len(run.log), Recipe.of(run)
    command = _any_act(run, dice)
    foretold = preview(told, recipe, command, None, "en")
    assert foretold.refused == _refusal(other, command)
    if foretold.refused:
        return
    usual, then = _left_alone(run), _left_alone(other)
    before, after = first_sent(usual.log[past:]), first_sent(then.log[past:])
    assert {m.inject: m.before for m in foretold.dies} == {
        name: at for name, at in before.items() if name not in after
    }
    assert {m.inject: m.after for m in foretold.comes} == {
        name: at for name, at in after.items() if name not in before
    }
    assert {m.inject: (m.before, m.after) for m in foretold.moves} == {
        name: (at, after[name])
        for name, at in before.items()
        if name in after and after[name] != at
    }
    assert any(c.kind == "end" for c in foretold.changes) == (usual.now != then.now)
    assert all((m.before or 0) >= now for m in foretold.dies)


def _go(run: Exercise, to: int) -> None:
    """Let it come to a second, with every decision of people answered as it is opened."""
    run.advance(to)
    while run.held and not run.over and run.now < to:
        run.submit(Proceed(CONTROL))
        run.advance(to)
    for name, decision in run.state.decisions.items():
        role = run.scenario.decider(name)
        options = run.scenario.decision[name][1].options
        if decision.phase == "open" and role in run.state.staffed and options:
            run.submit(Answer(role, name, options[0].id))
            break
