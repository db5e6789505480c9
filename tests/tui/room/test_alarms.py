"""What control is told to look into, the hand-over sheet, and going back: values in, words out."""

from dataclasses import replace

import pytest

from simulator.engine.views import LogLine
from simulator.engine.views.foresight import Changed, Moved, Preview
from simulator.session.room import NoDuffRow, NoteRow, RatingRow
from tests.tui.far import ROOM_VIEW
from tests.tui.room import overview as o
from tui.room.alarms import alarms
from tui.room.foretelling import foretold
from tui.room.handover import handover
from tui.room.minutes import minutes
from tui.room.rewinding import Stop, Undone, stops, undone
from tui.room.steps import events_ahead, next_event

ROOM = replace(ROOM_VIEW, watched="red-barn")
MINUTE = 60 * 60
"""Exercise seconds in a real minute at the pace of the team."""


def told(*roles, room=ROOM, **more) -> list[str]:
    return [a.words for a in alarms(room, o.panel(team="red-barn", roles=roles, **more))]


def test_a_role_that_does_nothing_with_what_it_has_is_silent():
    # given five real minutes without an act: at this pace, five hours
    now = replace(ROOM.teams[0], now=10 * MINUTE)
    room = replace(ROOM, teams=(now,))
    quiet = o.role("soc", open=1, unread=2, last_act=5 * MINUTE)
    assert told(quiet, room=room) == ["SOC is silent for 5h, with 3 waiting"]
    assert alarms(room, o.panel(team="red-barn", roles=(quiet,)))[0].proposal

    # but not one with nothing to do, nor a bot, nor one that has just acted
    idle = replace(quiet, open=0, unread=0)
    assert (
        told(idle, replace(quiet, staffed=False), replace(quiet, last_act=9 * MINUTE), room=room)
        == []
    )


def test_too_much_at_once_and_what_is_due_soon_are_told():
    busy = o.role("soc", open=4, unread=1, last_act=3600)
    assert told(busy) == ["SOC has too much at once: 4 open, 1 unread"]
    due = o.role("soc", open=1, last_act=3600, next_due=3600 + 90 * 60, next_what="Isolate?")
    assert told(due) == ["SOC: 90 seconds are left for: Isolate?"]
    assert told(replace(due, next_due=3600 + 121 * 60)) == []
    assert told(replace(due, next_due=3599)) == []


def test_proposals_in_teams_that_are_not_watched_are_told():
    here, there = ROOM.teams
    room = replace(ROOM, teams=(replace(here, proposals=1), replace(there, proposals=2)))
    assert told(room=room) == ["blue-barn: 2 proposals wait for your ruling"]
    over = replace(there, proposals=2, stands="over")
    assert told(room=replace(ROOM, teams=(here, over))) == []


def test_answers_that_wait_long_for_a_ruling_are_told_and_the_host_comes_first():
    room = replace(
        ROOM, alarms=("the disk is slow",), teams=(replace(ROOM.teams[0], now=6 * MINUTE),)
    )
    cards = (o.card("a", at=0), o.card("b", at=6 * MINUTE))
    assert told(room=room, cards=cards) == [
        "the disk is slow",
        "1 answer waits for your ruling for long",
    ]


def test_nothing_is_told_of_people_before_startex_or_in_an_emergency():
    room = replace(ROOM, teams=(replace(ROOM.teams[0], stands="waiting", now=9 * MINUTE),))
    assert told(o.role("soc", open=9), room=room) == []


PANEL = o.panel(
    team="red-barn",
    end=20_000,
    msel=(
        o.inject("early", state="read", sent_at=600),
        o.inject(
            "asks", state="sent", sent_at=1200, asks="Isolate?", decision="asks",
            decision_due=4200,
        ),
        o.inject("later", state="due", due=5000),
        o.inject("held", state="held", due=4000),
        o.inject("done", state="answered", sent_at=1800, decision="done", decision_due=9000),
    ),
    steps=(o.step("wipe", phase="planned", due=4100), o.step("spy", phase="running", due=3700)),
    roles=(o.role("soc", open=1, next_due=4200, next_what="Isolate?"),),
    cards=(o.card("x", said="We pull the plug."),),
    log=(
        LogLine(1200, "inject", "x"), LogLine(1200, "decision", "To decide: Isolate?"),
        LogLine(1500, "decision", "SOC decides"),
        LogLine(9, "note", "n"),
    ),
)  # fmt: skip


def test_what_is_next_by_time_alone_is_known():
    assert next_event(PANEL, 3600) == 4100
    assert events_ahead(PANEL, 3600) == [
        (4100, "adversary: Wipe"),
        (4200, "deadline: Isolate?"),
        (5000, "inject: Later"),
        (20_000, "ENDEX"),
    ]
    assert next_event(PANEL, 20_000) is None


