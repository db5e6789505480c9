"""Laws of a run that is recalled: it is as the run was then, whatever was looked at before."""

import os
from dataclasses import fields
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine import events as e
from simulator.engine.exercise import Exercise
from simulator.engine.fold import fold
from simulator.engine.recall import Recall
from simulator.engine.startex import at_startex
from simulator.speech import LANGUAGES
from tests.laws.generated import world
from tests.laws.plays import wander

SEEDS = st.integers(0, 1_000_000)
SHARES = st.lists(st.floats(0, 1), min_size=1, max_size=4)
SOAK = int(os.environ.get("SOAK", "1"))


@settings(max_examples=10 * SOAK)
@given(SEEDS, SEEDS, SHARES)
def test_at_any_second_forward_and_back_it_is_as_the_run_was_then(
    told: int, played: int, shares: list[float]
):
    run = wander(world(told), played).exercise
    recall, dice = Recall(run), Random(played)
    for share in shares:
        to, language = round(run.now * share), dice.choice([*LANGUAGES])
        recall.go_to(to)
        then = Exercise.again(run.scenario, run.setup, run.asked, to, inclusive=True)
        assert recall.now == then.now
        assert recall.state.hash() == then.state.hash()
        assert recall.annals.because == then.annals.because
        ours, fresh = ([e.as_data(event) for event in one.log] for one in (recall, then))
        assert ours == fresh
        for role in run.scenario.roles:
            assert recall.view(role, language) == then.view(role, language)
        assert recall.panel(language) == then.panel(language)
        for inject in dice.sample([*then.scenario.inject], 1):
            assert recall.script(inject, language) == then.script(inject, language)


@settings(max_examples=5 * SOAK)
@given(SEEDS, SEEDS, SHARES)
def test_within_a_second_it_stands_before_any_event_of_it(
    told: int, played: int, shares: list[float]
):
    """So that a discussion is seen, which held the clock at one second."""
    run = wander(world(told), played).exercise
    recall = Recall(run)
    for share in shares:
        place = round((len(run.log) - 1) * share)
        recall.go_to(run.log[place].at, before=place)
        state = at_startex(run.scenario, run.setup.capabilities(run.scenario), run.setup.staffed)
        for event in run.log[:place]:
            fold(state, event)
        assert len(recall.log) == place
        assert recall.state.hash() == state.hash()


@settings(max_examples=5 * SOAK)
@given(SEEDS, SEEDS, st.floats(0, 1))
def test_what_did_not_change_from_one_second_to_the_next_is_the_very_same_thing(
    told: int, played: int, share: float
):
    """As it is in a run that goes on by itself, so that a screen draws no more than there."""
    run = wander(world(told), played).exercise
    recall, at = Recall(run), round(max(0, run.now - 2) * share)
    then = Exercise.again(run.scenario, run.setup, run.asked, at, inclusive=True)
    role = next(iter(run.scenario.roles))
    recall.go_to(at)
    before, before_then = recall.view(role), then.view(role)
    recall.go_to(at + 1)
    for one in run.asked:
        if one.at == at + 1:
            then.advance(one.at)
            then.submit(one.command, one.stand_in)
    then.advance(at + 1)
    after, after_then = recall.view(role), then.view(role)
    for field in fields(after):
        kept = getattr(after, field.name) is getattr(before, field.name)
        assert kept == (getattr(after_then, field.name) is getattr(before_then, field.name))
