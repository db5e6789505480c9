"""Control over real sockets: what it looks at, what it does to the world, and what it is told."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine.commands import CONTROL as LEADS
from simulator.session import acts
from simulator.session.client.line import Line
from simulator.session.drafting import Place
from simulator.session.host import connection
from simulator.session.protocol import RESTARTING
from tests.simulator.session.wire.street import Street, street
from tests.simulator.session.wire.test_line import line_of, until

HARBOUR = Path(__file__).with_name("harbour.yaml")
SEATS = (
    Place("control"), Place("control"), Place("player", "red", "north"),
    Place("player", "red", "south"), Place("player", "blue", "north"),
)  # fmt: skip
CONTROL, OTHER, NORTH, BLUE = "control-1", "control-2", "red.north-1", "blue.north-1"


class Room:
    """A host, and the lines of those who have come."""

    def __init__(self, here: Street, stack: AsyncExitStack) -> None:
        self.here = here
        self._stack = stack

    async def line(self, grant: str) -> Line:
        made = await self._stack.enter_async_context(line_of(self.here, grant))
        await until(made, lambda: made.sight.role_view() or made.sight.panel())
        return made

    def cut(self, grant: str) -> None:
        """The host parts with them for a moment."""
        for here in self.here.host.attendance.connections:
            if here.grant.id == grant:
                here.close(RESTARTING)

    async def lines(self, *grants: str) -> list[Line]:
        return [await self.line(grant) for grant in grants]


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with (
        street(tmp_path, *SEATS, scenario=HARBOUR, teams=("red", "blue")) as here,
        AsyncExitStack() as stack,
    ):
        yield Room(here, stack)


async def done(line: Line, id: str) -> None:
    """Until this is answered, and it was done."""
    await until(line, lambda: any(answer.id == id for answer in line.answers))
    [answer] = [answer for answer in line.answers if answer.id == id]
    assert answer.done, answer.sentence


async def refused(line: Line, id: str) -> str:
    await until(line, lambda: any(answer.id == id for answer in line.answers))
    [answer] = [answer for answer in line.answers if answer.id == id]
    assert not answer.done
    return answer.sentence


def panel(line: Line) -> Any:
    told = line.sight.panel()
    assert told is not None
    return told


def inject(line: Line, id: str) -> Any:
    return next(row for row in panel(line).msel if row.id == id)


async def test_control_watches_one_team_and_then_another_also_after_it_was_cut_off(room: Room):
    control, blue = await room.lines(CONTROL, BLUE)
    assert panel(control).team == "red"
    await done(control, control.do(acts.Start()))

    control.watch("blue")
    await until(control, lambda: panel(control).team == "blue")
    await done(control, control.ask(c.Skip(LEADS, "squall"), "blue"))
    await until(control, lambda: inject(control, "squall").state == "skipped")
    control.watch("red")
    await until(control, lambda: panel(control).team == "red")
    assert inject(control, "squall").state != "skipped"

    # What was looked at last is looked at again by itself.
    control.watch("blue", "north")
    await until(control, lambda: control.sight.shoulder() is not None)
    room.cut(CONTROL)
    await until(control, lambda: control.status.state == "reconnecting")
    await until(control, lambda: control.status.state == "connected" and control.sight.shoulder())
    assert panel(control).team == "blue"
    # And nobody else looks where it looked before.
    looked = {(eyes.team, eyes.over) for eyes, _ in room.here.host.boards if not eyes.role}
    assert looked == {("blue", "north")}

    # What is nowhere is not looked at, and leaves everything as it was.
    control.watch("green")
    await until(control, lambda: control.lookout.watched.team == "")
    await until(control, lambda: panel(control).team == "red")
    assert blue.sight.role_view() is not None


async def test_over_a_shoulder_is_seen_what_the_player_sees(room: Room):
    control, north = await room.lines(CONTROL, NORTH)
    control.watch("red", "north")
    await done(control, control.do(acts.Start()))
    await done(control, control.do(acts.Jump(to=60, team="red")))
    await done(control, control.do(acts.Pause(team="red")))
    await done(north, north.ask(c.Note("north", "A line of my own.")))

    def same() -> bool:
        seen, shown = control.sight.shoulder(), north.sight.role_view()
        return seen == shown and "A line of my own." in str(seen)

    await until(control, same)
    assert "The sun is up." in str(control.sight.shoulder())
    room_seen = control.sight.room()
    assert room_seen is not None
    assert (room_seen.watched, room_seen.over) == ("red", "north")


async def test_an_inject_written_on_the_spot_is_read_and_the_two_of_control_share_a_board(
    room: Room,
):
    control, other, north = await room.lines(CONTROL, OTHER, NORTH)
    await done(control, control.do(acts.Start()))
    written = c.Write(LEADS, ("north",), "phone", "A call", "Is anybody there?")
    await done(control, control.ask(written, "red"))
    await until(north, lambda: "Is anybody there?" in str(north.sight.role_view()))
    view = north.sight.role_view()
    assert view is not None
    [letter] = [item for item in view.inbox if item.text == "Is anybody there?"]
    await done(north, north.ask(c.Read("north", letter.inject)))
    for line in (control, other):
        await until(line, lambda line=line: inject(line, letter.inject).read_by == ("north",))
    assert len([*room.here.host.boards]) == 2


async def test_control_consents_in_the_place_of_a_role_that_nobody_holds(room: Room):
    control, north = await room.lines(CONTROL, NORTH)
    await done(control, control.do(acts.Start()))
    await done(control, control.ask(c.Vacate(LEADS, "south"), "red"))
    await done(control, control.ask(c.Instruct(LEADS, "south", "silent"), "red"))
    await done(north, north.ask(c.Order("north", "close-gate")))
    await until(control, lambda: panel(control).consents)
    [wish] = panel(control).consents
    grant = c.Consent("south", wish.id, "grant")
    staffed = control.ask(c.Cancel("north", wish.id), "red", seat="north")
    assert "people hold the seat" in await refused(control, staffed)
    await done(control, control.ask(grant, "red", seat="south"))
    await until(north, lambda: "granted" in str(north.sight.role_view().requests))  # type: ignore[union-attr]


async def test_a_rewind_takes_the_players_with_it(room: Room):
    control, north = await room.lines(CONTROL, NORTH)
    await done(control, control.do(acts.Start()))
    await done(control, control.do(acts.Jump(to=3600, team="red")))
    await until(north, lambda: north.sight.now() >= 3600)
    await done(control, control.do(acts.Rewind(to=10, team="red", why="Once more.")))
    await until(north, lambda: north.sight.face.take == 2)  # type: ignore[union-attr]
    face, view = north.sight.face, north.sight.role_view()
    assert face is not None
    assert view is not None
    assert (face.now, face.stands, view.inbox) == (10, "paused", ())
    assert "Once more." in face.why
    await until(control, lambda: inject(control, "dawn").sent_at is None)

    # Who comes back has seen a later second, in the take before, and is let in.
    room.cut(NORTH)
    await until(north, lambda: north.status.state == "reconnecting")
    await until(north, lambda: north.status.state == "connected")
    await done(north, north.ask(c.Note("north", "Here again.")))


async def test_of_two_controllers_at_the_same_inject_one_is_told_who_was_first(room: Room):
    control, other = await room.lines(CONTROL, OTHER)
    await done(control, control.do(acts.Start()))
    await done(control, control.ask(c.Hold(LEADS, "squall"), "red"))
    said = await refused(other, other.ask(c.Hold(LEADS, "squall"), "red"))
    assert "held already" in said
    assert "Ana" in said
    await until(other, lambda: inject(other, "squall").state == "held")
    await done(other, other.do(acts.Duty(duty="injects")))
    assert "Ana" in await refused(control, control.ask(c.Release(LEADS, "squall"), "red"))
    await until(control, lambda: any(row.grant == OTHER for row in control.sight.room().duties))  # type: ignore[union-attr]


async def test_no_duff_is_on_every_screen_at_once_and_two_must_lift_it(room: Room):
    lines = await room.lines(CONTROL, OTHER, NORTH, BLUE)
    control, other, north, blue = lines
    await done(control, control.do(acts.Start()))
    control.do(acts.NoDuff(why="The building burns."))
    async with asyncio.timeout(1.0):
        for line in (north, blue):
            await until(line, lambda line=line: line.sight.face.stands == "no-duff")
            assert line.sight.face.why == "The building burns."  # type: ignore[union-attr]
        await until(other, lambda: other.sight.room().no_duff)  # type: ignore[union-attr]
    assert "emergency" in await refused(north, north.ask(c.Note("north", "Hm.")))
    await done(control, control.do(acts.Lift()))
    assert north.sight.face.stands == "no-duff"  # type: ignore[union-attr]
    await done(other, other.do(acts.Lift()))
    await until(north, lambda: north.sight.face.stands == "paused")  # type: ignore[union-attr]


async def told(line: Line, id: str) -> Any:
    await until(line, lambda: line.lookout.told(id))
    return line.lookout.told(id)


async def test_what_control_enquires_it_is_told_and_nobody_else(room: Room):
    control, other, north = await room.lines(CONTROL, OTHER, NORTH)
    script = await told(control, control.enquire("script", "red", inject="squall"))
    assert script.body["text"] == "It blows."
    missing = await told(control, control.enquire("script", "red", inject="nothing"))
    assert (missing.body, "nothing" in missing.sentence) == ({}, True)
    await done(control, control.do(acts.Start()))

    skip = c.Skip(LEADS, "squall")
    preview = await told(control, control.enquire("preview", "red", skip))
    assert [gone["inject"] for gone in preview.body["dies"]] == ["squall", "wreck"]
    impossible = await told(control, control.enquire("preview", "red", c.Skip(LEADS, "x" * 9)))
    assert impossible.sentence or impossible.body["refused"]
    ahead = await told(control, control.enquire("outlook", "red", acting=True, until=3 * 3600))
    assert {"squall", "wreck"} <= {row["inject"] for row in ahead.body["injects"]}
    assert inject(control, "squall").state != "skipped"
    for line in (other, north):
        assert not line.lookout._told


async def test_a_panel_larger_than_what_may_wait_for_a_client_gets_through(
    room: Room, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(connection, "QUEUE_BYTES", 2_000)
    control = await room.line(CONTROL)
    assert len(panel(control).msel) == 3
    control.watch("blue", "south")
    await until(control, lambda: panel(control).team == "blue")
    control.watch("red")
    await until(control, lambda: panel(control).team == "red")
    await done(control, control.do(acts.Start()))


async def test_players_can_neither_watch_nor_enquire(room: Room):
    await room.line(CONTROL)
    north = await room.here.caller(room.here.tokens[NORTH])
    asked = {"type": "enquire", "id": "x" * 16, "about": "script", "inject": "squall"}
    for said in ({"type": "watch", "team": "blue"}, {"type": "watch", "role": "south"}, asked):
        await north.text(json.dumps(said))
        answer = await north.until("wrong")
        assert answer["code"] == "unknown"
    await north.still_there()
