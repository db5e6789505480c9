"""What triggers what: a picture for each storyline, and the same as nested lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.authoring.previewing.asked import Node
from simulator.authoring.previewing.graph import Link
from simulator.authoring.previewing.layers import Place
from simulator.authoring.previewing.picture import Picture, Way, pictures
from simulator.authoring.previewing.previewed import Previewed
from simulator.paper.html.markup import Html, el, joined, listed, short
from simulator.speech import many, mark, say

WIDE: Final = 200
HIGH: Final = 34
ACROSS: Final = 300
DOWN: Final = 44
MARGIN: Final = 6
SIDE: Final = 36
"""Room at both sides for lines that lead back."""
BEND: Final = 140
"""How far such a line bends out."""
LONGEST: Final = 28
"""So many letters of a title fit a box."""

KINDS: Final = {
    "inject": mark("inject"), "option": mark("option"), "action": mark("action"),
    "report": mark("report"), "step": mark("adversary"), "module": mark("module"),
    "fact": mark("fact"), "gauge": mark("gauge"), "asset": mark("asset"), "team": mark("team"),
    "capability": mark("capability"), "role": mark("role"), "objective": mark("objective"),
    "outcome": mark("outcome"), "challenge": mark("challenge"),
}  # fmt: skip
"""What each kind of node is called."""

AGAINST: Final = frozenset({"makes needless", "blocks", "stops", "slows", "strikes"})
"""Ways in which one keeps another off."""


def web(told: Previewed) -> Html:
    """All pictures, then the lists of every inject."""
    drawn = [_figure(told, picture) for picture in pictures(told.scenario, told.graph)]
    return joined((drawn, el("h3", say(told.language, "The same as lists")), _lists(told)))


def _figure(told: Previewed, picture: Picture) -> Html:
    language, storyline = told.language, told.scenario.storylines.get(picture.storyline)
    title = told.titles.words(storyline.title if storyline else None)
    title = title or say(language, "Without a storyline")
    if picture.part[1] > 1:
        number, of = picture.part
        title = say(language, "{title}, {number} of {of}", title=title, number=number, of=of)
    alone = ", ".join(told.graph.titles[node] for node in picture.alone)
    said = say(language, "Linked to nothing: {injects}", injects=alone) if alone else ""
    svg = _svg(told, picture, title) if picture.places else None
    scrolled = el("div", svg, class_="scroll", tabindex=0) if svg else None
    return el("figure", el("h3", title), scrolled, el("figcaption", said))


def _svg(told: Previewed, picture: Picture, title: str) -> Html:
    places = picture.places
    width = max(place.column for place in places.values()) * ACROSS + WIDE + 2 * SIDE
    height = max(place.row for place in places.values()) * DOWN + HIGH + 2 * MARGIN
    own = frozenset(picture.own)
    return el(
        "svg",
        (_way(told, way, places) for way in picture.ways),
        (_box(told, node, place, node in own) for node, place in places.items()
         if node not in picture.more),
        (_rest(told, places[node], number) for node, number in picture.more.items()),
        viewBox=f"0 0 {width} {height}", width=width, height=height, role="img",
        aria_label=say(told.language, "What triggers what: {title}", title=title),
    )  # fmt: skip


def _box(told: Previewed, node: Node, place: Place, own: bool) -> Html:
    x, y = place.column * ACROSS + SIDE, place.row * DOWN + MARGIN
    title = told.graph.titles[node]
    kind = say(told.language, KINDS[node.kind])
    box = el("rect", x=x, y=y, width=WIDE, height=HIGH, rx=4, class_="own" if own else "box")
    return el(
        "g",
        el("title", f"{kind}: {title} ({node.id})"),
        _linked(node, box),
        el("text", kind, x=x + 6, y=y + 13, class_="mute"),
        el("text", short(title, LONGEST), x=x + 6, y=y + 28),
    )


def _rest(told: Previewed, place: Place, number: int) -> Html:
    """What stands for so many boxes."""
    x, y = place.column * ACROSS + SIDE, place.row * DOWN + MARGIN
    said = many(told.language, "and {number} more", "and {number} more", number)
    box = el("rect", x=x, y=y, width=WIDE, height=HIGH, rx=4, class_="rest")
    return el("g", box, el("text", said, x=x + 6, y=y + 21, class_="mute"))


def _linked(node: Node, inside: Html) -> Html:
    return el("a", inside, href=f"#inject-{node.id}") if node.kind == "inject" else inside


def _way(told: Previewed, way: Way, places: dict[Node, Place]) -> Html:
    """A curve from the right side of one box to the left side of the other, with its point."""
    (begin, row), (end, other) = places[way.source], places[way.target]
    x, y = begin * ACROSS + WIDE + SIDE, row * DOWN + HIGH // 2 + MARGIN
    to, down = end * ACROSS + SIDE, other * DOWN + HIGH // 2 + MARGIN
    bend = max(40, (to - x) // 2) if to > x else BEND
    curve = f"M{x} {y}C{x + bend} {y} {to - bend} {down} {to - 5} {down}"
    look = "way against" if way.how in AGAINST else "way"
    point = f"M{to - 7} {down - 4}L{to} {down}L{to - 7} {down + 4}Z"
    said = el("title", _said(told, way)) if way.how else None
    return el(
        "g", said, el("path", d=curve, class_=look),
        el("path", d=point, class_="arrow"),
    )  # fmt: skip


def _said(told: Previewed, way: Way) -> str:
    titles = told.graph.titles
    over = "".join(f" → {titles[node]}" for node in way.over)
    how = say(told.language, way.how)
    return f"{titles[way.source]}{over} – {how} – {titles[way.target]}"


def _lists(told: Previewed) -> Html:
    return listed(_item(told, Node("inject", row.id), row.title) for row in told.plan)


def _item(told: Previewed, node: Node, title: str) -> Html:
    """An inject, with what it comes from and leads to; over its options as well."""
    comes, leads = told.graph.comes_from(node), told.graph.leads_to(node)
    parts = [_linked(node, el("strong", title))]
    if comes:
        lines = (_end(told, link.source, link.how, before=True) for link in comes)
        parts.append(el("div", say(told.language, "comes from"), listed(lines)))
    if leads:
        parts.append(el("div", say(told.language, "leads to"), listed(_further(told, leads))))
    return joined(parts)


def _further(told: Previewed, links: tuple[Link, ...]) -> Iterator[Html]:
    for link in links:
        end = _end(told, link.target, link.how, before=False)
        inner = told.graph.leads_to(link.target) if link.target.kind == "option" else ()
        ends = [_end(told, way.target, way.how, before=False) for way in inner]
        yield joined((end, listed(ends) if ends else None))


def _end(told: Previewed, node: Node, how: str, *, before: bool) -> Html:
    kind, title = say(told.language, KINDS[node.kind]), told.graph.titles[node]
    named = _linked(node, el("span", title))
    said = el("span", say(told.language, how), class_="mute")
    told_of = (el("span", f"{kind} ", class_="mute"), named)
    return joined((told_of, " ", said) if before else (said, " ", told_of))
