"""Amounts on top of each other over time, in steps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Final

from simulator.paper.charts import Stack
from simulator.paper.drawing.canvas import (
    LINE,
    SIDE,
    WIDE,
    Field,
    Picture,
    box,
    num,
    points,
    time_axis,
    together,
    value_axis,
    wrapped,
)
from simulator.paper.drawing.curves import LEFT, TALL, TOP
from simulator.paper.drawing.look import COLOURS
from simulator.paper.html.markup import Html, el

Heap = tuple[float, tuple[float, ...]]
"""A moment, and how high each layer reaches from then on."""
SWATCH: Final = 18


def stack(chart: Stack) -> Iterator[Picture]:
    heaps = _heaps(chart)
    most = max((tops[-1] for _, tops in heaps if tops), default=0)
    lines = [wrapped(name, SIDE - SWATCH - 18, 2) for name, _ in chart.layers]
    foot = TOP + max(TALL, sum(LINE * len(one) + 3 for one in lines))
    field = Field(LEFT, TOP, WIDE - SIDE, foot, chart.until, 0, max(most, 1))
    seen = _thinned(heaps, field)
    yield Picture(
        WIDE,
        foot + 24,
        together(
            (_layer(n, seen, field) for n in reversed(range(len(chart.layers)))),
            time_axis(field, chart.ticks),
            value_axis(field, chart.unit),
            _names(lines, chart, field),
        ),
    )


def _heaps(chart: Stack) -> list[Heap]:
    amounts = zip(*(amounts for _, amounts in chart.layers), strict=True)
    return [(at, tuple(accumulate(one))) for at, one in zip(chart.moments, amounts, strict=False)]


def _thinned(heaps: list[Heap], field: Field) -> list[Heap]:
    """Of those within one pixel's width the highest, so that no peak is lost, and the last."""
    found: list[Heap] = []
    for heap in heaps:
        same = [one for one in found[-2:] if int(field.x(one[0])) == int(field.x(heap[0]))]
        if len(same) == 2:
            highest = max(same, key=lambda one: one[1][-1])
            found[-2:] = [highest]
        found.append(heap)
    return found


def _steps(n: int, heaps: list[Heap], field: Field) -> list[tuple[float, float]]:
    """The upper edge of a layer; the one below the lowest is the foot."""
    places: list[tuple[float, float]] = []
    level = [(at, tops[n] if n >= 0 else 0) for at, tops in heaps]
    for (at, value), (until, _) in pairwise([*level, (field.until, 0.0)]):
        for x in (field.x(at), field.x(until)):
            if len(places) > 1 and places[-1][1] == places[-2][1] == field.y(value):
                places.pop()
            places.append((x, field.y(value)))
    return places


def _layer(n: int, heaps: list[Heap], field: Field) -> Html | None:
    if not heaps:
        return None
    around = [*_steps(n, heaps, field), *reversed(_steps(n - 1, heaps, field))]
    return el("path", d=points(around) + "Z", class_=_look(n))


def _look(n: int) -> str:
    """Every other layer is light, so that two that touch are told apart without a colour."""
    return f"layer k{n % COLOURS} light" if n % 2 else f"layer k{n % COLOURS}"


def _names(lines: list[list[str]], chart: Stack, field: Field) -> Iterator[Html]:
    """In the order of the layers, the highest first."""
    x, y = field.right + 12, field.top + 4
    for n in reversed(range(len(lines))):
        yield box(x, y - 6, SWATCH, 10, _look(n))
        whole = el("title", chart.layers[n][0]) if lines[n][-1].endswith("…") else None
        for line in lines[n]:
            yield el("text", whole, line, x=num(x + SWATCH + 5), y=num(y + 3))
            y += LINE
        y += 3
