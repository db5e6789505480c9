"""A seat at a host as the screens see it, while the host says this and that."""

from dataclasses import replace

import pytest

from simulator.engine import commands as c
from simulator.engine.errors import Refused
from simulator.session import protocol as p
from simulator.session.asking import told
from tests.tui.far import FarLine, present
from tests.tui.world import VIEW
from tui.remote import RemoteSeat
from tui.seat import Late, Mate, standing_of

ANSWER = c.Answer("akcesk", "isolate", "segments")


@pytest.fixture
def line() -> FarLine:
    line = FarLine()
    line.show()
    return line


@pytest.fixture
def seat(line: FarLine) -> RemoteSeat:
    return RemoteSeat(line)


def test_time_goes_by_the_clock_face_and_not_by_ticks(line: FarLine, seat: RemoteSeat):
    assert seat.view().now == 3600
    line.time.now = 10
    assert seat.view().now == 4200
    line.show(now=9000, stands="paused", why="coffee")
    line.time.now = 20
    assert seat.view().now == 9000
    assert (seat.clock.running, seat.why) == (False, "coffee")


def test_time_never_goes_beyond_the_end(line: FarLine, seat: RemoteSeat):
    line.time.now = 1e9
    assert seat.view().now == VIEW.length


def test_time_stands_while_the_host_is_away_and_goes_on_where_the_host_says(
    line: FarLine, seat: RemoteSeat
):
    line.time.now = 10
    line.lose()
    line.time.now = 500
    assert seat.view().now == 4200
    assert not seat.clock.running
    line.show(now=4190)
    line.time.now = 501
    assert seat.view().now == 4250


def test_time_stands_while_the_host_has_no_room(line: FarLine, seat: RemoteSeat):
    line.tell(p.HostState(state="full"))
    line.time.now = 60
    assert seat.view().now == 3600
    assert seat.trouble == "host's disk is full: kept here"
    line.tell(p.HostState(state="writing"))
    line.show(now=3600)
    assert standing_of(seat).trouble == ""
    line.time.now = 61
    assert seat.view().now == 3660


def test_there_is_something_to_draw_when_time_passes_or_something_comes(
    line: FarLine, seat: RemoteSeat
):
    assert seat.tick(0)
    assert not seat.tick(0)
    line.time.now = 1
    assert seat.tick(1)
    line.show(now=3660)
    assert seat.tick(1)


def test_trouble_is_told_in_words(line: FarLine, seat: RemoteSeat):
    assert RemoteSeat(FarLine()).trouble == "connecting"
    assert seat.trouble == ""
    line.tell(p.HostState(state="failed"))
    assert seat.trouble == "host's disk has failed: it stops"
    line.lose(3)
    assert seat.trouble == "reconnecting (3)"
    line.end(p.REVOKED)
    assert seat.trouble == "ended: the seat was taken away or handed over"


def test_what_is_sent_on_is_answered_late_with_yes_or_no(line: FarLine, seat: RemoteSeat):
    assert not seat.submit(ANSWER, 0)
    assert not seat.submit(c.Note("akcesk", "why?"), 0)
    assert seat.answers() == []
    line.answer("the deadline has passed")
    line.answer()
    assert seat.answers() == [
        Late(ANSWER, "the deadline has passed"),
        Late(c.Note("akcesk", "why?")),
    ]
    assert seat.answers() == []


def test_what_was_asked_before_the_program_was_started_anew_is_known_when_it_is_answered():
    before = [{"type": "ask", "id": "a" * 32, "command": told(ANSWER), "team": ""}]
    line = FarLine(outbox=before)
    seat = RemoteSeat(line)
    line.show()
    line.answer("too late")
    (late,) = seat.answers()
    assert isinstance(late.command, c.Answer)
    assert late.refusal == "too late"


def test_only_what_takes_longer_than_usual_is_counted_as_on_its_way(
    line: FarLine, seat: RemoteSeat
):
    seat.submit(ANSWER, 0)
    seat.tick(0)
    assert seat.unanswered == 0
    seat.tick(1)
    assert seat.unanswered == 1
    line.answer()
    seat.tick(1)
    assert seat.unanswered == 0
    line.lose()
    seat.submit(ANSWER, 1)
    assert seat.unanswered == 1


def test_that_a_message_was_opened_is_said_once_and_is_no_news(line: FarLine, seat: RemoteSeat):
    line.lose()
    seat.submit(c.Read("akcesk", "storm"), 0)
    seat.submit(c.Read("akcesk", "storm"), 0)
    assert line.asked == [{"ask": "read", "inject": "storm"}]
    assert seat.unanswered == 0
    line.show()
    line.answer("no such thing")
    assert seat.answers() == []


