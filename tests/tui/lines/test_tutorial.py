"""A newcomer to lines is told step by step what to write."""

from dataclasses import replace

from simulator.engine.exercise import Exercise, Setup
from simulator.session.sitting import Sitting
from tests.tui.fake import FakeSeat
from tests.tui.lines.teller import Teller, sitting
from tests.tui.test_tutorial import FRESH
from tests.tui.world import VIEW
from tui.lines.tutorial import STEPS


def step(told: str) -> int:
    """The number of the step that was told last."""
    return int(told.rpartition("TUTORIAL, step ")[2].partition(" ")[0])


def test_each_step_is_told_when_the_one_before_is_done():
    teller = Teller(sitting("first-watch", "watch"))
    assert step(teller.greeting) == 1
    heard = []
    for line in ("inbox", "read", "skip", "skip", "decide option 1", "order 1 on 1", "situation",
                 "note x", "help"):  # fmt: skip
        told = teller.writes(line)
        heard.append(step(told) if "TUTORIAL" in told else 0)
    assert heard == [2, 3, 4, 4, 5, 6, 7, 8, 9]
    assert len(STEPS) == 9


def test_as_long_as_nobody_asks_one_is_told_to_skip():
    teller = Teller(sitting("first-watch", "watch"))
    teller.writes("inbox", "read")
    assert "Nobody asks you anything yet." in teller.writes("skip")
    assert "Somebody waits for your answer." in teller.writes("skip")


def test_a_step_is_not_told_in_the_middle_of_a_form():
    teller = Teller(sitting("first-watch", "watch"))
    teller.writes("inbox", "read", "skip", "skip")
    assert "TUTORIAL" not in teller.writes("decide")
    assert "TUTORIAL" not in teller.writes("1", "")
    assert step(teller.writes("")) == 5


def test_the_tutorial_is_put_away_and_taken_up_again():
    teller = Teller(FakeSeat(replace(FRESH, teaches=True)))
    assert teller.writes("tutorial off") == "The tutorial is off; tutorial on goes on with it."
    assert "TUTORIAL" not in teller.writes("inbox")
    assert step(teller.writes("tutorial on")) == 2
    assert step(teller.writes("tutorial next")) == 3
    assert step(teller.writes("tutorial back")) == 2
    assert teller.writes("tutorial x") == "Write tutorial next, back, on or off."


def test_elsewhere_nobody_is_taught_who_does_not_ask():
    teller = Teller(FakeSeat(FRESH))
    assert "TUTORIAL" not in teller.greeting + teller.writes("inbox")
    assert step(teller.writes("tutorial")) == 2


def led(**changes) -> Teller:
    seat = FakeSeat(replace(FRESH, teaches=True, **changes))
    seat.leads_clock = False
    return Teller(seat)


def test_whose_clock_control_leads_is_not_told_to_skip():
    teller = led(inbox=(), decisions=())
    assert "TUTORIAL, step 1 of 8." in teller.greeting
    told = [teller.writes("inbox"), *(teller.writes("tutorial next") for _ in range(6))]
    assert "Nobody asks you anything yet. Wait until somebody does" in told[1]
    assert "step 8 of 8. That is all." in told[-1]
    assert "skip" not in "".join(told)
    assert "The clock does not wait." in led().writes("tutorial next", "tutorial next")


def test_whoever_watches_is_not_taught():
    seat = FakeSeat(replace(VIEW, teaches=True))
    seat.leads_clock = seat.may_act = False
    assert "TUTORIAL" not in Teller(seat).greeting


def test_whoever_comes_back_goes_on_behind_what_was_done():
    # Given that somebody has read and decided, and has left in the middle
    seat = sitting("first-watch", "watch")
    Teller(seat).writes("inbox", "read", "skip", "skip", "decide option 1")
    # When they come back, they are asked for what they have not done
    run = seat.own
    again = Sitting.going_on(run.scenario, run, "watch", 30, "en")
    assert step(Teller(again).greeting) == 5
    # And where a bot was in the seat, one is taught from the beginning
    bots = Exercise(run.scenario, Setup())
    bots.advance(run.now + 1800)
    other = Sitting.going_on(run.scenario, bots, "watch", 30, "en")
    assert [one.phase for one in other.view().decisions][:1] == ["taken"]
    assert step(Teller(other).greeting) == 1
