"""Where control looks, and what it enquires: said beside what is asked, and kept over nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final

from websockets.exceptions import ConnectionClosed

from simulator.session import protocol as p
from simulator.session.limits import MESSAGE_BYTES
from simulator.speech import say

EASE: Final = 0.15
"""Seconds between two words, so that who leafs through a list says no more than the host hears."""
REMEMBERED: Final = 64
SCRIPTS: Final = 3
"""So many may wait to be enquired: who leafs on has no use for those before."""


HOME: Final = p.Watch()
"""Where every connection begins to look."""


class Lookout:
    """Of one line. `watched` is where control wants to look; the host forgets it with each
    connection, and is told again. `strayed` is whether this connection has looked elsewhere than
    all do at first, so that what it was shown is followed by nothing on the next."""

    def __init__(self) -> None:
        self.watched = HOME
        self.strayed = False
        self._said: p.Watch | None = HOME
        self._next: dict[str, p.Enquire] = {}
        self._open: dict[str, p.Enquire] = {}
        self._told: dict[str, p.Told] = {}
        self._stirred = asyncio.Event()

    def watch(self, team: str, role: str) -> None:
        self.watched = p.Watch(team=team, role=role)
        self._stirred.set()

    def enquire(self, wanted: p.Enquire, language: str) -> None:
        """The oldest of too many of one kind that have not left yet will not be told any more."""
        if len(wanted.model_dump_json()) > MESSAGE_BYTES:
            self._give_up(wanted, say(language, "this is too long"))
            return
        same = [each for each in self._next.values() if each.about == wanted.about]
        if len(same) >= (SCRIPTS if wanted.about == "script" else 1):
            del self._next[same[0].id]
            self._give_up(same[0], say(language, "something else was asked since"))
        self._next[wanted.id] = wanted
        self._stirred.set()

    @property
    def waiting(self) -> list[p.Enquire]:
        """What was enquired and is not told yet, oldest first."""
        return [*(self._open | self._next).values()]

    def told(self, id: str) -> p.Told | None:
        """The answer to what has this id; None while it is on its way."""
        return self._told.get(id)

    def hear(self, told: p.Told) -> None:
        opened, again = self._open.pop(told.id, None), self._next.pop(told.id, None)
        if opened or again:
            self._remember(told)

    def part(self, language: str) -> None:
        """The connection has ended: the next looks where all begin, and this answers no more."""
        self._said, self.strayed = HOME, False
        lost = say(language, "the way to the host was lost: ask again")
        for wanted in self.waiting:
            self._give_up(wanted, lost)
        self._open.clear()
        self._next.clear()

    def not_there(self) -> None:
        """What was to be watched is nothing that the host knows."""
        self.watched = HOME
        self.say_again()

    def say_again(self) -> None:
        """What was said last may not have been heard. Who answers twice is heard once."""
        self._said = None if self.strayed else HOME
        self._next = self._open | self._next
        self._stirred.set()

    async def tell(self, send: Callable[[str], Awaitable[None]]) -> None:
        """Have the host know what is wanted, until the connection is lost."""
        with suppress(ConnectionClosed):
            while True:
                self._stirred.clear()
                if self.watched != self._said:
                    self._said, self.strayed = self.watched, True
                    await send(self.watched.model_dump_json())
                elif self._next:
                    wanted = self._next.pop(next(iter(self._next)))
                    self._open[wanted.id] = wanted
                    await send(wanted.model_dump_json())
                else:
                    await self._stirred.wait()
                    continue
                await asyncio.sleep(EASE)

    def _give_up(self, wanted: p.Enquire, sentence: str) -> None:
        self._remember(p.Told(id=wanted.id, about=wanted.about, body={}, sentence=sentence))

    def _remember(self, told: p.Told) -> None:
        self._told[told.id] = told
        while len(self._told) > REMEMBERED:
            del self._told[next(iter(self._told))]
