"""The host's doors: joining and health over HTTP, playing over a WebSocket."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, MutableMapping
from functools import partial
from ipaddress import ip_address
from typing import Any, Final

from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Match, Route

import simulator
from simulator.engine.errors import Refused
from simulator.session import protocol as p
from simulator.session.host.connection import Connection
from simulator.session.host.errand import NotKept
from simulator.session.host.host import Host
from simulator.session.host.logs import log
from simulator.session.host.metrics import exposition
from simulator.session.host.reception import Listener, Reception, Shut
from simulator.session.host.wire import AT_ONCE, LET_IN, PART
from simulator.session.limits import MESSAGE_BYTES, STRANGER_SECONDS
from simulator.session.strict import Malformed, parse

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

PLAY: Final = "/play"

NO_ENTRY: Final = (401, "no entry\n")
LATER: Final = (503, "the host can't keep anything now; try again\n")
TOO_MANY: Final = (429, "too many tries; wait a minute\n")
WAIT: Final = {"Retry-After": "60"}


def application(host: Host, reception: Reception) -> Starlette:
    """What uvicorn serves for this host."""
    served = Starlette(
        routes=[
            Route("/healthz", _healthy),
            Route("/readyz", partial(_ready, host)),
            Route("/version", _version),
            Route("/metrics", partial(_metrics, host, reception)),
            Route("/join", partial(_join, reception), methods=["POST"]),
            PlayRoute(host, reception),
        ]
    )
    served.router.redirect_slashes = False
    return served


class PlayRoute(BaseRoute):
    """Plain ASGI: a thousand clients are served without an object of a framework for each."""

    def __init__(self, host: Host, reception: Reception) -> None:
        self._host = host
        self._reception = reception

    def matches(self, scope: Any) -> tuple[Match, Scope]:
        play = scope["type"] == "websocket" and scope["path"] == PLAY
        return (Match.FULL, {}) if play else (Match.NONE, {})

    async def handle(self, scope: Any, receive: Receive, send: Send) -> None:
        await Visit(self._host, self._reception, scope, receive, send).serve()


class Visit:
    """One client's WebSocket from its first byte to its last."""

    def __init__(
        self, host: Host, reception: Reception, scope: Scope, receive: Receive, send: Send
    ) -> None:
        self._host = host
        self._reception = reception
        self._scope = scope
        self._receive = receive
        self._send = send
        self._let_in: Callable[[], object] = scope.get(LET_IN, lambda: None)
        self._part: Callable[[], object] = scope.get(PART, lambda: None)
        self._at_once: Callable[[str], bool] = scope.get(AT_ONCE, lambda text: False)

    async def serve(self) -> None:
        headers, address = Headers(scope=dict(self._scope)), _address(self._scope)
        await self._receive()
        if "origin" in headers or p.SUBPROTOCOL not in self._scope["subprotocols"]:
            await self._deny(403, "only Kulla's own clients play here\n")
            return
        if not self._reception.may_try(address):
            await self._deny(*TOO_MANY, WAIT)
            return
        grant = self._reception.known(address, _token(headers))
        if grant is None:
            log("token refused", address=address)
            await self._deny(*NO_ENTRY)
            return
        await self._send({"type": "websocket.accept", "subprotocol": p.SUBPROTOCOL})
        try:
            hello = await self._hello()
            self._let_in()
            connection = await self._reception.enter(grant, hello)
        except Shut as shut:
            log("seat refused", seat=grant.id, code=shut.code)
            await self._close(shut.code)
        except NotKept:
            await self._close(p.RESTARTING)
        else:
            await self._play(connection)

    async def _play(self, connection: Connection) -> None:
        connection.when_closed = self._part
        connection.at_once = self._at_once
        log("came", seat=connection.grant.id)
        writing = asyncio.create_task(self._write(connection))
        try:
            await self._read(connection)
        finally:
            writing.cancel()
            self._host.measures.full_queues += connection.overflows
            self._reception.leave(connection)
            log("went", seat=connection.grant.id, code=connection.code)

    async def _read(self, connection: Connection) -> None:
        listener = Listener(self._host, connection)
        while connection.code is None:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return
            await listener.hear(message.get("text") or "")
        # The close is on its way; what still comes is not heard.
        while (await self._receive())["type"] == "websocket.receive":
            pass

    async def _write(self, connection: Connection) -> None:
        try:
            while True:
                await connection.ready()
                if connection.stale:
                    self._host.boards.refresh(connection)
                await self._send_on(connection)
                if connection.code is not None:
                    await self._close(connection.code)
                    return
        except OSError:
            # The client has gone; the reading side notices and ends the visit.
            return

    async def _send_on(self, connection: Connection) -> None:
        """All that waits. Apart, so that who waits for more doesn't hold on to what it sent."""
        for text in connection.take():
            await self._send({"type": "websocket.send", "text": text})
        connection.sent()

    async def _hello(self) -> p.Hello:
        """The first message. Raises Shut where it is no greeting, or does not come in time."""
        try:
            async with asyncio.timeout(STRANGER_SECONDS):
                message = await self._receive()
            hello = p.FROM_CLIENT.validate_python(parse(message.get("text") or ""))
        except TimeoutError:
            # It may be this host that was slow: whoever called may come back.
            raise Shut(p.TOO_SLOW) from None
        except (Malformed, ValidationError):
            raise Shut(p.MALFORMED) from None
        if not isinstance(hello, p.Hello):
            raise Shut(p.MALFORMED)
        return hello

    async def _close(self, code: int) -> None:
        await self._send({"type": "websocket.close", "code": code, "reason": ""})

    async def _deny(self, status: int, text: str, headers: dict[str, str] | None = None) -> None:
        told = [(name.encode(), value.encode()) for name, value in (headers or {}).items()]
        start = {"type": "websocket.http.response.start", "status": status, "headers": told}
        await self._send(start)
        await self._send({"type": "websocket.http.response.body", "body": text.encode()})


