"""Hosts as processes of their own that are killed: at any moment, or at the n-th call of a disk.

They are forked from a process that has imported everything, so that a new one begins at once.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final, NamedTuple

from simulator.session import folder
from simulator.session.host import hosting
from simulator.session.host.hosting import Address
from simulator.session.inspecting import recover
from simulator.session.journal.disk import Disk
from tests.simulator.session.durability import prepared

GUARD: Final = 60.0
"""Seconds that nothing takes unless it hangs."""


class Standing(NamedTuple):
    """How a session stood when it was taken up."""

    seq: int
    chain: str
    now: int
    state: str


class DeadlyDisk(Disk):
    """Kills its own process at the n-th operation: before it, or in the middle of a write."""

    def __init__(self, at: int) -> None:
        self.left = at

    def _count(self) -> bool:
        self.left -= 1
        return self.left == 0

    def _step(self) -> None:
        if self._count():
            os.kill(os.getpid(), signal.SIGKILL)

    def open(self, path: Path) -> int:
        self._step()
        return super().open(path)

    def write(self, file: int, data: bytes) -> None:
        if self._count():
            super().write(file, data[: len(data) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        super().write(file, data)

    def sync(self, file: int) -> None:
        self._step()
        super().sync(file)

    def truncate(self, file: int, length: int) -> None:
        self._step()
        super().truncate(file, length)

    def replace(self, path: Path, data: bytes) -> None:
        super().replace(path, data)
        self._step()


def forked(act: Any, *given: Any) -> tuple[BaseProcess, Connection]:
    """A process that does this, and what it reports."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, prepared.__name__])
    reports, told = context.Pipe(duplex=False)
    process = context.Process(target=act, args=(*given, told), daemon=True)
    process.start()
    told.close()
    return process, reports


def host(path: Path, port: int, deadly: int, reports: Connection) -> None:
    asyncio.run(_host(path, port, DeadlyDisk(deadly) if deadly else Disk(), reports))


async def _host(path: Path, port: int, disk: Disk, reports: Connection) -> None:
    opened = folder.open_(path, disk=disk)
    team = opened.session.teams["team"]
    journal = opened.journal
    reports.send(Standing(journal.seq, journal.chain, team.now, team.exercise.state.hash()))
    async with hosting.resumed(opened, Address(port=port)) as it:
        reports.send("ready")
        await it.host.ended.wait()


def recovering(path: Path, to: Path, deadly: int, reports: Connection) -> None:
    recover(path, to, DeadlyDisk(deadly))
    reports.send("done")
