"""A paper as one page of HTML: no script, nothing from elsewhere, and made to be printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from simulator.paper import blocks as b
from simulator.paper.html.document import document
from simulator.paper.html.markup import Html, Inside, el, joined, listed, pairs, table
from simulator.paper.style import sheet_of
from simulator.scenario.characters import shown
from simulator.speech import say

TITLE: Final = 1
"""The level of the title; headings are beneath it."""


def page(paper: b.Paper) -> str:
    """The whole page; the same for the same paper, to the byte."""
    only = say(paper.language, "Only for who leads") if paper.secret else ""
    style = sheet_of(shown(paper.marking), paper.label, say(paper.language, "page"), only)
    head = el(
        "header",
        el("p", paper.marking, class_="marking"),
        el("p", only, class_="call") if only else None,
        el("h1", paper.title),
        el("p", paper.subtitle, class_="subtitle"),
    )
    body = (head, el("main", _drawn(paper.blocks, paper)))
    return document(f"{paper.title} – {paper.subtitle}", paper.language, style, body)


def _drawn(blocks: tuple[b.Block, ...], paper: b.Paper) -> Iterator[Html]:
    for block in blocks:
        yield DRAWN[type(block)](block, paper)


def _head(block: b.Head, paper: b.Paper) -> Html:
    name, heads = f"h{TITLE + block.level}", _main(paper)
    place = f"part-{heads.index(block) + 1}" if block in heads else None
    return el(name, block.text, class_="turns" if block.turns else None, id=place)


def _main(paper: b.Paper) -> list[b.Head]:
    """The headings that its contents list."""
    return [one for one in paper.blocks if isinstance(one, b.Head) and one.level == 1]


def _contents(block: b.Contents, paper: b.Paper) -> Html:
    links = (
        el("a", head.text, href=f"#part-{number}") for number, head in enumerate(_main(paper), 1)
    )
    return el("nav", el("p", el("strong", block.title), class_="label"), listed(links))


def _words(block: b.Words, paper: b.Paper) -> Html:
    return el("p", block.text, class_=f"body {block.look}".strip())


def _points(block: b.Points, paper: b.Paper) -> Html:
    return listed(block.items)


def _pairs(block: b.Pairs, paper: b.Paper) -> Html:
    return pairs((name, el("span", said, class_="body")) for name, said in block.rows)


def _grid(block: b.Grid, paper: b.Paper) -> Html:
    rows = (el("tr", (el("td", cell, class_="body") for cell in row)) for row in block.rows)
    look = " ".join(name for name in ("tall", "wide") if getattr(block, name))
    more = {"class_": look} if look else {}
    return table(block.caption, block.heads, rows, **more)


def _verbatim(block: b.Verbatim, paper: b.Paper) -> Html:
    return el("pre", block.text)


def _box(paper: b.Paper, letter: str = "") -> Html:
    """A box to tick: a picture, which those who don't see it are told of."""
    about = say(paper.language, "box to tick")
    return el("span", letter, class_="box", role="img", aria_label=f"{about} {letter}".strip())


def _ticks(block: b.Ticks, paper: b.Paper) -> Html:
    items = (
        joined(
            (
                _box(paper, tick.letter),
                el("span", el("strong", tick.words),
                   [(el("br"), el("span", note, class_="mute")) for note in tick.notes]),
            )
        )
        for tick in block.boxes
    )  # fmt: skip
    return el("div", el("p", block.label, class_="label"), listed(items), class_="ticks")


def _scale(block: b.Scale, paper: b.Paper) -> Html:
    marks = (el("span", _box(paper), mark, class_="mark") for mark in block.marks)
    return el("p", el("span", block.label), el("span", marks), class_="scale")


def _blank(block: b.Blank, paper: b.Paper) -> Html:
    hint = el("span", f" {block.hint}", class_="mute") if block.hint else None
    lines = (el("div", class_="line") for _ in range(block.lines))
    return el("div", el("p", block.label, hint, class_="label"), lines, class_="blank")


def _frame(block: b.Frame, paper: b.Paper) -> Html:
    title = el("p", el("strong", block.title), class_="label") if block.title else None
    inside: Inside = (title, _drawn(block.blocks, paper))
    if block.look == "secret":
        return el("aside", inside)
    return el("div", inside, class_=f"frame {block.look}".strip())


def _sheet(block: b.Sheet, paper: b.Paper) -> Html:
    return el(
        "section",
        el("p", paper.marking, class_="marking"),
        el("p", el("strong", block.label), f" · {paper.subtitle}", class_="label"),
        el("h2", block.title),
        _drawn(block.blocks, paper),
        class_="sheet half" if block.half else "sheet",
    )


DRAWN: Final[dict[type, Callable[[Any, b.Paper], Html]]] = {
    b.Head: _head, b.Words: _words, b.Points: _points, b.Pairs: _pairs, b.Grid: _grid,
    b.Verbatim: _verbatim, b.Ticks: _ticks, b.Scale: _scale, b.Blank: _blank, b.Frame: _frame,
    b.Sheet: _sheet, b.Contents: _contents,
}  # fmt: skip
"""How each block is drawn."""
