"""Leading a real host in lines, from STARTEX to the end, with somebody who plays."""

import asyncio
from pathlib import Path

from simulator.session.client.line import Line
from tests.simulator.session.programs import GUARD
from tests.tui.hosts import called, hosted
from tests.tui.lines.room.facilitator import Facilitator
from tui.chair import RemoteChair
from tui.lines.room.desk import RoomDesk
from tui.lines.room.talk import RoomTalk


class Far(Facilitator):
    """A facilitator at a real line."""

    def __init__(self, line: Line) -> None:
        self.talk = RoomTalk(RoomDesk(RemoteChair(line), leaving="", width=lambda: 10_000))
        self.greeting = "\n".join(self.talk.begin())

    async def waits_for(self, words: str) -> str:
        """Look again and again, until it is told; all that was told meanwhile."""
        told = ""
        async with asyncio.timeout(GUARD):
            while words not in told:
                await asyncio.sleep(0.02)
                told += self.hears() + "\n"
        return told


async def test_a_session_is_led_in_lines_from_startex_to_endex(tmp_path: Path):
    async with (
        hosted(tmp_path) as it,
        called(it.invitations[0][1], "Drita") as control,
        called(it.invitations[1][1]) as player,
    ):
        lead = Far(control)
        assert "waits for STARTEX" in lead.greeting
        assert "1 seat is taken" in lead.writes("start")
        lead.writes("yes")
        await lead.waits_for("The clock: running.")
        lead.writes("pause because tea", "jump +12m", "yes")
        await lead.waits_for("What do you tell the clerk?")
        assert "- WATCH (people): 1 open" in lead.writes("situation")
        lead.writes("send 5 because they sleep", "yes")
        await lead.waits_for("Chat from Mira: Can't sleep.")
        lead.writes("announce Five minutes more.", "note urgent: nobody rang")
        await lead.waits_for("Noted.")
        lead.writes("rewind -5m because a slip", "yes")
        await lead.waits_for("take 2: a slip")
        assert "take 2" in lead.writes("board")
        lead.writes("end", "yes")
        await lead.waits_for("ENDEX: the exercise is over.")
        assert "nobody rang" in lead.writes("notes")
        assert player.sight.role_view() is not None
    session = it.host.session
    assert session.teams["team"].take == 2
    assert [note.text for note in session.notebook.notes] == ["nobody rang"]
