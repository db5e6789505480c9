"""Orders, consents, reports, messages and notes, in lines."""

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.engine import commands as c
from tests.tui.fake import FakeSeat
from tests.tui.lines.teller import Teller
from tests.tui.world import ACTIONS, ORDERS, REPORT, REQUESTS, VIEW
from tui.drafts import Drafts


def test_an_action_is_ordered_on_a_target_that_is_asked_for():
    teller = Teller()
    assert "On 2: Citizen portal. Not possible now" in teller.writes("order 1")
    assert teller.asked == "on which> "
    assert teller.writes("portal").startswith("Citizen portal is not possible now: It is switched")
    teller.writes("on 1")
    assert teller.asked == "reason> "
    assert teller.writes("evidence") == "It is ordered."
    assert teller.seat.asked == [c.Order("akcesk", "image", "mail", "evidence")]


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("order 1 on 1", c.Order("akcesk", "image", "mail")),
        ("order image on mail because evidence", c.Order("akcesk", "image", "mail", "evidence")),
        ("order take images on government", c.Order("akcesk", "image", "mail")),
        ("order 2 because we are few", c.Order("akcesk", "ask-allies", None, "we are few")),
    ],
)
def test_an_action_is_ordered_in_one_line(line: str, order: c.Order):
    teller = Teller()
    assert teller.writes(line) == "It is ordered."
    assert teller.seat.asked == [order]


def test_a_missing_target_is_asked_for_and_the_reason_kept():
    teller = Teller()
    teller.writes("order 1 because evidence", "1")
    assert teller.seat.asked == [c.Order("akcesk", "image", "mail", "evidence")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "order 3",
            "Publish the names of the attackers is not possible now: the evidence is below",
        ),
        ("order 1 on 2", "Citizen portal is not possible now: It is switched off."),
        ("order 1 on moon", "There is no target “moon”."),
        ("order 2 on mail", "This action has no target."),
        ("order", "Which action? Write its number or words of it."),
        ("order dance", "There is no action “dance”."),
        ("order t", "“t” may be Take images of hosts or"),
    ],
)
def test_what_cannot_be_ordered_is_a_sentence(line: str, said: str):
    teller = Teller()
    two = (*ACTIONS, replace(ACTIONS[1], id="tell", title="Tell the press"))
    teller.seat.show(actions=two)
    teller.waits()
    assert " ".join(teller.writes(line).split()).startswith(said)
    assert teller.seat.asked == []


def test_an_action_that_cannot_be_undone_is_asked_once_more():
    publish = replace(ACTIONS[2], why_not="")
    teller = Teller(FakeSeat(replace(VIEW, actions=(publish,))))
    assert "can't be undone" in teller.writes("order publish because it is time")
    teller.writes("yes")
    assert teller.seat.asked == [c.Order("akcesk", "publish", None, "it is time")]


def test_an_action_whose_name_holds_the_word_on_is_understood():
    action = replace(ACTIONS[0], title="Hold on to the disks", id="hold")
    teller = Teller(FakeSeat(replace(VIEW, actions=(action,))))
    teller.writes("order hold on to the disks on mail")
    assert teller.seat.asked == [c.Order("akcesk", "hold", "mail")]


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("cancel 2", c.Cancel("akcesk", "o2")),
        ("first 2", c.Prioritise("akcesk", "o2", 1)),
        ("last allied", c.Prioritise("akcesk", "o2", 9)),
        ("earlier 2", c.Prioritise("akcesk", "o2", 4)),
        ("later", c.Prioritise("akcesk", "o2", 6)),
    ],
)
def test_an_order_that_waits_is_taken_back_or_moved(line: str, command: c.Command):
    teller = Teller()
    teller.writes(line)
    assert teller.seat.asked == [command]


def test_an_order_that_is_the_first_already_is_not_moved():
    first = replace(ORDERS[1], phase="queued", place=1, priority=1)
    teller = Teller(FakeSeat(replace(VIEW, orders=(first,))))
    assert teller.writes("earlier") == "It is the first of its queue already."
    assert teller.seat.asked == []


