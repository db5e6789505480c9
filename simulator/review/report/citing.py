"""What the blocks of a paper cite, and the register of just that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from simulator.paper.blocks import Block, Claims, Entry, Figure, Frame, Grid, Register
from simulator.paper.charts import Timeline
from simulator.paper.linking import named
from simulator.review.findings import Happened
from simulator.review.report.telling import Telling
from simulator.speech import say

MOST: Final = 1_000
"""A timeline of more dots leads only to what words cite, too: a register of all of them would hide
what statements stand on."""


def anchors_in(blocks: Iterable[Block]) -> Iterator[str]:
    """The anchors of everything that is cited in them."""
    for block in blocks:
        match block:
            case Grid():
                yield from chain.from_iterable(block.cites)
            case Claims():
                yield from chain.from_iterable(item.cites for item in block.items)
            case Figure():
                yield from anchors_in((block.table,))
                if isinstance(block.chart, Timeline):
                    yield from _dots(block.chart)
            case Frame():
                yield from anchors_in(block.blocks)
            case _:
                pass


def _dots(chart: Timeline) -> list[str]:
    found = [dot.anchor for row in chart.rows for dot in row.dots]
    return found if len(found) <= MOST else []


def register(
    t: Telling, cited: frozenset[str], caption: str, causes: bool = True
) -> tuple[Register, ...]:
    """The events with these anchors and, as `causes`, what each of them goes back to."""
    language = t.language
    heads = (
        say(language, "Event"), say(language, "When"), say(language, "Since STARTEX"),
        say(language, "What"), say(language, "Followed from"), say(language, "Record"),
    )  # fmt: skip
    found = _with_causes(t, cited) if causes else _alone(t, cited)
    entries = tuple(_entry(t, it) for it in found)
    return (Register(caption, heads, entries),) if entries else ()


def _with_causes(t: Telling, cited: frozenset[str]) -> Iterator[Happened]:
    """In the order of the log. A cause stands before what follows from it."""
    wanted: set[int] = set()
    for it in reversed(t.team.cited):
        if it.place in wanted or t.anchor(it.place) in cited:
            wanted.add(it.place)
            if it.because is not None:
                wanted.add(it.because)
    return (it for it in t.team.cited if it.place in wanted)


def _alone(t: Telling, cited: frozenset[str]) -> Iterator[Happened]:
    return (it for it in t.team.cited if t.anchor(it.place) in cited)


def _entry(t: Telling, it: Happened) -> Entry:
    cause = "" if it.because is None else named(t.anchor(it.because))
    record = str(it.seq) if it.seq else ""
    return Entry(t.anchor(it.place), (*t.times.clock(it.at).split("\n"), it.words, cause, record))
