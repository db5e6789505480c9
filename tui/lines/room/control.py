"""`kulla control --plain` and `kulla host --plain`: leading an exercise in lines of text."""

import asyncio

import click

from simulator.session.host.hosting import Hosting
from simulator.session.invitation import Invitation
from tui import hosting
from tui.chair import RemoteChair
from tui.cleaning import clean
from tui.hosting import parting, seated, tickets
from tui.joining import called
from tui.lines.console import Console
from tui.lines.join import held
from tui.lines.room.desk import RoomDesk
from tui.lines.room.talk import RoomTalk
from tui.reader import settled
from tui.room.lead import LEAVING
from tui.speech import _, mark

NOT_CONTROL = mark("That invitation is to a seat: kulla join --plain takes it.")


def lead(invitation: Invitation, name: str, language: str | None) -> int:
    """Lead until the facilitator leaves; the exit code. Raises click's exceptions."""
    return asyncio.run(_lead(invitation, name, language))


async def _lead(invitation: Invitation, name: str, language: str | None) -> int:
    settled(language)
    async with called(invitation, name, language) as call:
        if call.line.sight.room() is None:
            raise click.UsageError(_(NOT_CONTROL))
        return await _held(Console(), RemoteChair(call.line), call.calling, LEAVING)


async def host(it: Hosting) -> None:
    """Lead a session from the host itself, until one has had enough or the host has ended."""
    settled(None)
    async with seated(it) as (chair, calling):
        console = Console()
        ending = asyncio.create_task(_stopping(it, console))
        for ticket in tickets(it):
            console.show([f"{clean(ticket.seat)}\t{ticket.invitation}"])
        try:
            await _held(console, chair, calling, hosting.LEAVING)
        finally:
            ending.cancel()
    click.echo(parting(it), err=True)


async def _stopping(it: Hosting, console: Console) -> None:
    await it.host.ended.wait()
    console.stop()


async def _held(
    console: Console, chair: RemoteChair, calling: asyncio.Task[None], leaving: str
) -> int:
    """Lines and a prompt until one leaves; the exit code."""
    desk = RoomDesk(chair, leaving=leaving if console.at_terminal else "", width=console.width)
    return await held(console, RoomTalk(desk), chair.line, calling)
