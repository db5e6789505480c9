"""Stories of a facilitator at the control screen, against a host said by the test."""

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.session import protocol as p
from simulator.session.room import PersonRow
from tests.tui.far import INVITATION, ROOM_VIEW
from tests.tui.leader import at_the_desk, leading
from tui.room.sheets.invitations import Ticket

PICTURES = Path(__file__).parents[1] / "pictures"
WAITING = tuple(replace(team, now=0, stands="waiting", why="") for team in ROOM_VIEW.teams)
DOWN = ("down", "down")
ALARM = "red-barn.akshi-1 has seen more of this session than its journal holds"


@pytest.mark.parametrize(
    ("name", "size"), [("control-80", (80, 24)), ("control-120", (120, 35)), ("control", (160, 45))]
)
async def test_the_control_screen_looks_as_it_did(
    name: str, size: tuple[int, int], pytestconfig: pytest.Config
):
    line = at_the_desk()
    line.show_room(alarms=(ALARM,))
    async with leading(line, size) as leader:
        picture = leader.sees() + "\n"
    kept = PICTURES / f"{name}.txt"
    if pytestconfig.getoption("--update-golden"):
        kept.write_text(picture, "utf-8", newline="\n")
    assert picture == kept.read_text("utf-8")


async def test_the_exercise_begins_after_a_question_that_says_who_plays():
    line = at_the_desk()
    line.show_room(teams=WAITING)
    async with leading(line) as leader:
        assert "s STARTEX" in leader.sees().splitlines()[-1]
        assert "Run/pause" not in leader.sees().splitlines()[-1]
        await leader.press("space", "j", "e")
        assert line.asked == []
        await leader.press("s")
        assert "3 seats are taken" in leader.sees()
        await leader.press("n")
        assert line.asked == []
        await leader.press("s", "y")
        assert line.asked == [{"act": "start"}]
        line.answer()
        line.show_room()
        await leader.hears()
        assert leader.told() == ["STARTEX: the exercise has begun."]
        assert "Run/pause" in leader.sees().splitlines()[-1]
        assert "STARTEX" not in leader.sees().splitlines()[-1]


async def test_acts_on_the_clock_are_for_the_team_under_the_cursor_or_for_all():
    async with leading() as leader:
        await leader.press("space", "plus", "down", "space", "minus", "down", "space")
        assert leader.line.asked == [
            {"act": "pause", "team": "red-barn", "why": ""},
            {"act": "pace", "pace": 120.0, "team": "red-barn"},
            {"act": "run", "team": "blue-barn"},
            {"act": "pace", "pace": 30.0, "team": "blue-barn"},
            {"act": "pause", "team": "", "why": ""},
        ]


async def test_a_jump_is_asked_back_with_its_date():
    async with leading() as leader:
        await leader.press("j")
        await leader.write("sat 25:00")
        await leader.press("ctrl+s")
        assert leader.told()[-1].startswith("Write +30m from now")
        await leader.press(*["backspace"] * 9)
        await leader.write("08:30")
        await leader.press("ctrl+s")
        assert "Take red-barn to Sat 16 Jul 2022 08:30:00" in leader.sees()
        await leader.press("y")
        assert leader.line.asked == [{"act": "jump", "to": 88_200, "team": "red-barn"}]


async def test_a_discussion_that_holds_the_clock_is_ended_for_its_team():
    line = at_the_desk()
    async with leading(line) as leader:
        await leader.press("g")
        assert leader.told() == ["No discussion holds the clock."]
        line.show_room(teams=(replace(ROOM_VIEW.teams[0], stands="held"), ROOM_VIEW.teams[1]))
        await leader.hears()
        assert "■ held: discussion" in leader.sees()
        await leader.press("space")
        assert leader.told() == ["A discussion holds the clock: g ends it."]
        await leader.press("g")
        assert line.asked == [{"ask": "proceed"}]
        assert line.memory.outbox[0]["team"] == "red-barn"


async def test_an_invitation_is_made_shown_once_and_copied():
    line = at_the_desk()
    async with leading(line, (80, 24)) as leader:
        await leader.press("n", "ctrl+s")
        assert leader.told() == ["Choose first what somebody is invited as."]
        await leader.press("2", "2", "3", "ctrl+s")
        act = {"act": "invite", "part": "observer", "team": "blue-barn", "role": "nato"}
        assert line.asked == [act]
        line.answer(gift="wxyz-2345-6723")
        await leader.hears()
        assert "Observer: blue-barn: North Atlantic Council" in leader.sees()
        made = "kulla://192.0.2.7:7400/wxyz-2345-6723"
        assert made in leader.sees()
        await leader.press("c")
        assert leader.pilot.app.clipboard == made
        await leader.press("escape")
        assert made not in leader.sees()


async def test_an_invitation_that_the_host_can_no_longer_tell_is_made_anew():
    line = at_the_desk()
    async with leading(line) as leader:
        await leader.press("n", "4", "ctrl+s")
        line.answer()
        await leader.hears()
        assert "can't be shown any more: make another" in leader.told()[0]


