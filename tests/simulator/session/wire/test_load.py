"""Many clients of one host, a process of its own on this machine: some stop reading, and it is
killed under all of them.

`make soak` has a hundred clients, and a thousand that come back.
"""

import asyncio
import os
import resource
import ssl
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.engine.commands import Note
from simulator.session import protocol as p
from simulator.session.client import memory
from simulator.session.client.line import Line
from simulator.session.client.sight import Gap, Sight
from tests.simulator.session.wire.crowd import THE_END, Client, joined, tasks, told, until
from tests.simulator.session.wire.program import program
from tests.simulator.session.wire.raw import request
from tests.simulator.session.wire.test_tls import issued

SOAK = int(os.environ.get("SOAK", "1"))
READERS, NOTES = (100, 300) if SOAK > 1 else (30, 100)
"""Clients, a fifth of which stop reading; and how much they are told meanwhile."""
LINES, KILLS = (1000, 5) if SOAK > 1 else (150, 1)
GUARD = 60.0 if SOAK == 1 else 900.0
MUCH = "x" * 7_900

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").exists(),
    reason="how much memory a process has is read from /proc",
)


@pytest.fixture(autouse=True)
def enough_files() -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = max(before[0], min(before[1], 4 * LINES + 500))
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


async def test_of_many_clients_over_tls_those_that_read_miss_nothing_and_the_others_are_dropped(
    tmp_path: Path,
):
    credentials = issued(tmp_path)
    context = ssl.create_default_context(cafile=str(credentials.certificate))
    context.check_hostname = False
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    limits = {"QUEUE_SECONDS": 2.0, "SEND_BUFFER": 16_384}
    with program(tmp_path, {"north": READERS}, **limits) as host:
        seats = [f"north-{number + 1}" for number in range(READERS)]
        clients = [await joined(host.invitations[seat], context) for seat in seats]
        slow, quick = clients[: READERS // 5], clients[READERS // 5 :]
        async with tasks(GUARD) as start:
            for client in quick:
                await client.call()
                start(client.follow())
            for client in slow:
                await (await client.call(buffer=4_096)).until("welcome")
                client.stops_reading()
            before = host.memory()
            await much_is_said(quick)
            await asyncio.gather(*(until(client, client.is_answered) for client in quick))
            await quick[0].ask(THE_END)
            await asyncio.gather(*(until(client, client.has_seen_the_end) for client in quick))
            for client in quick:
                assert client.seqs == list(range(client.seqs[0], client.seqs[-1] + 1))
            grown = host.memory() - before
            while await sockets(quick[0]) > len(quick):
                await much_is_said(quick, 5)
            for client in slow:
                await client.is_dropped()
                await client.call()
                start(client.follow())
                await until(client, client.has_seen_the_end)
            for client in clients:
                client.hangs_up()
    assert grown < 20_000 + 1_500 * len(slow) + 200 * len(quick), "kB"
    waited = [client.answers[id] - at for client in quick for id, at in client.asked.items()]
    report(f"{READERS} clients, a fifth slow: answered", waited)


async def sockets(client: Client) -> int:
    """How many have come in, as the host tells."""
    answer = await told(client.where, client.context, request("GET", "/metrics"))
    return round(float(answer.body.decode().partition("\nkulla_sockets ")[2].split()[0]))


async def much_is_said(clients: list[Client], times: int = NOTES) -> None:
    """Twenty times a second somebody writes as much as may be, and everybody is shown it."""
    for number in range(times):
        await clients[number % len(clients)].ask(f"{number} {MUCH}")
        await asyncio.sleep(0.05)


def report(what: str, seconds: list[float]) -> None:
    """What was measured, for whoever looks at the output; nothing depends on it."""
    ranked = sorted(seconds)
    at = {share: ranked[min(len(ranked) - 1, int(len(ranked) * share))] for share in (0.5, 0.99)}
    middle, slowest = (round(1000 * at[share]) for share in (0.5, 0.99))
    print(f"{what}: p50 {middle} ms, p99 {slowest} ms")  # noqa: T201 only looked at


class NoGap(Sight):
    """Nothing may be missing that the host did not know of."""

    gaps = 0

    def take(self, told: p.View | p.News) -> bool:
        try:
            return super().take(told)
        except Gap:
            self.gaps += 1
            raise


async def test_all_come_back_to_a_host_that_was_killed_and_nothing_is_missing(tmp_path: Path):
    wanted = {"north": LINES // 2, "south": LINES - LINES // 2}
    with program(tmp_path, wanted) as host:
        seats = [grant for grant in host.invitations if not grant.startswith("control")]
        many = asyncio.Semaphore(100)

        async def line(grant: str) -> Line:
            invitation = host.invitations[grant]
            async with many:
                client = await joined(invitation, None)
            made = Line(memory.Memory(str(invitation), "", grant, client.token))
            made.sight = NoGap(time.monotonic)
            return made

        lines = await asyncio.gather(*map(line, seats))
        async with tasks(GUARD) as start:
            for each in lines:
                start(each.run())
            await asyncio.gather(*map(settled, lines))
            ask_all(lines, seats, "before")
            await asyncio.gather(*map(settled, lines))
            sizes = [host.memory()]
            # It listens at one place of this machine, and has called nobody.
            here = f"0100007F:{host.invitations[seats[0]].port:04X}"
            assert host.sockets() == {(here, True), (here, False)}
            host.kill()
            for number in range(KILLS):
                # What is asked while the host is down, and what was on its way, waits.
                ask_all(lines, seats, f"while down {number}")
                began = time.monotonic()
                with program(tmp_path, wanted) as again:
                    seen = (number + 2) * (LINES // 2)
                    came = await asyncio.gather(*(settled(each, seen) for each in lines))
                    check(lines)
                    sizes.append(again.memory())
                waited = [at - began for at in came]
                report(f"{LINES} clients back, host at {sizes[-1]} kB: answered", waited)
    assert sizes[-1] < sizes[0] * 1.5 + 20_000, sizes
    everything_once(lines, seats)


def ask_all(lines: list[Line], seats: list[str], text: str) -> None:
    for line, seat in zip(lines, seats, strict=True):
        line.ask(Note(seat.partition("-")[0], f"{seat} {text}"))


async def settled(line: Line, notes: int = 0) -> float:
    """When it was connected again, all that it had asked was answered, and it has seen as much."""
    while (
        line.status.state != "connected"
        or line.waiting
        or line.sight._plain is None
        or len(notes_in(line)) < notes
    ):
        await line.change()
    return time.monotonic()


def notes_in(line: Line) -> list[str]:
    """What was noted, as the client sees it; not made a view of each time, for many look."""
    assert line.sight._plain is not None
    log = line.sight._plain["log"]
    return [entry["words"].partition(": ")[2] for entry in log if entry["kind"] == "note"]


def check(lines: list[Line]) -> None:
    for line in lines:
        assert isinstance(line.sight, NoGap)
        assert not line.sight.gaps
        assert all(answer.done for answer in line.answers)


def everything_once(lines: list[Line], seats: list[str]) -> None:
    texts = ["before", *(f"while down {number}" for number in range(KILLS))]
    for line, seat in zip(lines, seats, strict=True):
        role = seat.partition("-")[0]
        beside = [other for other in seats if other.startswith(role)]
        assert sorted(notes_in(line)) == sorted(f"{it} {text}" for it in beside for text in texts)
        assert len({answer.id for answer in line.answers}) == len(line.answers) == KILLS + 1