@pytest.mark.parametrize("part", ["observer", "evaluator"])
def test_who_watches_asks_for_nothing(part: str):
    line = FarLine(part)
    line.show()
    seat = RemoteSeat(line)
    assert not seat.may_act
    with pytest.raises(Refused, match="only watches"):
        seat.submit(ANSWER, 0)
    assert line.asked == []


def test_a_seat_that_has_ended_says_why_it_takes_nothing_more(line: FarLine, seat: RemoteSeat):
    line.end(p.GOING_AWAY)
    with pytest.raises(Refused, match=r"Nothing more can be sent: the session is over\."):
        seat.submit(ANSWER, 0)
    assert line.asked == []


def test_the_clock_is_not_the_players(line: FarLine, seat: RemoteSeat):
    before = line.sight.face
    seat.pause(0)
    seat.set_pace(1, 0)
    seat.skip_ahead(0)
    seat.run(0)
    assert line.sight.face is before
    assert line.asked == []


def test_before_startex_and_after_a_stop_of_the_host_the_clock_says_so(
    line: FarLine, seat: RemoteSeat
):
    line.show(replace(VIEW, now=0), stands="waiting")
    assert (seat.stands, seat.clock.running) == ("waiting", False)
    line.show(stands="frozen")
    assert seat.stands == "frozen"
    line.show(stands="running")
    assert seat.stands == ""


def test_the_others_in_the_seat_are_seen_with_all_that_they_have_opened(
    line: FarLine, seat: RemoteSeat
):
    assert seat.mates() == ()
    line.seats(present("Besa", "storm#1", reads="storm#1", writes="decision", of="isolate"))
    told = seat.mates()
    assert told == (Mate("Besa", "storm#1", frozenset({"storm#1"}), ("decision", "isolate")),)
    assert seat.mates() is told
    line.seats(present("Besa", "report#1", reads="report#1"), present("Clirim"))
    besa, clirim = seat.mates()
    assert besa.has_read == {"storm#1", "report#1"}
    assert besa.writes == ("", "")
    assert clirim == Mate("Clirim")
    line.seats(present("Clirim"))
    assert seat.mates() == (clirim,)


def test_there_is_something_to_draw_when_others_come_or_turn_to_something(
    line: FarLine, seat: RemoteSeat
):
    seat.tick(0)
    line.seats(present("Besa"))
    assert seat.tick(0)
    assert not seat.tick(0)


def test_who_has_lost_the_host_sees_nobody_and_is_told_of_all_when_back(
    line: FarLine, seat: RemoteSeat
):
    line.seats(present("Besa", "storm#1"))
    line.lose()
    assert seat.mates() == ()
    line.show()
    line.seats(present("Besa", "storm#1"))
    assert [mate.has_read for mate in seat.mates()] == [{"storm#1"}]


def test_where_ones_own_eyes_are_is_for_the_host_to_tell(line: FarLine, seat: RemoteSeat):
    seat.attend("storm#1", ("decision", "isolate"))
    assert line.company.own == p.Attend(reads="storm#1", writes="decision", of="isolate")
    assert line.asked == []
    seat.attend("x" * 900, ("", ""))
    assert len(line.company.own.reads) == 200


def test_nobody_learns_where_the_eyes_of_an_observer_are():
    line = FarLine("observer")
    line.show()
    RemoteSeat(line).attend("storm#1", ("", ""))
    assert line.company.own == p.Attend()


def test_what_was_shown_stays_until_the_host_has_told_it_in_the_other_language(
    line: FarLine, seat: RemoteSeat
):
    seat.submit(ANSWER, 0)
    seat.read_in("sq")
    assert seat.view().title == VIEW.title
    assert line.memory.language == "sq"
    assert [told["ask"] for told in line.asked] == ["answer"]


def test_a_seat_has_the_same_name_whenever_it_is_taken(line: FarLine, seat: RemoteSeat):
    again = FarLine()
    again.show()
    assert seat.name == RemoteSeat(again).name
    other = FarLine()
    other.memory.grant = "red-barn.akcesk-2"
    assert seat.name != RemoteSeat(other).name


def test_in_another_take_the_clock_goes_back_and_what_comes_again_is_opened_anew(
    line: FarLine, seat: RemoteSeat
):
    read = c.Read("akcesk", VIEW.inbox[0].inject)
    seat.submit(read, 0.0)
    seat.submit(read, 0.0)
    assert len(line.asked) == 1
    line.show(now=60, stands="paused", why="once more", take=2)
    assert (seat.take, seat.view().now, line.memory.now) == (2, 60, 3600)
    seat.submit(read, 0.0)
    assert len(line.asked) == 2


def test_an_emergency_is_how_the_seat_stands(line: FarLine, seat: RemoteSeat):
    line.show(stands="no-duff", why="The building burns.")
    assert (seat.stands, seat.why, seat.clock.running) == ("no-duff", "The building burns.", False)
    line.show(stands="paused")
    assert seat.stands == ""
