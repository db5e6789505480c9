"""What somebody who plays in lines is told when they look at things."""

from dataclasses import replace

import pytest

from simulator.engine import commands as c
from simulator.engine import views as v
from tests.tui.fake import FakeSeat
from tests.tui.lines.teller import Teller
from tests.tui.world import DEBRIEF, INBOX, ISOLATE, VIEW


def test_one_is_told_first_who_one_is_what_time_it_is_and_how_to_get_help():
    told = Teller().greeting
    assert told.startswith("EXERCISE The days in July, TLP GREEN, 4d from Fri 15 Jul 08:00.")
    assert "You are: National Cyber Authority." in told
    assert "You lead: Analysts, 6 people; Forensics, 2 people." in told
    assert "You report to: AKSHI, NATO." in told
    assert "Keep the country's services alive." in told
    assert "Government IT agency: played by the computer" in told
    assert "It is Fri 15 Jul 2022 09:00:00, T+01:00:00 of 4d. The clock stands." in told
    assert "Due soonest: Cut the ministries off" in told
    assert "Inbox: 3 of 4 messages, 3 unread" in told
    assert "Write help for all commands" in told


def test_the_inbox_lists_the_newest_first_and_says_what_is_unread_and_due():
    lines = Teller().writes("inbox").splitlines()
    assert lines[0] == "Inbox: 4 of 4 messages, 3 unread, the newest first."
    assert lines[1] == (
        "4. Unread. Fri 08:50 Telephone note from AKSHI operations room: It is spreading. To "
        "decide by Fri 09:20, in 20m 00s: decide 4."
    )
    assert lines[-1] == "1. Fri 08:00 E-mail from Duty officer, evening watch: Handover."


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("all", "4321"), ("unread", "432"), ("due", "4"), ("wiper", "3"), ("siem", "2"),
        ("AKSHI operations", "4"),
    ],
)  # fmt: skip
def test_the_inbox_is_searched_and_every_message_keeps_its_number(asked: str, numbers: str):
    told = Teller().writes(f"inbox {asked}").splitlines()
    assert "".join(line[0] for line in told[1:] if line[0].isdigit()) == numbers


def test_a_search_that_finds_nothing_says_so():
    assert Teller().writes("inbox unicorn") == "No such messages. The inbox has 4."
    nothing = FakeSeat(replace(VIEW, inbox=(), decisions=()))
    assert Teller(nothing).writes("inbox") == "No messages yet."


def test_a_long_inbox_is_cut_and_says_how_to_see_the_rest():
    items = tuple(replace(INBOX[0], key=f"m{n}") for n in range(50))
    teller = Teller(FakeSeat(replace(VIEW, inbox=items, decisions=())))
    told = teller.writes("inbox").splitlines()
    assert told[0].startswith("Inbox: 20 of 50 messages")
    assert told[1].startswith("50. ")
    assert told[-1] == "30 older: inbox all shows them."
    assert len(teller.writes("inbox all").splitlines()) == 51


def test_a_message_is_read_from_top_to_bottom_and_marked_as_read():
    teller = Teller()
    told = teller.writes("read 2")
    assert told.splitlines()[:5] == [
        "Message 2. SIEM offence.",
        "Source: Central SIEM",
        "For: AKCESK, AKSHI",
        "Raised: Fri 15 Jul 08:20",
        "Subject: Many files renamed on a print server",
    ]
    assert "Offence 4711, magnitude 8 of 10. Source PRINT-02. Target FS-CENTRAL." in told
    assert "Class Ransomware. 4,112 events." in told
    assert f"sha256: {'e3b0c442' * 8} (the dropper)" in told
    assert "address: 192.0.2.44\n" in told
    assert "Row 1: Host: FS-1; State: locked" in told
    assert teller.seat.asked == [c.Read("akcesk", "offence")]
    assert "2 unread" in teller.writes("inbox")


def test_read_alone_shows_the_oldest_unread_until_there_is_none():
    teller = Teller()
    assert "Message 2." in teller.writes("read")
    assert "B2: source usually reliable, content probably true" in teller.writes("read")
    assert "Option 1: Cut off everything at once. Services stop. Can't be" in teller.writes("read")
    assert teller.writes("read") == "There is no unread message."


def test_a_message_is_found_by_words_of_it():
    assert "Message 3." in Teller().writes("read wiper")
    assert Teller().writes("read 9") == "There is no message “9”."
    assert Teller().writes("read Handovr") == (
        "There is no message “Handovr”. Did you mean Handover?"
    )


def test_a_correction_is_told_as_one():
    wrong = replace(INBOX[2], corrects="Handover", amends="hello", subject="Not so quiet")
    teller = Teller(FakeSeat(replace(VIEW, inbox=(INBOX[0], wrong))))
    told = teller.writes("inbox")
    assert "An allied service: Correction: Not so quiet." in told
    assert "Handover. Corrected by message 2." in told
    assert "CORRECTION of an earlier message: Handover. Message 1." in teller.writes("read 2")
    assert "Corrected by message 2." in teller.writes("read 1")


def test_everything_due_is_listed_with_the_command_that_answers_it():
    told = " ".join(Teller().writes("due").splitlines())
    assert told == (
        "Waits for you: 4, the soonest first. Cut the ministries off, or go segment by segment? To "
        "decide by Fri 09:20, in 20m 00s: decide 4. AKSHI asks for consent: Switch off the citizen "
        "portal. Reason: Its hosts are being wiped. To answer by Fri 10:30, in 1h 30m: grant 2, "
        "refuse 2 or ask 2. NATO asks back about Ask for an allied team: Which skills are missing? "
        "To reply by Fri 19:06, in 10h 06m: reply 1. Early warning. To be sent by Sat 08:00, in "
        "23h 00m: report 1."
    )


