"""The board of a contest: read off again and again, it is what one look at the worlds tells."""

import os
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine.commands import Solve, TakeHint
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.scoring import run_of, standings
from simulator.scenario.load import load
from simulator.session.scoreboard import Scoreboard

SOAK = int(os.environ.get("SOAK", "1"))
FLAGS = load(Path(__file__).with_name("wire") / "flags.yaml")
RIGHT = {"night": "10.0.0.7", "hull": "brine", "later": "4711"}
FREEZES = 3 * 3600
TEAMS = ("granite", "harrow", "merrow")
Worlds = dict[str, Exercise]


def begun() -> Worlds:
    """All seats are people's, and the board is open."""
    worlds = {team: Exercise(FLAGS, Setup(7, ("north", "south"))) for team in TEAMS}
    for world in worlds.values():
        world.advance(90)
    return worlds


def something(world: Exercise, dice: Random) -> None:
    """Somebody answers, right or wrong, or takes a hint, or time goes by."""
    name, by = dice.choice([*RIGHT]), dice.choice(("Ana", "Besa"))
    given = RIGHT[name] if dice.random() < 0.6 else "wind"
    command = dice.choice((Solve("north", name, given, by), TakeHint("south", name, 1, by)))
    try:
        world.submit(command)
    except Refused:
        world.advance(min(world.now + dice.randrange(3600), 4 * 3600))


@settings(max_examples=20 * SOAK)
@given(st.integers(0, 10**6))
def test_a_board_that_was_looked_at_all_the_time_tells_what_a_new_one_tells(seed: int):
    dice, worlds, board = Random(seed), begun(), Scoreboard()
    for _ in range(25):
        team = dice.choice(TEAMS)
        if dice.random() < 0.1:
            # Control goes back with this team.
            before = worlds[team]
            worlds[team] = Exercise.again(
                FLAGS, before.setup, before.asked, dice.randrange(max(1, before.now))
            )
        something(worlds[team], dice)
        board.look(worlds)
    fresh = Scoreboard()
    fresh.look(worlds)
    runs = [run_of(name, world.scenario, world.state) for name, world in worlds.items()]
    assert FLAGS.contest
    assert board.live == fresh.live == standings(FLAGS.contest, runs)
    assert board.public == fresh.public
    assert board.frozen == fresh.frozen
    for team in TEAMS:
        assert board.own(team) == fresh.own(team)
        assert board.look(worlds) == set()


@settings(max_examples=20 * SOAK)
@given(st.integers(0, 10**6))
def test_while_it_is_frozen_nobody_sees_what_others_do(seed: int):
    # given the same until the board is frozen, and then more of one team
    told = []
    for more in (0, 12):
        dice, worlds, board = Random(seed), begun(), Scoreboard()
        for _ in range(6):
            something(worlds[dice.choice(TEAMS)], dice)
        for world in worlds.values():
            world.advance(max(world.now, FREEZES))
        board.look(worlds)
        for _ in range(more):
            something(worlds["merrow"], dice)
        board.look(worlds)
        told.append([board.scores(team) for team in ("granite", "harrow")] if board.frozen else [])
    # then the others are told the same
    assert told[0] == told[1]
