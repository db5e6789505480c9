"""A host without sockets, and people who sit at its connections and forget nothing.

What a person was acknowledged is their own list, kept apart from all that the host keeps.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from simulator.engine.commands import Command
from simulator.session import acts, folder
from simulator.session import protocol as p
from simulator.session.asking import told
from simulator.session.delta import patched
from simulator.session.drafting import Place
from simulator.session.grants import Grant
from simulator.session.host.connection import Connection
from simulator.session.host.host import Host
from simulator.session.host.reception import Listener, Reception
from simulator.session.host.timekeeping import Times
from simulator.session.journal.disk import Disk
from simulator.session.journal.record import Draft
from tests.simulator.session.journal.scribe import FIRST_WATCH, MORNING, Scribe

T = TypeVar("T")


def template(path: Path) -> Path:
    """A session in which control and two watches have arrived, and nothing has begun."""
    scribe = Scribe.begin(path, FIRST_WATCH)
    scribe.sit(Place("control"), "Besa")
    for name in ("Arta", "Dritan"):
        scribe.sit(Place("player", "team", "watch"), name)
    scribe.keep_head()
    scribe.close()
    (path / "reserve").unlink()
    return path


class Stage:
    """One session, hosted again and again."""

    def __init__(self, path: Path, disk: Disk, seed: str = "stage") -> None:
        self.path = path
        self.disk = disk
        self.slept = 0.0
        self._dice = Random(seed)

    async def open(self) -> None:
        """Take the session up and let its host run. Raises what opening raises, and NotKept."""
        loop = asyncio.get_running_loop()
        opened = folder.open_(self.path, disk=self.disk)
        utc = max((grant.made for grant in opened.session.grants), default=MORNING)
        times = Times(loop.time, lambda: utc + int(loop.time() * 1000), lambda: self.slept)
        self.host = Host(opened, times)
        # Nothing waits for a thread, so that each story about a disk is the same every time.
        self.host.keeping._apart = at_once
        self.reception = Reception(self.host, self._dice.randbytes)
        self.running = asyncio.create_task(self.host.run())
        await self.host.keep(Draft("opened", body={"epoch": self._dice.randbytes(8).hex()}))

    async def stop(self) -> None:
        self.host.stop.set()
        await self.running

    @property
    def now(self) -> int:
        return self.host.session.teams["team"].now


class Person:
    """Asks for things, one at a time and in order, until each is answered; also after a crash.

    `answers` holds what was acknowledged; `heard` every state of the host they were told; `now` is
    the latest second that they saw, in whichever take.
    """

    def __init__(self, stage: Stage, grant: str) -> None:
        self.stage = stage
        self.id = grant
        self.outbox: list[p.Ask | p.Do] = []
        self.asked: dict[str, p.Ask | p.Do] = {}
        self.answers: dict[str, p.Answered] = {}
        self.heard: list[str] = []
        self.now = 0
        self.clock = p.ClockFace(now=0, turn=0, pace=1, stands="waiting")
        self.code: int | None = None
        self.alarmed = False
        self.room: dict[str, Any] = {}
        self._number, self._head = 0, ""
        self._connection: Connection | None = None
        self._listener: Listener | None = None

    @property
    def grant(self) -> Grant:
        return self.stage.host.session.grants[self.id]

    @property
    def here(self) -> bool:
        return self._connection is not None and self._connection.code is None

    async def come(self) -> None:
        """Connect, show what was seen, and ask again for what was not answered."""
        hello = p.Hello(answers=self._number, head=self._head, now=self.now)
        self._connection = await self.stage.reception.enter(self.grant, hello)
        self._listener = Listener(self.stage.host, self._connection)
        self.code = None
        self.heard.append("writing")
        self.read()
        await self.push()

    def ask(self, command: Command) -> str:
        return self._take(p.Ask(id=self._new_id(), command=told(command)))

    def do(self, act: acts.AnyAct) -> str:
        return self._take(p.Do(id=self._new_id(), act=act))

    def _new_id(self) -> str:
        return f"{self.id.replace('.', '-')}-{len(self.asked):016}"

    def _take(self, message: p.Ask | p.Do) -> str:
        self.outbox.append(message)
        self.asked[message.id] = message
        return message.id

    async def push(self) -> None:
        """Ask for what waits, while the host says that it can write."""
        while self.outbox and self.here and self._may_send(self.outbox[0]):
            assert self._listener is not None
            before = len(self.outbox)
            await self._listener.hear(self.outbox[0].model_dump_json())
            self.read()
            if len(self.outbox) == before:
                return

    def _may_send(self, message: p.Ask | p.Do) -> bool:
        closes = isinstance(message, p.Do) and isinstance(message.act, acts.Close)
        return closes or self.heard[-1] == "writing"

    def read(self) -> None:
        """Everything that has come."""
        if self._connection is None:
            return
        for text in self._connection.take():
            self._hear(p.FROM_HOST.validate_python(json.loads(text), strict=False))
        self._connection.sent()
        self.code = self._connection.code

    def _hear(self, message: p.HostSays) -> None:
        match message:
            case p.Answered():
                self._answered(message)
            case p.HostState():
                self.heard.append(message.state)
            case p.Company():
                pass  # Kept nowhere, so that nothing of it can be lost.
            case p.Welcome():
                assert self.alarmed or message.answers >= self._number
                self._number, self._head = message.answers, message.head
            case p.View(clock=None):
                self.room = message.view
            case p.News(clock=None):
                self.room = patched(self.room, message.changes)
            case p.View(clock=p.ClockFace() as clock) | p.News(clock=p.ClockFace() as clock):
                face = (clock.take, clock.now)
                assert self.alarmed or face >= (self.clock.take, self.clock.now)
                self.clock, self.now = clock, max(self.now, clock.now)
            case _:
                raise AssertionError(message)

    def _answered(self, answer: p.Answered) -> None:
        if answer.again:
            return
        assert answer.id == self.outbox[0].id
        assert answer.id not in self.answers
        del self.outbox[0]
        self.answers[answer.id] = answer
        if answer.answers > self._number:
            assert answer.answers == self._number + 1
            self._number, self._head = answer.answers, answer.head

    def leave(self) -> None:
        if self._connection:
            self.stage.reception.leave(self._connection)
        self._connection = self._listener = None


async def at_once(act: Callable[[], T]) -> T:
    """As a thread does it, but that nobody knows when that comes to it."""
    await asyncio.sleep(0)
    return act()


def people(stage: Stage) -> list[Person]:
    """Control and the two watches of the template."""
    return [Person(stage, id) for id in ("control-1", "watch-1", "watch-2")]


async def begun(path: Path, disk: Disk) -> tuple[Stage, list[Person]]:
    """Everybody is there, and the exercise runs."""
    stage = Stage(path, disk)
    await stage.open()
    there = people(stage)
    for person in there:
        await person.come()
    there[0].do(acts.Start())
    await there[0].push()
    await asyncio.sleep(1.1)
    return stage, there


async def back(stage: Stage, there: list[Person]) -> None:
    """There is room again: everybody is told, and what waited is kept."""
    await asyncio.sleep(1.2)
    for person in there:
        person.read()
        assert person.heard[-1] == "writing"
        await person.push()
        assert not person.outbox
    assert stage.host.state == "writing"
