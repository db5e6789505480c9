"""What the preview shows at a moment, and how it comes to be read, checked and played."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from simulator.authoring.checking.check import checked
from simulator.authoring.previewing.previewed import Previewed, previewed, rehearsed, setups
from simulator.rehearsal.playing import Played, play
from simulator.scenario.problem import Problem
from simulator.scenario.sharing import MAIN

EVERY: Final = 6
"""After so many runs the rows are told anew."""


@dataclass(frozen=True, slots=True)
class Sight:
    """`told` is the scenario as it could last be played, None where it never could; it is `old`
    where the files now have mistakes. `played` are the runs so far, of `runs`."""

    told: Previewed | None = None
    findings: tuple[Problem, ...] = ()
    old: bool = False
    played: int = 0
    runs: int = 0
    unreadable: str = ""

    @property
    def reading(self) -> bool:
        """Whether more is on its way."""
        return self.told is None and not self.findings and not self.unreadable


async def sights(
    path: Path, language: str, level: str, before: Sight, runs: int
) -> AsyncIterator[Sight]:
    """Read the files; then show more with each few runs. What takes long is done in a thread, a
    run at a time, so that keys are answered between."""
    if not before.reading:
        _sweep()
    try:
        scenario, problems, _files = await asyncio.to_thread(checked, path, played=False)
    except OSError as error:
        why, old = str(error.strerror), before.told is not None
        yield replace(before, findings=(), unreadable=why, old=old)
        return
    if scenario is None:
        old = before.told is not None
        yield replace(before, findings=problems, old=old, unreadable="", runs=before.played)
        return
    scenario = scenario.at_level(level if level in scenario.levels else "")
    told = await asyncio.to_thread(previewed, scenario, language)
    sight = Sight(told, problems, runs=runs)
    # It stays as long as it is shown, so the collector needn't walk it while keys are waited for.
    gc.freeze()
    yield sight
    played: list[Played] = []
    for number, setup in enumerate(setups(runs=runs), 1):
        played.append(await asyncio.to_thread(play, scenario, setup, (), None))
        if number % EVERY == 0 or number == runs:
            told = await asyncio.to_thread(rehearsed, told, tuple(played))
            yield replace(sight, told=told, played=number)


def _sweep() -> None:
    """Let go of what was read and played before, which was frozen: while its author still is in the
    editor, since it takes a tenth of a second."""
    gc.unfreeze()
    gc.collect()


def watched_paths(path: Path) -> list[Path]:
    """What is looked at for changes: the folder of the scenario, or the one file."""
    return [path.parent if path.name == MAIN else path]
