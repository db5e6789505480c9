"""What goes over a socket, byte by byte: requests, answers and frames, right ones and others."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import struct
from collections.abc import Awaitable, Callable
from typing import Any, Self, cast

from simulator.session import protocol as p

CONT, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
GUARD = 30.0
"""Seconds that nothing takes unless it hangs."""


class Answer:
    """An answer over HTTP. `same` is all of it that may not depend on why."""

    def __init__(self, raw: bytes) -> None:
        head, _, self.body = raw.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        self.status = int(first.split()[1]) if first else 0
        self.headers = dict(line.lower().split(": ", 1) for line in lines)
        self.lines = [first, *(line for line in lines if not line.lower().startswith("date:"))]

    @property
    def same(self) -> tuple[tuple[str, ...], bytes]:
        return tuple(self.lines), self.body


class Caller:
    """A WebSocket, frame by frame."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer
        self.code: int | None = None
        self.last = b""
        self.heard: list[dict[str, Any]] = []

    @property
    def transport(self) -> asyncio.Transport:
        return cast("asyncio.Transport", self.writer.transport)

    async def text(self, text: str) -> None:
        await self.raw(frame(TEXT, text.encode()))

    async def raw(self, *frames: bytes) -> None:
        self.writer.write(b"".join(frames))
        await self.writer.drain()

    async def frame(self) -> tuple[int, bytes]:
        """The next frame of the host; CLOSE with no payload where it hung up."""
        try:
            first, second = await self.reader.readexactly(2)
            size = second & 0x7F
            if size == 126:
                size = struct.unpack("!H", await self.reader.readexactly(2))[0]
            elif size == 127:
                size = struct.unpack("!Q", await self.reader.readexactly(8))[0]
            return first & 0x0F, await self.reader.readexactly(size)
        except (asyncio.IncompleteReadError, ConnectionError):
            return CLOSE, b""

    async def until(self, kind: str) -> dict[str, Any]:
        """The next message of this kind."""
        async with asyncio.timeout(GUARD):
            while True:
                message = await self.message()
                assert message is not None, f"closed with {self.code} before any {kind}"
                if message["type"] == kind:
                    return message

    async def message(self) -> dict[str, Any] | None:
        """The next message; None where the host has closed, and then `code` says why."""
        while True:
            opcode, payload = await self.frame()
            if opcode == CLOSE:
                self.code = struct.unpack("!H", payload[:2])[0] if payload else 1006
                return None
            if opcode == PING:
                await self.raw(frame(PONG, payload))
            if opcode == TEXT:
                self.last = payload
                self.heard.append(json.loads(payload))
                return self.heard[-1]

    async def ended(self, within: float = GUARD) -> int:
        """The code that the host closes with; 1006 where it hangs up without one."""
        async with asyncio.timeout(within):
            while await self.message() is not None:
                pass
        assert self.code is not None
        return self.code

    async def asks(self, message: dict[str, Any]) -> dict[str, Any]:
        await self.text(json.dumps(message))
        while (answer := await self.until("answer"))["id"] != message["id"]:
            pass
        return answer

    async def still_there(self) -> Self:
        """Whether a ping is answered."""
        payload = os.urandom(4)
        await self.raw(frame(PING, payload))
        async with asyncio.timeout(GUARD):
            while (got := await self.frame()) != (PONG, payload):
                assert got[0] != CLOSE, "it was closed"
        return self

    def hangs_up(self) -> None:
        self.writer.transport.abort()


async def eventually(so: Callable[[], Awaitable[bool]]) -> None:
    """Until it is so; for what only the other end knows."""
    async with asyncio.timeout(GUARD):
        while not await so():  # noqa: ASYNC110 there is nothing to wait for here
            await asyncio.sleep(0.02)


async def all_of(reader: asyncio.StreamReader) -> bytes:
    """All that comes until the other end hangs up, however it does."""
    got = b""
    try:
        while part := await reader.read(65_536):
            got += part
    except ConnectionError:
        pass
    return got


def request(
    method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
) -> bytes:
    given = {"Host": "127.0.0.1", **(headers or {})}
    if body or method == "POST":
        given.setdefault("Content-Length", str(len(body)))
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in given.items())]
    return "\r\n".join((*lines, "", "")).encode("latin-1") + body


def upgrade(path: str, *authorization: str, **headers: str) -> bytes:
    """A request for a WebSocket, with these headers and as many of `Authorization`."""
    given = {
        "Host": "127.0.0.1", "Upgrade": "websocket", "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13", "Sec-WebSocket-Protocol": p.SUBPROTOCOL,
        "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
    }  # fmt: skip
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"GET {path} HTTP/1.1"]
    lines += [f"{name}: {value}" for name, value in given.items() if value]
    lines += [f"Authorization: {shown}" for shown in authorization]
    return "\r\n".join((*lines, "", "")).encode("latin-1")


def frame(
    opcode: int, payload: bytes = b"", *, fin: bool = True, masked: bool = True, rsv: int = 0,
    size: int | None = None,
) -> bytes:  # fmt: skip
    """A frame as a client sends it, or as none should."""
    size = len(payload) if size is None else size
    head = bytes([(0x80 if fin else 0) | rsv << 4 | opcode])
    mark = 0x80 if masked else 0
    if size < 126:
        head += bytes([mark | size])
    elif size < 1 << 16:
        head += bytes([mark | 126]) + struct.pack("!H", size)
    else:
        head += bytes([mark | 127]) + struct.pack("!Q", size)
    if not masked:
        return head + payload
    key = os.urandom(4)
    return head + key + bytes(byte ^ key[n % 4] for n, byte in enumerate(payload))
