"""Acknowledged commands a second, against the disk alone and the same bytes."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final, NamedTuple
from unittest.mock import patch

from benchmarks.crowd import Crowd, crowd, framed
from benchmarks.hosted import Seat, listening, noted, playing, seated
from benchmarks.measure import Ratio
from simulator.session.folder import JOURNAL
from simulator.session.host.host import Host
from simulator.session.host.rates import Allowance

ROUNDS: Final = 15
ANSWER: Final = b'{"type":"answer","done":true' + b" " * 130 + b"}"
RECORD: Final = b"x" * 1_430 + b"\n"
"""Both are as long as ours."""


class Disk(NamedTuple):
    """One file beside the journal; it is written as the journal is, with nothing else done."""

    file: int

    def keep(self, lines: list[bytes], together: int = 1) -> None:
        for first in range(0, len(lines), together):
            os.write(self.file, b"".join(lines[first : first + together]))
            os.fdatasync(self.file)

    def seconds(self, lines: list[bytes], together: int = 1) -> float:
        begun = time.perf_counter()
        self.keep(lines, together)
        return time.perf_counter() - begun


def beside(host: Host) -> Disk:
    path = host.opened.path / "limit"
    return Disk(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))


def lines_since(journal: Path, length: int) -> list[bytes]:
    with journal.open("rb") as file:
        file.seek(length)
        return file.read().splitlines(keepends=True)


async def by_itself(at_once: int, each: int) -> tuple[Ratio, Ratio]:
    """At the host's own door, against each line synced alone, and as many together as asked."""
    alone, together = [], []
    async with playing() as host:
        seats, disk = await seated(host, at_once), beside(host)
        for _ in range(1 + ROUNDS):
            before, begun = host.opened.journal.length, time.perf_counter()
            await asyncio.gather(*(_asks(host, seat, each) for seat in seats))
            ours = time.perf_counter() - begun
            lines = lines_since(host.opened.path / JOURNAL, before)
            # Apart from the loop, as the pulse goes on meanwhile and would be held up.
            alone.append((ours, await asyncio.to_thread(disk.seconds, lines)))
            together.append((ours, await asyncio.to_thread(disk.seconds, lines, at_once)))
        os.close(disk.file)
    return Ratio.of(alone[1:]), Ratio.of(together[1:])


async def _asks(host: Host, seat: Seat, each: int) -> None:
    for _ in range(each):
        await noted(host, seat)


async def by_wire(at_once: int, each: int) -> Ratio:
    """Over WebSockets, against a bare server that writes, syncs and answers each message."""
    with patch.object(Allowance, "take", lambda allowance: True):
        async with listening(at_once) as door, crowd() as ours, crowd() as bare:
            disk = beside(door.host)
            async with _syncing(disk) as port:
                await ours.do("come", port=door.port, tokens=[seat.token for seat in door.seats])
                await bare.do("come", port=port, tokens=[""] * at_once)
                pairs = [
                    (await _asked(ours, each), await _asked(bare, each)) for _ in range(1 + ROUNDS)
                ]
            os.close(disk.file)
    return Ratio.of(pairs[1:])


async def _asked(clients: Crowd, each: int) -> float:
    told = await clients.do("ask", each=each)
    return float(told["seconds"])


@asynccontextmanager
async def _syncing(disk: Disk) -> AsyncIterator[int]:
    class Server(asyncio.Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            assert isinstance(transport, asyncio.Transport)
            self.transport = transport

        def data_received(self, data: bytes) -> None:
            disk.keep([RECORD])
            self.transport.write(framed(ANSWER))

    server = await asyncio.get_running_loop().create_server(Server, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


def figures() -> Iterator[str]:
    """The figures, each in a line or two."""
    yield "acknowledged commands a second, as a share of fdatasync of the same bytes (at least 0.7)"
    for at_once, each in ((1, 100), (100, 10)):
        alone, together = asyncio.run(by_itself(at_once, each))
        yield f"  {at_once:3} at once, in the host     {alone.share(at_once * each)}"
        if at_once > 1:
            yield f"      where {at_once} share a sync {together.share(at_once * each)}"
    for at_once, each in ((1, 100), (100, 3)):
        found = asyncio.run(by_wire(at_once, each))
        yield f"  {at_once:3} at once, over WebSockets {found.share(at_once * each)}"


if __name__ == "__main__":
    for line in figures():
        print(line, flush=True)
