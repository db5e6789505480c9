"""Laws of control's panel, in any play of any scenario."""

import os

from hypothesis import example, given, settings
from hypothesis import strategies as st

from simulator.engine.exercise import Exercise
from simulator.engine.overseeing import Overseer
from tests.laws.generated import world
from tests.laws.plays import again, wander

SEEDS = st.integers(0, 1_000_000)


@settings(max_examples=6 * int(os.environ.get("SOAK", "1")))
@given(SEEDS, SEEDS)
@example(448, 362879)  # control renames an inject that sends another
@example(312418, 0)  # a contest closes, and an inject waits for one of its challenges
def test_a_panel_that_is_kept_up_is_the_one_that_is_made_anew(told: int, played: int):
    """What is kept of rows is right: whoever looks for the first time sees the same."""

    def look(run: Exercise) -> None:
        kept = run.panel()
        assert kept == Overseer(run, "en").panel()
        assert [row.id for row in kept.msel] == list(run.scenario.inject)

    again(wander(world(told), played), strides=(1, 3599), look=look)