def _token(headers: Headers) -> str:
    """What a request shows to be let in by; empty where it is not one thing."""
    shown = headers.getlist("authorization")
    kind, _, token = shown[0].partition(" ") if len(shown) == 1 else ("", "", "")
    return token if kind.lower() == "bearer" else ""


def _address(scope: Scope) -> str:
    return str((scope.get("client") or ("",))[0])


def _here(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _plain(status: int, text: str) -> Response:
    return PlainTextResponse(text, status)


async def _healthy(request: Request) -> Response:
    return _plain(200, "ok\n")


async def _ready(host: Host, request: Request) -> Response:
    """Whether a command would be kept now."""
    ready = host.state == "writing"
    return _plain(200 if ready else 503, f"{host.state}\n")


async def _version(request: Request) -> Response:
    return JSONResponse({"kulla": simulator.__version__, "protocol": p.SUBPROTOCOL})


async def _metrics(host: Host, reception: Reception, request: Request) -> Response:
    """For this machine, and for control: to anybody else numbers tell what they may not know."""
    address = _address(request.scope)
    if not _here(address):
        grant = reception.may_try(address) and reception.known(address, _token(request.headers))
        if not grant or not grant.leads:
            return _plain(*NO_ENTRY)
    text = exposition(host)
    if text is None:
        return _plain(404, "metrics need the extra 'metrics': pip install 'kulla[metrics]'\n")
    return Response(text, media_type="text/plain; version=0.0.4")


async def _join(reception: Reception, request: Request) -> Response:
    address = _address(request.scope)
    if "origin" in request.headers:
        return _plain(403, "only Kulla's own clients join here\n")
    if not reception.may_try(address):
        return PlainTextResponse(TOO_MANY[1], TOO_MANY[0], headers=WAIT)
    try:
        asked = p.Join.model_validate(parse((await _body(request)).decode()))
        joined = await reception.join(address, asked)
    except (Malformed, ValidationError, UnicodeDecodeError, Refused):
        return _plain(400, "this is no request to join\n")
    except NotKept:
        return _plain(*LATER)
    if joined is None:
        log("code refused", address=address)
        return _plain(*NO_ENTRY)
    log("joined", seat=joined.grant)
    return JSONResponse(json.loads(joined.model_dump_json()), 201)


async def _body(request: Request) -> bytes:
    """The whole body. Raises Malformed where it is longer than a message may be."""
    body = b""
    try:
        async for part in request.stream():
            body += part
            if len(body) > MESSAGE_BYTES:
                raise Malformed("too long")
    except ClientDisconnect:
        raise Malformed("cut off") from None
    return body
