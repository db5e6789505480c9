"""What every picture is made of: numbers with one decimal, words that fit, a field with axes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from math import floor, isfinite, isnan, log10
from typing import Final, NamedTuple
from unicodedata import east_asian_width

from simulator.paper.charts import Ticks
from simulator.paper.html.markup import Html, Inside, el, joined

WIDE: Final = 720
"""Width of a picture with time in it; on a phone it scrolls sideways and stays legible."""
SLIM: Final = 340
"""Width of one that a phone shows whole."""
SIZE: Final = 12
"""Height of letters."""
LINE: Final = 14
"""Height of a line of them."""
BROAD: Final = 0.57
"""Width of a letter as part of its height, on average and in a wide font."""
SIDE: Final = 176
"""Room for labels at the right of a field."""


class Picture(NamedTuple):
    """A drawn picture, or one of its parts, in units that are pixels at its own size."""

    width: int
    height: float
    inside: Html


class Field(NamedTuple):
    """Where values are drawn: its sides, the time at its right, values at its foot and head."""

    left: float
    top: float
    right: float
    foot: float
    until: float
    low: float
    high: float

    def x(self, at: float) -> float:
        return self.left + _share(at, 0, self.until) * (self.right - self.left)

    def y(self, value: float) -> float:
        return self.foot - _share(value, self.low, self.high) * (self.foot - self.top)


def _share(value: float, low: float, high: float) -> float:
    """How far along; never outside, and somewhere whatever the value is."""
    share = (value - low) / (high - low) if high > low else 0.5
    return 0.0 if isnan(share) else min(max(share, 0.0), 1.0)


def num(value: float) -> str:
    """A number as it stands in a picture."""
    return f"{round(value, 1) + 0.0:.1f}"


def points(places: Iterable[tuple[float, float]]) -> str:
    """A path straight through these places."""
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in places)


def breadth(words: str) -> float:
    """About how wide they are."""
    return sum(map(_breadth, words))


def _breadth(sign: str) -> float:
    return SIZE * (1.0 if east_asian_width(sign) in "WF" else BROAD)


def cut(words: str, room: float) -> str:
    """As much as has room, with a sign for what hasn't."""
    words = " ".join(words.split())
    reached = [*accumulate(map(_breadth, words))]
    if not words or reached[-1] <= room:
        return words
    return words[: bisect_right(reached, room - SIZE)].rstrip() + "…"


def wrapped(words: str, room: float, most: int) -> list[str]:
    """Lines of words, so many at most."""
    left = words.split()
    lines: list[str] = []
    while left and len(lines) < most - 1:
        fits = 1
        while fits < len(left) and breadth(" ".join(left[: fits + 1])) <= room:
            fits += 1
        lines.append(" ".join(left[:fits]))
        left = left[fits:]
    if left or not lines:
        lines.append(" ".join(left))
    return [cut(line, room) for line in lines]


def label(words: str, x: float, y: float, room: float, **more: str) -> Html:
    """Words in one line; where they are cut, the whole of them is there to be read, too."""
    fits = cut(words, room)
    whole = el("title", words) if fits.endswith("…") else None
    return el("text", whole, fits, x=num(x), y=num(y), **more)


def straight(x1: float, y1: float, x2: float, y2: float, class_: str) -> Html:
    return el("line", x1=num(x1), y1=num(y1), x2=num(x2), y2=num(y2), class_=class_)


def box(x: float, y: float, width: float, height: float, class_: str) -> Html:
    return el("rect", x=num(x), y=num(y), width=num(width), height=num(height), class_=class_)


def ring(x: float, y: float, radius: float, class_: str, inside: Inside = None) -> Html:
    radius = round(radius, 1)
    turn = f"a{num(radius)} {num(radius)} 0 1 0 "
    path = f"M{num(x - radius)} {num(y)}{turn}{num(2 * radius)} 0{turn}{num(-2 * radius)} 0Z"
    return el("path", inside, d=path, class_=class_) if inside else el(
        "path", d=path, class_=class_
    )  # fmt: skip


def time_axis(field: Field, ticks: Ticks) -> Iterator[Html]:
    """Marks of time at the foot; a name that would lie over the one before is left out."""
    yield straight(field.left, field.foot, field.right, field.foot, "axis")
    for x, name, middle in ticked(field, ticks):
        yield straight(x, field.top, x, field.foot + 4, "grid")
        if middle is not None:
            yield el("text", name, x=num(middle), y=num(field.foot + 17), class_="mute middle")


def ticked(field: Field, ticks: Ticks) -> Iterator[tuple[float, str, float | None]]:
    """Where each mark of time is, its name, and the middle of that; none where it would lie over
    the one before."""
    free = 0.0
    for at, name in ticks:
        x, room = field.x(at), breadth(name)
        middle = min(max(x, room / 2), WIDE - room / 2)
        fits = middle - room / 2 >= free
        yield x, name, middle if fits else None
        if fits:
            free = middle + room / 2 + 6


def value_axis(field: Field, unit: str) -> Iterator[Html]:
    """Marks of values at the left, and above them their unit."""
    yield label(unit, 0, field.top - 10, field.right, class_="mute")
    for value, name in marks(field.low, field.high):
        y = field.y(value)
        yield straight(field.left, y, field.right, y, "grid")
        yield label(name, field.left - 6, y + 4, field.left, class_="mute end")


def marks(low: float, high: float) -> list[tuple[float, str]]:
    """About five round values between these, and how they are written."""
    span = high - low
    if not isfinite(span) or span <= 0:
        return [(low, f"{low:.4g}")]
    rough = span / 5
    power = 10.0 ** floor(log10(rough))
    step = next(step for step in (power, 2 * power, 5 * power, 10 * power) if step >= rough)
    first = -floor(-low / step)
    values = [(first + n) * step for n in range(7) if (first + n) * step <= high + step / 1e6]
    return [(value, written(value, step)) for value in values]


def written(value: float, step: float = 1) -> str:
    """With as many decimals as the step between such values needs."""
    if abs(value) >= 1e6 or step < 1e-3:
        return f"{value:.4g}"
    return f"{value + 0.0:.{max(0, -floor(log10(step)))}f}"


def spread(wanted: list[float], top: float, foot: float) -> list[float]:
    """Places for lines of words near to where they are wanted, none over another. The order is
    that of `wanted`, which rises."""
    places: list[float] = []
    for y in wanted:
        places.append(max(y, places[-1] + LINE if places else top))
    least = foot
    for n in reversed(range(len(places))):
        places[n] = min(places[n], least)
        least = places[n] - LINE
    return places


def thinned(places: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Of the places within one pixel's width the first, the lowest, the highest and the last, for
    more can't be seen."""
    found: list[tuple[float, float]] = []
    column: list[tuple[float, float]] = []

    def close() -> None:
        if column:
            ys = [y for _, y in column]
            kept = {0, ys.index(min(ys)), ys.index(max(ys)), len(ys) - 1}
            found.extend(column[n] for n in sorted(kept))
            column.clear()

    for place in places:
        if column and int(place[0]) != int(column[0][0]):
            close()
        column.append(place)
    close()
    return found


def together(*parts: Inside) -> Html:
    """Parts one over the other, the last on top."""
    return joined(parts)
