"""How sure against how right."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan, sqrt

from simulator.paper.charts import Calibrated
from simulator.paper.drawing.canvas import (
    SLIM,
    Field,
    Picture,
    breadth,
    label,
    num,
    ring,
    straight,
    together,
)
from simulator.paper.html.markup import Html, el


def calibrated(chart: Calibrated) -> Iterator[Picture]:
    foot = SLIM - 44
    field = Field(40, 28, SLIM - 16, foot, 100, 0, 100)
    most = max((number for *_, number in chart.dots), default=1)
    yield Picture(
        SLIM,
        SLIM,
        together(
            _square(field),
            label(chart.right, 0, 14, SLIM, class_="mute"),
            label(chart.sure, field.right, foot + 34, SLIM - 20, class_="mute end"),
            straight(field.x(0), field.y(0), field.x(100), field.y(100), "leader ghost"),
            (_dot(dot, most, field) for dot in chart.dots if dot[2] > 0),
        ),
    )


def _square(field: Field) -> Iterator[Html]:
    for value in range(0, 101, 25):
        x, y = field.x(value), field.y(value)
        yield straight(x, field.top, x, field.foot, "grid")
        yield straight(field.left, y, field.right, y, "grid")
        yield el("text", value, x=num(x), y=num(field.foot + 16), class_="mute middle")
        yield el("text", value, x=num(field.left - 6), y=num(y + 4), class_="mute end")


def _dot(dot: tuple[float, float, int], most: int, field: Field) -> Iterator[Html]:
    """As large as there are answers, and their number beside it."""
    sure, right, number = dot
    x, y, radius = field.x(sure), field.y(right), 3 + 9 * sqrt(number / most)
    said = el("title", f"{_plain(sure)} % – {_plain(right)} %: {number}")
    yield ring(x, y, radius, "dot stretch k0", said)
    left = x + radius + 3 + breadth(str(number)) > SLIM
    place = x - radius - 3 if left else x + radius + 3
    yield el("text", number, x=num(place), y=num(y + 4), class_="end" if left else None)


def _plain(value: float) -> str:
    """Whole numbers as such, huge ones short, others with one decimal."""
    if abs(value) >= 1e9 or isnan(value):
        return f"{value:.4g}"
    return f"{value:.0f}" if value == int(value) else f"{value:.1f}"
