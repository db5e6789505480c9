"""Many clients in one process that cost little each."""

import asyncio
import json
import socket
import ssl
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any

from simulator.session import protocol as p
from simulator.session.invitation import Invitation
from tests.simulator.session.wire.house import new_id, note
from tests.simulator.session.wire.raw import Answer, Caller, all_of, request, upgrade

THE_END = "that was all"


class Client:
    """A client that costs little: it counts what it is shown, and keeps none of it."""

    def __init__(self, where: Invitation, context: ssl.SSLContext | None, token: str) -> None:
        self.where = where
        self.context = context
        self.token = token
        self.seqs: list[int] = []
        self.has_seen_all = False
        self.answers: dict[str, float] = {}
        self.asked: dict[str, float] = {}
        self.caller: Caller | None = None
        self.change = asyncio.Event()

    async def call(self, buffer: int | None = None) -> Caller:
        """Come in; with a small buffer what is not read is soon felt at the other end."""
        sock = socket.socket()
        if buffer:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        sock.setblocking(False)
        await asyncio.get_running_loop().sock_connect(sock, (self.where.address, self.where.port))
        reader, writer = await asyncio.open_connection(
            sock=sock, ssl=self.context, server_hostname="" if self.context else None
        )
        writer.write(upgrade("/play", f"Bearer {self.token}"))
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 101")
        self.caller = Caller(reader, writer)
        await self.caller.text(p.Hello().model_dump_json())
        return self.caller

    async def follow(self) -> None:
        """Read all that comes."""
        assert self.caller is not None
        while (message := await self.caller.message()) is not None:
            self.caller.heard.clear()
            if "seq" in message:
                self.seqs.append(message["seq"])
                self.has_seen_all |= THE_END.encode() in self.caller.last
            if message["type"] == "answer":
                assert message["done"], message
                self.answers[message["id"]] = time.monotonic()
            self.change.set()

    def hangs_up(self) -> None:
        assert self.caller is not None
        self.caller.hangs_up()

    def is_answered(self) -> bool:
        return self.asked.keys() == self.answers.keys()

    def has_seen_the_end(self) -> bool:
        return self.has_seen_all

    def stops_reading(self) -> None:
        assert self.caller is not None
        self.caller.transport.pause_reading()

    async def is_dropped(self) -> None:
        """Until what it did not read ends, for the host has hung up."""
        assert self.caller is not None
        self.caller.transport.resume_reading()
        assert await self.caller.ended() in (p.TOO_SLOW, 1006)
        self.hangs_up()

    async def ask(self, text: str) -> None:
        assert self.caller is not None
        message = note(new_id(), text)
        self.asked[message["id"]] = time.monotonic()
        await self.caller.text(json.dumps(message))


async def told(where: Invitation, context: ssl.SSLContext | None, raw: bytes) -> Answer:
    """What a host answers to one request."""
    reader, writer = await asyncio.open_connection(
        where.address, where.port, ssl=context, server_hostname="" if context else None
    )
    try:
        writer.write(raw)
        return Answer(await all_of(reader))
    finally:
        writer.transport.abort()


async def joined(where: Invitation, context: ssl.SSLContext | None) -> Client:
    body = json.dumps({"code": where.code, "name": "Somebody"}).encode()
    while True:
        # A thousand at once are more strangers than may be; who is turned away comes again.
        with suppress(ConnectionError, IndexError):
            answer = await told(where, context, request("POST", "/join", body))
            return Client(where, context, json.loads(answer.body)["token"])
        await asyncio.sleep(0.1)


Start = Callable[[Coroutine[Any, Any, None]], object]


@asynccontextmanager
async def tasks(guard: float) -> AsyncIterator[Start]:
    """Lets tasks be started, and cancels them when their owner is done."""
    async with asyncio.timeout(guard), asyncio.TaskGroup() as group:
        started: list[asyncio.Task[None]] = []
        yield lambda task: started.append(group.create_task(task))
        for task in started:
            task.cancel()


async def until(client: Client, so: Callable[[], object]) -> None:
    while not so():
        client.change.clear()
        await client.change.wait()
