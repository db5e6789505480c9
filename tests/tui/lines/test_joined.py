"""Lines at a real host: the same play, far away."""

import asyncio
import os
import sys
import time
from pathlib import Path

from simulator.cli import exits
from simulator.session import acts
from tests.simulator.session.programs import GUARD
from tests.tui.hosts import brought_to, called, hosted
from tests.tui.lines.teller import Teller
from tui.lines.desk import Desk
from tui.lines.dialogue import Dialogue
from tui.lines.join import last_answers
from tui.remote import RemoteSeat

JOIN = [sys.executable, "-c", "from tui.cli import main; main()", "join", "--plain"]


async def hears(teller: Teller, words: str) -> str:
    """Look again and again, until it is told; all that was told meanwhile."""
    told = ""
    async with asyncio.timeout(GUARD):
        while words not in told:
            await asyncio.sleep(0.02)
            told += teller.waits()
    return told


async def test_a_seat_at_a_host_is_played_in_lines(tmp_path: Path):
    async with (
        hosted(tmp_path) as it,
        called(it.invitations[0][1]) as control,
        called(it.invitations[1][1]) as line,
    ):
        teller = Teller(RemoteSeat(line))
        assert "Waiting for STARTEX." in teller.greeting
        assert "Who sits where" not in teller.greeting, "nobody knows yet who will"
        await brought_to(control, 700)
        told = await hears(teller, "Message 3.")
        assert "To decide by Fri 01:35" in told
        assert teller.writes("decide 3 option 1 because of the traces") == "Sent to the host."
        told = await hears(teller, "Your decision is taken.")
        told += await hears(teller, "WATCH decides")
        assert teller.writes("decide 3 option 1") == "There is no open decision now."
        control.do(acts.Run())
        assert await hears(teller, "The clock runs") == "The clock runs as fast as yours."


async def test_a_seat_that_is_taken_away_is_told_and_nothing_more_is_sent(tmp_path: Path):
    async with (
        hosted(tmp_path) as it,
        called(it.invitations[0][1]) as control,
        called(it.invitations[1][1]) as line,
    ):
        teller = Teller(RemoteSeat(line))
        control.do(acts.Revoke(seat="watch-1"))
        assert "ended: the seat was taken away" in await hears(teller, "Connection to the host")
        assert teller.writes("note hello").startswith("Nothing more can be sent")


async def joined(folder: Path, written: str, *arguments: str) -> tuple[int, str, str]:
    """The code, output and talk of the command, to whose standard input this is written."""
    program = await asyncio.create_subprocess_exec(
        *JOIN, *arguments, env={**os.environ, "XDG_STATE_HOME": str(folder)},
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    async with asyncio.timeout(GUARD):
        out, talk = await program.communicate(written.encode())
    return program.returncode or 0, out.decode(), talk.decode()


async def test_the_command_plays_in_a_pipe_and_waits_for_the_last_answer(tmp_path: Path):
    async with hosted(tmp_path) as it, called(it.invitations[0][1]) as control:
        await brought_to(control, 300)
        invitation = str(it.invitations[1][1])
        code, told, talk = await joined(tmp_path, f"{invitation}\ninbox\nnote seen\n")
        assert (code, talk) == (exits.FINE, "")
        assert "Inbox: 2 of 2 messages, 2 unread" in told
        assert told.endswith("Sent to the host.\nYour note is kept.\n")
        notes = [line for line in it.host.session.teams["team"].exercise.log if "Note" in str(line)]
        assert len(notes) == 1


async def test_an_answer_that_came_before_one_looked_is_told_at_the_end(tmp_path: Path):
    async with (
        hosted(tmp_path) as it,
        called(it.invitations[0][1]) as control,
        called(it.invitations[1][1]) as line,
    ):
        await brought_to(control, 300)
        dialogue = Dialogue(Desk(RemoteSeat(line), time.monotonic, False, lambda: 80, None))
        dialogue.begin()
        dialogue.hear("note seen")
        async with asyncio.timeout(GUARD):
            while line.waiting:
                await line.change()
        assert "Your note is kept." in await last_answers(dialogue, line)


async def test_an_invitation_to_control_is_for_another_command(tmp_path: Path):
    async with hosted(tmp_path) as it:
        code, told, talk = await joined(tmp_path, "", str(it.invitations[0][1]))
    assert code == exits.USAGE
    assert "use kulla control" in talk
    assert told == ""