def test_what_is_overdue_says_since_when():
    late = replace(VIEW.reports[0], due=0)
    teller = Teller(FakeSeat(replace(VIEW, reports=(late,), decisions=(), requests=())))
    assert "To be sent by Fri 08:00, overdue for 1h: report 1." in teller.writes("due")


def test_nothing_due_is_a_sentence_too():
    idle = replace(VIEW, decisions=(), requests=(), reports=())
    assert Teller(FakeSeat(idle)).writes("due") == "Nothing waits for you."


def test_consents_put_those_first_that_wait_for_oneself():
    told = " ".join(Teller().writes("consents").splitlines())
    assert told.startswith(
        "2. AKSHI asks AKCESK: Switch off the citizen portal. Reason: Its hosts are being wiped. "
        "Asked Fri 08:48, no answer yet. Your turn. To answer by Fri 10:30, in 1h 30m: grant 2, "
        "refuse 2 or ask 2. 1. AKCESK asks NATO: Ask for an allied team."
    )
    assert "Asked back: Which skills are missing?" in Teller().writes("consents 1")


def test_reports_say_what_they_ask_for():
    assert Teller().writes("reports") == (
        "1. Early warning, to AKSHI, NATO. To be sent by Sat 08:00, in 23h 00m: report 1. "
        "Not sent yet. Can be sent."
    )
    told = Teller().writes("reports 1")
    assert "Field 2: How far it reaches. One of: 1 One system, 2 Several." in told
    assert "Field 3: Anything else. May be left empty." in told


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("orders", "No orders yet."),
        ("teams", "You lead no team."),
        ("situation", "Your role sees no assets."),
        ("gauges", "Your role sees no gauges."),
        ("consents", "Nobody has asked you for consent, and you have asked nobody."),
        ("reports", "Your role has no reports to send."),
        ("log", "Nothing of the kind in the log."),
        ("read 1", "There is no message now."),
        ("actions 1", "There is no action now."),
    ],
)
def test_where_there_is_nothing_that_is_said(command: str, said: str):
    bare = replace(
        VIEW, inbox=(), decisions=(), requests=(), actions=(), orders=(), teams=(), assets=(),
        gauges=(), reports=(), log=(),
    )  # fmt: skip
    assert Teller(FakeSeat(bare)).writes(command) == said


def test_the_log_is_searched_by_words_and_by_kind():
    assert Teller().writes("log").splitlines() == [
        "Log: 3 of 3 lines.",
        "Fri 08:00 exercise: STARTEX",
        "Fri 08:00 message: E-mail from Duty officer: Handover",
        "Fri 08:30 order: Scan the network begins",
    ]
    assert Teller().writes("log ORDER").splitlines()[0] == "Log: 1 of 3 lines."


def test_a_long_log_shows_its_end_and_all_of_it_when_asked():
    log = tuple(v.LogLine(n, "work", f"line {n}") for n in range(50))
    teller = Teller(FakeSeat(replace(VIEW, log=log)))
    assert teller.writes("log").splitlines()[1].endswith("line 30")
    assert teller.writes("log all").splitlines()[1].endswith("line 0")


def test_time_says_what_is_due_soonest():
    teller = Teller()
    assert "Due soonest: Cut the ministries off" in teller.writes("time")


def test_brief_tells_again_who_one_is():
    assert "You are: National Cyber Authority." in Teller().writes("brief")


def test_the_summary_comes_by_itself_at_the_end_and_again_when_asked():
    seat = FakeSeat()
    teller = Teller(seat)
    assert teller.writes("summary") == "The summary comes when the exercise is over."
    note = v.LogLine(3600, "note", "AKCESK notes: ask earlier", mine=True)
    seat.show(over=True, debrief=DEBRIEF, now=9000, log=(*VIEW.log, note))
    told = teller.waits()
    assert "The exercise is over." in told
    assert told.endswith("YOUR NOTES\nFri 09:00: AKCESK notes: ask earlier")
    assert "OUTCOME: Held, at a price" in told
    assert "Contain the destruction: S, performed with some challenges, 4 of 6 points" in told
    assert "  not met, 0 of 2: Reported within a day" in told
    assert "  You chose: Go segment by segment" in told
    assert "  How sure: likely (70 %)" in told
    assert "  Fri 08:55 Besa sees it otherwise: It spreads faster than we cut." in told
    assert "  Led to, Fri 09:30: Citizen portal e-Albania: 40 hosts wiped" in told
    assert "  AKSHI knew, Fri 08:45: The directory hands the tool out to every segment." in told
    course, history = told.split("WHAT HAPPENED HERE\n")[1].split("\n\nWHAT REALLY HAPPENED\n")
    assert course == "Fri 15 Jul 08:50: The wiper begins to run"
    assert "Fri 15 Jul 10:00: The portal was taken offline." in history
    assert teller.writes("summary").startswith("OUTCOME: Held, at a price")


def test_an_answered_decision_is_told_with_its_fate():
    taken = replace(
        ISOLATE, phase="taken", chosen="Cut off everything at once", reason="fast", confidence=90,
        fate="in force",
    )  # fmt: skip
    item = replace(INBOX[3], decision=taken)
    told = Teller(FakeSeat(replace(VIEW, inbox=(item,), decisions=(taken,)))).writes("read 1")
    assert told.endswith(
        "  You chose: Cut off everything at once\n  Your reason: fast\n"
        "  How sure: sure (90 %)\n  What became of it: in force"
    )
