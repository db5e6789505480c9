"""A network between clients and a host that loses, delays, repeats and cuts as a test says."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any

from websockets.exceptions import ConnectionClosedError

from simulator.session import protocol as p
from simulator.session.client.line import Line
from simulator.session.client.memory import Memory
from simulator.session.client.status import FINAL
from simulator.session.host.web import Visit
from simulator.session.host.wire import LET_IN, PART
from tests.simulator.session.wire.house import House

GONE = -1


class Wire:
    """One connection to a host. What either end says waits in `up` and `down` until it is
    carried; `code` is the host's close code, `status` its answer where it let nobody in."""

    def __init__(self, house: House, token: str) -> None:
        self.up: deque[str] = deque()
        self.down: deque[str | int] = deque()
        self.opened = asyncio.Event()
        self.status = 0
        self.code: int | None = None
        self.cut = False
        self.noticed = False
        self._to_host: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.to_client: asyncio.Queue[str | int] = asyncio.Queue()
        self._to_host.put_nowait({"type": "websocket.connect"})
        scope: dict[str, Any] = {
            "type": "websocket",
            "path": "/play",
            "headers": [(b"authorization", b"Bearer " + token.encode())],
            "subprotocols": [p.SUBPROTOCOL],
            "client": ("10.0.0.1", 1),
            LET_IN: lambda: None,
            PART: self.notice,
        }
        visit = Visit(house.host, house.reception, scope, self._to_host.get, self._send)
        self.visit = asyncio.ensure_future(visit.serve())

    async def _send(self, message: Any) -> None:
        if self.noticed:
            raise ConnectionResetError
        if message["type"] == "websocket.http.response.start":
            self.status = message["status"]
        if message["type"] in ("websocket.accept", "websocket.http.response.start"):
            self.opened.set()
        elif message["type"] == "websocket.send":
            self.down.append(message["text"])
        elif message["type"] == "websocket.close":
            self.down.append(message["code"])
            self._to_host.put_nowait({"type": "websocket.disconnect", "code": message["code"]})

    def say(self, text: str) -> None:
        if self.cut:
            raise ConnectionClosedError(None, None)
        self.up.append(text)

    def carry_up(self, most: int = 1, *, twice: bool = False) -> None:
        """Let the host hear what has been said; after a cut it may still be on its way."""
        while self.up and most and not self.noticed:
            text = self.up.popleft()
            for _ in range(2 if twice else 1):
                self._to_host.put_nowait({"type": "websocket.receive", "text": text})
            most -= 1

    def carry_down(self, most: int = 1) -> None:
        while self.down and most and not self.cut:
            self.to_client.put_nowait(self.down.popleft())
            most -= 1

    def lose(self) -> None:
        """The client loses the connection, and what was on the way to it."""
        if not self.cut:
            self.cut = True
            self.down.clear()
            self.to_client.put_nowait(GONE)

    def abort(self) -> None:
        """The client hangs up."""
        self.lose()

    def notice(self) -> None:
        """The host notices that the connection is lost."""
        self.lose()
        self.noticed = True
        self.up.clear()
        self._to_host.put_nowait({"type": "websocket.disconnect", "code": 1006})

    async def __aenter__(self) -> Socket:
        await self.opened.wait()
        return Socket(self)

    async def __aexit__(self, *exc: object) -> None:
        self.lose()


class Socket:
    """A wire as a line sees it."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self.transport = wire
        self.close_code: int | None = None

    async def send(self, text: str) -> None:
        self._wire.say(text)

    def __aiter__(self) -> Socket:
        return self

    async def __anext__(self) -> str:
        got = await self._wire.to_client.get()
        if isinstance(got, str):
            return got
        if got == GONE:
            raise ConnectionClosedError(None, None)
        self.close_code = got
        raise StopAsyncIteration


class WiredLine(Line):
    """The client's own line, over such wires; it calls while `calls` is set."""

    def __init__(self, house: House, memory: Memory) -> None:
        super().__init__(memory)
        self.house = house
        self.wires: list[Wire] = []
        self.calls = asyncio.Event()
        self.calls.set()
        self.task = asyncio.ensure_future(self.run())

    async def _visit(self) -> None:
        await self.house.up.wait()
        await self.calls.wait()
        wire = Wire(self.house, self.memory.token)
        self.wires.append(wire)
        async with wire as socket:
            talking: Any = socket
            await self._talk(talking)
            if socket.close_code in FINAL:
                self._end(socket.close_code)
