"""Values over time as lines, each with its name at its end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.paper.charts import Curves, Line
from simulator.paper.drawing.canvas import (
    LINE,
    SIDE,
    WIDE,
    Field,
    Picture,
    box,
    label,
    num,
    points,
    ring,
    spread,
    thinned,
    time_axis,
    together,
    value_axis,
)
from simulator.paper.drawing.look import COLOURS, DASHES
from simulator.paper.html.markup import Html, el

TALL: Final = 180
"""Height of the field, as long as the names of its lines have room beside it."""
TOP: Final = 28
LEFT: Final = 52


def curves(chart: Curves) -> Iterator[Picture]:
    lines = [line for line in chart.lines if line.points]
    foot = TOP + max(TALL, LINE * len(lines))
    field = Field(LEFT, TOP, WIDE - SIDE, foot, chart.until, chart.low, chart.high)
    yield Picture(
        WIDE,
        foot + 24,
        together(
            _band(chart, field),
            time_axis(field, chart.ticks),
            value_axis(field, chart.unit),
            (_line(line, field, n) for n, line in enumerate(lines)),
            _names(lines, field),
        ),
    )


def look(n: int) -> str:
    """Colour and dash of the line of this number; both repeat, but no pair does for long."""
    return f"l{n % COLOURS} d{(n + n // COLOURS) % len(DASHES)}"


def _band(chart: Curves, field: Field) -> Iterator[Html]:
    if chart.normal is None:
        return
    head, foot = field.y(chart.normal[1]), field.y(chart.normal[0])
    yield box(field.left, head, field.right - field.left, foot - head, "band")
    if chart.usual:
        room = field.right - field.left - 8
        yield label(
            chart.usual, field.left + 4, min(head + 12, field.foot - 3), room, class_="mute"
        )


def _line(line: Line, field: Field, n: int) -> Html:
    places = thinned((field.x(at), field.y(value)) for at, value in line.points)
    seen = "curve ghost" if line.ghost else f"curve {look(n)}"
    said = el("title", line.label)
    if len({(num(x), num(y)) for x, y in places}) == 1:
        return ring(*places[0], 3, seen, said)
    return el("path", said, d=points(places), class_=seen)


def _names(lines: list[Line], field: Field) -> Iterator[Html]:
    """Each as near to the end of its line as there is room, and led there."""
    ends = [(field.x(line.points[-1][0]), field.y(line.points[-1][1])) for line in lines]
    order = sorted(range(len(lines)), key=lambda n: ends[n][1])
    places = spread([ends[n][1] for n in order], field.top + 4, field.foot)
    for n, y in zip(order, places, strict=True):
        way = (ends[n], (field.right + 12, y), (field.right + 16, y))
        seen = "leader ghost" if lines[n].ghost else f"leader {look(n)}"
        yield el("path", d=points(way), class_=seen)
        far = "far mute" if lines[n].ghost else None
        more = {"class_": far} if far else {}
        yield label(lines[n].label, field.right + 20, y + 4, SIDE - 20, **more)
