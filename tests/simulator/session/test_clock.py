"""The clock drives exercise time from given wall times, and never has anything to catch up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.session.clock import Clock

WALL = st.floats(0, 1e6, allow_nan=False)
PACE = st.floats(0.1, 10_000, allow_nan=False)


def test_a_clock_that_was_not_started_stands():
    assert Clock(pace=60).at(1_000) == 0


def test_it_runs_by_its_pace():
    clock = Clock(pace=60).run(wall=100)

    assert [clock.at(wall) for wall in (100, 100.5, 101, 160)] == [0, 30, 60, 3600]


def test_a_pause_leaves_nothing_to_catch_up():
    clock = Clock(pace=60).run(0).pause(10)

    assert not clock.running
    assert clock.at(5_000) == 600
    assert clock.run(5_000).at(5_001) == 660


def test_another_pace_begins_where_the_old_one_ended():
    clock = Clock(pace=60).run(0).at_pace(600, wall=10)

    assert [clock.at(10), clock.at(11)] == [600, 1200]


def test_a_skip_moves_a_standing_clock_without_starting_it():
    assert Clock(pace=60).set_to(7_200, wall=3).at(1_000) == 7_200


@pytest.mark.parametrize("running", [True, False])
def test_a_skip_moves_a_running_clock_on(running: bool):
    clock = Clock(pace=60).run(0) if running else Clock(pace=60)

    assert clock.set_to(500, wall=8).at(9) == (560 if running else 500)


@given(PACE, st.lists(WALL, min_size=2, max_size=9), st.lists(st.sampled_from("prg"), max_size=9))
def test_time_never_goes_back(pace: float, walls: list[float], acts: list[str]):
    clock, last = Clock(pace).run(0), 0
    for wall, act in zip(sorted(walls), [*acts, *"p" * 9], strict=False):
        assert clock.at(wall) >= last
        last = clock.at(wall)
        clock = {
            "p": clock.pause(wall), "r": clock.run(wall), "g": clock.at_pace(pace * 2, wall),
        }[act]  # fmt: skip
        assert clock.at(wall) == last
