"""One client's connection, seen from inside: what waits to be sent, and why it must end.

Nothing here waits for a client: messages are put into a bounded queue, and one task a client
sends them on. A client that doesn't read loses the news that wait, then gets the whole view, then
loses its connection; an answer is never lost without the connection.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

from simulator.session.grants import Grant
from simulator.session.host.outgoing import Eyes
from simulator.session.limits import QUEUE_BYTES, QUEUE_MESSAGES, QUEUE_SECONDS
from simulator.session.protocol import TOO_SLOW


class Connection:
    """`wall` reads a steady clock. `code` is the close code once it must end; `at_once` sends a
    message past the queue where nothing waits, and says whether it could."""

    def __init__(self, grant: Grant, eyes: Eyes, wall: Callable[[], float]) -> None:
        self.grant = grant
        self.eyes = eyes
        self.code: int | None = None
        self.stale = False
        self.opened = wall()
        self.overflows = 0
        self._wall = wall
        self._queue: deque[tuple[str, bool]] = deque()
        self._bytes = 0
        self._aside: dict[str, str] = {}
        self._busy_since: float | None = None
        self._woken = asyncio.Event()
        self.when_closed: Callable[[], object] = lambda: None
        self.at_once: Callable[[str], bool] = lambda message: False

    def put(self, message: str, *, replaceable: bool = False) -> None:
        """Have this sent, after all that was put before it. What a whole view would tell as well
        is `replaceable`, and goes first where too much waits."""
        if self.code is not None:
            return
        if self._busy_since is None:
            if not self.stale and self.at_once(message):
                return
            self._busy_since = self._wall()
        if self._full(message):
            self._overflow()
        if self.stale and replaceable:
            return
        if self._full(message):
            self.close(TOO_SLOW)
            return
        self._queue.append((message, replaceable))
        self._bytes += len(message)
        self._woken.set()

    def put_aside(self, message: str, kind: str) -> bool:
        """Have this sent behind all else; whether it could be, for one of a `kind` waits at most.
        It takes no room from what was asked or happened, and who never reads it loses nothing."""
        if kind in self._aside or self.code is not None:
            return False
        self._aside[kind] = message
        self._woken.set()
        return True

    def close(self, code: int) -> None:
        """End it, once what waits was sent."""
        if self.code is None:
            self.code = code
            self.when_closed()
        self._woken.set()

    def check(self) -> bool:
        """Whether it still reads what it is sent, in time."""
        since = self._busy_since
        return since is None or self._wall() - since <= QUEUE_SECONDS

    def take(self) -> list[str]:
        """Everything that waits; the caller sends it and says `sent`."""
        taken, self._bytes = [message for message, _ in self._queue], 0
        taken += self._aside.values()
        self._aside.clear()
        self._queue.clear()
        return taken

    def sent(self) -> None:
        """What was taken has left."""
        self._busy_since = self._wall() if self._queue else None

    async def ready(self) -> None:
        """Until something waits, or it must end."""
        while not (self._queue or self._aside) and self.code is None and not self.stale:
            self._woken.clear()
            await self._woken.wait()

    def _full(self, message: str) -> bool:
        """Whether this is one too many; a view is sent however long it is, if nothing waits."""
        too_long = self._bytes + len(message) > QUEUE_BYTES and bool(self._queue)
        return too_long or len(self._queue) >= QUEUE_MESSAGES

    def _overflow(self) -> None:
        self.overflows += 1
        self.stale = True
        self._woken.set()
        kept = [(message, replaceable) for message, replaceable in self._queue if not replaceable]
        self._queue = deque(kept)
        self._bytes = sum(len(message) for message, _ in kept)
