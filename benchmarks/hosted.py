"""Sessions made to be measured: on a real disk, with seats taken and nobody to wait for."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, NamedTuple

from simulator.scenario import load
from simulator.scenario.library import shipped
from simulator.session.drafting import Desk, Place, draft_command, invitation
from simulator.session.folder import Opened
from simulator.session.grants import Grant, hashed
from simulator.session.host import hosting, serving
from simulator.session.host.certificate import made_for
from simulator.session.host.errand import Outcome
from simulator.session.host.host import Host
from simulator.session.journal.record import Draft

TEAM: Final = hosting.ONE_TEAM
ROLE: Final = "watch"
TEXT: Final = "The pump has stopped again; the shift leader was told at once and calls back. " * 11
"""Long enough that a client hears of a note in a message of about a kilobyte."""


class Seat(NamedTuple):
    grant: Grant
    token: str


class Door(NamedTuple):
    """A host that listens on this machine, and its taken seats."""

    host: Host
    port: int
    seats: list[Seat]


@contextmanager
def begun() -> Iterator[Opened]:
    """A new session in a folder that is gone afterwards, its clock as slow as can be."""
    path = shipped()["first-watch"]
    with TemporaryDirectory() as folder:
        plan = hosting.Plan(path, seed=7, pace=0.01)
        yield hosting.begin(Path(folder, "session"), plan, load(path))


@asynccontextmanager
async def playing() -> AsyncIterator[Host]:
    """A host without a door to the outside."""
    with begun() as opened:
        host = Host(opened, hosting.TIMES)
        loop = asyncio.create_task(host.run())
        try:
            yield host
        finally:
            host.stop.set()
            await loop


@asynccontextmanager
async def listening(people: int, *, tls: bool = False) -> AsyncIterator[Door]:
    """A host that so many people can come to, each with a seat of one role."""
    with begun() as opened:
        host, sock = Host(opened, hosting.TIMES), serving.listen(hosting.LOOPBACK, 0)
        port = sock.getsockname()[1]
        credentials = made_for(opened.path, hosting.LOOPBACK) if tls else None
        async with serving.served(host, sock, credentials):
            yield Door(host, port, await seated(host, people))


async def seated(host: Host, people: int) -> list[Seat]:
    """So many people who have each taken a seat and not come yet; then the exercise begins."""
    await host.keep(Draft("opened", body={"epoch": "measured"}))
    seats = [await _seated(host) for _ in range(people)]
    await host.keep(Draft("started", body={"staffed": {TEAM: [ROLE]}}))
    return seats


async def _seated(host: Host) -> Seat:
    token = secrets.token_urlsafe(16)
    invited = invitation(host.session, secrets.token_hex(16), Place("player", TEAM, ROLE))
    grant = invited.body["grant"]["id"]
    await host.keep(
        invited,
        Draft("joined", body={"grant": grant, "token": hashed(token)}, words={"name": "Ana"}),
        Draft("arrived", team=TEAM, body={"grant": grant}),
    )
    return Seat(host.session.grants[grant], token)


def note() -> dict[str, Any]:
    """What a player's client asks, to have a note kept."""
    command = {"ask": "note", "text": TEXT}
    return {"type": "ask", "id": secrets.token_hex(16), "command": command}


async def noted(host: Host, seat: Seat) -> Outcome:
    """Have a note kept, by the host's own door."""
    asked = note()
    desk = Desk(host.session, seat.grant, asked["id"], secrets.token_bytes)
    free = (seat.grant.id, asked["id"])
    outcome = await host.want(lambda: draft_command(desk, asked["command"], ""), free=free)
    assert outcome.answer is not None
    assert outcome.answer.done
    return outcome
