"""Looks ahead beside the host: a process of its own plays the forks, and the loop never waits.

The process is begun when somebody first wants to know. It goes when the oracle ends, and when the
host's process dies, however it does.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, redirect_stderr
from functools import cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from typing import Any, Final, NamedTuple, TypeVar

from simulator.engine.commands import Command
from simulator.engine.foresight import RUNS, Recipe, gathered, glimpse, preview
from simulator.engine.views.foresight import Outlook, Preview
from simulator.scenario.load import BadScenario, load
from simulator.scenario.scenario import Scenario
from simulator.session.host.logs import log

T = TypeVar("T")

TRIES: Final = 2
NICENESS: Final = 10
"""How far the process stands back behind all others."""


class Voided(Exception):
    """The same grant has wished for something else since."""


class Unforeseen(Exception):
    """It can't be told: the process that looks ahead has failed, or has ended."""


class _Wish(NamedTuple):
    """`mark` is its own; the newest of a place is the one that is fulfilled."""

    place: tuple[str, str]
    mark: object


class Oracle:
    """Looks ahead for a host. `scenario` is the folder that the session keeps its copy in.

    Each grant has one wish of a kind at a time: a preview, an outlook with bots acting, and one
    with nobody acting. A later one makes the earlier void.
    """

    def __init__(self, scenario: Path) -> None:
        self._scenario = scenario
        self._wishes: dict[tuple[str, str], object] = {}
        self._process: _Process | None = None
        self._ended = False

    async def outlook(
        self, grant: str, recipe: Recipe, until: int, acting: bool, language: str
    ) -> Outlook:
        """Raises Voided and Unforeseen."""
        wish = self._wish(grant, "acting" if acting else "silent")
        # One by one, so that a preview that is wished for meanwhile waits for one run only.
        seen = [
            await self._told(wish, glimpse, recipe, until, acting, luck)
            for luck in range(1, RUNS + 1)
        ]
        return await self._told(wish, gathered, recipe, until, acting, seen, language)

    async def preview(
        self, grant: str, recipe: Recipe, command: Command, stand_in: str | None, language: str
    ) -> Preview:
        """Raises Voided and Unforeseen."""
        wish = self._wish(grant, "preview")
        return await self._told(wish, preview, recipe, command, stand_in, language)

    def end(self) -> None:
        """Stop the process; nothing is told any more."""
        self._ended = True
        self._part()

    def _wish(self, grant: str, kind: str) -> _Wish:
        wish = _Wish((grant, kind), object())
        self._wishes[wish.place] = wish.mark
        return wish

    async def _told(self, wish: _Wish, look: Callable[..., T], *given: object) -> T:
        """What the process sees. Where it dies over it, another one is asked, once.

        Raises Voided and Unforeseen.
        """
        failure: BaseException | None = None
        for _ in range(TRIES):
            if self._ended:
                break
            try:
                process = self._process = self._process or _Process()
                seeing: Future[T] = process.do(_seen, self._scenario, look, given)
            except (OSError, RuntimeError, ValueError) as none_begun:
                failure = none_begun
                break
            failure = await _failure(seeing)
            if self._wishes.get(wish.place) is not wish.mark:
                raise Voided
            if failure is None:
                return seeing.result()
            if not isinstance(failure, BrokenProcessPool):
                break
            if self._process is process:
                self._part()
        if not self._ended:
            # Whatever it was has failed in that process alone, and the session goes on.
            log("looking ahead failed", logging.ERROR, why=type(failure).__name__)
        raise Unforeseen from failure

    def _part(self) -> None:
        """Let the process go that there is."""
        if self._process is not None:
            self._process.end()
            self._process = None


async def _failure(seeing: Future[Any]) -> BaseException | None:
    """Why it was not seen, once that is settled; None where it was."""
    waiting = asyncio.wrap_future(seeing)
    try:
        await asyncio.wait([waiting])
    finally:
        waiting.cancel()
    return asyncio.CancelledError() if waiting.cancelled() else waiting.exception()


class _Process:
    """A process that does one thing after another as long as its lifeline holds."""

    def __init__(self) -> None:
        context = get_context("spawn")
        far, self._lifeline = context.Pipe(duplex=False)
        # Its locks begin a helper, which can't be given the standard error of a screen: no file.
        with redirect_stderr(None):
            self._pool = ProcessPoolExecutor(1, context, _begin, (far,))

    def do(self, act: Callable[..., T], *given: object) -> Future[T]:
        try:
            # It is begun here; a Ctrl+C in the terminal is for the host, even before `_begin`.
            with _interrupts_kept_off():
                return self._pool.submit(act, *given)
        except BrokenProcessPool as broken:
            found: Future[T] = Future()
            found.set_exception(broken)
            return found

    def end(self) -> None:
        """At once, whatever it is about."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._lifeline.close()


@contextmanager
def _interrupts_kept_off() -> Iterator[None]:
    """What is begun meanwhile never hears of an interrupt; this process does afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# In the process


def _begin(lifeline: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    Thread(target=_live_by, args=(lifeline,), daemon=True).start()


def _live_by(lifeline: Connection) -> None:
    """End the process when the other end of the lifeline is let go, or dies."""
    try:
        lifeline.recv_bytes()
    except (EOFError, OSError):
        os._exit(0)


def _seen(scenario: Path, look: Callable[..., Any], given: tuple[Any, ...]) -> Any:
    return look(_loaded(scenario), *given)


@cache
def _loaded(scenario: Path) -> Scenario:
    try:
        return load(scenario)
    except (BadScenario, OSError) as bad:
        raise Unforeseen(str(bad)) from None
