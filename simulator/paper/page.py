"""A paper as one page of HTML: no script, nothing from elsewhere, and made to be printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from simulator.paper import blocks as b
from simulator.paper.drawing import drawn
from simulator.paper.html.document import document
from simulator.paper.html.markup import Html, Inside, el, joined, listed, pairs, table
from simulator.paper.linking import address, leads, linked, named
from simulator.paper.linking import listed as listed_heads
from simulator.paper.style import sheet_of
from simulator.scenario.characters import shown
from simulator.speech import say

LONG: Final = 40
"""Letters that a narrow column would break into too many lines."""
TITLE: Final = 1
"""The level of the title; headings are beneath it."""


def page(paper: b.Paper) -> str:
    """The whole page; the same for the same paper, to the byte."""
    paper = linked(paper)
    only = say(paper.language, "Only for who leads") if paper.secret else ""
    number, cites = say(paper.language, "page"), _cites(paper.blocks)
    style = sheet_of(shown(paper.marking), paper.label, number, only, cites)
    head = el(
        "header",
        el("p", paper.marking, class_="marking"),
        el("p", only, class_="call") if only else None,
        el("h1", paper.title),
        el("p", paper.subtitle, class_="subtitle"),
    )
    body = (head, el("main", _drawn(paper.blocks, paper)))
    return document(f"{paper.title} – {paper.subtitle}", paper.language, style, body)


def _cites(blocks: tuple[b.Block, ...]) -> bool:
    """Whether it needs more of a sheet than what is printed before an exercise."""
    for block in blocks:
        match block:
            case b.Claims() | b.Figure() | b.Register():
                return True
            case b.Grid() if block.cites:
                return True
            case b.Frame() | b.Sheet() if _cites(block.blocks):
                return True
    return False


def _drawn(blocks: tuple[b.Block, ...], paper: b.Paper) -> Iterator[Html]:
    for block in blocks:
        yield DRAWN[type(block)](block, paper)


def _head(block: b.Head, paper: b.Paper) -> Html:
    look, place = "turns" if block.turns else None, block.anchor or None
    return el(f"h{TITLE + block.level}", block.text, class_=look, id=place)


def _contents(block: b.Contents, paper: b.Paper) -> Html:
    title = el("p", el("strong", block.title), class_="label")
    return el("nav", title, _branches([*listed_heads(paper, block.level)], 1))


def _branches(heads: list[b.Head], level: int) -> Html:
    """Links to the headings of this level, beneath each those that are beneath it."""
    places = [at for at, head in enumerate(heads) if head.level <= level]
    ends = [*places[1:], len(heads)]
    return listed(
        joined((
            el("a", heads[at].text, href=f"#{heads[at].anchor}"),
            _branches(heads[at + 1 : end], level + 1) if end > at + 1 else None,
        ))
        for at, end in zip(places, ends, strict=False)
    )  # fmt: skip


def _words(block: b.Words, paper: b.Paper) -> Html:
    return el("p", block.text, class_=f"body {block.look}".strip())


def _points(block: b.Points, paper: b.Paper) -> Html:
    return listed(block.items)


def _pairs(block: b.Pairs, paper: b.Paper) -> Html:
    return pairs((name, el("span", said, class_="body")) for name, said in block.rows)


def _grid(block: b.Grid, paper: b.Paper) -> Html:
    last: list[Html | None] = [None] * len(block.rows)
    if block.cites:
        last = [el("td", _links(cites, paper), class_="cites") for cites in block.cites]
    rows = (
        el("tr", (el("td", cell, class_=_fits(cell, block.cites)) for cell in row), evidence)
        for row, evidence in zip(block.rows, last, strict=True)
    )
    heads = (*block.heads, say(paper.language, "Evidence")) if block.cites else block.heads
    look = " ".join(name for name in ("tall", "wide") if getattr(block, name))
    more = {"class_": look} if look else {}
    return table(block.caption, heads, rows, **more)


def _fits(cell: str, scrolls: object) -> str:
    """How a cell looks; long words keep some width where a table `scrolls` on a small screen."""
    return "body long" if scrolls and len(cell) > LONG else "body"


def _links(cites: Iterable[str], paper: b.Paper) -> Iterator[Inside]:
    """Small links to what stands behind something; only named where they lead nowhere."""
    for cite in cites:
        name = f"[{named(cite)}]"
        yield " "
        yield el("a", name, href=address(paper, cite, "html")) if leads(cite) else name


def _claims(block: b.Claims, paper: b.Paper) -> Html:
    claims = (
        joined((
            el("span", claim.words, class_="body"),
            el("span", _links(claim.cites, paper), class_="cites") if claim.cites else None,
        ))
        for claim in block.items
    )  # fmt: skip
    return listed(claims) if block.listed else joined(el("p", claim) for claim in claims)


def _figure(block: b.Figure, paper: b.Paper) -> Html:
    summary = el("summary", say(paper.language, "The same as a table"))
    return joined((
        el("figure", el("figcaption", block.title), drawn(block.chart, block.title, block.alt)),
        el("details", summary, _grid(block.table, paper), class_="apart" if block.apart else None),
        el("p", block.apart, class_="mute instead") if block.apart else None,
    ))  # fmt: skip


def _register(block: b.Register, paper: b.Paper) -> Html:
    rows = (
        el(
            "tr",
            el("th", named(entry.anchor), scope="row"),
            (el("td", cell, class_=_fits(cell, True)) for cell in entry.cells),
            id=entry.anchor if leads(entry.anchor) else None,
        )
        for entry in block.entries
    )
    return table(block.caption, block.heads, rows, class_="register")


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
    b.Sheet: _sheet, b.Contents: _contents, b.Claims: _claims, b.Figure: _figure,
    b.Register: _register,
}  # fmt: skip
"""How each block is drawn."""
