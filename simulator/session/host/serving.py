"""Listening: sockets, TLS, uvicorn. From here on everything is asynchronous."""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from ipaddress import ip_address
from typing import Any, Final, NamedTuple

import uvicorn

from simulator.session import system
from simulator.session.errors import BadSession
from simulator.session.host.certificate import Credentials
from simulator.session.host.host import Host
from simulator.session.host.reception import Reception
from simulator.session.host.strangers import Doorkeeper
from simulator.session.host.web import application
from simulator.session.host.wire import protocols
from simulator.session.journal.record import Draft
from simulator.session.limits import (
    HEADER_BYTES,
    MESSAGE_BYTES,
    PING_SECONDS,
    SEND_BUFFER,
    SOCKETS,
    STRANGER_SECONDS,
)

OTHER_FILES: Final = 100
"""Of those a process may open, kept for all else than sockets."""


class Place(NamedTuple):
    """Where a host can be reached."""

    address: str
    port: int
    fingerprint: str = ""


class _Threshold(socket.socket):
    """A listening socket past which nobody comes who is one too many, not even to agree on TLS."""

    def __init__(self, listening: socket.socket, door: Doorkeeper) -> None:
        kind = listening.family, listening.type, listening.proto
        super().__init__(*kind, fileno=listening.detach())
        self.setblocking(False)
        self._door = door

    def accept(self) -> tuple[socket.socket, Any]:
        made, address = super().accept()
        if not self._door.has_room():
            made.close()
            raise ConnectionAbortedError
        return made, address


class _Server(uvicorn.Server):
    """Leaves the signals to the program, and gives a TLS handshake only a stranger's time."""

    def capture_signals(self) -> Any:
        return nullcontext()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await self.lifespan.startup()
        loop, config = asyncio.get_running_loop(), self.config

        def protocol() -> asyncio.Protocol:
            made: Any = config.http_protocol_class
            return made(config=config, server_state=self.server_state, app_state={}, _loop=loop)  # type: ignore[no-any-return]

        self.servers = [
            await loop.create_server(
                protocol, sock=sock, ssl=config.ssl, backlog=config.backlog,
                ssl_handshake_timeout=STRANGER_SECONDS if config.ssl else None,
            )
            for sock in sockets or ()
        ]  # fmt: skip
        self.started = True


def most_sockets() -> int:
    """As many as there may be, or fewer, so that files for the journal are always left."""
    files = system.most_open_files()
    return min(SOCKETS, files[0] - OTHER_FILES) if files else SOCKETS


def is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"


def listen(address: str, port: int) -> socket.socket:
    """A socket that listens there, on any free port for 0. Raises BadSession."""
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(
            address, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        # Without its protocol, asyncio would not see that it is TCP, and small messages would wait.
        found = socket.socket(family, kind, protocol)
    except OSError as error:
        raise BadSession(f"can't listen on {address}, port {port}: {error.strerror}") from error
    try:
        if not hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            # Elsewhere it would let two programs share a port.
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # Accepted sockets inherit it, so that a client that doesn't read is noticed early.
        found.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        found.bind(where)
        found.listen(2048)
    except OSError as error:
        found.close()
        raise BadSession(f"can't listen on {address}, port {port}: {error.strerror}") from error
    found.setblocking(False)
    return found


@asynccontextmanager
async def served(
    host: Host,
    sock: socket.socket,
    credentials: Credentials | None = None,
    opening: Draft | None = None,
) -> AsyncIterator[Reception]:
    """The host's loop and its doors, open for as long as this context; then closed in good order.

    Nobody comes in before `opening` is kept. Where the host ends by itself, `host.ended` is set;
    whoever holds the context leaves it then. Raises NotKept.
    """
    reception = Reception(host)
    door = Doorkeeper(host.measures, most_sockets())
    server = _Server(_config(host, reception, credentials, door))
    playing = asyncio.create_task(host.run())
    try:
        if opening:
            await host.keep(opening)
        guarded = _Threshold(sock, door)
        serving = asyncio.create_task(server.serve([guarded]))
        try:
            yield reception
        finally:
            host.stop.set()
            await asyncio.wait([playing])
            # What was put into the connections at the end still has a moment to leave.
            await asyncio.sleep(0.05)
            server.should_exit = True
            await serving
    finally:
        sock.close()
        host.stop.set()
        await playing


def _config(
    host: Host, reception: Reception, credentials: Credentials | None, door: Doorkeeper
) -> uvicorn.Config:
    http, websocket = protocols(door)
    context = credentials.context() if credentials else None
    return uvicorn.Config(
        application(host, reception), http=http, ws=websocket, lifespan="off", log_config=None,
        log_level=logging.CRITICAL, access_log=False, server_header=False, date_header=False,
        proxy_headers=False, ws_max_size=MESSAGE_BYTES, ws_ping_interval=PING_SECONDS,
        ws_ping_timeout=PING_SECONDS, ws_per_message_deflate=False, timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=HEADER_BYTES,
        ssl_certfile=credentials.certificate if credentials else None,
        ssl_context_factory=(lambda config, default: _given(context)) if credentials else None,
    )  # fmt: skip


def _given(context: ssl.SSLContext | None) -> ssl.SSLContext:
    assert context is not None
    return context