def test_work_that_has_begun_is_not_taken_back():
    teller = Teller()
    assert teller.writes("cancel 1") == "There is no order that has not begun “1”."
    assert teller.seat.asked == []


def test_an_order_keeps_its_number_when_newer_ones_come():
    teller = Teller()
    newer = replace(ORDERS[1], id="o3", ordered_at=3000)
    teller.seat.show(orders=(newer, *ORDERS))
    teller.waits()
    teller.writes("cancel 2")
    assert teller.seat.asked == [c.Cancel("akcesk", "o2")]


@pytest.mark.parametrize(
    ("line", "verdict", "text"),
    [
        ("grant 2", "grant", ""),
        ("grant 2 until noon", "grant", "until noon"),
        ("grant", "grant", ""),
        ("refuse 2 because people need it", "refuse", "people need it"),
        ("ask 2 for how long?", "ask", "for how long?"),
    ],
)
def test_a_request_is_granted_refused_or_asked_back(line: str, verdict, text: str):
    teller = Teller()
    teller.writes(line)
    assert teller.seat.asked == [c.Consent("akcesk", "r2", verdict, text)]


def test_a_missing_question_is_asked_for():
    teller = Teller()
    assert "Switch off the citizen portal" in teller.writes("ask 2")
    assert teller.asked == "your question> "
    assert teller.writes("how long?") == "Your question is on its way."


def test_a_question_that_came_back_is_replied_to():
    teller = Teller()
    assert "Which skills are missing?" in teller.writes("reply")
    assert teller.writes("") == "Write some words first, or back."
    assert teller.writes("forensics") == "Your reply is given."
    assert teller.seat.asked == [c.Reply("akcesk", "r1", "forensics")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("grant 1", "There is no request that waits for your answer “1”."),
        ("reply 2 x", "There is no question that waits for your reply “2”."),
    ],
)
def test_only_what_waits_for_one_can_be_answered(line: str, said: str):
    assert Teller().writes(line) == said


def test_among_several_requests_one_has_to_be_named():
    two = (*REQUESTS, replace(REQUESTS[1], id="r3", subject="Switch off the mail"))
    teller = Teller(FakeSeat(replace(VIEW, requests=two)))
    assert teller.writes("grant").startswith("Which request that waits for your answer?")
    teller.writes("grant 3")
    assert teller.seat.asked == [c.Consent("akcesk", "r3", "grant")]


def test_a_report_is_filled_in_field_by_field_and_shown_before_it_is_sent():
    teller = Teller()
    assert "Field 1: What happened. One sentence is enough." in teller.writes("report 1")
    assert teller.asked == "field 1 of 3> "
    assert teller.writes("").startswith("“What happened” has to be filled in.")
    assert "1 One system, 2 Several" in teller.writes("a wiper")
    assert teller.writes("none").startswith("There is no choice “none”.")
    teller.writes("2")
    told = teller.writes("")
    assert told.splitlines() == [
        "To be sent to AKSHI, NATO:",
        "  1. What happened: a wiper",
        "  2. How far it reaches: Several",
        "  3. Anything else: left empty",
        "Write send to send it, or a field's number to change it; back keeps it as a draft.",
    ]
    teller.writes("3", "help is near")
    assert teller.writes("send") == "Your report is sent."
    entries = (("what", "a wiper"), ("reach", "Several"), ("rest", "help is near"))
    assert teller.seat.asked == [c.Send("akcesk", "early", entries)]


def test_going_back_keeps_what_was_typed_of_a_report():
    teller = Teller()
    told = teller.writes("report", "a wiper", "back")
    assert told.splitlines()[0] == "Kept as a draft: report 1 goes on with it."
    assert "A draft is kept." in teller.writes("reports")
    assert "So far: a wiper. Enter keeps it, - empties it." in teller.writes("report")
    teller.writes("", "Several", "more", "send")
    entries = (("what", "a wiper"), ("reach", "Several"), ("rest", "more"))
    assert teller.seat.asked == [c.Send("akcesk", "early", entries)]
    assert "draft" not in teller.writes("reports")


