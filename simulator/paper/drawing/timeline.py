"""Who had what and when: a row each, in it signs for moments and bars for what lasted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Final

from simulator.paper.charts import Dot, Row, Timeline
from simulator.paper.drawing.canvas import (
    LINE,
    WIDE,
    Field,
    Picture,
    box,
    breadth,
    label,
    num,
    straight,
    ticked,
    together,
    wrapped,
)
from simulator.paper.drawing.signs import RADIUS, sign, stretch
from simulator.paper.html.markup import Html, el

LEFT: Final = 136
"""Room for the names of rows."""
TRACK: Final = 13
"""Height of what lies beside each other in a row."""
TRACKS: Final = 2
"""So many tracks have the moments of a kind; what fits in none is counted in the last."""
LASTING: Final = 4
"""So many have stretches of time, which often lie beside each other."""
COUNT: Final = 26
"""Room for such a number."""
TALLEST: Final = 920
"""Height that fits on a page; rows beyond it are another part."""
TOLD: Final = 5
"""So many of what lies together are told in words; the table has them all."""


@dataclass(slots=True)
class Heap:
    """What lies at one place of a track: its first, and those for which there was no room."""

    left: float
    right: float
    dots: list[Dot]


@dataclass(slots=True)
class Laid:
    """A row with its tracks, each with the kind that lies in it."""

    row: Row
    tracks: list[tuple[str, list[Heap]]]

    @property
    def height(self) -> float:
        return max(LINE * len(self.names) + 8, TRACK * len(self.tracks) + 8)

    @property
    def names(self) -> list[str]:
        return wrapped(self.row.label, LEFT - 14, 3)


def timeline(chart: Timeline) -> Iterator[Picture]:
    field = Field(LEFT, 0, WIDE - 10, 0, chart.until, 0, 1)
    laid = [_laid(row, chart, field) for row in chart.rows]
    legend, top = _legend(chart)
    for part in _parts(laid, TALLEST - top):
        foot = top + sum(one.height for one in part)
        own = field._replace(top=top, foot=foot)
        rows, y = [], top
        for one in part:
            rows.append(together(_row(one, y, own)))
            y += one.height
        axis = _axis(chart, own)
        yield Picture(WIDE, foot + 6, together(legend, axis, rows))


def _parts(laid: list[Laid], room: float) -> Iterator[list[Laid]]:
    """As few parts as there is room for, of about the same height."""
    left = sum(one.height for one in laid)
    part: list[Laid] = []
    wanted = left / max(1, ceil(left / room))
    for one in laid:
        height = sum(before.height for before in part)
        if part and (height + one.height > room or height + one.height / 2 > wanted):
            yield part
            part, left = [], left - height
            wanted = left / max(1, ceil(left / room))
        part.append(one)
    yield part


def _legend(chart: Timeline) -> tuple[Html, float]:
    """What each sign means, and where rows can begin beneath it."""
    drawn, x, y = [], 0.0, 14.0
    for kind, name in chart.kinds:
        room = min(breadth(name), WIDE / 3)
        if x and x + room + 18 > WIDE:
            x, y = 0.0, y + LINE + 2
        drawn += [sign(kind, x + RADIUS + 1, y - 4), label(name, x + 14, y, room + 1)]
        x += room + 32
    return together(*drawn), y + 30


def _axis(chart: Timeline, field: Field) -> Iterator[Html]:
    for x, name, middle in ticked(field, chart.ticks):
        yield straight(x, field.top - 4, x, field.foot, "grid")
        if middle is not None:
            place = {"x": num(middle), "y": num(field.top - 8)}
            yield el("text", name, class_="mute middle", **place)
    yield straight(field.left, field.top, field.right, field.top, "axis")


def _laid(row: Row, chart: Timeline, field: Field) -> Laid:
    order = {kind: n for n, (kind, _) in enumerate(chart.kinds)}
    kinds = sorted({dot.kind for dot in row.dots}, key=lambda kind: (order.get(kind, 99), kind))
    tracks: list[tuple[str, list[Heap]]] = []
    for kind in kinds:
        mine: list[list[Heap]] = []
        for dot in sorted((dot for dot in row.dots if dot.kind == kind), key=lambda dot: dot.at):
            _lay(dot, mine, field)
        tracks += [(kind, track) for track in mine]
    return Laid(row, tracks)


def _lay(dot: Dot, tracks: list[list[Heap]], field: Field) -> None:
    left = field.x(dot.at) - RADIUS
    right = max(field.x(dot.end), left + RADIUS) + RADIUS
    free = next((track for track in tracks if track[-1].right <= left), None)
    if free is not None:
        free.append(Heap(left, right, [dot]))
    elif len(tracks) < (LASTING if dot.end > dot.at else TRACKS):
        tracks.append([Heap(left, right, [dot])])
    else:
        last = tracks[-1][-1]
        last.dots.append(dot)
        last.right = max(last.right, right, last.left + 2 * RADIUS + COUNT)


def _row(laid: Laid, top: float, field: Field) -> Iterator[Html]:
    ghost, foot = laid.row.ghost, top + laid.height
    if ghost:
        yield box(0.5, top + 2, WIDE - 1, laid.height - 4, "other")
    yield straight(0, foot, WIDE, foot, "grid")
    whole = el("title", laid.row.label) if laid.names[-1].endswith("…") else None
    look = {"class_": "far mute"} if ghost else {}
    for n, line in enumerate(laid.names):
        yield el("text", whole, line, x="4.0", y=num(top + 15 + LINE * n), **look)
    for n, (kind, track) in enumerate(laid.tracks):
        for heap in track:
            yield _heap(kind, heap, top + 4 + TRACK * (n + 0.5), field, ghost)


def _heap(kind: str, heap: Heap, y: float, field: Field, ghost: bool) -> Html:
    """Leads to the first that leads anywhere; the others are named, and stand in the table."""
    more = len(heap.dots) - 1
    x = heap.left + RADIUS
    end = max((field.x(dot.end) for dot in heap.dots if dot.end > dot.at), default=x)
    drawn = together(
        el("title", "\n".join([dot.words for dot in heap.dots[:TOLD]] + ["…"] * (more >= TOLD))),
        stretch(kind, x, end, y, ghost) if end > x + 1 else None,
        sign(kind, x, y, ghost),
        el("text", f"+{more}", x=num(x + RADIUS + 2), y=num(y + 4), class_="count")
        if more
        else None,
    )
    anchor = next((dot.anchor for dot in heap.dots if dot.anchor), "")
    # Those who go by keys have the same links in the table beneath, without a hundred stops here.
    return el("a", drawn, href=f"#{anchor}", tabindex=-1) if anchor else el("g", drawn)
