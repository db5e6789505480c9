"""A host without sockets on which two people of control lead two watches."""

from __future__ import annotations

import asyncio
from pathlib import Path

from simulator.session import acts
from simulator.session.drafting import Place
from simulator.session.folder import JOURNAL
from simulator.session.journal.reading import read
from simulator.session.journal.record import Record
from simulator.session.protocol import Answered
from tests.simulator.session.durability.stage import Person, Stage
from tests.simulator.session.journal.scribe import FIRST_WATCH, Quick, Scribe

PULSE = 0.25
"""Seconds after which everybody has been told."""


def two_leading(path: Path) -> Path:
    scribe = Scribe.begin(path, FIRST_WATCH)
    for name in ("Arta", "Besa"):
        scribe.sit(Place("control"), name)
    for name in ("Dora", "Ejona"):
        scribe.sit(Place("player", "team", "watch"), name)
    scribe.keep_head()
    scribe.close()
    (path / "reserve").unlink()
    return path


class Evening:
    """`arta` and `besa` are of control, `dora` and `ejona` watch."""

    def __init__(self, path: Path) -> None:
        self.stage = Stage(path, Quick())
        ids = ("control-1", "control-2", "watch-1", "watch-2")
        self.people = [Person(self.stage, id) for id in ids]
        self.arta, self.besa, self.dora, self.ejona = self.people

    async def begin(self) -> None:
        await self.open()
        assert (await self.do(self.arta, acts.Start())).done

    async def open(self) -> None:
        await self.stage.open()
        for person in self.people:
            await person.come()
        await asyncio.sleep(1.1)

    async def crash(self) -> None:
        """The host dies where it stands."""
        self.stage.running.cancel()
        await asyncio.wait([self.stage.running])
        for person in self.people:
            person.leave()

    async def end(self) -> None:
        await self.stage.stop()

    async def do(self, who: Person, act: acts.AnyAct) -> Answered:
        return await self.answered(who, who.do(act))

    async def answered(self, who: Person, id: str) -> Answered:
        await who.push()
        return who.answers[id]

    async def at_once(self, *people: Person) -> None:
        """All that these want is asked in the same moment, in this order."""
        async with asyncio.TaskGroup() as asking:
            for person in people:
                for message in person.outbox:
                    assert person._listener is not None
                    asking.create_task(person._listener.hear(message.model_dump_json()))
        self.read()

    async def wait(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        self.read()

    def read(self) -> None:
        for person in self.people:
            person.read()

    def records(self, kind: str) -> list[Record]:
        written = read(self.stage.path / JOURNAL)
        return [record for record in written.records if record.draft.kind == kind]
