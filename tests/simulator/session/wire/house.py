"""A host inside of a test: its time is moved by hand, and it takes a turn when it is told to."""

from __future__ import annotations

import asyncio
import json
import secrets
from pathlib import Path
from typing import Any

import simulator
from simulator.scenario.load import load
from simulator.session import folder
from simulator.session import protocol as p
from simulator.session.drafting import Place, invitation
from simulator.session.grants import Grant, code_of
from simulator.session.host import outgoing
from simulator.session.host.connection import Connection
from simulator.session.host.host import Host
from simulator.session.host.reception import Listener, Reception
from simulator.session.host.timekeeping import Times
from simulator.session.journal.disk import CHUNK, Disk
from simulator.session.journal.record import Draft, Header

TWO_DESKS = Path(__file__).with_name("two-desks.yaml")
CONTROL, NORTH, SOUTH = (
    Place("control"),
    Place("player", "team", "north"),
    Place("player", "team", "south"),
)


class FastDisk(Disk):
    """Says that all is synced, and sets no room aside: these tests take away neither."""

    def sync(self, file: int) -> None:
        pass

    def write(self, file: int, data: bytes) -> None:
        if len(data) < CHUNK:
            super().write(file, data)


class Hands:
    """The hands that move the clocks of a host."""

    def __init__(self) -> None:
        self.wall, self.utc, self.asleep = 1000.0, 1_800_000_000_000, 0.0
        self.times = Times(lambda: self.wall, lambda: self.utc, lambda: self.asleep)

    def move(self, seconds: float) -> None:
        self.wall += seconds
        self.utc += round(seconds * 1000)


class House:
    """A session and whoever hosts it now; after `fall`, `rise` hosts it again from its folder."""

    def __init__(
        self, path: Path, teams: tuple[str, ...] = ("team",), pace: float = 60.0,
        scenario: Path = TWO_DESKS, bot_after: float | None = None,
    ) -> None:  # fmt: skip
        self.path = path
        self.hands = Hands()
        self.up = asyncio.Event()
        self.codes: dict[str, str] = {}
        self.tokens: dict[str, str] = {}
        self._bot_after = bot_after
        read = load(scenario)
        header = Header(
            "house", simulator.__version__, simulator.ENGINE, read.id, read.digest, 7, teams,
            pace=pace,
        )  # fmt: skip
        self._host(folder.create(path, scenario, header, disk=FastDisk()))

    def _host(self, opened: folder.Opened) -> None:
        self.host = Host(opened, self.hands.times, self._bot_after)
        self.reception = Reception(self.host)

    @property
    def session(self) -> Any:
        return self.host.session

    @property
    def session_records(self) -> int:
        return int(self.host.opened.journal.seq)

    async def open(self, *places: Place) -> None:
        """Begin to host, with these invited and holding their tokens, by the id of their grant."""
        await self.has_kept(Draft("opened", body={"epoch": secrets.token_hex(4)}))
        self.up.set()
        for place in places:
            await self.seat(place)

    async def seat(self, place: Place, name: str = "Ana") -> Grant:
        """Somebody who was invited there and has exchanged the code."""
        grant = await self.invite(place)
        joined = await self.does(
            self.reception.join("10.0.0.1", p.Join(code=self.codes[grant.id], name=name))
        )
        assert joined is not None
        self.tokens[grant.id] = joined.token
        return self.session.grants[grant.id]

    async def invite(self, place: Place) -> Grant:
        code = code_of(secrets.token_bytes(16))
        draft = invitation(self.session, code, place)
        await self.has_kept(draft)
        id = draft.body["grant"]["id"]
        self.codes[id] = code
        return self.session.grants[id]

    async def has_kept(self, *drafts: Draft) -> None:
        await self.does(self.host.keep(*drafts))

    async def does(self, wish: Any) -> Any:
        """What comes of this, while the host takes its turns."""
        task = asyncio.ensure_future(wish)
        for _ in range(100):
            if task.done():
                break
            await self.turn()
        assert task.done(), "the host does not answer"
        return task.result()

    async def turn(self, seconds: float = 0.0) -> None:
        """Let so much time pass, and the host do once what it has to."""
        await settled()
        self.hands.move(seconds)
        await self.host.turn(await self.host._batch(self.hands.wall))
        await self.host.pulse()
        await settled()

    async def passes(self, seconds: float) -> None:
        """Let time pass beat by beat, as it does."""
        for _ in range(round(seconds)):
            await self.turn(1.0)

    def fall(self) -> None:
        """The host is killed: nothing more is written, its files and its lock are free."""
        self.up.clear()
        self.host.ended.set()
        self.host._turn_away()
        self.host.keeping.end()

    async def rise(self) -> None:
        self._host(folder.open_(self.path, disk=FastDisk()))
        await self.open()

    async def guest(self, grant: str, hello: p.Hello | None = None) -> Guest:
        """Somebody who has come in with the token of this grant."""
        known = self.reception.known("10.0.0.1", self.tokens[grant])
        assert known is not None
        connection = await self.does(self.reception.enter(known, hello or p.Hello()))
        return Guest(self, connection)

    def fresh_view(self, team: str, role: str) -> dict[str, Any]:
        """What a role would be told if it saw everything for the first time now."""
        eyes = outgoing.Eyes(team, role, "en")
        if not role:
            return dict(self.host.looking.through(eyes, self.host.alarms)()[1])
        return outgoing.role_view(self.session.teams[team], eyes)


class Guest:
    """A connection without a network: what is put into it can be read at once."""

    def __init__(self, house: House, connection: Connection) -> None:
        self.house = house
        self.connection = connection
        self.listener = Listener(house.host, connection)
        self.heard: list[dict[str, Any]] = []

    def says(self, message: dict[str, Any] | str) -> asyncio.Task[None]:
        """Send a message; the host hears it in its next turn."""
        text = message if isinstance(message, str) else json.dumps(message)
        return asyncio.ensure_future(self.listener.hear(text))

    async def asks(self, message: dict[str, Any] | str) -> list[dict[str, Any]]:
        """Send a message, and read all that comes until it was dealt with."""
        self.read()
        await self.house.does(self.listener.hear(
            message if isinstance(message, str) else json.dumps(message)
        ))  # fmt: skip
        return self.read()

    def read(self) -> list[dict[str, Any]]:
        """What has come since the last time."""
        if self.connection.stale:
            self.house.host.boards.refresh(self.connection)
        new = [json.loads(text) for text in self.connection.take()]
        self.connection.sent()
        self.heard += new
        return new

    def leaves(self) -> None:
        self.house.reception.leave(self.connection)


def note(id: str, text: str) -> dict[str, Any]:
    return {"type": "ask", "id": id, "command": {"ask": "note", "text": text}}


def do(id: str, act: str, **named: Any) -> dict[str, Any]:
    return {"type": "do", "id": id, "act": {"act": act, **named}}


def new_id() -> str:
    return secrets.token_hex(16)


async def settled() -> None:
    """Let all tasks that can go on do so."""
    for _ in range(8):
        await asyncio.sleep(0)