def test_a_draft_is_there_when_one_comes_back_another_day(tmp_path: Path):
    first = Teller(drafts=Drafts(tmp_path, "fake"))
    first.writes("report", "a wiper", "back")
    second = Teller(drafts=Drafts(tmp_path, "fake"))
    assert "A draft is kept." in second.writes("reports")
    assert "A draft of Fri 09:00." in second.writes("report")
    second.writes("", "2", "", "send")
    assert Drafts(tmp_path, "fake").of(("report", "early")) is None


def test_a_draft_of_the_screen_is_gone_on_with():
    drafts = Drafts()
    drafts.keep(("report", "early"), {"field-what": "a wiper"}, VIEW.now + 60)
    told = Teller(drafts=drafts).writes("report")
    assert "A draft of an earlier play." in told
    assert "So far: a wiper." in told


def test_what_is_longer_than_a_field_may_be_is_asked_for_anew():
    teller = Teller()
    told = teller.writes("report", "x" * (c.LONGEST_TEXT + 1))
    assert told == "'What happened' has at most 8000 characters. Write it anew, or back to leave."
    assert teller.asked == "field 1 of 3> "


def test_a_field_is_emptied_by_a_dash():
    teller = Teller()
    teller.writes("report", "a wiper", "2", "more", "3", "-", "send")
    assert teller.seat.asked == [
        c.Send("akcesk", "early", (("what", "a wiper"), ("reach", "Several")))
    ]


def test_a_report_that_was_refused_stays_a_draft():
    teller = Teller()
    teller.seat.refusal = "there is nothing to report yet"
    assert teller.writes("report", "a wiper", "2", "", "send") == "There is nothing to report yet."
    assert "A draft is kept." in teller.writes("reports")


def test_a_report_that_cannot_be_sent_says_why():
    sent = replace(REPORT, why_not="it was sent")
    teller = Teller(FakeSeat(replace(VIEW, reports=(sent,))))
    assert teller.writes("report 1") == "Early warning is not possible now: it was sent."


@pytest.mark.parametrize(
    ("line", "to", "text"),
    [
        ("message akshi we need help", ("akshi",), "we need help"),
        ("message akshi,nato: we need help: now", ("akshi", "nato"), "we need help: now"),
        ("message NATO, AKSHI come", ("nato", "akshi"), "come"),
        ("message Government IT agency: come", ("akshi",), "come"),
        ("message akshi look at this: now", ("akshi",), "look at this: now"),
    ],
)
def test_a_message_goes_to_one_role_or_several(line: str, to: tuple[str, ...], text: str):
    teller = Teller()
    assert teller.writes(line) == "Your message is sent."
    assert teller.seat.asked == [c.Message("akcesk", to, text)]


def test_whom_to_write_to_and_what_is_asked_for_where_it_is_missing():
    teller = Teller()
    assert teller.writes("message").startswith("To whom? Write one or several, with commas")
    assert teller.writes("moon").startswith("There is no role “moon”.")
    teller.writes("akshi, nato")
    assert teller.asked == "message> "
    teller.writes("come")
    assert teller.seat.asked == [c.Message("akcesk", ("akshi", "nato"), "come")]


def test_nobody_writes_to_oneself_or_to_nobody():
    assert Teller().writes("message akcesk hello").startswith("There is no role “akcesk”.")
    assert Teller().writes("message pope hello").startswith("There is no role “pope”.")


def test_a_note_is_kept_in_one_line_or_two():
    teller = Teller()
    teller.writes("note ask why")
    teller.writes("note", "and when")
    assert teller.seat.asked == [c.Note("akcesk", "ask why"), c.Note("akcesk", "and when")]
