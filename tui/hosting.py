"""The facilitator's screen at the host itself: a client of the host like any other, in a seat of
control of its own. It shares the host's process and loop, and nothing else.
"""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import Final

import click

from simulator.session.client import door, memory
from simulator.session.client.line import Line
from simulator.session.client.memory import Memory
from simulator.session.drafting import Place
from simulator.session.grants import AT_HOST, Grant
from simulator.session.host.hosting import LOOPBACK, Hosting, invited
from simulator.session.invitation import invitation_from
from tui.app import KullaApp
from tui.chair import RemoteChair
from tui.joining import seats, shown, welcomed
from tui.reader import settled
from tui.room.control import ControlScreen
from tui.room.sheets.invitations import Ticket
from tui.settings import Settings
from tui.speech import _, mark, spoken

ANYWHERE: Final = {"0.0.0.0": LOOPBACK, "::": "::1"}  # noqa: S104 only compared
SETTLING: Final = 1.0
"""Seconds in which the first screen is drawn."""
LEAVING: Final = mark(
    "Stop the host? Everybody's clock stands until it is back: they wait, and lose nothing."
)
ALONE: Final = mark(
    "The screen has failed; the host goes on without it. Lead from another terminal with "
    "kulla control; ctrl+c stops the host."
)


async def lead(it: Hosting) -> None:
    """Lead from here until the user has had enough or the host has ended."""
    known = _settings()
    async with seated(it) as (chair, calling):
        app = KullaApp(ControlScreen(chair, tickets(it), LEAVING), known)
        watching = asyncio.create_task(_watch(it, app))
        code = await shown(app, calling)
        watching.cancel()
    if code:
        click.echo(_(ALONE), err=True)
        await it.host.ended.wait()
    click.echo(parting(it), err=True)


@asynccontextmanager
async def seated(it: Hosting) -> AsyncIterator[tuple[RemoteChair, asyncio.Task[None]]]:
    """This host's own seat of control, welcomed, and the task that calls; as long as this lasts."""
    line = Line(await _seat(it), spoken())
    calling = asyncio.create_task(line.run())
    try:
        await welcomed(line, calling)
        yield RemoteChair(line, it.address), calling
    finally:
        calling.cancel()


def _settings() -> Settings:
    """What this user has set; no host ends for what is wrong with it."""
    try:
        return settled(None)
    except click.UsageError as bad:
        click.echo(bad.message, err=True)
        return Settings()


async def _watch(it: Hosting, app: KullaApp) -> None:
    """Let the screen end with the host."""
    with suppress(TimeoutError):
        async with asyncio.timeout(SETTLING):
            await it.host.ended.wait()
    # What is there by now stays: searching it again and again would hold the host's pulses up.
    gc.collect()
    gc.freeze()
    await it.host.ended.wait()
    app.exit()


async def _seat(it: Hosting) -> Memory:
    """This screen's own seat: the one it had when the session was hosted here before, or a new."""
    session, now = it.host.session, it.host.times.utc()
    here = it.address._replace(address=_reached_at(it))
    for kept in memory.remembered(seats()):
        if kept.session == session.header.session:
            grant = session.grants.with_token(kept.token, now)
            if grant is not None and grant.name == AT_HOST:
                return replace(
                    kept, invitation=str(here._replace(code=invitation_from(kept.invitation).code))
                )
    _, invitation = await invited(it, Place("control"))
    own = here._replace(code=invitation.code)
    return memory.start(seats(), own, await door.join(own, AT_HOST))


def _reached_at(it: Hosting) -> str:
    """Where this machine reaches the host, whatever others call it."""
    bind = str(it.host.session.opened["bind"])
    return ANYWHERE.get(bind, bind)


def tickets(it: Hosting) -> list[Ticket]:
    """The invitations that were made now, with what each is to."""
    roles = it.host.session.scenario.roles.items()
    titles = {name: role.title.into(spoken()) for name, role in roles}
    return [
        Ticket(grant.id, f"{grant.id}  {_opens(grant, titles)}", str(made))
        for grant, made in it.invitations
    ]


def _opens(grant: Grant, titles: dict[str, str]) -> str:
    """What an invitation is to, in words."""
    if grant.leads:
        return _("leads the exercise")
    title = titles[grant.role]
    return title if grant.plays else _("watches: {role}", role=title)


def parting(it: Hosting) -> str:
    """What is said when the host stops."""
    path = it.host.opened.path
    if it.host.session.closed:
        return _("The session is closed. It is kept in {folder}.", folder=path)
    return _("The host stops. This goes on from here: kulla resume {folder}", folder=path)
