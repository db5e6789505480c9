"""Those who have shown no token: how many there may be, and plain HTTP, which is theirs.

A stranger has little time, from before TLS is agreed on, and one request. What has come is parsed
piece by piece, so that many small parts hold nobody else up.
"""

from __future__ import annotations

import asyncio
from typing import Any, Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from simulator.session.host.measuring import Measures
from simulator.session.limits import SOCKETS, STRANGER_SECONDS, STRANGERS

PIECE: Final = 1024
"""Bytes that are parsed at a stretch."""


class Doorkeeper:
    """Counts the connections of one host, and those of strangers among them."""

    def __init__(self, measures: Measures, most: int = SOCKETS) -> None:
        self.sockets = 0
        self.strangers = 0
        self._knocking = 0
        self._measures = measures
        self._most = most

    def has_room(self) -> bool:
        """Whether one more may come; then it is expected to."""
        knocking = self._knocking
        room = self.sockets + knocking < self._most and self.strangers + knocking < STRANGERS
        self._knocking += room
        self._measures.refused_sockets += not room
        return room

    def came(self) -> None:
        """A stranger is there."""
        self._knocking = max(0, self._knocking - 1)
        self.strangers += 1
        self.sockets += 1

    def went(self) -> None:
        """A stranger has gone, or become something else."""
        self.strangers -= 1
        self.sockets -= 1


class Http(H11Protocol):
    """A connection that has not become a WebSocket."""

    doorkeeper: Doorkeeper
    _patience: asyncio.TimerHandle | None = None
    _rest = b""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.doorkeeper.came()
        self._patience = self.loop.call_later(STRANGER_SECONDS, self._too_late)

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        if self._patience is None:
            transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        self._gone()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._rest += data
        self._parse_on()

    def _parse_on(self) -> None:
        piece, self._rest = self._rest[:PIECE], self._rest[PIECE:]
        if not piece or self.transport.is_closing() or self.transport.get_protocol() is not self:
            return
        super().data_received(piece)
        if self._rest:
            self.transport.pause_reading()
            self.loop.call_soon(self._parse_on)
        elif not self.flow.read_paused and self.transport.get_protocol() is self:
            self.transport.resume_reading()

    def handle_websocket_upgrade(self, event: Any) -> None:
        super().handle_websocket_upgrade(event)
        protocol: Any = self.transport.get_protocol()
        protocol.expect_entry()
        self._gone()

    def send_400_response(self, msg: str) -> None:
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            super().send_400_response(msg)
        else:
            self.transport.abort()

    def on_response_complete(self) -> None:
        """Nobody's second request hides behind a first."""
        self.transport.close()

    def shutdown(self) -> None:
        cycle: Any = self.cycle
        if cycle is None or cycle.response_complete:
            self.transport.abort()

    def _too_late(self) -> None:
        made: Any = self.transport
        if made is None:
            # TLS gives up by itself, and tells nobody.
            self._gone()
        else:
            made.abort()

    def _gone(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
            self.doorkeeper.went()
