"""Played by bots, the scenario `everything` brings about every kind of event but people's own."""

from pathlib import Path
from typing import get_args

import pytest

from simulator.engine import events as e
from simulator.engine.commands import CONTROL, Proceed
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.policies import POLICIES
from simulator.scenario import load

EVERYTHING = load(Path(__file__).parent / "everything")
ONLY_PEOPLE = {
    e.InjectHeld, e.InjectReleased, e.InjectRead, e.OrderMoved, e.OrderCancelled, e.MessageSent,
    e.NoteTaken, e.DissentRecorded, e.QuestionAnswered, e.SeatTaken, e.SeatVacated,
    e.Steered, e.InjectPostponed, e.InjectWritten, e.InjectWithdrawn, e.InjectReminded, e.Repaced,
    e.BotInstructed, e.ActionProposed, e.RulingGiven, e.AnswerTried, e.HintTaken,
    e.StepReady, e.StepLaunched,
}  # fmt: skip


def played(setup: Setup) -> Exercise:
    exercise = Exercise(EVERYTHING, setup)
    while not exercise.over:
        exercise.advance(EVERYTHING.length)
        if exercise.held:
            exercise.submit(Proceed(CONTROL))
    return exercise


@pytest.fixture(scope="module")
def runs() -> list[Exercise]:
    having, lacking = ("paper-copies",), ("night-porter",)
    poor = [Setup(seed, bots=bots) for bots in POLICIES for seed in range(5)]
    rich = [Setup(seed, (), bots, having, lacking) for bots in POLICIES for seed in range(5)]
    return [played(setup) for setup in poor + rich]


def test_every_kind_of_event_happens(runs: list[Exercise]):
    happened = {type(event) for exercise in runs for event in exercise.log}
    assert set(get_args(e.Event)) - happened == ONLY_PEOPLE


def test_every_outcome_is_reached(runs: list[Exercise]):
    assert {exercise.state.outcome for exercise in runs} == set(EVERYTHING.outcomes)
