"""The clock, discussions, and what is told as it happens."""

from dataclasses import replace

import pytest

from simulator.engine import commands as c
from simulator.engine import views as v
from tests.tui.fake import FakeSeat
from tests.tui.lines.teller import Teller, sitting
from tests.tui.world import DEBRIEF, INBOX, ISOLATE, LOG, REQUESTS, VIEW
from tui.lines.desk import Desk
from tui.lines.dialogue import Dialogue

QUIET = replace(VIEW, decisions=(), requests=(), reports=(), inbox=INBOX[:2])
WIPER = "Fri 08:40 Intelligence report from An allied service: They will come back with a wiper."
MODULE = v.ModuleView(
    "monday", "Monday", "The portal is dark.",
    (v.QuestionView("who", "Who speaks?", ""), v.QuestionView("what", "What?", "Little")),
)  # fmt: skip


def test_the_clock_stands_until_the_player_lets_it_run():
    seat = FakeSeat()
    teller = Teller(seat)
    assert not seat.clock.running
    assert teller.writes("run") == "The clock runs, 60 exercise seconds a second."
    assert seat.clock.running
    assert teller.writes("pause") == "The clock stands."


def test_time_goes_by_the_steady_clock_while_nothing_is_written():
    teller = Teller(sitting("first-watch", "watch"))
    teller.writes("run")
    assert teller.waits(3.9) == ""
    told = teller.waits(0.1)
    assert told == "Fri 01:04 Chat from Mira: Look around before it starts. Message 2."
    assert teller.waits(0.0) == ""


@pytest.mark.parametrize(
    ("line", "pace"),
    [("pace 120", 120), ("pace faster", 120), ("pace slower", 30), ("pac .5", 0.5)],
)
def test_the_pace_is_set(line: str, pace: float):
    teller = Teller()
    assert teller.writes(line) == f"The pace is {pace:g} exercise seconds a second."
    assert teller.seat.clock.pace == pace


@pytest.mark.parametrize(
    "line", ["pace", "pace 0", "pace nan", "pace inf", "pace fast", "pace 1e9"]
)
def test_a_pace_that_is_none_is_refused(line: str):
    assert Teller().writes(line) == ("A pace is a number from 0.1 to 100000, or faster or slower.")


def test_there_is_a_fastest_pace_to_step_to():
    teller = Teller()
    teller.writes("pace 1200")
    assert teller.writes("pace faster") == "There is no such pace beyond this one."


def test_the_clock_stops_when_something_is_due_and_goes_on_once_it_is_answered():
    seat = FakeSeat(QUIET)
    teller = Teller(seat)
    teller.writes("run")
    seat.show(decisions=(ISOLATE,), inbox=INBOX)
    told = teller.waits()
    assert "AKSHI operations room: It is spreading. Message 4. To" in told
    assert told.endswith("The clock stands: something is due.")
    assert not seat.clock.running
    seat.shown = replace(seat.shown, decisions=(replace(ISOLATE, phase="taken"),))
    assert teller.writes("note seen").endswith("The clock runs, 60 exercise seconds a second.")


def test_the_clock_need_not_wait():
    seat = FakeSeat(QUIET)
    teller = Teller(seat)
    assert teller.writes("wait off") == "The clock runs on when something is due."
    assert teller.writes("wait") == "The clock runs on when something is due."
    assert teller.writes("wait a bit") == "Write wait on or wait off."
    teller.writes("run")
    seat.show(decisions=(ISOLATE,))
    teller.waits()
    assert seat.clock.running


def test_the_clock_waits_silently_while_a_form_is_open():
    seat = FakeSeat()
    teller = Teller(seat)
    teller.writes("run")
    assert "clock" not in teller.writes("decide 4")
    assert not seat.clock.running
    assert "clock" not in teller.writes("back")
    assert seat.clock.running


def test_skipping_tells_what_came():
    seat = FakeSeat(QUIET)
    seat.ahead = lambda view: replace(view, now=4000, inbox=INBOX[:3])
    told = Teller(seat).writes("skip")
    assert told == f"{WIPER} Message 3."


def test_a_skip_that_brings_nothing_says_what_time_it_is():
    seat = FakeSeat(replace(QUIET, decisions=(ISOLATE,)))
    seat.ahead = lambda view: replace(view, now=4500)
    told = Teller(seat).writes("skip")
    assert told.startswith("No news for you. It is Fri 15 Jul 2022 09:15:00, T+01:15:00 of 4d. Due")
    assert "by Fri 09:20, in 5m 00s" in told


