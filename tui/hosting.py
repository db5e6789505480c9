"""The facilitator's screen at the host itself: a client of the host like any other, in a seat of
control of its own. It shares the host's process and loop, and nothing else.
"""

import asyncio
import gc
from contextlib import suppress
from dataclasses import replace
from typing import Final

import click

from simulator.session.client import door, memory
from simulator.session.client.line import Line
from simulator.session.client.memory import Memory
from simulator.session.drafting import Place
from simulator.session.host.hosting import LOOPBACK, Hosting, invited
from simulator.session.invitation import invitation_from
from tui.app import KullaApp
from tui.chair import RemoteChair
from tui.joining import seats, shown, welcomed
from tui.screens.control import ControlScreen
from tui.screens.invitations import Ticket

NAME: Final = "at the host"
ANYWHERE: Final = {"0.0.0.0": LOOPBACK, "::": "::1"}  # noqa: S104 only compared
SETTLING: Final = 1.0
"""Seconds in which the first screen is drawn."""
LEAVING: Final = (
    "Stop the host? Everybody's clock stands until it is back: they wait, and lose nothing."
)
ALONE: Final = (
    "The screen has failed; the host goes on without it. Lead from another terminal with "
    "kulla control; ctrl+c stops the host."
)


async def lead(it: Hosting) -> None:
    """Lead from here until the user has had enough or the host has ended."""
    line = Line(await _seat(it))
    calling = asyncio.create_task(line.run())
    try:
        await welcomed(line, calling)
        chair = RemoteChair(line, it.address)
        app = KullaApp(ControlScreen(chair, _tickets(it), LEAVING))
        watching = asyncio.create_task(_watch(it, app))
        code = await shown(app, calling)
        watching.cancel()
    finally:
        calling.cancel()
    if code:
        click.echo(ALONE, err=True)
        await it.host.ended.wait()
    click.echo(_parting(it), err=True)


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
            if grant is not None and grant.name == NAME:
                return replace(
                    kept, invitation=str(here._replace(code=invitation_from(kept.invitation).code))
                )
    _, invitation = await invited(it, Place("control"))
    own = here._replace(code=invitation.code)
    return memory.start(seats(), own, await door.join(own, NAME))


def _reached_at(it: Hosting) -> str:
    """Where this machine reaches the host, whatever others call it."""
    bind = str(it.host.session.opened["bind"])
    return ANYWHERE.get(bind, bind)


def _tickets(it: Hosting) -> list[Ticket]:
    titles = {name: role.title.into("en") for name, role in it.host.session.scenario.roles.items()}
    return [
        Ticket(grant.id, f"{grant.id}  {titles.get(grant.role, 'leads the exercise')}", str(made))
        for grant, made in it.invitations
    ]


def _parting(it: Hosting) -> str:
    path = it.host.opened.path
    if it.host.session.closed:
        return f"The session is closed. It is kept in {path}."
    return f"The host stops. This goes on from here: kulla resume {path}"
