"""The others, as the host tells of them, and what it is told of this one: those in the same seat,
and where there is a contest, how all stand in it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final

from websockets.exceptions import ConnectionClosed

from simulator.session import protocol as p
from simulator.session.scores import Scores

LONGEST: Final = 200
EASE: Final = 0.5
"""Seconds between two words about where one's eyes are, however fast they wander."""


class Company:
    """Of one line. `own` is where this one's eyes and pen are; `people` are the others who are
    there, each with all that they have opened; `scores` is how the contest stood last."""

    def __init__(self) -> None:
        self.own = p.Attend()
        self.people: tuple[p.Present, ...] = ()
        self.scores: Scores | None = None
        self._told: p.Attend | None = self.own
        self._stirred = asyncio.Event()

    def attend(self, reads: str, writes: str, of: str) -> None:
        """This one's eyes and pen are here now."""
        self.own = p.Attend(reads=reads[:LONGEST], writes=writes[:LONGEST], of=of[:LONGEST])
        self._stirred.set()

    def hear(self, told: p.Company | p.Standings) -> None:
        if isinstance(told, p.Standings):
            self.scores = told.scores
            return
        known = {person.grant: person.opened for person in self.people}
        self.people = tuple(
            person.model_copy(update={"opened": (*known.get(person.grant, ()), *person.opened)})
            for person in told.people
        )

    def part(self) -> None:
        """The connection has ended: of the others nothing is known, nor of this one to them."""
        self.people = ()
        self._told = p.Attend()

    def say_again(self) -> None:
        """What was said last may not have been heard."""
        self._told = None
        self._stirred.set()

    async def tell(self, send: Callable[[str], Awaitable[None]]) -> None:
        """Have the host know of this one, until the connection is lost."""
        with suppress(ConnectionClosed):
            while True:
                while self.own == self._told:
                    self._stirred.clear()
                    await self._stirred.wait()
                self._told = self.own
                await send(self.own.model_dump_json())
                await asyncio.sleep(EASE)