def test_skipping_by_a_time_stops_there_or_where_something_comes():
    teller = Teller(sitting("first-watch", "watch"))
    assert "It is Fri 8 Oct 2027 01:03:00" in teller.writes("skip 3m")
    assert teller.writes("skip 1h").startswith("Fri 01:04 Chat from Mira")
    assert teller.writes("skip 1h").startswith("Fri 01:10 Telephone note")
    assert "It is Fri 8 Oct 2027 01:30:00" in teller.writes("skip 1h")
    assert "It is Fri 8 Oct 2027 01:35:00" in teller.writes("skip 1h")
    assert not teller.seat.clock.running


def test_a_skip_leaves_a_running_clock_running_unless_something_is_due():
    teller = Teller(sitting("first-watch", "watch"))
    teller.writes("run", "skip 3m")
    assert teller.seat.clock.running
    teller.writes("skip 1h")
    assert teller.seat.clock.running
    assert teller.writes("skip 1h").endswith("The clock stands: something is due.")
    assert not teller.seat.clock.running


@pytest.mark.parametrize("line", ["skip soon", "skip 30", "skip -5m", "skip 999999999d"])
def test_a_time_that_is_none_is_refused(line: str):
    assert Teller().writes(line) == "A time to skip is like 45m, 2h30m or 1d."


def test_nothing_is_skipped_when_it_is_over_or_held():
    over = Teller(FakeSeat(replace(VIEW, over=True, debrief=DEBRIEF)))
    assert over.writes("skip").startswith("The exercise is over")
    held = Teller(FakeSeat(replace(VIEW, held=True, module=MODULE)))
    assert held.writes("skip").startswith("The clock is held for a discussion")


def test_a_discussion_holds_the_clock_and_its_answers_are_kept_as_they_are_written():
    seat = FakeSeat(QUIET)
    teller = Teller(seat)
    teller.writes("run")
    seat.show(module=MODULE, held=True)
    told = teller.waits()
    assert "Waits for you: Discussion: Monday. Write discuss; proceed ends it." in told
    assert told.endswith("The clock is held for a discussion.")
    assert "The portal is dark." in teller.writes("discuss")
    assert teller.asked == "answer 1 of 2> "
    assert "Question 2: What? Your answer: Little." in teller.writes("The minister")
    teller.writes("back")
    assert seat.asked == [c.Discuss("akcesk", "who", "The minister")]
    assert teller.writes("proceed").endswith("The clock runs, 60 exercise seconds a second.")
    assert seat.asked[-1] == c.Proceed("akcesk")


def test_a_question_of_a_discussion_is_answered_in_one_line():
    seat = FakeSeat(replace(QUIET, module=MODULE, held=True))
    teller = Teller(seat)
    assert teller.writes("discuss 2 Nothing at all") == "Your answer is kept."
    assert seat.asked == [c.Discuss("akcesk", "what", "Nothing at all")]
    assert teller.writes("discuss 5 x") == "There is no question “5”."


def test_without_a_discussion_there_is_nothing_to_go_on_from():
    assert Teller().writes("proceed") == "No discussion is open."
    assert Teller().writes("discuss") == "No discussion is open."


def happening(before: v.RoleView = QUIET, **changes) -> list[str]:
    seat = FakeSeat(before)
    teller = Teller(seat)
    seat.show(**changes)
    return teller.waits().splitlines()


def test_a_message_is_told_as_it_comes():
    assert happening(inbox=INBOX[:3]) == [f"{WIPER} Message 3."]


def test_a_request_is_told_with_how_to_answer_it_and_not_twice():
    asked = v.LogLine(
        2900, "consent", "AKSHI asks AKCESK for consent: Switch off the citizen portal"
    )
    told = " ".join(happening(requests=REQUESTS[1:], log=(*LOG, asked)))
    assert told.startswith("Waits for you: AKSHI asks for consent: Switch off the citizen portal.")
    assert "grant 1, refuse 1 or ask 1" in told
    assert told.count("Switch off") == 1


def test_a_report_that_falls_due_is_told_with_its_clock_and_not_twice():
    due = v.LogLine(3600, "report", "To be sent by Sat 08:00: Early warning")
    quiet = replace(VIEW, reports=(replace(VIEW.reports[0], due=None),))
    told = happening(quiet, reports=VIEW.reports, log=(*LOG, due))
    assert told == ["Waits for you: Early warning. To be sent by Sat 08:00, in 23h 00m: report 1."]


