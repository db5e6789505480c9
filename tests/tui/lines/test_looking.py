"""What somebody who plays in lines is told when they look at things."""

from dataclasses import replace

import pytest

from simulator.engine import commands as c
from simulator.engine import views as v
from tests.tui.fake import FakeSeat
from tests.tui.lines.teller import Teller
from tests.tui.world import ACTIONS, DEBRIEF, GAUGES, INBOX, ISOLATE, VIEW


def test_one_is_told_first_who_one_is_what_time_it_is_and_how_to_get_help():
    told = Teller().greeting
    assert told.startswith("EXERCISE The days in July, TLP GREEN, 4d from Fri 15 Jul 08:00.")
    assert "You are: National Cyber Authority." in told
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
    wrong = replace(INBOX[2], corrects="Handover", subject="Not so quiet")
    teller = Teller(FakeSeat(replace(VIEW, inbox=(INBOX[0], wrong))))
    assert "An allied service: Correction: Not so quiet." in teller.writes("inbox")
    assert "CORRECTION of an earlier message: Handover" in teller.writes("read 2")


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


def test_actions_say_what_they_take_and_why_they_are_not_possible():
    told = " ".join(Teller().writes("actions").splitlines())
    assert told.startswith("Actions: 3 of 3, 2 possible now. 1. Take images of hosts. People: 2 of")
    assert "Takes 1h to 2h. 2 targets, named by actions 1. Possible now." in told
    assert "2. Ask for an allied team. People: nobody. Takes no time. Consent of Prime" in told
    assert "Can't be undone. Not possible now: the evidence is below 60." in told


def test_one_action_is_told_with_its_targets():
    told = Teller().writes("actions 1").splitlines()
    assert told == [
        "1. Take images of hosts. Keeps the evidence before anything is rebuilt.",
        "People: 2 of Forensics. Takes 1h to 2h.",
        "Expect: Images of ten hosts, and a better case for attribution.",
        "Possible now.",
        "  On 1: Government mail.",
        "  On 2: Citizen portal. Not possible now: It is switched off.",
    ]
    assert Teller().writes("actions images") == "\n".join(told)


def test_words_that_several_actions_hold_list_these():
    two = (ACTIONS[1], replace(ACTIONS[1], id="again", title="Ask for another team"))
    told = Teller(FakeSeat(replace(VIEW, actions=(*two, ACTIONS[2])))).writes("actions team")
    assert told.startswith("Actions: 2 of 3, 2 possible now.")


def test_orders_are_numbered_as_they_were_given_and_say_how_far_they_are():
    told = Teller().writes("orders").splitlines()
    assert told[0] == "Orders: 2, those that go on first."
    assert told[1].startswith(
        "1. Scan the network: Government mail. Running since Fri 08:30, about"
    )
    assert told[2] == "2. Ask for an allied team. Waits since Fri 08:33 for NATO."


@pytest.mark.parametrize(
    ("phase", "said"),
    [
        ("queued", "In the queue since Fri 08:30, priority 5, waits for 2 of Forensics."),
        ("done", "Done since Fri 08:30."),
        ("refused", "Refused Fri 08:30."),
        ("cancelled", "Taken back Fri 08:30."),
    ],
)
def test_each_phase_of_an_order_has_its_words(phase, said: str):
    order = v.OrderView("o", "a", "Dig", "", phase, 0, 1800, 5, None, "2 of Forensics")
    assert said in Teller(FakeSeat(replace(VIEW, orders=(order,)))).writes("orders")


def test_teams_say_who_is_busy():
    assert Teller().writes("teams").splitlines() == [
        "Analysts: 2 of 6 busy. Nothing waits in the queue.",
        "Forensics: 2 of 2 busy. 1 waiting in the queue.",
    ]


def test_the_situation_is_told_by_words_alone():
    told = Teller().writes("situation").splitlines()
    assert told[0] == "Assets: 4, in trouble: 3."
    whole = " ".join(told)
    assert (
        "1. Government mail, important. Service 82 %, reduced. Connected. 98 of 120 hosts intact, "
        "12 encrypted, 22 wiped. Adversary inside, 3.4 GB out." in whole
    )
    assert "2. Citizen portal e-Albania, critical. Service 0 %, down. Isolated." in whole
    assert "3. Police directory, important. Service 100 %, full. Connected. 16 of 16" in whole
    assert "No adversary seen." in whole
    assert "Whether an adversary is inside is not known." in whole


def test_one_asset_is_told_with_its_owner():
    assert Teller().writes("situation tims").splitlines()[-1] == "Owner: AKSHI."


def test_gauges_say_where_they_stand_and_where_they_go():
    assert Teller().writes("gauges").splitlines() == [
        "Public trust: 61 of 100. More is better. Falling 2.5 an hour. "
        "At first 70, lowest 61, highest 70.",
        "Strain on the people: 45 of 100. Less is better. Rising 6.0 an hour. "
        "At first 20, lowest 20, highest 45.",
        "Evidence for attribution: 30 of 100. More is better. Steady. "
        "At first 10, lowest 10, highest 30.",
    ]
    flat = (replace(GAUGES[0], trail=(61, 61), per_hour=0),)
    told = Teller(FakeSeat(replace(VIEW, gauges=flat))).writes("gauges")
    assert told == "Public trust: 61 of 100. More is better. Steady."


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
    seat.show(over=True, debrief=DEBRIEF, now=9000)
    told = teller.waits()
    assert "The exercise is over." in told
    assert "OUTCOME: Held, at a price" in told
    assert "Contain the destruction: S, performed with some challenges, 4 of 6 points" in told
    assert "  not met, 0 of 2: Reported within a day" in told
    assert "  You chose: Go segment by segment" in told
    assert "  How sure: likely (70 %)" in told
    assert "Fri 15 Jul 10:00: The portal was taken offline." in told
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
