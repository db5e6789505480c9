"""How long until the last of many clients has an event, against sockets with nothing above them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Final, NamedTuple
from unittest.mock import patch

from benchmarks.crowd import Crowd, allow_sockets, crowd, framed
from benchmarks.hosted import Door, listening, noted
from benchmarks.measure import Ratio
from simulator.session.host.publishing import Board

CLIENTS: Final = 1_000
ROUNDS: Final = 15
REST: Final = 0.15
"""Seconds between two rounds, so that the clients wait when the next begins."""


class Bare:
    """A server that writes what it is told to everybody who is connected."""

    def __init__(self) -> None:
        self.port = 0
        self._transports: list[asyncio.Transport] = []

    def write(self, frame: bytes) -> None:
        for transport in self._transports:
            transport.write(frame)

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        transports = self._transports

        class Server(asyncio.Protocol):
            def connection_made(self, transport: asyncio.BaseTransport) -> None:
                assert isinstance(transport, asyncio.Transport)
                transports.append(transport)

        loop = asyncio.get_running_loop()
        server = await loop.create_server(Server, "127.0.0.1", 0, backlog=CLIENTS)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield
        finally:
            server.close()


class Spread(NamedTuple):
    """The ratio, and how long the messages were."""

    ratio: Ratio
    size: int


async def spread(clients: int = CLIENTS) -> Spread:
    """From the look at what has changed to the last client, of a note that one of them makes."""
    allow_sockets(3 * clients)
    begun: list[float] = []
    publish = Board.publish

    def timed(board: Board) -> None:
        begun.append(time.monotonic())
        before = board.log.count
        publish(board)
        if board.log.count == before:
            begun.pop()

    bare, pairs, size = Bare(), [], 0
    async with listening(clients) as door, bare.listening(), crowd() as ours, crowd() as limit:
        await ours.do("come", port=door.port, tokens=[seat.token for seat in door.seats])
        await limit.do("come", port=bare.port, tokens=[""] * clients)
        with patch.object(Board, "publish", timed):
            for turn in range(1 + ROUNDS):
                last, size = await _by_host(door, ours, turn)
                pairs.append((last - begun.pop(), await _by_bare(bare, limit, size)))
    return Spread(Ratio.of(pairs[1:]), size)


async def _by_host(door: Door, clients: Crowd, turn: int) -> tuple[float, int]:
    heard = clients.begin("hear")
    await asyncio.sleep(REST)
    await noted(door.host, door.seats[turn % len(door.seats)])
    told = await heard()
    return told["last"], told["size"]


async def _by_bare(bare: Bare, clients: Crowd, size: int) -> float:
    heard = clients.begin("hear")
    await asyncio.sleep(REST)
    frame, begun = framed(b"x" * size), time.monotonic()
    bare.write(frame)
    told = await heard()
    return float(told["last"]) - begun


def figures() -> Iterator[str]:
    """The figure in two lines."""
    found, size = asyncio.run(spread())
    yield f"the last of {CLIENTS:,} clients to hear of an event, against bare sockets (within 1.6)"
    yield f"  {size:,} bytes      {found}"


if __name__ == "__main__":
    for line in figures():
        print(line, flush=True)
