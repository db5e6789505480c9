"""What uvicorn leaves to others of WebSockets: limits on pings, on messages that never end.

What has come is parsed piece by piece, so that many small parts hold nobody else up, and no
socket outlives its close for long, whether its client reads or not.
"""

from __future__ import annotations

import asyncio
from functools import lru_cache
from struct import Struct
from typing import Any, Final

from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame, Opcode
from websockets.protocol import State

from simulator.session.host.rates import Allowance
from simulator.session.host.strangers import PIECE, Doorkeeper, Http
from simulator.session.limits import (
    CONTROL_FRAMES_A_SECOND,
    CONTROL_FRAMES_AT_ONCE,
    MESSAGE_BYTES,
    MESSAGE_SECONDS,
    STRANGER_SECONDS,
)
from simulator.session.protocol import NO_TEXT, TOO_FAST

LET_IN: Final = "kulla.let-in"
"""The key of a scope under which an application finds how to say that this is no stranger."""
PART: Final = "kulla.part"
"""And how to be rid of a client soon, also of one that doesn't read."""
AT_ONCE: Final = "kulla.at-once"
"""And how to send a text now, without waiting for anything, where the socket takes it."""

WRITE_BUFFER: Final = 64 * 1024
"""Bytes that may wait for the socket before whoever sends has to wait too."""
GRACE: Final = 0.5
"""Seconds in which a client may still read why its connection ends."""

_TEXT: Final = 0x80 | Opcode.TEXT
_USUAL: Final = Struct(">BBH").pack


class WebSocket(WebSocketsSansIOProtocol):
    """Control frames are counted, a message must be whole in time, and one waits at most."""

    doorkeeper: Doorkeeper
    _unfinished: asyncio.TimerHandle | None = None
    _stranger: asyncio.TimerHandle | None = None
    _parting: asyncio.TimerHandle | None = None
    _next: asyncio.Handle | None = None
    _rest = b""

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        # The same with TLS as without, so that a slow reader shows as early.
        transport.set_write_buffer_limits(WRITE_BUFFER)
        self.doorkeeper.sockets += 1
        wall = self.loop.time
        self._pings = Allowance(CONTROL_FRAMES_A_SECOND, CONTROL_FRAMES_AT_ONCE, wall)

    def expect_entry(self) -> None:
        """HTTP has handed the socket over; until it is let in it is still a stranger's, with some
        time to be accepted and as much again to say hello."""
        self.doorkeeper.strangers += 1
        self._stranger = self.loop.call_later(2 * STRANGER_SECONDS, self.transport.abort)
        if not self.handshake_initiated:
            # It was read as a request for a WebSocket, and is none.
            self.transport.abort()
        elif not self.handshake_complete:
            # Frames that come before they may would not be understood.
            self.transport.pause_reading()

    def let_in(self) -> None:
        if self._stranger is not None:
            self._stranger.cancel()
            self._stranger = None
            self.doorkeeper.strangers -= 1

    def part(self) -> None:
        """Be rid of the client soon, whether or not it reads what it was sent last."""
        if self._parting is None:
            self._parting = self.loop.call_later(GRACE, self.transport.abort)

    def connection_lost(self, exc: Exception | None) -> None:
        self.let_in()
        for timer in (self._parting, self._next, self._unfinished):
            if timer is not None:
                timer.cancel()
        self.doorkeeper.sockets -= 1
        super().connection_lost(exc)

    async def run_asgi(self) -> None:
        scope: Any = self.scope
        scope |= {LET_IN: self.let_in, PART: self.part, AT_ONCE: self.send_at_once}
        await super().run_asgi()
        self.part()

    def start_keepalive(self) -> None:
        """Called when the application has accepted."""
        self.transport.resume_reading()
        super().start_keepalive()

    def keepalive_timeout(self) -> None:
        super().keepalive_timeout()
        self.part()

    def shutdown(self) -> None:
        if self.conn.state is State.OPEN and not self.transport.is_closing():
            super().shutdown()
            self.part()
        else:
            self.transport.abort()

    async def send(self, message: Any) -> None:
        await self.writable.wait()
        if self.close_sent:
            raise ClientDisconnected
        await super().send(message)
        if self.close_sent:
            self.part()

    def send_at_once(self, text: str) -> bool:
        """Write a whole message where none before it still waits; whether it was written."""
        transport = self.transport
        if transport.get_write_buffer_size() or transport.is_closing() or self.close_sent:
            return False
        transport.write(_frame(text))
        return True

    async def receive(self) -> Any:
        message = await super().receive()
        if not self.read_paused:
            self._watch()
            if self._rest:
                self._parse_soon()
        return message

    def data_received(self, data: bytes) -> None:
        if self.handshake_initiated:
            self._rest += data
            self._parse_on()
        else:
            super().data_received(data)

    def _parse_soon(self) -> None:
        self.transport.pause_reading()
        if self._next is None:
            self._next = self.loop.call_soon(self._parse_on)

    def _parse_on(self) -> None:
        """Parse one more piece, unless a message waits to be heard."""
        self._next = None
        if not self._rest or self.read_paused:
            return
        piece, self._rest = self._rest[:PIECE], self._rest[PIECE:]
        super().data_received(piece)
        self._watch()
        if self.close_sent or self.transport.is_closing():
            self.part()
        if self._rest:
            self._parse_soon()
        elif not self.read_paused:
            self.transport.resume_reading()

    def _watch(self) -> None:
        """Give a message that has begun its time; none passes while another waits to be heard."""
        begun = bool(self.frames or self.conn.reader.buffer) and not self.read_paused
        if begun and self._unfinished is None:
            self._unfinished = self.loop.call_later(MESSAGE_SECONDS, self.transport.abort)
        elif self._unfinished is not None and not begun:
            self._unfinished.cancel()
            self._unfinished = None

    def handle_bytes(self, event: Frame) -> None:
        self._refuse(NO_TEXT)

    def handle_cont(self, event: Frame) -> None:
        super().handle_cont(event)
        if sum(map(len, self.frames)) > MESSAGE_BYTES or len(self.frames) > CONTROL_FRAMES_AT_ONCE:
            self._refuse(TOO_FAST)

    def handle_ping(self) -> None:
        super().handle_ping()
        if not self._pings.take():
            self._refuse(TOO_FAST)

    def handle_pong(self, event: Frame) -> None:
        super().handle_pong(event)
        if not self._pings.take():
            self._refuse(TOO_FAST)

    def _refuse(self, code: int) -> None:
        if self.close_sent:
            return
        self.conn.fail(code)
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code})
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self.transport.close()


def protocols(door: Doorkeeper) -> tuple[type[Http], type[WebSocket]]:
    """The classes with which uvicorn serves one host."""
    keeper = door

    class ItsHttp(Http):
        doorkeeper = keeper

    class ItsWebSocket(WebSocket):
        doorkeeper = keeper

    return ItsHttp, ItsWebSocket


@lru_cache(maxsize=1)
def _frame(text: str) -> bytes:
    """A whole, uncompressed text message of a server (RFC 6455, 5.2)."""
    payload = text.encode()
    size = len(payload)
    if 126 <= size < 1 << 16:
        return _USUAL(_TEXT, 126, size) + payload
    if size < 126:
        return bytes((_TEXT, size)) + payload
    return bytes((_TEXT, 127)) + size.to_bytes(8, "big") + payload
