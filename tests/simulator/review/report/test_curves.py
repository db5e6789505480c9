"""Values between the turns of a line."""

import pytest

from simulator.review.report.curves import value

STEP = ((0, 100.0), (60, 100.0), (60, 40.0), (100, 40.0), (200, 90.0))


@pytest.mark.parametrize(
    ("at", "stands"), [(0, 100), (59, 100), (60, 40), (80, 40), (125, 52.5), (200, 90), (999, 90)]
)
def test_a_line_is_straight_between_its_turns_and_steps_have_their_last_value(
    at: int, stands: float
):
    assert value(STEP, at) == stands
