"""How services and gauges ran: one table of all, and a picture of each that moved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.paper.blocks import Block, Figure, Grid, Words
from simulator.paper.charts import Curves, Line
from simulator.review.findings import Series
from simulator.review.report.telling import Telling, grid, section
from simulator.review.report.times import listed, number
from simulator.speech import say

MOST: Final = 16
"""A table beneath a picture lists so many turns; where there are more, the marks of the axis."""
CITED: Final = 6
"""The table of all cites so many turns of each; every turn stands in the picture's own table."""

Points = tuple[tuple[int, float], ...]


def curves(t: Telling) -> tuple[Block, ...]:
    return section(say(t.language, "Services and gauges over time"), _curves(t))


def _curves(t: Telling) -> Iterator[Block]:
    language = t.language
    if not t.team.series:
        return
    heads = (
        say(language, "Service or gauge"), say(language, "Usual"),
        say(language, "At the beginning"), say(language, "Lowest"), say(language, "Highest"),
        say(language, "At the end"), say(language, "Only cut off in defence"),
    )  # fmt: skip
    rows = (
        (
            (it.title, _usual(language, it), _value(language, it, it.points[0][1]),
             _turn(t, it, it.lowest), _turn(t, it, highest(it)), _value(language, it, it.at_end),
             say(language, "yes") if it.defence else ""),
            t.anchors(it.cites[:CITED]),
        )
        for it in t.team.series if moved(it)
    )  # fmt: skip
    if t.explains(lambda team: team.series):
        yield Words(about(language), "mute")
    if any(map(moved, t.team.series)):
        yield grid(say(language, "Where each service and gauge stood"), heads, rows)
    still = [
        f"{it.title} ({_value(language, it, it.at_end)})" for it in t.team.series if not moved(it)
    ]
    if still:
        yield Words(say(language, "These did not change: {names}.", names=listed(language, still)))
    yield from (figure(t, it) for it in t.team.series if moved(it))


def moved(it: Series) -> bool:
    return len({value for _, value in it.points}) > 1 or bool(it.shown)


def about(language: str) -> str:
    """What services and gauges are."""
    return say(
        language, "A service is in per cent of what it gives when all is well; one that is "
        "switched off or cut off in defence falls, too. Gauges without a unit are points on a "
        "scale of the exercise.",
    )  # fmt: skip


def highest(it: Series) -> float:
    return max(value for _, value in it.points)


def _turn(t: Telling, it: Series, value: float) -> str:
    """A value and when it was first reached; where it began so, without."""
    at, told = first(it, value), _value(t.language, it, value)
    return f"{told}\n{t.times.clock(at)}" if at else told


def figure(t: Telling, it: Series) -> Figure:
    """How one of them ran."""
    language, until = t.language, max(1, t.team.until)
    last = _value(language, it, it.at_end)
    lines = [Line(say(language, "what was so") if it.shown else last, it.points)]
    if it.shown:
        lines.append(Line(say(language, "what people were shown"), it.shown, ghost=True))
    band = None
    if it.normal != (None, None):
        low, high = it.normal
        band = (it.low if low is None else low, it.high if high is None else high)
    chart = Curves(
        until, it.low, it.high, it.unit, tuple(lines), t.times.axis(until), band,
        say(language, "usual") if band else "",
    )  # fmt: skip
    alt = say(
        language,
        "A curve of {title}: {first} at the beginning, between {lowest} and {highest}, {last} at "
        "the end.",
        title=it.title, first=_value(language, it, it.points[0][1]),
        lowest=_value(language, it, it.lowest), highest=_value(language, it, highest(it)),
        last=last,
    )  # fmt: skip
    same = (
        say(language, "The table beneath has its values at the marks of the axis.")
        if _long(it) else say(language, "The table beneath has the same values.")
    )  # fmt: skip
    return Figure(it.title, f"{alt} {same}", chart, _table(t, it))


def _long(it: Series) -> bool:
    return len({at for at, _ in it.points}) > MOST


def _table(t: Telling, it: Series) -> Grid:
    language = t.language
    seconds = list(dict.fromkeys(at for at, _ in it.points))
    caption = say(language, "{title} where it turned", title=it.title)
    if _long(it):
        inside = {int(at) for at, _ in t.times.axis(t.team.until)}
        seconds = sorted(
            {seconds[0], first(it, it.lowest), first(it, highest(it)), seconds[-1]} | inside
        )
        caption = say(language, "{title} at the marks of the axis", title=it.title)
    heads = [say(language, "When"), it.title]
    if it.shown:
        heads.append(say(language, "Shown to people"))
    rows = []
    for at in seconds:
        row = [t.times.moment(at), _value(language, it, value(it.points, at))]
        if it.shown:
            row.append(_seen(language, it, at))
        rows.append(tuple(row))
    return Grid(caption, tuple(heads), tuple(rows))


def _seen(language: str, it: Series, at: int) -> str:
    """What people were shown then; nothing before there was anything to see."""
    return _value(language, it, value(it.shown, at)) if at >= it.shown[0][0] else "–"


def value(points: Points, at: int) -> float:
    """Where a line that is straight between its points stands after all that happened at `at`."""
    before = [point for point in points if point[0] <= at]
    after = [point for point in points if point[0] > at]
    if not before:
        return points[0][1]
    (begin, low) = before[-1]
    if not after or begin == at:
        return low
    (end, high) = after[0]
    return low + (high - low) * (at - begin) / (end - begin)


def first(it: Series, value: float) -> int:
    """The second at which it first had this value."""
    return next((at for at, each in it.points if each == value), it.points[0][0])


def _value(language: str, it: Series, value: float) -> str:
    told = number(language, value)
    return f"{told} {it.unit}" if it.unit else told


def _usual(language: str, it: Series) -> str:
    low, high = it.normal
    if low is not None and high is not None:
        return say(
            language, "{low} to {high}", low=number(language, low),
            high=_value(language, it, high),
        )  # fmt: skip
    if low is not None:
        return say(language, "at least {number}", number=_value(language, it, low))
    if high is not None:
        return say(language, "at most {number}", number=_value(language, it, high))
    return "–"
