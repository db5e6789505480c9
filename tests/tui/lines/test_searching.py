"""The inbox and the log in lines: searched, narrowed down, put in order."""

from dataclasses import replace

import pytest

from simulator.engine import views as v
from tests.tui.fake import FakeSeat
from tests.tui.lines.teller import Teller
from tests.tui.world import INBOX, ISOLATE, VIEW
from tui.seat import Mate

LATER = replace(ISOLATE, id="later", due=90_000)
ANSWERED = replace(ISOLATE, id="early", phase="taken")
LETTERS = (
    *INBOX,
    replace(INBOX[0], key="late", subject="Later", decision=LATER, read=False),
    replace(INBOX[0], key="done", subject="Done", channel="phone", decision=ANSWERED),
    replace(INBOX[0], key="other", subject="Përballë", channel="news"),
)
LOG = (
    v.LogLine(0, "exercise", "STARTEX"),
    v.LogLine(60, "order", "AKCESK orders: Scan the mail", mine=True),
    v.LogLine(120, "work", "Work begins: Scan the mail"),
    v.LogLine(180, "note", "AKCESK notes: the mail is slow", mine=True),
    v.LogLine(240, "consent", "NATO asks by what order"),
)


def numbers(told: str) -> list[int]:
    return [int(line.split(".")[0]) for line in told.splitlines() if line[0].isdigit()]


@pytest.fixture
def teller() -> Teller:
    return Teller(FakeSeat(replace(VIEW, inbox=LETTERS, log=LOG)))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", [7, 6, 5, 4, 3, 2, 1]),
        ("unread", [5, 4, 3, 2]),
        ("due", [5, 4]),
        ("answered", [6]),
        ("phone", [6, 4]),
        ("Telephone note", [6, 4]),
        ("unread phone", [4]),
        ("unread due phone", [4]),
        ("PHONE pull the plug", [4]),
        ("unread handed", []),
        ("files renamed", [2]),
        ("perballe", [7]),
        ("192.0.2.44", [2]),
        ("urgent", [4, 5, 7, 6, 3, 2, 1]),
        ("urgent unread", [4, 5, 3, 2]),
    ],
)
def test_messages_are_found_by_state_channel_and_words(
    teller: Teller, asked: str, found: list[int]
):
    assert numbers(teller.writes(f"inbox {asked}")) == found


def test_the_order_is_said_first(teller: Teller):
    assert teller.writes("inbox urgent").startswith("Inbox: 7 of 7 messages, 4 unread, the most u")
    assert teller.writes("inbox").startswith("Inbox: 7 of 7 messages, 4 unread, the newest first")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", [0, 1, 2, 3, 4]),
        ("all", [0, 1, 2, 3, 4]),
        ("mine", [1, 3]),
        ("notes", [3]),
        ("note", [3]),
        ("order", [1]),
        ("order mail", [1]),
        ("mine SLOW", [3]),
        ("mail", [1, 2, 3]),
        ("all order", [1, 4]),
    ],
)
def test_lines_of_the_log_are_found_by_whose_they_are_by_kind_and_by_words(
    teller: Teller, asked: str, found: list[int]
):
    head, *told = teller.writes(f"log {asked}").splitlines()
    assert head == f"Log: {len(found)} of 5 lines."
    assert [line.split(": ", 1)[1] for line in told] == [LOG[place].words for place in found]


def test_what_others_of_the_role_do_with_a_message_stands_beside_it():
    seat = FakeSeat()
    besa = Mate("Besa", "report", frozenset({"hello"}), ("decision", "isolate"))
    seat.others = (besa, Mate("Ilir"))
    teller = Teller(seat)
    told = teller.writes("inbox").splitlines()
    assert told[1].endswith("Besa answers.")
    assert told[2].endswith("Besa reads.")
    assert told[4].endswith("Besa has read.")
    assert teller.writes("read 4").endswith("Answering it now: Besa.")
    assert teller.writes("colleagues").splitlines() == [
        "Besa. Has message 3 open: They will come back with a wiper. Is writing.",
        "Ilir.",
    ]
    seat.others = ()
    assert teller.writes("colleagues") == "You are alone in this seat."


def test_others_of_the_role_are_told_what_one_reads_and_answers():
    seat = FakeSeat()
    teller = Teller(seat)
    teller.writes("read 1", "decide 4", "back", "read 1", "read 2")
    assert seat.attended == [
        ("hello", ("", "")),
        ("hello", ("decision", "isolate")),
        ("hello", ("", "")),
        ("offence", ("", "")),
    ]


def test_what_hangs_on_a_message_is_shown_by_itself():
    teller = Teller()
    assert teller.writes("attachment 2 2").splitlines() == [
        "Attached: hosts",
        "  Row 1: Host: FS-1; State: locked",
        "  Row 2: Host: FS-2; State: ok",
    ]
    assert teller.writes("attachment 2 signs").startswith("Attached: signs of the attacker\n")
    assert teller.writes("attachment 2") == "Which attachment? Write its number or words of it."
    assert teller.writes("attachment 1") == "There is no message with attachments “1”."
