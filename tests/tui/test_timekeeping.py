"""The player's hand on the clock."""

from dataclasses import replace

import pytest

from simulator.session.clock import Clock
from tests.tui.fake import FakeSeat
from tests.tui.world import VIEW
from tui.timekeeping import Timekeeper

QUIET = replace(VIEW, decisions=(), requests=(), reports=())


@pytest.fixture
def seat() -> FakeSeat:
    return FakeSeat(QUIET)


@pytest.fixture
def keeper(seat: FakeSeat) -> Timekeeper:
    keeper = Timekeeper(seat, lambda: 0.0)
    keeper.run()
    return keeper


def test_the_clock_stops_only_for_what_is_new(keeper: Timekeeper):
    keeper.mind(VIEW, VIEW)
    assert keeper.running
    keeper.mind(QUIET, VIEW)
    assert not keeper.running
    assert keeper.why == "something is due"


def test_who_goes_on_where_something_waits_is_waited_for(seat: FakeSeat):
    for view, stands in ((VIEW, True), (QUIET, False)):
        keeper = Timekeeper(seat, lambda: 0.0)
        keeper.take_up(view)
        assert keeper.running is not stands
        keeper.pause()


def test_a_form_given_up_leaves_the_clock_as_it_was(keeper: Timekeeper):
    keeper.go_on(keeper.wait(), False, QUIET)
    assert keeper.running
    keeper.pause()
    keeper.go_on(keeper.wait(), True, QUIET)
    assert not keeper.running


def test_the_clock_stands_while_more_than_the_answered_thing_is_due(keeper: Timekeeper):
    keeper.mind(QUIET, VIEW)
    keeper.go_on(keeper.wait(), True, VIEW)
    assert not keeper.running
    keeper.go_on(keeper.wait(), True, QUIET)
    assert keeper.running
    assert keeper.why == ""


@pytest.mark.parametrize(
    ("pace", "step", "then"), [(60, 1, 120), (60, -1, 30), (64, 1, 120), (64, -1, 60), (1, -1, 1)]
)
def test_pace_goes_by_steps(
    seat: FakeSeat, keeper: Timekeeper, pace: float, step: int, then: float
):
    seat.clock = Clock(pace)
    keeper.change_pace(step)
    assert seat.clock.pace == then


def test_a_clock_that_control_leads_is_never_touched(seat: FakeSeat, keeper: Timekeeper):
    seat.leads_clock = False
    keeper.mind(QUIET, VIEW)
    keeper.change_pace(1)
    keeper.go_on(keeper.wait(), True, VIEW)
    keeper.pause()
    assert (seat.clock, keeper.why) == (Clock(60).run(0.0), "")
