"""Ending at another time than planned: what that means for what is left. No drawing."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

from simulator.engine.views.overview import InjectRow
from simulator.session.limits import FASTEST, SLOWEST
from tui import words
from tui.moments import moment_of
from tui.room.msel import UNSENT
from tui.speech import _, many

_CLOCK: Final = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


def own_clock() -> datetime:
    """The time where control sits."""
    return datetime.now(UTC).astimezone()


class Rest(NamedTuple):
    """What is left of an exercise: from second `now` to `end`, at `pace`."""

    now: int
    end: int
    pace: float

    @property
    def left(self) -> int:
        return max(0, self.end - self.now)

    def real(self, end: int) -> int:
        """How many seconds of real time it takes to come to this second."""
        return round((end - self.now) / self.pace)

    def share(self, end: int) -> float:
        """How much of its time each thing has left, where all ends at this second."""
        return (end - self.now) / self.left if self.left else 1.0

    def instead(self, end: int) -> float:
        """The pace at which all is over in the same real time with nothing moved."""
        pace = self.pace / (self.share(end) or 1.0)
        return min(FASTEST, max(SLOWEST, float(f"{pace:.3g}")))

    def by_wall(self, text: str, wall: datetime) -> int:
        """The second at which the clock on the wall shows this time, if the pace stays. Raises
        ValueError with a sentence."""
        found = _CLOCK.fullmatch(text.strip())
        if not found:
            raise ValueError(_("Write a time of day of your own clock, like 16:30."))
        there = wall.replace(hour=int(found[1]), minute=int(found[2]), second=0, microsecond=0)
        if there <= wall:
            there += timedelta(days=1)
        return self.now + round((there - wall).total_seconds() * self.pace)

    def ending(self, moment: str, clock: str, start: str, wall: datetime) -> int:
        """The second that is written, as a moment or else as a time of the clock on the wall;
        `start` is the ISO time of STARTEX. Raises ValueError with a sentence."""
        if moment and clock:
            raise ValueError(_("Write one of the two times, not both."))
        end = self.by_wall(clock, wall) if clock else moment_of(moment, start, self.now)
        if end <= self.now:
            raise ValueError(_("That is not ahead."))
        return end


def movable(rows: tuple[InjectRow, ...]) -> list[InjectRow]:
    """What re-pacing would move, the soonest first."""
    return [row for row in _planned(rows) if not row.pinned]


def pinned(rows: tuple[InjectRow, ...]) -> list[InjectRow]:
    """What stays where it is because its author has pinned it, the soonest first."""
    return [row for row in _planned(rows) if row.pinned]


def _planned(rows: tuple[InjectRow, ...]) -> list[InjectRow]:
    planned = [row for row in rows if row.state in UNSENT and row.due is not None]
    return sorted(planned, key=lambda row: row.due or 0)


def left(rest: Rest, rows: tuple[InjectRow, ...], start: str, wall: datetime) -> str:
    """What is left, and when it would be over by the clock on the wall."""
    over = wall + timedelta(seconds=rest.real(rest.end))
    return _(
        "It is {now}; ENDEX is planned at {end}, in {left}. At {pace} that is {over} by your own "
        "clock. {moved}, {pinned}.",
        now=words.day_time(start, rest.now),
        end=words.day_time(start, rest.end),
        left=words.duration(rest.left),
        pace=words.pace(rest.pace),
        over=_by_clock(over, wall),
        moved=many("{number} inject moves", "{number} injects move", len(movable(rows))),
        pinned=many(
            "{number} is pinned and stays", "{number} are pinned and stay", len(pinned(rows))
        ),
    )


def meaning(rest: Rest, end: int, start: str, wall: datetime) -> str:
    """What it means to end at this second."""
    share = rest.share(end)
    over = wall + timedelta(seconds=rest.real(end))
    told = _(
        "To end at {end} ({over} by your own clock) leaves {left} instead of {before}.",
        end=words.day_time(start, end),
        over=_by_clock(over, wall),
        left=words.duration(max(0, end - rest.now)),
        before=words.duration(rest.left),
    )
    if share > 1:
        how = _("What waits is stretched to {share} % of its time.", share=round(100 * share))
    else:
        how = _("What waits is squeezed to {share} % of its time.", share=round(100 * share))
    return f"{told} {how}"


def _by_clock(when: datetime, wall: datetime) -> str:
    """A time of one's own clock, to the nearest minute, with its day where that is not today."""
    when += timedelta(seconds=30)
    time = f"{when:%H:%M}"
    return time if when.date() == wall.date() else f"{words.day(when)} {time}"
