"""When a gauge, moving in a straight line, first reaches a level. Pure, in thousandths."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.engine.state import GaugeState


def next_turn(gauge: GaugeState, levels: Iterable[int], now: int) -> int | None:
    """The next second after `now` at which the gauge passes one of `levels`, None if never.

    Reaching a level and going past it are both turns: `at_most` and `below` differ by that second.
    """
    if gauge.per_hour == 0:
        return None
    step = 1 if gauge.per_hour > 0 else -1
    marks = {mark for level in levels for mark in (level, level + step)}
    turns = (first_at(gauge, mark) for mark in marks if gauge.low <= mark <= gauge.high)
    return min((turn for turn in turns if turn > now), default=None)


def first_at(gauge: GaugeState, mark: int) -> int:
    """The first second at which the line is at `mark` or beyond it, in its own direction."""
    way = mark - gauge.value
    if gauge.per_hour > 0:
        seconds = -(-way * 3600 // gauge.per_hour)
    else:
        seconds = (-way - 1) * 3600 // -gauge.per_hour + 1
    return gauge.since + seconds
