"""Squeezing or stretching what is left of an exercise, so that it ends when it has to. Pure.

What lies between two seconds that must stay keeps its share of the way from one to the other. What
comes before something else still does, and what comes at one second comes at one second.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from simulator.engine.commands import Repace
from simulator.engine.errors import Refused
from simulator.engine.state import State
from simulator.engine.titles import called
from simulator.scenario.scenario import Scenario

TEMPOS: Final = (1, 1_000_000)
"""The least and the most of a State's `tempo`."""

SHARES: Final = (250, 4_000)
"""The least and the most of a State's `share`."""

_FAR: Final = 1_000_000
"""Times any share, in seconds, it lies behind all that can be planned."""

Points = tuple[tuple[int, int], ...]


class Pace(NamedTuple):
    """`times` are the new seconds of the injects that are planned, in the order in which they
    come; `points` are seconds as they were, each with what it becomes; `tempo` is a State's."""

    times: tuple[tuple[str, int], ...]
    points: Points
    tempo: int

    def at(self, second: int) -> int:
        """What a second that is left becomes; what lies after the end stays after it."""
        return _on_the_line(self.points, second)


def repace(scenario: Scenario, state: State, now: int, asked: Repace) -> Pace:
    """How what is left moves. Raises Refused where it can't."""
    planned = _planned(state, now)
    pinned = {
        due: name for due, name in planned if due <= state.end and _stays(scenario, name, asked)
    }
    _check(scenario, state, now, asked, pinned)
    fixed = sorted({now, *pinned})
    line = (*((second, second) for second in fixed), (state.end, asked.end))
    before = sorted({s.last for s in state.injects.values() if s.sent})
    seconds = [*before, *sorted({due for due, _ in planned if due <= state.end})]
    stays = {*before, *pinned}
    wanted = [s if s in stays else _on_the_line(line, s) for s in seconds]
    new = _apart(seconds, wanted, stays, asked)
    if any(to < now < old for old, to in zip(seconds, new, strict=True)):
        raise _no_room()
    points = dict(line) | dict(zip(seconds, new, strict=True))
    left = tuple((old, to) for old, to in sorted(points.items()) if old >= now)
    tempo = round(state.tempo * (asked.end - now) / max(1, state.end - now))
    pace = Pace((), left, min(TEMPOS[1], max(TEMPOS[0], tempo)))
    return pace._replace(times=tuple((name, pace.at(due)) for due, name in planned))


def at_tempo(scenario: Scenario, state: State, now: int, share: int) -> Pace:
    """How what is left moves when delays are `share` thousandths of what is written from now on.

    Nothing passes what is pinned; the end stays, and what moves behind it does not come.
    """
    planned = _planned(state, now)
    dues = [*(due for due, _ in planned), *(step.due or 0 for step in state.steps.values())]
    pins = sorted({due for due, name in planned if scenario.inject[name].pinned})
    points, start = {now: now}, now
    for pin in pins:
        between = [due for due in dues if start < due < pin]
        points |= _up_to(pin, start, between, (state.share, share))
        points[pin] = start = pin
    points[start + state.share * _FAR] = start + share * _FAR
    pace = Pace((), tuple(sorted(points.items())), state.tempo)
    return pace._replace(times=tuple((name, pace.at(due)) for due, name in planned))


def _up_to(pin: int, start: int, between: list[int], shares: tuple[int, int]) -> dict[int, int]:
    """What seconds between two that stay become, at another share than before."""
    before, share = shares
    room, last = start + (pin - start) * before // share, max(between, default=start)
    if last > room:
        return {last: pin}  # as far as there is room, and in even steps
    # Each by itself: on the way to a point it would be rounded once more.
    even = {due: start + (due - start) * share // before for due in between}
    knee = min(room, pin - 1)
    return {knee: min(pin, start + (knee - start) * share // before)} | even


def _stays(scenario: Scenario, inject: str, asked: Repace) -> bool:
    """Whether it keeps its second, as control wants it or else its author."""
    if inject in asked.pinned:
        return True
    return scenario.inject[inject].pinned and inject not in asked.unpinned


def _planned(state: State, now: int) -> list[tuple[int, str]]:
    """What is still to come at a known second, in the order in which it comes."""
    known = ((s.due, name) for name, s in state.injects.items() if s.due is not None)
    return sorted((one for one in known if one[0] > now), key=lambda one: one[0])


def _check(
    scenario: Scenario, state: State, now: int, asked: Repace, pinned: dict[int, str]
) -> None:
    if asked.end <= now:
        raise Refused("range", "the end lies ahead, not in the past")
    if asked.gap < 0:
        raise Refused("range", "a gap is no less than nothing")
    late = max(pinned, default=now)
    if late > asked.end:
        raise Refused(
            "pinned",
            "'{inject}' keeps its time, and that is after this end: let it move, or end later",
            inject=called(scenario, pinned[late]),
        )
    if asked.end == state.end:
        raise Refused("closed", "the exercise ends at that moment already")


def _apart(
    seconds: Sequence[int], wanted: Sequence[int], stays: set[int], asked: Repace
) -> list[int]:
    """The seconds nearest to those wanted at which what lay `gap` or more apart still does.

    First backwards, the latest that each can be for the sake of those that follow; then forwards,
    the earliest that it may be for the sake of those before.
    """
    before = [bisect_right(seconds, second - asked.gap) - 1 for second in seconds]
    latest = [asked.end] * len(seconds)
    for place in reversed(range(len(seconds))):
        if seconds[place] in stays:
            latest[place] = min(latest[place], wanted[place])
        if place:
            latest[place - 1] = min(latest[place - 1], latest[place])
        if before[place] >= 0 and asked.gap:
            there = before[place]
            latest[there] = min(latest[there], latest[place] - asked.gap)
    new: list[int] = []
    for place, second in enumerate(wanted):
        least = second if seconds[place] in stays else max([second, *new[-1:]])
        if before[place] >= 0 and asked.gap:
            least = max(least, new[before[place]] + asked.gap)
        new.append(min(least, latest[place]))
    _check_apart(seconds, new, stays, before, asked.gap)
    return new


def _check_apart(
    seconds: Sequence[int], new: Sequence[int], stays: set[int], before: Sequence[int], gap: int
) -> None:
    """Whether it could be done at all."""
    for place, second in enumerate(seconds):
        there = before[place]
        too_near = gap and there >= 0 and new[place] - new[there] < gap
        moved = second in stays and new[place] != second
        if too_near or moved or (place and new[place] < new[place - 1]):
            raise _no_room()


def _no_room() -> Refused:
    return Refused("gap", "what is left does not fit before this end with such gaps")


def _on_the_line(points: Points, second: int) -> int:
    """Along straight lines from point to point, and on from the last one."""
    place = bisect_right(points, (second, -1))
    if place < len(points) and points[place][0] == second:
        return points[place][1]
    if place == 0:
        return second
    start, new_start = points[place - 1]
    if place == len(points):
        return new_start + second - start
    stop, new_stop = points[place]
    return new_start + (second - start) * (new_stop - new_start) // (stop - start)
