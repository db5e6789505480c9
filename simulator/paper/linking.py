"""What leads where in a paper: headings get their anchors, and a link has an end or is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from simulator.paper import blocks as b
from simulator.paper.charts import Timeline

CITED: Final = re.compile(r"[a-z][0-9]{1,9}(\.[0-9]{1,9})*")
"""The anchor of something that is cited; nothing else is made a link of."""


def linked(paper: b.Paper) -> b.Paper:
    """The same, in which every anchor stands once and every link leads to one, here or in what is
    beside it; what leads nowhere is only named."""
    known: set[str] = set()
    blocks = tuple(_once(block, known) for block in paper.blocks)
    known |= paper.beside.anchors if paper.beside else set()
    deepest = max((one.level for one in blocks if isinstance(one, b.Contents)), default=1)
    return paper._replace(blocks=tuple(_headed((_led(one, known) for one in blocks), deepest)))


def leads(cite: str) -> bool:
    """Whether it is the anchor of something."""
    return CITED.fullmatch(cite) is not None


def address(paper: b.Paper, anchor: str, ending: str) -> str:
    """Where a link to it goes: `#e204`, or `report.html#e204` into what is beside the paper."""
    beside = paper.beside
    there = f"{beside.name}.{ending}" if beside and anchor in beside.anchors else ""
    return f"{there}#{anchor}"


def citable(paper: b.Paper) -> frozenset[str]:
    """The anchors of all that its registers hold."""
    known: set[str] = set()
    for block in paper.blocks:
        _once(block, known)
    return frozenset(known)


def named(anchor: str) -> str:
    """How it is shown: `204` for `e204`."""
    return anchor.removeprefix("e")


def listed(paper: b.Paper, level: int) -> tuple[b.Head, ...]:
    """The headings that its contents list down to this level."""
    return tuple(one for one in paper.blocks if isinstance(one, b.Head) and one.level <= level)


def _once(block: b.Block, known: set[str]) -> b.Block:
    """Fills `known` with the anchors of registers; of two that are the same, the first is one."""
    match block:
        case b.Register():
            entries = []
            for entry in block.entries:
                fresh = leads(entry.anchor) and entry.anchor not in known
                entries.append(entry if fresh else entry._replace(anchor=named(entry.anchor)))
                if fresh:
                    known.add(entry.anchor)
            return block._replace(entries=tuple(entries))
        case b.Frame() | b.Sheet():
            return block._replace(blocks=tuple(_once(inner, known) for inner in block.blocks))
        case _:
            return block


def _led(block: b.Block, known: set[str]) -> b.Block:
    """The block with its cites settled."""

    def settled(cites: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(cite if cite in known else named(cite) for cite in cites)

    match block:
        case b.Claims():
            items = tuple(claim._replace(cites=settled(claim.cites)) for claim in block.items)
            return block._replace(items=items)
        case b.Grid(cites=cites) if cites:
            return block._replace(cites=tuple(settled(row) for row in cites))
        case b.Figure():
            table = _led(block.table, known)
            assert isinstance(table, b.Grid)
            chart = block.chart
            if isinstance(chart, Timeline):
                chart = _timeline(chart, known)
            return block._replace(table=table, chart=chart)
        case b.Frame() | b.Sheet():
            return block._replace(blocks=tuple(_led(inner, known) for inner in block.blocks))
        case _:
            return block


def _timeline(chart: Timeline, known: set[str]) -> Timeline:
    rows = (
        row._replace(
            dots=tuple(dot if dot.anchor in known else dot._replace(anchor="") for dot in row.dots)
        )
        for row in chart.rows
    )
    return chart._replace(rows=tuple(rows))


def _headed(blocks: Iterator[b.Block], deepest: int) -> Iterator[b.Block]:
    """Headings numbered as parts of parts, down to the level that contents list."""
    numbers = [0, 0, 0, 0]
    for block in blocks:
        if isinstance(block, b.Head) and block.level <= deepest:
            numbers[block.level] += 1
            numbers[block.level + 1 :] = [0] * (len(numbers) - block.level - 1)
            part = "-".join(map(str, numbers[1 : block.level + 1]))
            yield block._replace(anchor=f"part-{part}")
        else:
            yield block
