"""Killed at any moment, a host loses nothing that was acknowledged and does nothing twice.

Real processes, a real disk, real sockets, and clients that come back by themselves. The clients'
own lists and an oracle that reads the journal alone say what must be there. `SOAK=50` kills two
thousand times.
"""

import asyncio
import contextlib
import os
import signal
import socket
import statistics
import sys
import time
from collections.abc import AsyncIterator
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

import pytest

from simulator.scenario.load import load
from simulator.session import acts
from simulator.session.client import line
from simulator.session.drafting import Place
from simulator.session.folder import JOURNAL
from simulator.session.inspecting import verify
from tests.simulator.session.durability.crew import Sailor
from tests.simulator.session.durability.hosted import (
    GUARD,
    Standing,
    forked,
    host,
    recovering,
)
from tests.simulator.session.durability.oracle import Oracle
from tests.simulator.session.durability.prepared import EVERYTHING
from tests.simulator.session.journal.scribe import Scribe, lines_of

pytestmark = pytest.mark.skipif(
    os.name != "posix", reason="processes are forked and killed as POSIX has it"
)

SOAK = int(os.environ.get("SOAK", "1"))
KILLS = 20
"""Of each of the two ways on each voyage; forty in all."""
VOYAGES = pytest.mark.parametrize("number", range(SOAK))


