"""Looking ahead: what it takes, and how late a host's injects are while it goes on beside it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.hosted import TEAM
from benchmarks.measure import Ratio, seconds
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.foresight import FAR, RUNS, Recipe, outlook
from simulator.scenario import load
from simulator.scenario.library import shipped
from simulator.session import folder
from simulator.session.drafting import Place, invitation
from simulator.session.host import hosting
from simulator.session.host.host import Host
from simulator.session.host.oracle import Oracle
from simulator.session.host.outgoing import Eyes
from simulator.session.journal.record import Draft

PATH: Final = shipped()["wiper-2022"]
PACE: Final = 30_000.0
"""Exercise seconds a second: some ten injects each."""
STRETCH: Final = 4.0
"""Seconds of a round."""
ROUNDS: Final = 5
LANGUAGE: Final = "en"


@asynccontextmanager
async def playing() -> AsyncIterator[Host]:
    """A host that plays at that pace, before the eyes of every role."""
    with TemporaryDirectory() as kept:
        plan = hosting.Plan(PATH, seed=7, pace=PACE)
        host = Host(hosting.begin(Path(kept, "session"), plan, load(PATH)), hosting.TIMES)
        loop = asyncio.create_task(host.run())
        roles = tuple(host.session.scenario.roles)
        invited = invitation(host.session, "0" * 32, Place("player", TEAM, roles[0]))
        await host.keep(Draft("opened", body={"epoch": "measured"}), invited)
        for role in roles:
            await host.show(Eyes(TEAM, role, LANGUAGE), invited.body["grant"]["id"])
        await host.keep(Draft("started", body={"staffed": {TEAM: [roles[0]]}}))
        try:
            yield host
        finally:
            host.stop.set()
            await loop


async def lateness(looking: bool) -> float:
    """By how many seconds an inject is late on the average, with one outlook after another."""
    async with playing() as host:
        oracle = Oracle(host.opened.path / folder.SCENARIO)
        looks = asyncio.create_task(_look(host, oracle)) if looking else None
        await asyncio.sleep(STRETCH)
        if looks:
            looks.cancel()
            await asyncio.wait([looks])
        oracle.end()
        spread = host.measures.lateness
    return spread.total / max(1, sum(spread.counts))


async def _look(host: Host, oracle: Oracle) -> None:
    while True:
        recipe = Recipe.of(host.session.teams[TEAM].exercise)
        await oracle.outlook("control-1", recipe, FAR, True, LANGUAGE)


async def beside() -> float:
    """Seconds until an outlook is told by a process that runs already."""
    oracle, recipe = Oracle(PATH), Recipe(Setup(7), (), 0)
    await oracle.outlook("control-1", recipe, 1, True, LANGUAGE)
    begun = time.perf_counter()
    await oracle.outlook("control-1", recipe, FAR, True, LANGUAGE)
    took = time.perf_counter() - begun
    oracle.end()
    return took


def figures() -> Iterator[str]:
    """The figures in two lines each."""
    scenario = load(PATH)

    def plainly() -> None:
        for seed in range(RUNS):
            Exercise(scenario, Setup(seed)).advance(FAR)

    def ahead() -> None:
        outlook(scenario, Recipe(Setup(7), (), 0), FAR, True, RUNS, LANGUAGE)

    plainly()
    ahead()
    yield f"an outlook of {RUNS} runs to the end, against as many plain runs (within 1.5)"
    here = Ratio.of((seconds(ahead), seconds(plainly)) for _ in range(ROUNDS))
    yield f"  in this process  {here}"
    told = Ratio.of((asyncio.run(beside()), seconds(plainly)) for _ in range(ROUNDS))
    yield f"  in one beside    {told}"
    pairs = [(asyncio.run(lateness(True)), asyncio.run(lateness(False))) for _ in range(ROUNDS)]
    yield "how late an inject is while it is looked ahead, against when it is not (within 1.5)"
    yield f"  on the average   {Ratio.of(pairs)}"


if __name__ == "__main__":
    for line in figures():
        print(line, flush=True)
