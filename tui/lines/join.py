"""`kulla join --plain`: a seat at a host, in lines of text."""

import asyncio
from time import monotonic
from typing import Final

import click

from simulator.cli.exits import FINE, INTERRUPTED
from simulator.session.client.line import Line
from simulator.session.invitation import Invitation
from tui.drafts import drafts_of
from tui.joining import called, failed
from tui.lines.console import Console, Talk
from tui.lines.desk import Desk
from tui.lines.dialogue import Dialogue
from tui.lines.phrases import say
from tui.reader import settled

PATIENCE: Final = 5.0
"""Seconds to wait, when one has left, for answers to what was asked."""


def play(invitation: Invitation, name: str, language: str | None) -> int:
    """Play until the player leaves; the exit code. Raises click's exceptions."""
    return asyncio.run(_play(invitation, name, language))


async def _play(invitation: Invitation, name: str, language: str | None) -> int:
    settled(language)
    async with called(invitation, name, language) as call:
        if call.line.sight.role_view() is None:
            raise click.UsageError(say("for-control"))
        console = Console()
        drafts = drafts_of(call.seat.name) if console.at_terminal else None
        desk = Desk(call.seat, monotonic, console.at_terminal, console.width, drafts)
        return await held(console, Dialogue(desk), call.line, call.calling)


async def held(console: Console, talk: Talk, line: Line, calling: asyncio.Task[None]) -> int:
    """Talk until it is left, or the call has failed; the exit code. Raises what it failed with."""
    calling.add_done_callback(lambda task: console.stop() if failed(task) else None)
    await console.hold(talk)
    console.show(await last_answers(talk, line))
    if failed(calling):
        calling.result()
    return INTERRUPTED if console.interrupted else FINE


async def last_answers(talk: Talk, line: Line) -> list[str]:
    """What became of what was asked last, as far as the host answers soon."""
    # An answer may have come between the last look and the end: nothing waits for it any more.
    lines = talk.tick()
    ends = monotonic() + PATIENCE
    while line.waiting and line.status.state == "connected" and monotonic() < ends:
        try:
            async with asyncio.timeout(max(0.0, ends - monotonic())):
                await line.change()
        except TimeoutError:
            break
        lines += talk.tick()
    if line.waiting:
        lines.append(say("left-waiting", count=line.waiting))
    return lines
