"""Looking ahead beside the host: the same as here, never in the way, and gone when the host is."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from multiprocessing import active_children
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

import simulator
from simulator.engine.commands import CONTROL, Conclude, Hold
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.foresight import RUNS, Recipe, outlook, preview
from simulator.engine.views.foresight import Outlook
from simulator.scenario.library import shipped
from simulator.scenario.load import load
from simulator.session import folder
from simulator.session.drafting import Place, invitation
from simulator.session.host import oracle as oracles
from simulator.session.host.host import Host
from simulator.session.host.hosting import TIMES
from simulator.session.host.measuring import LIMITS
from simulator.session.host.oracle import Oracle, Unforeseen, Voided
from simulator.session.host.outgoing import Eyes
from simulator.session.journal.record import Draft, Header
from tests.simulator.session.programs import GUARD, Programs
from tests.simulator.session.wire.house import FastDisk

SHORT, LONG = shipped()["first-watch"], shipped()["wiper-2022"]
HOUR = 3600
NICEST = 19
LATE = 0.25
"""Seconds of real time; a pulse, and what a busy machine adds."""


@pytest.fixture(scope="module")
async def oracle(others) -> AsyncIterator[Oracle]:
    made = Oracle(SHORT)
    yield made
    made.end()


@pytest.fixture(scope="module")
def others() -> set[BaseProcess]:
    """Processes that tests of other files have begun and that have not gone yet."""
    return {*active_children()}


@pytest.fixture
def recipe() -> Recipe:
    scenario = load(SHORT)
    run = Exercise(scenario, Setup(7, tuple(scenario.roles)))
    run.advance(scenario.length // 3)
    return Recipe.of(run)


async def gone(process: int) -> bool:
    """Whether this process has ended before long."""
    for _ in range(200):
        with suppress(ProcessLookupError):
            os.kill(process, 0)
            await asyncio.sleep(0.02)
            continue
        return True
    return False


async def test_the_other_process_sees_what_is_seen_here(oracle, others, recipe):
    scenario, hold = load(SHORT), Hold(CONTROL, next(iter(load(SHORT).inject)))
    ahead = await oracle.outlook("control-1", recipe, 2 * HOUR, True, "en")
    assert ahead == outlook(scenario, recipe, 2 * HOUR, True, RUNS, "en")
    told = await oracle.preview("control-1", recipe, hold, None, "sq")
    assert told == preview(scenario, recipe, hold, None, "sq")
    (child,) = {*active_children()} - others
    if child.pid and hasattr(os, "getpriority"):
        stands_back = min(os.getpriority(os.PRIO_PROCESS, 0) + oracles.NICENESS, NICEST)
        assert os.getpriority(os.PRIO_PROCESS, child.pid) == stands_back


async def test_a_later_wish_makes_the_earlier_one_of_the_same_kind_void_and_no_other(
    oracle, recipe
):
    def wish(grant: str, acting: bool = True) -> "asyncio.Task[Outlook]":
        return asyncio.create_task(oracle.outlook(grant, recipe, HOUR, acting, "en"))

    first, other, silent = wish("control-1"), wish("control-2"), wish("control-1", False)
    await asyncio.sleep(0)
    again = wish("control-1")
    end = oracle.preview("control-1", recipe, Conclude(CONTROL), None, "en")
    with pytest.raises(Voided):
        await first
    assert (await other).acting
    assert not (await silent).acting
    assert (await again).acting
    assert (await end).changes


async def test_when_the_process_dies_another_one_tells(oracle, others, recipe):
    await oracle.preview("control-1", recipe, Conclude(CONTROL), None, "en")
    (child,) = {*active_children()} - others
    told = oracle.preview("control-1", recipe, Conclude(CONTROL), None, "en")
    looking = asyncio.create_task(told)
    await asyncio.sleep(0)
    child.kill()
    assert (await looking).changes
    assert child not in active_children()


async def test_what_can_not_be_told_is_said_and_nobody_waits(tmp_path, recipe):
    broken = Oracle(tmp_path)
    with pytest.raises(Unforeseen):
        await broken.preview("control-1", recipe, Conclude(CONTROL), None, "en")
    broken.end()
    with pytest.raises(Unforeseen):
        await broken.outlook("control-1", recipe, HOUR, True, "en")


PROGRAM = """
import asyncio, io, signal, sys
from contextlib import redirect_stderr
from multiprocessing import active_children
from pathlib import Path
from simulator.engine.commands import Conclude
from simulator.engine.exercise import Setup
from simulator.engine.foresight import Recipe
from simulator.session.host import oracle as oracles
from simulator.session.host.oracle import Oracle

class Screen(io.StringIO):
    def fileno(self):
        return -1

async def main():
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, print, "interrupted")
    oracle = Oracle(Path(sys.argv[1]))
    wish = oracle.preview("one", Recipe(Setup(), (), 60), Conclude("control"), None, "en")
    with redirect_stderr(Screen()):
        looking = asyncio.create_task(wish)
        await asyncio.sleep(0)
    print(active_children()[0].pid, flush=True)
    print(bool((await looking).changes), flush=True)
    await asyncio.sleep(60)

if __name__ == "__main__":
    asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
async def test_it_is_begun_from_a_screen_hears_no_interrupt_and_does_not_outlive_its_host(
    programs: Programs, tmp_path: Path
):
    (tmp_path / "program.py").write_text(PROGRAM)
    host = programs.start([sys.executable, "program.py", str(SHORT)], tmp_path)
    assert host.stdout
    process = int(await asyncio.to_thread(host.stdout.readline))
    for asked in (host.pid, process):
        os.kill(asked, signal.SIGINT)
    told = {await asyncio.to_thread(host.stdout.readline) for _ in range(2)}
    assert told == {"interrupted\n", "True\n"}
    assert not (tmp_path / "stderr-0").read_text()
    os.kill(process, 0)  # the very one that was begun
    host.kill()
    host.wait(GUARD)
    assert await gone(process)


async def _begun(path: Path) -> Host:
    """A host on whose clock something comes due many times a second."""
    scenario = load(LONG)
    header = Header(
        "fast", simulator.__version__, simulator.ENGINE, scenario.id, scenario.digest, 7,
        ("team",), pace=50_000.0,
    )  # fmt: skip
    return Host(folder.create(path, LONG, header, disk=FastDisk()), TIMES)


async def test_looking_ahead_delays_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(oracles, "RUNS", 8)
    host = await _begun(tmp_path / "s")
    oracle = Oracle(tmp_path / "s" / folder.SCENARIO)
    playing = asyncio.create_task(host.run())
    roles = tuple(host.session.scenario.roles)
    invited = invitation(host.session, "0" * 32, Place("player", "team", roles[0]))
    await host.keep(Draft("opened", body={"epoch": "fast"}), invited)
    for role in roles:
        await host.show(Eyes("team", role, "en"), invited.body["grant"]["id"])
    await host.keep(Draft("started", body={"staffed": {"team": [roles[0]]}}))
    begun = time.monotonic()
    run = host.session.teams["team"].exercise
    await oracle.outlook("control-1", Recipe.of(run), run.state.end, True, "en")
    took = time.monotonic() - begun
    host.stop.set()
    await playing
    oracle.end()

    counts = host.measures.lateness.counts
    assert sum(counts) > 10
    assert took > 2 * LATE  # else it could hide
    # A machine that is busy with other tests holds one up now and then, and not the most.
    assert sum(counts[LIMITS.index(LATE) + 1 :]) <= sum(counts) // 8