async def test_seats_are_handed_over_and_taken_away_after_a_question():
    line = at_the_desk()
    async with leading(line) as leader:
        await leader.press("tab", "tab", "down", "h")
        assert "Invite somebody to take the place of Ana" in leader.sees()
        await leader.press("y", "down", "v")
        assert "Take the seat of Besa (red-barn.akcesk-2) away?" in leader.sees()
        await leader.press("y", "home", "v")
        assert "Take the seat of Drita (control-1) away?" not in leader.sees()
        assert "Take your own seat away?" in leader.sees()
        await leader.press("n", "end", "v")
        assert leader.told() == ["Put the cursor on somebody in the table of people."]
        assert line.asked == [
            {"act": "hand-over", "seat": "red-barn.akcesk-1"},
            {"act": "revoke", "seat": "red-barn.akcesk-2"},
        ]


async def test_a_bot_takes_a_seat_and_gives_it_back():
    line = at_the_desk()
    async with leading(line) as leader:
        await leader.press("tab", "b")
        assert "Let the bot play red-barn: National Cyber" in leader.sees()
        await leader.press("y", "down", "b", "down", "b")
        asked = [(told["command"]["ask"], told["command"]["seat"]) for told in line.memory.outbox]
        assert asked == [("vacate", "akcesk"), ("vacate", "akshi"), ("staff", "nato")]
        assert {told["team"] for told in line.memory.outbox} == {"red-barn"}


async def test_the_exercise_and_the_session_end_only_after_a_question():
    line = at_the_desk()
    async with leading(line) as leader:
        await leader.press(*DOWN, "e")
        assert "ENDEX now, for red-barn, blue-barn?" in leader.sees()
        await leader.press("y")
        ends = [{"act": "end", "team": team, "off": False} for team in ("red-barn", "blue-barn")]
        assert [{**act, "why": ""} for act in line.asked] == [{**end, "why": ""} for end in ends]
        await leader.press("x")
        assert "Close the session for good?" in leader.sees()
        await leader.press("y")
        assert line.asked[-1] == {"act": "close"}
        line.answer()
        line.end(p.GOING_AWAY)
        await leader.hears()
        assert "▲ ended: the session is over" in leader.sees()
        await leader.press("n", "4", "ctrl+s")
        assert "Nothing more can be asked: ended: the session is over." in leader.told()


async def test_refusals_and_lost_connections_are_told():
    line = at_the_desk()
    async with leading(line) as leader:
        await leader.press("space")
        line.answer("the clock is [b]standing[/b] already")
        await leader.hears()
        assert leader.told() == ["the clock is [b]standing[/b] already"]
        line.lose(4)
        await leader.hears()
        assert "▲ reconnecting (4)" in leader.sees().splitlines()[0]
        await leader.press("space")
        assert leader.told() == ["Kept here: it is asked as soon as the host is back."]
        line.show_room(host="full", alarms=(ALARM, "the second copy is no longer kept"))
        await leader.hears()
        assert "▲ host's disk is full: time stands" in leader.sees().splitlines()[0]
        assert "▲ the second copy is no longer kept" in leader.sees()
        await leader.press("exclamation_mark")
        assert "has seen more of this session" in leader.sees()


async def test_invitations_that_nobody_has_used_are_shown_again():
    unused = Ticket("blue-barn.akshi-1", "blue-barn.akshi-1  Government IT agency", INVITATION)
    used = Ticket("red-barn.akcesk-1", "red-barn.akcesk-1", "kulla://192.0.2.7:7400/used-used-used")
    line = at_the_desk()
    async with leading(line, (80, 24), [used, unused]) as leader:
        assert INVITATION in leader.sees()
        assert "used-used" not in leader.sees()
        await leader.press("a")
        assert leader.pilot.app.clipboard == f"{unused.seat}\t{INVITATION}\n"
        await leader.press("escape", "i")
        assert INVITATION in leader.sees()
        await leader.press("escape")
        people = [replace(person, state="here") for person in ROOM_VIEW.people]
        line.show_room(people=tuple(people))
        await leader.hears()
        await leader.press("i")
        assert leader.told() == ["No unused invitation is known here; n makes a new one."]


@pytest.mark.parametrize("key", ["q", "ctrl+c", "ctrl+q"])
async def test_leaving_is_asked_for(key: str):
    async with leading() as leader:
        await leader.press(key)
        assert "Leave control? The exercise goes on" in leader.sees()
        await leader.press("y")
        assert not leader.pilot.app._running


async def test_names_that_people_give_themselves_are_only_names():
    hostile = "[@click=app.exit]x[/] [/b]\x1b[2J\u202e" + "a" * 300
    people = (PersonRow("red-barn.akcesk-1", "player", "red-barn", "akcesk", hostile, "here", 0),)
    line = at_the_desk()
    line.show_room(people=people, alarms=(hostile,), title=hostile)
    async with leading(line, (80, 24)) as leader:
        await leader.press("tab", "tab", "v")
        assert "[@click=app.exit]x[/]" in leader.sees()
        assert not set(leader.sees()) & set("\x1b\u202e")
        await leader.press("y", "question_mark", "escape", "ctrl+p")
        line.answer()
        await leader.hears()
        assert leader.told()[0].startswith("[@click=app.exit]x[/] [/b]")
        assert leader.pilot.app.is_running


async def test_the_palette_knows_the_acts_that_there_are_now():
    async with leading() as leader:
        await leader.press("ctrl+p")
        await leader.write("the")
        await leader.waits_for("Give the seat under the cursor to its bot")
        assert "Begin the exercise" not in leader.sees()
