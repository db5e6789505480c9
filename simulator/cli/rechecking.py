"""Checking again whenever a file changes: at once as it is written, then with play."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NoReturn

import click

from simulator.authoring.checking.watching import PAUSE, Watched
from simulator.cli.findings import Found, Wanted, find, meant
from simulator.cli.rehearsed import Abandoned, rehearsed
from simulator.scenario.sharing import MAIN

QUIET: Final = 1.0
"""Seconds without a change before a scenario is played."""

Show = Callable[[Found], None]
Sleep = Callable[[float], None]


def recheck(
    named: Sequence[str], wanted: Wanted, show: Show, sleep: Sleep = time.sleep
) -> NoReturn:
    """Check, show and wait for a change, until the person has had enough."""
    paths = [meant(name) for name in named]
    watched = Watched([path.parent if path.name == MAIN else path for path in paths])
    while True:
        found = find(named, wanted.as_written(), rehearsed)
        watched.also(path for path in found.files if path.is_file())
        play = wanted.played and found.playable
        _show(found, show, "it is played when nothing changes for a second" if play else "")
        gc.collect()  # what reading and playing leave counts as old, so it would stay for long
        if play:
            if _changed_within(QUIET, watched, sleep):
                continue
            try:
                found = find(named, wanted, partial(rehearsed, abandon=watched.changed))
            except Abandoned:
                continue
            _show(found, show, "as it is written and played")
        while not watched.changed():
            sleep(PAUSE)


def _changed_within(seconds: float, watched: Watched, sleep: Sleep) -> bool:
    for _ in range(round(seconds / PAUSE)):
        if watched.changed():
            return True
        sleep(PAUSE)
    return False


def _show(found: Found, show: Show, note: str) -> None:
    click.clear()
    at = time.strftime("%H:%M:%S")
    click.echo(f"{at}  {note or 'as it is written'}; Ctrl+C ends this.")
    show(found)