def test_what_people_owe_is_next_too_and_what_bots_owe_comes_by_itself():
    report = {"open": 1, "next_due": 3900, "next_what": "Early warning"}
    for staffed, owed in ((True, [(3900, "deadline: Early warning")]), (False, [])):
        panel = replace(PANEL, roles=(o.role("soc", staffed=staffed, **report),))
        assert events_ahead(panel, 3600)[: len(owed)] == owed
        assert next_event(panel, 3600) == (3900 if staffed else 4100)


def test_one_may_go_back_to_just_before_anything_weighty_and_is_told_what_that_undoes():
    assert stops(PANEL, 3600, most=3) == [
        Stop(1800, "Done"), Stop(1500, "SOC decides"), Stop(1200, "Asks"),
    ]  # fmt: skip
    assert undone(PANEL, 1200) == Undone(injects=2, decisions=1, orders=0, rulings=0)
    assert undone(PANEL, 1801) == Undone(0, 0, 0, 0)


def test_the_sheet_tells_whoever_takes_over_all_that_is_open():
    note = NoteRow(
        1,
        "red-barn",
        1,
        900,
        0,
        "control-1",
        "Drita",
        "",
        "",
        "A call back at noon.",
        ("promise",),
        (),
    )
    room = replace(ROOM, notes=(note, replace(note, team="blue-barn", text="Not ours.")))
    sheet = handover(room, PANEL)
    for line in (
        "HAND-OVER: The days in July",
        "- SOC (people): 1 open, 0 unread; next by ",
        "- control: a ruling for soc on “We pull the plug.”",
        "adversary: Wipe",
        "A call back at noon. (Drita)",
    ):
        assert line in sheet
    assert "Not ours" not in sheet
    assert sheet.count("\n- Fri") == 5
    emergency = replace(room, no_duff=NoDuffRow("Drita", "a fire", 0, (), 2))
    assert "NO DUFF called by Drita: a fire" in handover(emergency, PANEL)


def test_all_notes_and_ratings_are_one_text_for_the_review():
    urgent = NoteRow(
        2, "red-barn", 2, 900, 0, "control-1", "Drita", "contain", "akcesk", "Nobody\nsleeps.",
        ("urgent",), (),
    )  # fmt: skip
    plain = replace(urgent, id=1, take=1, objective="", role="", marks=("hot-wash",), text="Calm.")
    rating = RatingRow("contain", "red-barn", "evaluator-1", "Besa", "S", "Slowly.", 900)
    room = replace(
        ROOM, notes=(plain, urgent), ratings=(rating,), objectives=(("contain", "Contain it"),)
    )
    when = "Fri 15 Jul 2022 08:15:00"
    assert minutes(room).splitlines()[3:] == [
        "Urgent findings",
        "---------------",
        f"- {when}, Drita, red-barn, take 2, Contain it, National Cyber Authority, urgent finding",
        "  Nobody",
        "  sleeps.",
        "",
        "Observations",
        "------------",
        f"- {when}, Drita, red-barn, for the hot wash",
        "  Calm.",
        "",
        "Ratings",
        "-------",
        "- red-barn: Contain it – S  performed with some challenges (Besa): Slowly.",
    ]


@pytest.mark.parametrize(
    ("preview", "lines"),
    [
        (
            Preview("it was sent already", (), (), (), (), ()),
            ["▲ This can’t be: it was sent already"],
        ),
        (
            Preview("", (), (), (), (), ()),
            ["Nothing else changes, if all others do as their bots would."],
        ),
        (
            Preview(
                "",
                tuple(Moved(f"x{n}", f"Dead {n}", 3600, None) for n in range(8)),
                (Moved("b", "New", None, 3600),),
                (Moved("c", "Late", 0, 3600), Moved("d", "Seconds", 0, 9)),
                (Changed("service", "Mail", "90 %", "10 %"),),
                ("Contain it",),
            ),
            [
                "▲ This objective loses the only evidence it has: Contain it",
                *(f"✗ not sent any more: Dead {n}  Fri 15 Jul 09:00" for n in range(6)),
                "  … and 2 more",
                "+ sent, too: New  Fri 15 Jul 09:00",
                "→ Late  Fri 15 Jul 08:00 → Fri 15 Jul 09:00",
                "△ Mail  90 % → 10 %",
            ],
        ),
    ],
)
def test_a_preview_tells_first_what_hurts(preview: Preview, lines: list[str]):
    told = foretold(preview, ROOM.start)
    assert [line.plain for line in told] == lines
    assert not any(line.no_wrap for line in told), "nothing is cut off"
