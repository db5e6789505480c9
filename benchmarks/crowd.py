"""Many clients in one process of their own: bare sockets, so that only the host is measured.

It is told what to do in lines of JSON on standard input, and answers in lines on standard output.
"""

from __future__ import annotations

import asyncio
import json
import resource
import selectors
import socket
import ssl
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import asynccontextmanager
from typing import Any, Final

from benchmarks.hosted import note
from simulator.session.protocol import SUBPROTOCOL, Hello

TEXT_FRAME, PING_FRAME, PONG_FRAME = 1, 9, 10
NO_MASK: Final = bytes(4)
"""Masking with zeros leaves a message as it is, and costs nothing."""

AT_THE_DOOR: Final = 100
"""Connect together; a host lets only so many strangers wait."""

UPGRADE: Final = (
    "GET /play HTTP/1.1\r\nHost: kulla\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Protocol: {protocol}\r\nAuthorization: Bearer {token}\r\n\r\n"
)


def framed(payload: bytes, kind: int = TEXT_FRAME, masked: bool = False) -> bytes:
    """A whole WebSocket frame."""
    size, mask = len(payload), 0x80 if masked else 0
    length = bytes([mask | size]) if size < 126 else bytes([mask | 126]) + size.to_bytes(2, "big")
    return bytes([0x80 | kind]) + length + (NO_MASK if masked else b"") + payload


class Client:
    """One connection. `got` are the texts that came with the last read."""

    __slots__ = ("_rest", "asked", "socket")

    def __init__(self, connected: socket.socket) -> None:
        self.socket = connected
        self.asked = 0
        self._rest = b""

    def knock(self, token: str) -> None:
        told = UPGRADE.format(protocol=SUBPROTOCOL, token=token)
        self.socket.sendall(told.encode())

    def greet(self) -> None:
        """Once the door has been opened."""
        answer = b""
        while not answer.endswith(b"\r\n\r\n"):
            answer += self.socket.recv(1)
        assert b" 101 " in answer, answer
        self.say(Hello().model_dump_json().encode())

    def look(self) -> None:
        """Wait for the first view."""
        seen = 0
        while seen < 2:
            seen += len([*self.texts()])

    def say(self, payload: bytes) -> None:
        self.socket.sendall(framed(payload, masked=True))

    def texts(self) -> Iterator[bytes]:
        """The messages that have come; a ping is answered."""
        self._rest += self._read()
        while len(self._rest) >= 2:
            kind, size, start = self._rest[0] & 15, self._rest[1] & 127, 2
            if size > 125:
                wide = 2 if size == 126 else 8
                size, start = int.from_bytes(self._rest[2 : 2 + wide], "big"), 2 + wide
            if len(self._rest) < start + size:
                return
            payload, self._rest = self._rest[start : start + size], self._rest[start + size :]
            if kind == PING_FRAME:
                self.socket.sendall(framed(payload, PONG_FRAME, masked=True))
            elif kind == TEXT_FRAME:
                # Who else has come to the same seat is no part of what is measured.
                if not payload.startswith(b'{"type":"company"'):
                    yield payload
            else:
                raise ConnectionError(f"closed: {payload!r}")

    def _read(self) -> bytes:
        try:
            data = self.socket.recv(1 << 16)
            while isinstance(self.socket, ssl.SSLSocket) and self.socket.pending():
                data += self.socket.recv(1 << 16)
        except ssl.SSLWantReadError:
            return b""
        if not data:
            raise ConnectionError("the host has hung up")
        return data


class Clients:
    """All of one process."""

    def __init__(self) -> None:
        self._all: list[Client] = []
        self._selector = selectors.DefaultSelector()

    def come(self, port: int, tokens: list[str], tls: bool = False) -> dict[str, Any]:
        """Connect, each with its own token; with an empty one to what is no host."""
        context = _trusting() if tls else None
        for first in range(0, len(tokens), AT_THE_DOOR):
            group = tokens[first : first + AT_THE_DOOR]
            clients = [_connected(port, context) for _ in group]
            if group[0]:
                for client, token in zip(clients, group, strict=True):
                    client.knock(token)
                for enter in (Client.greet, Client.look):
                    for client in clients:
                        enter(client)
            for client in clients:
                client.socket.setblocking(False)
                self._selector.register(client.socket, selectors.EVENT_READ, client)
            self._all += clients
        return {"clients": len(self._all)}

    def hear(self) -> dict[str, Any]:
        """Until each has got a message: when the last did, and how long it was."""
        waiting, size, last = set(self._all), 0, 0.0
        while waiting:
            for client, texts in self._heard():
                if texts and client in waiting:
                    waiting.remove(client)
                    size, last = len(texts[-1]), time.monotonic()
        return {"last": last, "size": size}

    def ask(self, each: int) -> dict[str, Any]:
        """Each asks so often, the next as soon as it has its answer: how long it took in all."""
        begun = time.monotonic()
        for client in self._all:
            client.asked = 0
            client.say(_asked())
        left = each * len(self._all)
        while left:
            for client, texts in self._heard():
                for _ in filter(_is_answer, texts):
                    left -= 1
                    client.asked += 1
                    if client.asked < each:
                        client.say(_asked())
        return {"seconds": time.monotonic() - begun}

    def _heard(self) -> Iterator[tuple[Client, list[bytes]]]:
        ready = self._selector.select(timeout=20)
        if not ready:
            raise TimeoutError("the host says nothing")
        for key, _ in ready:
            yield key.data, [*key.data.texts()]


def _trusting() -> ssl.SSLContext:
    """Takes whatever certificate it is shown; nothing is secret here."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def _connected(port: int, context: ssl.SSLContext | None) -> Client:
    plain = socket.create_connection(("127.0.0.1", port))
    plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return Client(context.wrap_socket(plain) if context else plain)


def _asked() -> bytes:
    return json.dumps(note()).encode()


def _is_answer(text: bytes) -> bool:
    if text.startswith(b'{"type":"answer"'):
        assert b'"done":true' in text, text
        return True
    return False


class Crowd:
    """That process, seen from the one that measures."""

    def __init__(self, process: Process) -> None:
        self._process = process

    async def do(self, order: str, **how: Any) -> dict[str, Any]:
        """Have it do something; its answer."""
        return await self.begin(order, **how)()

    def begin(self, order: str, **how: Any) -> Callable[[], Awaitable[dict[str, Any]]]:
        """Have it begin with something; what is given back waits for its answer."""
        told, heard = self._process.stdin, self._process.stdout
        assert told is not None
        assert heard is not None
        told.write(json.dumps([order, how]).encode() + b"\n")

        async def answered() -> dict[str, Any]:
            line = await heard.readline()
            assert line, "the crowd has gone"
            return dict(json.loads(line))

        return answered


@asynccontextmanager
async def crowd() -> AsyncIterator[Crowd]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.crowd", stdin=PIPE, stdout=PIPE, limit=1 << 20
    )
    try:
        yield Crowd(process)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def allow_sockets(number: int) -> None:
    """Raise this process's limit of open files where the system lets it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < number <= hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (number, hard))


def main(lines: Iterable[str]) -> None:
    clients = Clients()
    orders: dict[str, Callable[..., dict[str, Any]]] = {
        "come": clients.come, "hear": clients.hear, "ask": clients.ask,
    }  # fmt: skip
    allow_sockets(4_096)
    for line in lines:
        order, how = json.loads(line)
        print(json.dumps(orders[order](**how)), flush=True)


if __name__ == "__main__":
    main(sys.stdin)
