"""Stories of the control room as a whole: the clock, people, the emergency, notes, handing over."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from simulator.engine.views import LogLine
from simulator.engine.views.foresight import Moved, Preview
from simulator.session.room import DutyRow, EndRow, NoDuffRow, PersonRow
from tests.tui.far import ROOM_VIEW, FarLine
from tests.tui.leader import Leader, leading
from tests.tui.room import overview as o
from tests.tui.world import VIEW

PANEL = o.panel(
    team="red-barn",
    msel=(
        o.inject("early", state="read", to=("akcesk",), sent_at=600),
        o.inject("later", state="due", to=("akcesk",), due=5000, objectives=("contain",)),
    ),
    roles=tuple(o.role(seat.role, title=seat.role.upper()) for seat in ROOM_VIEW.seats[:3]),
    objectives=(o.objective("contain", title="Contain it"),),
    log=(LogLine(1500, "decision", "AKCESK decides"),),
    places=(17,),
)  # fmt: skip
ROOM = replace(ROOM_VIEW, watched="red-barn", objectives=(("contain", "Contain it"),))


def in_the_room(**changes) -> FarLine:
    line = FarLine("control")
    line.show_room(replace(ROOM, **changes), PANEL)
    return line


async def asked(leader: Leader) -> dict:
    """What was asked last, without what is empty."""
    told = leader.line.asked[-1]
    return {name: value for name, value in told.items() if value not in ("", None, False, [], ())}


async def test_the_clock_of_marked_teams_is_led_and_stops_by_itself_where_it_is_told_to():
    line = in_the_room()
    async with leading(line) as leader:
        # given two teams that are both marked
        await leader.press("m", "down", "m")
        assert leader.sees().count("✓ ") >= 2
        # when the pace is changed, then of both
        await leader.press("plus")
        assert [told["team"] for told in line.asked] == [""]
        await leader.press("m", "plus")
        assert line.asked[-1]["team"] == "red-barn"
        # a step goes to what is next due in the watched team
        await leader.press("full_stop")
        assert await asked(leader) == {"act": "jump", "to": 5000, "team": "red-barn"}
        # a hold point is set, and one that is set can be taken away
        await leader.press("y")
        await leader.write("T+01:30")
        await leader.press("ctrl+s")
        assert await asked(leader) == {"act": "hold-point", "at": 5400, "team": "red-barn"}
        line.show_room(
            replace(ROOM, teams=(replace(ROOM.teams[0], holds=(5400,)), ROOM.teams[1])), PANEL
        )
        await leader.hears()
        assert "⊣ Fri 15 Jul 09:30" in leader.sees()
        await leader.press("y", "2", "ctrl+s")
        assert (await asked(leader))["off"]
        # nobody goes back in a team that they do not look at
        await leader.press("m", "up", "m", "R", "full_stop")
        assert leader.told()[-1] == "Watch blue-barn first: enter on its line."


async def test_going_back_says_what_it_undoes_before_it_is_done():
    line = in_the_room()
    async with leading(line) as leader:
        await leader.press("R")
        assert "AKCESK decides" in leader.sees()
        await leader.press("1", "tab", *"slip", "ctrl+s")
        assert "messages, 1 decision, 0 orders, 0 rulings." in leader.sees()
        await leader.press("y")
        assert await asked(leader) == {
            "act": "rewind", "to": 1500, "team": "red-barn", "why": "slip",
        }  # fmt: skip
        # what is not behind is no moment to go back to
        await leader.press("R", "tab", *"T+02:00", "ctrl+s")
        assert leader.told()[-1] == "That moment is not behind."


async def test_an_emergency_is_called_and_lifted_by_two():
    line = in_the_room()
    async with leading(line) as leader:
        await leader.press("N", "ctrl+s")
        assert "Say what has happened: everybody will read it." in leader.told()
        await leader.write("fire")
        await leader.press("ctrl+s")
        assert await asked(leader) == {"act": "no-duff", "why": "fire"}
        stopped = tuple(replace(team, stands="no-duff") for team in ROOM.teams)
        emergency = NoDuffRow("Drita", "fire", 0, (), 2)
        line.show_room(replace(ROOM, teams=stopped, no_duff=emergency), PANEL)
        await leader.hears()
        assert "NO DUFF – REAL EMERGENCY" in leader.sees()
        assert "fire" in leader.sees().splitlines()[3]
        assert "0 of 2 have lifted it" in leader.sees()
        await leader.press("space")
        assert leader.told()[-1].startswith("NO DUFF: no clock runs")
        await leader.press("N", "y")
        assert await asked(leader) == {"act": "lift"}
        line.show_room(replace(ROOM, no_duff=replace(emergency, lifted_by=("control-1",))), PANEL)
        await leader.hears()
        await leader.press("N")
        assert "somebody else of control has to as well" in leader.told()[-1]


async def test_what_steers_is_asked_back_with_what_it_changes_and_goes_with_its_reason():
    line = in_the_room()
    async with leading(line) as leader:
        await leader.press("2", "end", "k")
        assert "What it changes is being worked out" in leader.sees()
        line.tells(Preview("", (Moved("later", "Later", 5000, None),), (), (), (), ("Contain it",)))
        await leader.waits_for("loses the only evidence it has: Contain it")
        assert "not sent any more: Later  Fri 15 Jul 09:23" in leader.sees()
        await leader.write("too early")
        await leader.press("ctrl+s")
        assert line.asked == [{"ask": "hold", "inject": "later", "reason": "too early"}]

        # going back from there leaves what was written in the sheet before
        await leader.press("w", *["tab"] * 1)
        assert "Write" in leader.sees()
        await leader.press("escape")


async def test_notes_go_with_the_moment_and_a_relief_reads_all_that_is_open(
    tmp_path: Path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    line = in_the_room(duties=(DutyRow("clock", "control-2", "Besa"),))
    async with leading(line, (120, 40)) as leader:
        await leader.press("c")
        await leader.write("They argue well.")
        await leader.press("tab", "1", "tab", "1", "ctrl+s")
        told = await asked(leader)
        assert (told["act"], told["text"], told["at"]) == ("observe", "They argue well.", 3600)
        assert (told["marks"], told["evidence"]) == (["hot-wash"], [17])
        # on a page, a note is likely to be about what is under the cursor there
        await leader.press("2", "end", "c")
        await leader.write("Late.")
        await leader.press("ctrl+s")
        told = await asked(leader)
        assert (told["objective"], told["role"]) == ("contain", "akcesk")
        await leader.press("6", "tab", "r", "2", "ctrl+s")
        assert leader.told()[-1] == "Choose an objective and a grade first."
        await leader.press("escape", "D")
        assert "the clock: Besa has it and is away; take it" in leader.sees()
        await leader.press("2", "ctrl+s")
        assert await asked(leader) == {"act": "duty", "duty": "injects"}
        await leader.press("H")
        assert "HAND-OVER: The days in July" in leader.sees()
        await leader.press("f")
        await leader.press("escape", "f", "f")
    assert (tmp_path / f"notes-{ROOM.session}.txt").exists()
    assert "the clock: Besa" in (tmp_path / f"hand-over-{ROOM.session}.txt").read_text("utf-8")


async def test_people_are_written_to_watched_over_the_shoulder_and_spoken_for():
    line = in_the_room()
    async with leading(line) as leader:
        await leader.press("a")
        await leader.press("tab")
        await leader.write("Coffee at ten.")
        await leader.press("ctrl+s")
        assert [(m["command"]["ask"], m["team"]) for m in line.memory.outbox] == [
            ("message", "red-barn"),
            ("message", "blue-barn"),
        ]
        await leader.press("tab", "p", "ctrl+s")
        assert line.memory.outbox[-1]["command"]["to"] == ["akcesk"]
        await leader.press("l")
        assert line.watched == ("red-barn", "akcesk")
        assert "The screen of National Cyber Authority comes" in leader.sees()
        line.show_room(ROOM, PANEL, VIEW)
        await leader.waits_for("watching  ")
        assert "► running  ×60" in leader.sees().splitlines()[1]
        assert "Duty officer" in leader.sees()
        # a host that was away is told again where one looks, and until then all stands as it did
        line.show_room(ROOM, PANEL)
        over: Any = leader.app.screen
        over.tick()
        await leader.pilot.pause()
        assert "Duty officer" in leader.sees()
        await leader.press("q")
        assert "1 Room" in leader.sees()
        assert line.watched == ("red-barn", "")


async def test_the_end_takes_two_where_there_are_two():
    other = PersonRow("control-2", "control", "", "", "Besa", "here", 0)
    people = (*ROOM.people, other)
    line = in_the_room(people=people)
    async with leading(line) as leader:
        await leader.press("e")
        assert "Ask for ENDEX, for red-barn? Another" in leader.sees()
        await leader.press("y")
        assert await asked(leader) == {"act": "end", "team": "red-barn"}

        # what is asked for is an alarm for the others, and may be taken back
        line.show_room(ending=(EndRow("red-barn", "control-1", "Drita"),), people=people)
        await leader.hears()
        assert "▲ Drita asks for ENDEX, for red-barn" in leader.sees()
        await leader.press("e", "y")
        assert await asked(leader) == {"act": "end", "team": "red-barn", "off": True}

        # what another has asked for one team is confirmed for that team alone
        line.show_room(ending=(EndRow("blue-barn", "control-2", "Besa"),), people=people)
        await leader.hears()
        await leader.press("e")
        assert "Ask for ENDEX, for red-barn?" in leader.sees()
        await leader.press("n", "down", "down", "e")
        assert "Besa asks for ENDEX, for blue-barn. Confirm it?" in leader.sees()
        await leader.press("y")
        assert await asked(leader) == {"act": "end", "team": "blue-barn"}