@pytest.fixture(autouse=True)
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clients that come back as soon as they can, for what counts is what they do when there."""
    monkeypatch.setattr(line, "LONGEST_WAIT", 0.1)


class Voyage:
    """A session that is hosted, killed and hosted again, with its clients and its oracle."""

    def __init__(self, path: Path) -> None:
        scribe = Scribe.begin(path, EVERYTHING)
        control = scribe.sit(Place("control"))
        seats = [
            scribe.sit(Place("player", "team", role)) for role in scribe.session.scenario.roles
        ]
        scribe.do(control, acts.Start())
        scribe.keep_head()
        scribe.close()
        self.path = path
        self.port = free_port()
        self.oracle = Oracle(path / JOURNAL, load(EVERYTHING))
        self.oracle.follow()
        self.sailors = [
            Sailor(scribe, grant, self.port, busy=1 + n % 2)
            for n, grant in enumerate((control, *seats))
        ]
        self.ready: list[float] = []

    @contextlib.asynccontextmanager
    async def under_way(self) -> AsyncIterator[None]:
        async with asyncio.TaskGroup() as crew:
            tasks = [crew.create_task(sailor.sail()) for sailor in self.sailors]
            yield
            for task in tasks:
                task.cancel()

    async def leg(self, deadly: int, seconds: float) -> bool:
        """From the start of a host to its death; whether it had come to listen.

        It dies by its disk at operation `deadly`, or that many seconds after somebody is back.
        """
        begun = time.perf_counter()
        process, reports = forked(host, self.path, self.port, deadly)
        stands = await heard(reports)
        assert stands is None or isinstance(stands, Standing)
        self.check(stands)
        listened = stands is not None and await heard(reports) == "ready"
        if listened:
            self.ready.append(time.perf_counter() - begun)
        if not deadly:
            assert listened
            await self.back()
            await asyncio.sleep(seconds)
            os.kill(process.pid or 0, signal.SIGKILL)
        await asyncio.to_thread(process.join, GUARD)
        assert process.exitcode == -signal.SIGKILL
        process.close()
        return listened

    async def back(self) -> None:
        """Until some client has come back by itself."""
        lines = [sailor.line for sailor in self.sailors]
        while all(it.status.state != "connected" for it in lines):
            changes = [asyncio.ensure_future(it.change()) for it in lines]
            await asyncio.wait(changes, timeout=GUARD, return_when=asyncio.FIRST_COMPLETED)
            for change in changes:
                change.cancel()

    def check(self, stands: Standing | None) -> None:
        """All that was acknowledged is there, once, and was answered as it must be."""
        self.oracle.follow(stands.seq if stands else sys.maxsize)
        for sailor in self.sailors:
            for id, answer in sailor.told.items():
                if answer.answers:
                    known = self.oracle.outcomes[sailor.grant.id, id]
                    assert known[:3] == (answer.done, answer.code, answer.sentence)
        if stands:
            assert (stands.seq, stands.chain) == (self.oracle.seq, self.oracle.chain)
            assert stands.state == self.oracle.at(stands.now)

    async def home(self) -> None:
        """One more host, which is not killed before all is answered that was asked."""
        process, reports = forked(host, self.path, self.port, 0)
        assert isinstance(await heard(reports), Standing)
        assert await heard(reports) == "ready"
        async with asyncio.timeout(GUARD):
            await asyncio.gather(*(sailor.rest() for sailor in self.sailors))
        os.kill(process.pid or 0, signal.SIGKILL)
        await asyncio.to_thread(process.join, GUARD)
        process.close()

    def landed(self) -> None:
        """The balance at the end of the voyage."""
        for sailor in self.sailors:
            sailor.hear()
            assert sailor.told.keys() == sailor.asked.keys()
        self.check(None)
        verdict = verify(self.path)
        assert verdict.sound
        assert verdict.written is not None
        assert verdict.written.seq == self.oracle.seq
        (team,) = verdict.hashes.values()
        assert team == self.oracle.at(verdict.written.records[-1].draft.at)
        assert self.oracle.exercise is not None
        texts = [getattr(event, "text", "") for event in self.oracle.exercise.log]
        for sailor in self.sailors:
            for id, asked in sailor.asked.items():
                if asked.get("ask") == "note":
                    assert texts.count(str(asked["text"])) == sailor.told[id].done


async def heard(reports: Connection) -> object:
    """What a process reports next; None when it is dead."""

    def receive() -> object:
        assert reports.poll(GUARD)
        try:
            return reports.recv()
        except EOFError:
            return None

    return await asyncio.to_thread(receive)


def free_port() -> int:
    """One that nobody gets by chance while the host is down."""
    for port in Random().sample(range(20_000, 30_000), 100):
        with socket.socket() as tried, contextlib.suppress(OSError):
            tried.bind(("127.0.0.1", port))
            return port
    raise AssertionError


def report(voyage: Voyage) -> None:
    """`pytest -rP` shows it."""
    told = sum(len(sailor.told) for sailor in voyage.sailors)
    sys.stdout.write(
        f"{KILLS} kills, {told} acknowledged, {voyage.oracle.seq} records, "
        f"from fork to ready {statistics.median(voyage.ready):.3f} s, "
        f"at most {max(voyage.ready):.3f} s\n"
    )
    # So much must have been going on that the kills came in the middle of it.
    assert told > KILLS


@VOYAGES
async def test_killed_at_random_moments(tmp_path: Path, number: int):
    voyage, dice = Voyage(tmp_path / "session"), Random(f"kills/{number}")
    async with voyage.under_way():
        for _ in range(KILLS):
            await voyage.leg(0, dice.uniform(0, 0.12))
        await voyage.home()

    voyage.landed()
    report(voyage)


@VOYAGES
async def test_killed_by_its_disk_at_each_operation(tmp_path: Path, number: int):
    """The first ones fall into the time in which the session is taken up."""
    voyage = Voyage(tmp_path / "session")
    listened = 0
    async with voyage.under_way():
        for n in range(KILLS):
            listened += await voyage.leg(1 + (number * KILLS + n) * 3 % 100, 0)
        await voyage.home()

    voyage.landed()
    report(voyage)
    assert listened > KILLS // 2
    assert number > 0 or listened < KILLS


def test_killed_while_it_recovers_it_leaves_the_original_valid(tmp_path: Path):
    scribe = Scribe.begin(tmp_path / "session")
    scribe.sit(Place("control"))
    scribe.keep_head()
    scribe.close()
    before = [file.read_bytes() for file in sorted((tmp_path / "session").rglob("*.*"))]

    for n in range(1, 1000):
        process, reports = forked(recovering, tmp_path / "session", tmp_path / "saved", n)
        process.join(GUARD)
        done = process.exitcode == 0
        assert done or process.exitcode == -signal.SIGKILL
        assert [f.read_bytes() for f in sorted((tmp_path / "session").rglob("*.*"))] == before
        assert verify(tmp_path / "session").sound
        assert (tmp_path / "saved").exists() == done
        reports.close()
        if done:
            break

    assert n > 8
    assert verify(tmp_path / "saved").sound
    assert len(lines_of(tmp_path / "saved")) == len(lines_of(tmp_path / "session")) + 1
