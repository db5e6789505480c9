"""Playing alone against other sides: worlds of bots that follow one's own clock."""

from pathlib import Path

import pytest

from simulator.engine.exercise import Setup
from simulator.scenario import load
from simulator.session.sitting import Sitting

SCENARIOS = Path(__file__).parents[2] / "scenarios"
TOWNS, MINIMAL = load(SCENARIOS / "two-towns"), load(SCENARIOS / "minimal.yaml")
HOUR = 3600


def sitting(rivals: int = 3, seed: int = 1, side: str = "east") -> Sitting:
    setup = Setup(seed, ("desk",), side=side, level="easy")
    seat = Sitting(TOWNS, setup, "desk", 3600, "en")
    seat.compete(rivals)
    return seat


def test_the_others_are_other_sides_with_luck_of_their_own_at_the_same_level():
    rivals = sitting().rivals
    assert {name: run.setup.side for name, run in rivals.items()} == {
        name: name for name in ("north", "harrow-bay", "west")
    }
    assert all(run.setup.level == "easy" and run.setup.staffed == () for run in rivals.values())
    assert len({run.setup.seed for run in rivals.values()}) == 3
    assert len({run.setup.bots for run in rivals.values()}) == 3


def test_the_same_seed_brings_the_same_rivals():
    one, other = (
        {name: run.setup for name, run in sitting(2).rivals.items()} for _time in range(2)
    )
    assert one == other
    assert len({tuple(sitting(1, seed).rivals) for seed in range(9)}) > 1


@pytest.mark.parametrize(("asked", "there"), [(0, 0), (2, 2), (7, 3)])
def test_there_are_as_many_as_are_asked_for_and_as_there_are_sides(asked: int, there: int):
    assert len(sitting(asked).rivals) == there


def test_without_sides_there_is_nobody():
    seat = Sitting(MINIMAL, Setup(), "watch", 60, "en")
    seat.compete(3)
    assert seat.rivals == {}
    assert seat.beside() == ()


def test_they_follow_ones_own_clock_and_are_looked_at_as_they_stand_now():
    seat = sitting()
    seat.run(0)
    seat.tick(2)
    assert {run.now for run in seat.rivals.values()} == {2 * HOUR}
    seat.skip_ahead(2)
    assert {run.now for run in seat.rivals.values()} == {seat.own.now}


def test_when_it_is_over_one_stands_beside_them_at_their_ends():
    seat = sitting(2)
    seat.run(0)
    seat.tick(3)
    assert seat.beside() == ()
    seat.tick(6)
    own, *others = seat.beside()
    assert own.side == "East Light"
    assert {it.side for it in others} < {"North Water", "Harrow Bay Water", "West Gas"}
    assert all(it.over for it in (own, *others))