def test_work_and_missed_decisions_are_told_in_the_words_of_the_log():
    missed = replace(ISOLATE, phase="missed")
    log = (
        *LOG,
        v.LogLine(4800, "decision", f"Not decided in time: {ISOLATE.ask}"),
        v.LogLine(4900, "work", "Work is done: Scan the network"),
    )
    told = happening(replace(QUIET, decisions=(ISOLATE,)), decisions=(missed,), log=log)
    assert told == [
        "Fri 09:20 Not decided in time: Cut the ministries off, or go segment by segment?",
        "Fri 09:21 Work is done: Scan the network.",
    ]


def test_a_decision_that_a_message_brings_is_told_once():
    opened = v.LogLine(3000, "decision", f"To decide by Fri 09:20: {ISOLATE.ask}")
    sent = v.LogLine(3000, "inject", "Phone call from AKSHI operations room: It is spreading")
    told = " ".join(happening(inbox=INBOX, decisions=(ISOLATE,), log=(*LOG, sent, opened)))
    assert told.count("It is spreading") == 1
    assert told.count("decide 4") == 1


def test_a_flood_of_small_news_is_cut_but_no_message():
    log = (*LOG, *(v.LogLine(3600 + n, "asset", f"Service is {n} %") for n in range(40)))
    told = happening(inbox=INBOX[:3], log=log)
    assert sum("Service is" in line for line in told) == 10
    assert told[-1] == "30 more in the log."
    assert "They will come back" in told[0]


def test_what_one_did_oneself_is_not_told_a_second_time():
    teller = Teller(sitting("first-watch", "watch"))
    assert teller.writes("note quiet so far") == "Your note is kept."
    assert "notes: quiet so far" in teller.writes("log")


def test_what_an_order_sets_off_is_told():
    teller = Teller(sitting("first-watch", "watch"))
    told = teller.writes("order look-closer on staff-pcs because why not")
    assert "It is ordered." in told
    assert "Work begins: Look closer (Analysts 2)." in told


def test_leaving_is_asked_once_more_at_a_terminal_and_not_in_a_pipe():
    teller = Teller()
    assert teller.writes("quit").startswith("Leave the exercise? What was played is not kept.")
    teller.writes("no")
    assert not teller.dialogue.left
    teller.writes("quit", "yes")
    assert teller.dialogue.left
    teller = Teller()
    teller.seat.kept_in = "days/july"
    assert "What was played is kept in days/july." in teller.writes("quit")
    piped = Teller(careful=False)
    assert piped.writes("exit") == ""
    assert piped.dialogue.left


def test_after_the_end_one_leaves_without_a_question():
    teller = Teller(FakeSeat(replace(VIEW, over=True, debrief=DEBRIEF)))
    teller.writes("quit")
    assert teller.dialogue.left


def test_the_end_of_what_is_written_leaves_and_does_nothing_that_was_only_begun():
    teller = Teller()
    teller.writes("report", "a wiper")
    told = teller.dialogue.end()
    assert teller.dialogue.left
    assert told[-1] == "You went back; nothing was done."
    assert teller.seat.asked == []


def test_an_interrupt_goes_back_first_and_leaves_when_it_comes_twice():
    teller = Teller()
    teller.writes("decide 4")
    assert teller.dialogue.interrupt() == ["You went back; nothing was done."]
    assert teller.dialogue.interrupt()[0].startswith("Leave the exercise?")
    assert not teller.dialogue.left
    teller.dialogue.interrupt()
    assert teller.dialogue.left


def test_what_happens_while_one_presses_enter_is_not_taken_for_what_one_did():
    moments = iter([0.0, 0.0, 0.0, 3.9, 4.1, 4.1, 4.1, 4.1, 4.1, 4.1])
    dialogue = Dialogue(Desk(sitting("first-watch", "watch"), lambda: next(moments)))
    dialogue.begin()
    dialogue.hear("run")
    told = "\n".join(dialogue.hear("note quiet so far"))
    assert "Chat from Mira: Look around before it starts" in told
    assert "WATCH notes" not in told


@pytest.mark.parametrize("line", ["pause", "decide 9", "skip 1s"])
def test_what_happens_as_the_clock_is_stopped_is_told_at_once(line: str):
    moments = iter([0.0, 0.0, 0.0, 3.9, *[4.1] * 9])
    dialogue = Dialogue(Desk(sitting("first-watch", "watch"), lambda: next(moments)))
    dialogue.begin()
    dialogue.hear("run")
    assert "Chat from Mira: Look around before it starts" in "\n".join(dialogue.hear(line))
