"""A paper as Markdown (CommonMark, with tables as GitHub has them).

Nothing that somebody wrote is more than text in it; anchors and breaks are the only HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from simulator.paper import blocks as b
from simulator.paper.linking import address, leads, linked, listed, named
from simulator.scenario.characters import shown
from simulator.speech import say

ACTIVE: Final = re.compile(r"[\\`*_\[\]<>&|~$#]")
"""Signs that may mean something anywhere in a line."""
FIRST: Final = re.compile(r"^(?:(?=[-+=:!])|(\d{1,9})(?=[.)]))")
"""What means something only where a line begins."""
ADDRESS: Final = re.compile(
    r"(https?|ftp|mailto|xmpp)(?=:)|(?<=www)(?=\.)|(?<=/)(?=/)", re.IGNORECASE
)
"""What is made a link without being asked."""
NAME: Final = re.compile(r"@|\\#(?=\w)")
"""What is made a link to a person, a letter box or an issue."""
APART: Final = "&#8288;"
"""Joins two words for the eye, and keeps them apart for whoever looks for names."""


def markdown(paper: b.Paper) -> str:
    """The whole paper; the same for the same paper, to the byte."""
    paper = linked(paper)
    only = say(paper.language, "Only for who leads") if paper.secret else ""
    marking = strong(paper.marking)
    head = (marking, strong(only), f"# {line(paper.title)}", line(paper.subtitle))
    parts = (*head, *_drawn(paper.blocks, paper), marking)
    return "\n\n".join(part for part in parts if part) + "\n"


def line(words: str) -> str:
    """Text in one line, in which nothing is active."""
    return _inert(" ".join(shown(words).split()))


def lines(words: str, between: str = "\\\n") -> str:
    """Text whose lines stay lines; those in which nothing stands are left out."""
    told = (_inert(" ".join(one.split())) for one in shown(words).split("\n"))
    return between.join(one for one in told if one)


def strong(words: str) -> str:
    return f"**{line(words)}**" if words.strip() else ""


def _inert(words: str) -> str:
    words = ACTIVE.sub(r"\\\g<0>", words)
    words = FIRST.sub(r"\1\\", words)
    words = ADDRESS.sub(r"\1\\", words)
    return NAME.sub(rf"\g<0>{APART}", words)


def _drawn(blocks: tuple[b.Block, ...], paper: b.Paper) -> Iterator[str]:
    for block in blocks:
        yield DRAWN[type(block)](block, paper)


def _anchor(anchor: str) -> str:
    return f'<a id="{anchor}"></a>'


def _head(block: b.Head, paper: b.Paper) -> str:
    anchor = _anchor(block.anchor) if block.anchor else ""
    return f"{'#' * (block.level + 1)} {anchor}{line(block.text)}"


def _contents(block: b.Contents, paper: b.Paper) -> str:
    items = (
        f"{'  ' * (head.level - 1)}- [{line(head.text)}](#{head.anchor})"
        for head in listed(paper, block.level)
    )
    return "\n\n".join((strong(block.title), "\n".join(items)))


def _words(block: b.Words, paper: b.Paper) -> str:
    paragraphs = re.split(r"\n\s*\n", shown(block.text))
    return "\n\n".join(told for told in map(lines, paragraphs) if told)


def _item(words: str) -> str:
    return f"- {words}".replace("\n", "\n  ")


def _points(block: b.Points, paper: b.Paper) -> str:
    return "\n".join(_item(lines(item)) for item in block.items)


def _pairs(block: b.Pairs, paper: b.Paper) -> str:
    return "\n".join(_item(f"{strong(name)}: {lines(said)}") for name, said in block.rows if said)


def _links(cites: Iterable[str], paper: b.Paper) -> str:
    return " ".join(
        f"[{line(named(cite))}]({address(paper, cite, 'md')})"
        if leads(cite)
        else rf"\[{line(named(cite))}\]"
        for cite in cites
    )


def _claims(block: b.Claims, paper: b.Paper) -> str:
    said = [f"{lines(claim.words)} {_links(claim.cites, paper)}".rstrip() for claim in block.items]
    return "\n".join(map(_item, said)) if block.listed else "\n\n".join(said)


def _table(caption: str, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Of cells that are finished."""
    told = [[*heads], *([*row] for row in rows)]
    width = max(1, *map(len, told))
    head, *body = (f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in told)
    table = "\n".join((head, "|" + " --- |" * width, *body))
    return f"{line(caption)}\n\n{table}" if caption.strip() else table


def _cell(words: str) -> str:
    return lines(words, "<br>")


def _grid(block: b.Grid, paper: b.Paper) -> str:
    rows = [[_cell(cell) for cell in row] for row in block.rows]
    heads = [*map(_cell, block.heads)]
    if block.cites:
        heads.append(line(say(paper.language, "Evidence")))
        rows = [[*row, _links(cites, paper)] for row, cites in zip(rows, block.cites, strict=True)]
    return _table(block.caption, heads, rows)


def _figure(block: b.Figure, paper: b.Paper) -> str:
    table = block.table
    if table.caption == block.title:
        table = table._replace(caption="")
    return "\n\n".join((strong(block.title), lines(block.alt), _grid(table, paper)))


def _register(block: b.Register, paper: b.Paper) -> str:
    rows = (
        (
            (_anchor(entry.anchor) if leads(entry.anchor) else "") + line(named(entry.anchor)),
            *map(_cell, entry.cells),
        )
        for entry in block.entries
    )
    return _table(block.caption, map(_cell, block.heads), rows)


def _verbatim(block: b.Verbatim, paper: b.Paper) -> str:
    longest = max(map(len, re.findall("`+", block.text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{shown(block.text)}\n{fence}"


def _ticks(block: b.Ticks, paper: b.Paper) -> str:
    items = (
        _item("\\\n".join((f"☐ {line(tick.letter)} {lines(tick.words)}", *map(lines, tick.notes))))
        for tick in block.boxes
    )
    return "\n\n".join((lines(block.label), "\n".join(items)))


def _scale(block: b.Scale, paper: b.Paper) -> str:
    return f"{line(block.label)} {' '.join(f'☐ {line(mark)}' for mark in block.marks)}"


def _blank(block: b.Blank, paper: b.Paper) -> str:
    return "\n\n".join((line(f"{block.label} {block.hint}"), *[r"\_" * 20] * block.lines))


def _frame(block: b.Frame, paper: b.Paper) -> str:
    inside = (strong(block.title), *_drawn(block.blocks, paper))
    return "> " + "\n\n".join(part for part in inside if part).replace("\n", "\n> ")


def _sheet(block: b.Sheet, paper: b.Paper) -> str:
    inside = _drawn(block.blocks, paper)
    return "\n\n".join(("---", strong(block.label), f"## {line(block.title)}", *inside))


DRAWN: Final[dict[type, Callable[[Any, b.Paper], str]]] = {
    b.Head: _head, b.Words: _words, b.Points: _points, b.Pairs: _pairs, b.Grid: _grid,
    b.Verbatim: _verbatim, b.Ticks: _ticks, b.Scale: _scale, b.Blank: _blank, b.Frame: _frame,
    b.Sheet: _sheet, b.Contents: _contents, b.Claims: _claims, b.Figure: _figure,
    b.Register: _register,
}  # fmt: skip
"""How each block is drawn."""
