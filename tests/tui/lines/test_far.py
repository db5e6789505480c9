"""A seat far away: control leads the clock, answers come late, and the way there may be lost."""

from dataclasses import replace

import pytest

from simulator.engine import commands as c
from simulator.engine.views import ModuleView
from tests.tui.fake import FakeSeat
from tests.tui.lines.teller import Teller
from tests.tui.world import VIEW
from tui.seat import Late

MONDAY = ModuleView("monday", "Monday", "The portal is dark.", ())
NOTE = c.Note("akcesk", "seen")


@pytest.fixture
def seat() -> FakeSeat:
    far = FakeSeat()
    far.leads_clock = False
    return far


@pytest.mark.parametrize("line", ["run", "pause", "pace 5", "skip", "wait off"])
def test_the_clock_is_control_s(seat: FakeSeat, line: str):
    teller = Teller(seat)
    assert "Control leads the clock, and it does not wait for you." in teller.greeting
    before = seat.clock
    assert teller.writes(line) == "Control leads the clock: you can't change it."
    assert seat.clock is before
    assert "pace X" not in teller.writes("help")


def test_what_is_asked_is_sent_and_its_answer_told_when_it_comes(seat: FakeSeat):
    teller = Teller(seat)
    assert teller.writes("note seen") == "Sent to the host."
    assert seat.asked == [NOTE]
    seat.late = [Late(NOTE), Late(None)]
    seat.show()
    assert teller.waits() == "Your note is kept."


def test_a_late_refusal_says_what_had_no_effect(seat: FakeSeat):
    teller = Teller(seat)
    seat.late = [
        Late(c.Answer("akcesk", "isolate", "all"), "the decision is closed"),
        Late(None, "this is too long"),
    ]
    seat.show()
    assert teller.waits().splitlines() == [
        "Your decision had no effect: the decision is closed.",
        "What you sent had no effect: this is too long.",
    ]


def test_a_report_that_the_host_refuses_is_a_draft_again(seat: FakeSeat):
    teller = Teller(seat)
    teller.writes("report", "a wiper", "2", "", "send")
    assert "draft" not in teller.writes("reports")
    seat.late = [Late(seat.asked[-1], "there is nothing to report yet")]
    seat.show()
    teller.waits()
    assert "A draft is kept." in teller.writes("reports")
    assert "So far: a wiper." in teller.writes("report")


def test_the_way_to_the_host_is_told_when_it_is_lost_and_when_it_is_back(seat: FakeSeat):
    teller = Teller(seat)
    seat.trouble = "reconnecting (1)"
    seat.show()
    assert teller.waits() == "Connection to the host: reconnecting."
    assert teller.writes("note seen") == "Kept here: it is sent as soon as the host is back."
    seat.trouble = "reconnecting (2)"
    seat.show()
    assert teller.waits() == "", "each try is not worth a line"
    seat.trouble = ""
    seat.show()
    assert teller.waits() == "The connection to the host is back."


def test_what_has_waited_for_long_is_counted(seat: FakeSeat):
    teller = Teller(seat)
    seat.unanswered = 2
    seat.show()
    assert teller.waits() == "Not answered yet: 2."
    seat.unanswered = 1
    seat.show()
    assert teller.waits() == ""


def test_how_the_clock_stands_is_told_when_control_changes_it(seat: FakeSeat):
    seat.stands = "waiting"
    teller = Teller(seat)
    assert "Waiting for STARTEX." in teller.greeting
    seat.stands, seat.clock = "", seat.clock.run(0.0)
    seat.show()
    assert teller.waits() == "The clock runs, 60 exercise seconds a second."
    seat.clock, seat.why = seat.clock.pause(0.0), "lunch"
    seat.show()
    assert teller.waits() == "The clock stands: lunch."
    seat.stands = "frozen"
    seat.show()
    assert teller.waits() == "The clock is frozen: the host stands still."


def test_who_only_watches_reads_all_and_does_nothing(seat: FakeSeat):
    seat.may_act = False
    teller = Teller(seat)
    assert "You are here to watch: this seat decides and orders nothing." in teller.greeting
    assert "Message 2." in teller.writes("read 2")
    assert teller.writes("decide 4").startswith("You are here to watch")
    assert teller.writes("note x").startswith("You are here to watch")
    assert "decide [N]" not in teller.writes("help")
    assert seat.asked == []


def test_a_discussion_is_ended_for_all_only_after_a_question(seat: FakeSeat):
    seat.shown = replace(VIEW, held=True, module=MONDAY)
    teller = Teller(seat)
    assert teller.writes("proceed").startswith("The discussion ends for everybody in your team.")
    teller.writes("no")
    assert seat.asked == []
    teller.writes("proceed", "yes")
    assert seat.asked == [c.Proceed("akcesk")]


def test_leaving_says_that_the_seat_is_kept(seat: FakeSeat):
    assert Teller(seat).writes("quit") == (
        "Leave the exercise? Your seat is kept. Write yes to leave."
    )
