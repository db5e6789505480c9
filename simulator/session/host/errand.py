"""Something that somebody wants of the host, on its way through the journal."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from simulator.engine.errors import Refused
from simulator.session.drafting import Drafted
from simulator.session.session import Answer


class Outcome(NamedTuple):
    """`answer` is what became of it, None where nothing was asked; `gift` is the asker's alone."""

    answer: Answer | None
    gift: str = ""


class NotKept(Exception):
    """The host's disk is full: nothing was kept of this, and it may be asked again later."""


Wish = Callable[[], Drafted | Answer]


class Errand(NamedTuple):
    """`draft` is called in its turn: it gives records to keep, or the answer there already is, or
    raises Refused. Whoever waits gets the Outcome, Refused, or NotKept. `free` is whose it is and
    its id where it would be drafted the same before as after any other free one."""

    draft: Wish
    waiting: asyncio.Future[Outcome] | None = None
    free: tuple[str, str] | None = None

    def drafted(self) -> Drafted | None:
        """The records to keep; None where this is settled without any."""
        try:
            drafted = self.draft()
        except Refused as refused:
            self.fail(refused)
            return None
        if isinstance(drafted, Answer):
            self.settle(Outcome(drafted))
            return None
        return drafted

    def settle(self, outcome: Outcome) -> None:
        if self.waiting and not self.waiting.done():
            self.waiting.set_result(outcome)

    def fail(self, why: Exception) -> None:
        if self.waiting and not self.waiting.done():
            self.waiting.set_exception(why)


def together(batch: Iterable[Errand]) -> Iterator[list[Errand]]:
    """The batch in runs that can be drafted, and so written, before any of the run is done.

    What is asked twice is in two of them: then the second is answered without being written.
    """
    run: list[Errand] = []
    known: set[tuple[str, str]] = set()
    for errand in batch:
        if run and (errand.free is None or errand.free in known):
            yield run
            run, known = [], set()
        if errand.free is None:
            yield [errand]
        else:
            run.append(errand)
            known.add(errand.free)
    if run:
        yield run
