"""Sessions hosted in this very process, for a moment, from what was chosen on a command line."""

import asyncio
import errno
import os
from collections.abc import Awaitable, Callable
from pathlib import Path

import trustme

from simulator.cli.choices import HostChoices
from simulator.cli.serving import serve
from simulator.engine.commands import Note
from simulator.session.client import door, memory
from simulator.session.client.line import Line
from simulator.session.host.hosting import Hosting
from simulator.session.invitation import Invitation
from simulator.session.journal.disk import Disk

Story = Callable[[Hosting], Awaitable[None]]


async def nothing(it: Hosting) -> None:
    """Nobody comes."""


def host(choices: HostChoices, story: Story = nothing) -> Hosting:
    """Host what was chosen while this happens, and stop in good order."""
    hosted: list[Hosting] = []

    async def show(it: Hosting) -> None:
        hosted.append(it)
        await story(it)

    assert serve(choices, show) == 0
    return hosted[0]


def invited(it: Hosting) -> dict[str, Invitation]:
    """The invitations that were made now, by their seats."""
    return {grant.id: invitation for grant, invitation in it.invitations}


async def joined(invitation: Invitation, clients: Path | None = None) -> Line:
    """Somebody joins, who keeps what they see in this folder."""
    seat = await door.join(invitation, "Somebody")
    return Line(memory.start(clients, invitation, seat))


def notes(count: int, clients: Path | None = None) -> Story:
    """Control and the office join, and the office writes so many notes."""

    async def story(it: Hosting) -> None:
        for seat in ("control-1", "office-1"):
            line = await joined(invited(it)[seat], clients)
            running = asyncio.create_task(line.run())
            for number in range(count if seat == "office-1" else 0):
                line.ask(Note("office", f"note {number}"))
            while line.waiting or line.status.state != "connected":
                await line.change()
            running.cancel()

    return story


def own_certificate(folder: Path) -> tuple[Path, Path]:
    made = trustme.CA().issue_cert("barn.example")
    cert, key = folder / "own.pem", folder / "own-key.pem"
    cert.write_bytes(b"".join(part.bytes() for part in made.cert_chain_pems))
    key.touch(mode=0o600)
    key.write_bytes(made.private_key_pem.bytes())
    return cert, key


class FailingDisk(Disk):
    """Works until `error` is set; then each write gives it."""

    def __init__(self, error: int = 0) -> None:
        self.error = error

    def write(self, file: int, data: bytes) -> None:
        if self.error:
            raise OSError(self.error, os.strerror(self.error))
        super().write(file, data)


NO_ROOM = errno.ENOSPC
BROKEN = errno.EIO
