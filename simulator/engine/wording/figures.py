"""Times, delays, bounds and hosts in few words. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from typing import Final

from simulator.scenario.conditions import Bounds
from simulator.scenario.values import Portion, Span
from simulator.speech import many, mark, say
from simulator.speech.habits import figure


def moment(at: int) -> str:
    """`T+26:10`, in hours and minutes since STARTEX, and in seconds where there are any."""
    return f"T+{_clock(at)}"


def span(language: str, delay: Span, tempo: int = 1000) -> str:
    """`02:20`, or `00:20 to 01:30` where it is drawn; at `tempo` thousandths of what is written."""
    low, high = (round(end * tempo / 1000) for end in (delay.low, delay.high))
    if low == high:
        return _clock(low)
    if low == 0:
        return say(language, "up to {high}", high=_clock(high))
    return say(language, "{low} to {high}", low=_clock(low), high=_clock(high))


def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    told = f"{minutes // 60:02}:{minutes % 60:02}"
    return f"{told}:{rest:02}" if rest else told


BOUNDS: Final = {
    "below": mark("below {number}"),
    "above": mark("above {number}"),
    "at_least": mark("at least {number}"),
    "at_most": mark("at most {number}"),
}


def bounds(language: str, asked: Bounds, unit: str = "") -> str:
    """`at least 40 % and below 60 %`."""
    return both(language, _bounds(language, asked, unit))


def _bounds(language: str, asked: Bounds, unit: str) -> Iterator[str]:
    for name, words in BOUNDS.items():
        level = getattr(asked, name)
        if level is not None:
            yield say(language, words, number=amount(language, level, unit))


def amount(language: str, number: float, unit: str = "") -> str:
    """`2.5 GB`."""
    told = figure(language, f"{number:.6g}")
    return f"{told} {unit}" if unit else told


def some_hosts(language: str, portion: Portion) -> str:
    """`all hosts`, `40 % of the hosts`, or so many."""
    if portion.count is not None:
        return many(language, "{number} host", "{number} hosts", portion.count)
    share = portion.share or 0
    if share == 1:
        return say(language, "all hosts")
    return say(language, "{number} % of the hosts", number=f"{share * 100:.4g}")


def both(language: str, words: Iterable[str]) -> str:
    """`this and that`."""

    def joined(one: str, other: str) -> str:
        return say(language, "{one} and {other}", one=one, other=other)

    return reduce(joined, words)


def either(language: str, words: Iterable[str]) -> str:
    """`this or that`."""

    def joined(one: str, other: str) -> str:
        return say(language, "{one} or {other}", one=one, other=other)

    return reduce(joined, words)
