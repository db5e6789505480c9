"""A host in memory and in virtual time: who is sent what is written down with its moment.

Four steps are a pulse: what people say in between is heard at once, what is shown waits for the
pulse. Nothing here sleeps, draws or reads a clock, so the same steps give the same bytes.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from simulator.scenario.scenario import Scenario
from simulator.session import protocol as p
from simulator.session.drafting import Place, invitation
from simulator.session.folder import JOURNAL, Opened
from simulator.session.grants import SECRET_BYTES, Grant, code_of
from simulator.session.host.host import Host
from simulator.session.host.reception import Reception
from simulator.session.host.timekeeping import Times
from simulator.session.journal import head
from simulator.session.journal.journal import Journal
from simulator.session.journal.reading import read
from simulator.session.journal.record import Draft, Header
from simulator.session.session import Session
from tests.simulator.session.secrecy.people import SECOND, Person
from tests.simulator.session.secrecy.shelf import OnShelf, Shelf, Unlocked

FOLDER = Path("session")
PULSE = 4
"""In steps."""
MORNING = 1_700_000_000_000


class Stage:
    """A session and its host. `people` are known by the label that a test gave them.

    `beaten` is whether the last step was a beat.
    """

    def __init__(self, scenario: Scenario, header: Header, bot_after: float | None = None) -> None:
        self.step = 0
        self.people: dict[str, Person] = {}
        self.beaten = False
        self.stirred = False
        self.shelf = Shelf()
        self._bot_after = bot_after
        self._tasks: list[asyncio.Task[Any]] = []
        self.times = Times(self.wall, lambda: MORNING + self.step * 25, lambda: 0.0)
        journal = Journal(FOLDER / JOURNAL, self.shelf, self._salt)
        journal.begin(header)
        self.host = self._host(Session(scenario, header), journal)

    def wall(self, step: int | None = None) -> float:
        return 1000 + (self.step if step is None else step) / SECOND

    def random(self, name: str) -> Callable[[int], bytes]:
        """Bytes that depend on the name and on how often it was asked for them alone."""
        count = 0

        def bytes_of(number: int) -> bytes:
            nonlocal count
            count += 1
            return sha256(f"{name}/{count}".encode()).digest()[:number]

        return bytes_of

    def _salt(self) -> str:
        """One for all: who is given a head made with a random one can tell nothing from it."""
        return "salt"

    def _host(self, session: Session, journal: Journal) -> Host:
        lock: Any = Unlocked()
        host = Host(Opened(FOLDER, session, journal, lock, self.shelf), self.times, self._bot_after)

        async def at_once(act: Callable[[], Any]) -> Any:
            return act()

        host.keeping._apart = at_once
        return host

    async def open(self, epoch: str) -> None:
        """The host takes the session up."""
        await self.finish(self.host.keep(Draft("opened", body={"epoch": epoch})))

    def code(self, label: str) -> str:
        return code_of(self.random(f"{label}/code")(SECRET_BYTES))

    async def invite(self, label: str, place: Place) -> None:
        draft = invitation(self.host.session, self.code(label), place)
        await self.finish(self.host.keep(draft))

    async def seat(self, label: str, place: Place) -> Person:
        """Invite somebody, who joins."""
        await self.invite(label, place)
        return await self.join(label, self.code(label))

    async def join(self, label: str, code: str) -> Person:
        reception = Reception(self.host, self.random(f"{label}/token"))
        joined = await self.finish(reception.join("address", p.Join(code=code, name=label)))
        assert joined is not None
        self.people[label] = Person(self, label, joined.grant, joined.token)
        return self.people[label]

    async def finish(self, wanted: Coroutine[Any, Any, Any]) -> Any:
        """Let the host do what somebody wants of it at this very step."""
        task = asyncio.get_running_loop().create_task(wanted)
        await self._hear()
        assert task.done()
        return task.result()

    async def go(self, steps: int = 1) -> None:
        """Let time pass."""
        for _ in range(steps):
            self.step += 1
            self.beaten = False
            if self.stirred:
                await self._hear()
            if self.step % PULSE == 0:
                await self._pulse()

    async def _pulse(self) -> None:
        await self.host.turn([])
        before = self.host._next_beat
        await self.host.pulse()
        self.beaten = self.host._next_beat != before
        await self._hear()

    async def _hear(self) -> None:
        """Do all that is asked at this step, as the host's loop does: as soon as it is asked."""
        host, self.stirred = self.host, False
        await _let_run()
        while batch := [host._errands.get_nowait() for _ in range(host._errands.qsize())]:
            await host.turn(batch)
            await _let_run()
        for person in self.people.values():
            for line in person.lines:
                line.read()

    async def crash(self, epoch: str) -> None:
        """The host dies without a word; another takes up what it left behind."""
        for person in self.people.values():
            for line in person.here:
                line.cut()
        for *_, waiting in self.host._newcomers:
            waiting.cancel()
        await _let_run()
        self.host = self._again()
        await self.open(epoch)

    def _again(self) -> Host:
        here: Any = OnShelf(bytes(self.shelf.files[FOLDER / JOURNAL]))
        written, before = read(here), self.host.session
        session = Session(before.scenario, before.header)
        for record in written.records:
            session.apply(record)
        kept = self.shelf.files.get(FOLDER / head.NAME)
        for name, second in json.loads(kept)["reached"].items() if kept else ():
            session.teams[name].advance(max(second, session.teams[name].now))
        journal = Journal(FOLDER / JOURNAL, self.shelf, self._salt)
        journal.go_on(written.seq, written.chain, written.length)
        return self._host(session, journal)

    async def end(self) -> None:
        for person in self.people.values():
            person.leave()
        await _let_run()

    def grant(self, label: str) -> Grant:
        return self.host.session.grants[self.people[label].grant]


async def _let_run() -> None:
    """Until everybody who can go on has done so."""
    for _ in range(2):
        await asyncio.sleep(0)


def run(play: Coroutine[Any, Any, Any]) -> Any:
    """Play to its end, in an event loop of its own."""
    with suppress(asyncio.CancelledError):
        return asyncio.run(play)
    raise AssertionError("the play was cancelled")
