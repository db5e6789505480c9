"""A thread beside the loop, for what would hold everybody up: one thing after another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")

Settle = Callable[["asyncio.Future[Any]", Any], None]


class Apart:
    """An executor of the standard library would do, at twice the price of a hand-over.

    `expected` are the exceptions that are an outcome like any other. Another one is told too, and
    ends the thread.
    """

    def __init__(self, name: str, *expected: type[Exception]) -> None:
        self._expected = expected
        self._wanted: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._name = name
        self._thread: Thread | None = None

    async def do(self, act: Callable[[], T]) -> T:
        """Have it done there; what it gives back or raises."""
        loop = asyncio.get_running_loop()
        waiting: asyncio.Future[T] = loop.create_future()

        def tell(settle: Settle, outcome: Any) -> None:
            # A loop that has ended has nobody who waits.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(_unless_done, waiting, settle, outcome)

        def wanted() -> None:
            try:
                done = act()
            except self._expected as failure:
                tell(asyncio.Future.set_exception, failure)
            except BaseException as failure:
                tell(asyncio.Future.set_exception, failure)
                raise
            else:
                tell(asyncio.Future.set_result, done)

        if self._thread is None:
            self._thread = Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()
        self._wanted.put(wanted)
        return await waiting

    def end(self) -> None:
        """Once what is wanted has been done."""
        if self._thread is not None:
            self._wanted.put(None)
            self._thread.join()

    def _run(self) -> None:
        while wanted := self._wanted.get():
            wanted()


def _unless_done(waiting: asyncio.Future[Any], settle: Settle, outcome: Any) -> None:
    if not waiting.done():
        settle(waiting, outcome)
