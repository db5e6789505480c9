"""A host behind a real socket on this machine, and ways to its door that no client takes."""

from __future__ import annotations

import asyncio
import json
import secrets
import socket
import ssl
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import simulator
from simulator.scenario.load import load
from simulator.session import folder
from simulator.session import protocol as p
from simulator.session.drafting import Place, invitation
from simulator.session.grants import Grant, code_of
from simulator.session.host import serving
from simulator.session.host.certificate import Credentials
from simulator.session.host.host import Host
from simulator.session.host.reception import Reception
from simulator.session.host.serving import listen, served
from simulator.session.host.strangers import Doorkeeper
from simulator.session.host.timekeeping import Times
from simulator.session.invitation import Invitation
from simulator.session.journal.record import Draft, Header
from tests.simulator.session.wire.house import TWO_DESKS, FastDisk
from tests.simulator.session.wire.raw import (
    GUARD,
    Answer,
    Caller,
    all_of,
    request,
    upgrade,
)

HASTE = 0.4
"""Seconds that strangers and messages have where a test is in a hurry."""


class Street:
    """Where the host is. `later` moves the clocks of the host on."""

    def __init__(
        self, host: Host, reception: Reception, door: Doorkeeper, port: int, path: Path
    ) -> None:
        self.host = host
        self.door = door
        self.reception = reception
        self.port = port
        self.path = path
        self.context: ssl.SSLContext | None = None
        self.credentials: Credentials | None = None
        self.codes: dict[str, str] = {}
        self.tokens: dict[str, str] = {}
        self._writers: list[asyncio.StreamWriter] = []

    def invitation(self, grant: str) -> Invitation:
        fingerprint = self.credentials.fingerprint() if self.credentials else ""
        return Invitation("127.0.0.1", self.port, self.codes[grant], fingerprint)

    async def invite(self, place: Place, code: str = "") -> Grant:
        code = code or code_of(secrets.token_bytes(16))
        draft = invitation(self.host.session, code, place)
        await self.host.keep(draft)
        id = draft.body["grant"]["id"]
        self.codes[id] = code
        return self.host.session.grants[id]

    async def seat(self, place: Place) -> str:
        """Somebody who has exchanged their code: the token."""
        grant = await self.invite(place)
        joined = await self.reception.join(
            "10.9.9.9", p.Join(code=self.codes[grant.id], name="Ana")
        )
        assert joined is not None
        self.tokens[grant.id] = joined.token
        return joined.token

    async def open(self, buffer: int = 0) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A connection; with a small buffer what is not read is soon felt at the other end."""
        sock = socket.socket()
        if buffer:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        sock.setblocking(False)
        await asyncio.get_running_loop().sock_connect(sock, ("127.0.0.1", self.port))
        name = "" if self.context else None
        opened = await asyncio.open_connection(sock=sock, ssl=self.context, server_hostname=name)
        self._writers.append(opened[1])
        return opened

    def empty(self) -> None:
        """Everybody hangs up."""
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()

    async def says(self, raw: bytes, *more: bytes, until: float = GUARD) -> bytes:
        """All that is answered to these bytes, until the host hangs up."""
        reader, writer = await self.open()
        try:
            async with asyncio.timeout(until):
                for part in (raw, *more):
                    writer.write(part)
                    await asyncio.sleep(0.02)
                return await all_of(reader)
        finally:
            writer.transport.abort()

    async def gets(self, path: str, **headers: str) -> Answer:
        return Answer(await self.says(request("GET", path, headers=headers)))

    async def joins(self, body: bytes | dict[str, Any], **headers: str) -> Answer:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        return Answer(await self.says(request("POST", "/join", raw, headers)))

    async def knocks(self, *authorization: str, path: str = "/play", **headers: str) -> Answer:
        """What the door of the WebSocket answers; the connection ends with it."""
        raw = upgrade(path, *authorization, **headers)
        reader, writer = await self.open()
        try:
            writer.write(raw)
            async with asyncio.timeout(GUARD):
                head = await reader.readuntil(b"\r\n\r\n")
                answer = Answer(head)
                length = int(answer.headers.get("content-length", 0))
                return Answer(head + await reader.readexactly(length))
        finally:
            writer.transport.abort()

    async def caller(self, token: str, hello: p.Hello | None = None, buffer: int = 0) -> Caller:
        """Somebody who has come in."""
        caller = await self.stranger(token, buffer)
        await caller.text((hello or p.Hello()).model_dump_json())
        await caller.until("welcome")
        return caller

    async def stranger(self, token: str, buffer: int = 0) -> Caller:
        """A WebSocket that has said nothing yet."""
        reader, writer = await self.open(buffer)
        writer.write(upgrade("/play", f"Bearer {token}"))
        async with asyncio.timeout(GUARD):
            head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 101 "), head
        return Caller(reader, writer)

    async def is_well(self) -> bool:
        try:
            return (await self.gets("/healthz")).status == 200
        except (ConnectionError, IndexError):
            return False

    async def is_empty(self) -> bool:
        return not self.host.attendance.connections

    async def is_deserted(self) -> bool:
        """Whether no socket is left of anybody."""
        return self.door.sockets == self.door.strangers == 0


class Shift:
    """Clocks that run, and can be moved on."""

    def __init__(self) -> None:
        self.by = 0.0
        self.times = Times(
            lambda: time.monotonic() + self.by,
            lambda: round((time.time() + self.by) * 1000),
            lambda: 0.0,
        )


@asynccontextmanager
async def street(
    path: Path, *places: Place, shift: Shift | None = None,
    credentials: Credentials | None = None, pace: float = 60.0, scenario: Path = TWO_DESKS,
    teams: tuple[str, ...] = ("team",),
) -> AsyncIterator[Street]:  # fmt: skip
    """A host at work, with somebody who holds a token for each of these places."""
    read = load(scenario)
    header = Header(
        secrets.token_hex(8), simulator.__version__, simulator.ENGINE, read.id, read.digest, 7,
        teams, pace=pace,
    )  # fmt: skip
    opened = folder.create(path / "session", scenario, header, disk=FastDisk())
    host = Host(opened, (shift or Shift()).times)
    sock = listen("127.0.0.1", 0)
    port = sock.getsockname()[1]
    opening = Draft("opened", body={"epoch": secrets.token_hex(4)})
    doors: list[Doorkeeper] = []

    def remembered(*args: Any) -> Doorkeeper:
        doors.append(Doorkeeper(*args))
        return doors[-1]

    async with AsyncExitStack() as stack:
        with patch.object(serving, "Doorkeeper", remembered):
            serves = served(host, sock, credentials, opening)
            reception = await stack.enter_async_context(serves)
        made = Street(host, reception, doors[0], port, opened.path)
        if credentials:
            made.credentials = credentials
            made.context = ssl.create_default_context(cafile=str(credentials.certificate))
            made.context.check_hostname = False
            made.context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        for place in places:
            await made.seat(place)
        try:
            yield made
        finally:
            made.empty()
