"""The tutorial keeps its promise: who follows its texts ends well, who does nothing ends badly."""

from pathlib import Path

import pytest

from simulator.engine.commands import Answer, Command, Order, Send
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise, Setup
from simulator.scenario import load

FIRST_WATCH = load(Path(__file__).parents[2] / "scenarios" / "first-watch")
WATCH = "watch"
SEEDS = range(12)

Plan = tuple[tuple[set[str], Command], ...]
"""Pairs of messages and what the player does about the first of them, once that is possible."""

WARNING = Send(
    WATCH,
    "early-warning",
    (("what", "A bill with a program in it"), ("reach", "Several"), ("help", "Yes")),
)
MEND: Plan = (
    ({"found-files", "renamed"}, Order(WATCH, "cut-off", "file-server")),
    ({"found-files", "renamed"}, Order(WATCH, "call-in")),
    ({"found-files", "renamed"}, Order(WATCH, "clean", "file-server")),
    ({"cleaned"}, Order(WATCH, "restore")),
    ({"cleaned"}, Order(WATCH, "reconnect", "file-server")),
)
TAKE_CARE: Plan = (
    ({"clerk"}, Answer(WATCH, "clerk", "unplug")),
    ({"first-order"}, Order(WATCH, "look-closer", "staff-pcs")),
    ({"found-office"}, Order(WATCH, "look-closer", "file-server")),
    ({"warning-due"}, WARNING),
    *MEND,
    ({"harbours"}, Answer(WATCH, "harbours", "tell")),
    ({"dawn"}, Answer(WATCH, "dawn", "screens")),
)
ONLY_PAPER: Plan = (({"dawn"}, Answer(WATCH, "dawn", "paper")),)


def played(plan: Plan, seed: int, reading: int = 180) -> Exercise:
    """The run of a player who takes so many exercise seconds to read each message."""
    exercise = Exercise(FIRST_WATCH, Setup(seed, staffed=(WATCH,)))
    left = plan
    while not exercise.over:
        exercise.advance(exercise.now + 60)
        read = read_by(exercise, exercise.now - reading)
        left = tuple(do for do in left if not (do[0] & read and accepted(exercise, do[1])))
    return exercise


def read_by(exercise: Exercise, moment: int) -> set[str]:
    injects = exercise.state.injects
    return {name for name, inject in injects.items() if inject.sent and inject.last <= moment}


def accepted(exercise: Exercise, command: Command) -> bool:
    try:
        exercise.submit(command)
    except Refused:
        return False
    return True


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("reading", [0, 180, 600])
def test_a_player_who_follows_the_texts_keeps_the_lamp_lit(seed: int, reading: int):
    exercise = played(TAKE_CARE, seed, reading)
    assert exercise.state.outcome == "lamp-lit"
    assert {name: measure.now for name, measure in exercise.state.measures.items()} == {
        "harbours/0": "met",
        "harbours/1": "met",
        "harbours/2": "holds",
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_a_player_who_does_nothing_lets_the_lamp_go_out(seed: int):
    assert played((), seed).state.outcome == "lamp-out"


@pytest.mark.parametrize("seed", SEEDS)
def test_paper_alone_is_a_low_lamp(seed: int):
    assert played(ONLY_PAPER, seed).state.outcome == "lamp-low"


@pytest.mark.parametrize("seed", SEEDS)
def test_mending_late_without_a_word_to_anybody_is_a_low_lamp(seed: int):
    assert played(MEND, seed).state.outcome == "lamp-low"


def test_a_careful_player_meets_the_encryptor_in_some_runs_and_not_in_others():
    met = [played(TAKE_CARE, seed).state.injects["renamed"].sent for seed in SEEDS]
    assert 0 < sum(met) < len(met)
