"""Amounts as bars, and how sure against how right."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan, sqrt
from typing import Final, NamedTuple

from simulator.paper.charts import Bars, Calibrated
from simulator.paper.drawing.canvas import (
    LINE,
    SLIM,
    Field,
    Picture,
    box,
    breadth,
    cut,
    label,
    num,
    ring,
    straight,
    together,
    wrapped,
)
from simulator.paper.html.markup import Html, el

TALLEST: Final = 430
"""Height of a part of a picture that fits on half a page at twice its width."""
THICK: Final = 9
"""Of a bar."""


class Bar(NamedTuple):
    """A row as it is laid: lines of its name, what is said of it, its value and what that is of."""

    name: str
    lines: list[str]
    said: str
    value: float
    of: float

    @property
    def height(self) -> float:
        return LINE * len(self.lines) + THICK + 12


def bars(chart: Bars) -> Iterator[Picture]:
    longest = max((amount for row in chart.rows for amount in row[1:]), default=0)
    full = Field(0.5, 0, SLIM - 0.5, 1, longest, 0, 1)
    drawn: list[Html] = []
    y = 0.0
    for bar in (_laid(row, chart.unit) for row in chart.rows):
        if drawn and y + bar.height > TALLEST:
            yield Picture(SLIM, y, together(*drawn))
            drawn, y = [], 0.0
        drawn.append(together(_bar(bar, y, full)))
        y += bar.height
    yield Picture(SLIM, max(y, LINE), together(*drawn))


def _laid(row: tuple[str, float, float], unit: str) -> Bar:
    name, value, of = row
    said = f"{_plain(value)} / {_plain(of)}" if of else _plain(value)
    said = cut(f"{said} {unit}", SLIM / 2)
    return Bar(name, wrapped(name, SLIM - breadth(said) - 10, 3), said, value, of)


def _bar(bar: Bar, top: float, full: Field) -> Iterator[Html]:
    whole = el("title", bar.name) if bar.lines[-1].endswith("…") else None
    for n, line in enumerate(bar.lines):
        yield el("text", whole, line, x="0.0", y=num(top + 12 + LINE * n))
    yield el("text", bar.said, x=num(SLIM), y=num(top + 12), class_="end")
    y = top + LINE * len(bar.lines) + 3
    if full.until > 0:
        yield box(full.left, y, full.x(bar.value) - full.left, THICK, "bar")
        if bar.of:
            yield box(full.left, y, full.x(bar.of) - full.left, THICK, "of")


def _plain(value: float) -> str:
    """Whole numbers as such, huge ones short, others with one decimal."""
    if abs(value) >= 1e9 or isnan(value):
        return f"{value:.4g}"
    return f"{value:.0f}" if value == int(value) else f"{value:.1f}"


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
