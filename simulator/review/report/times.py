"""Moments, spans, numbers and lists of names as a report writes them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from simulator.authoring.printing.figures import hours as in_hours
from simulator.engine.wording.figures import moment as since
from simulator.speech import many, say
from simulator.speech.habits import dated, figure, weekday

MINUTE: Final = 60
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR
NO_BREAK: Final = "\N{NO-BREAK SPACE}"
STEPS: Final = tuple(
    [n * MINUTE for n in (1, 2, 5, 10, 15, 30)] + [n * HOUR for n in (1, 2, 3, 6, 12, 24, 48, 96)]
)
"""How far apart an axis may be marked."""
MARKS: Final = 9
"""So many marks on an axis at most."""
NAMED: Final = 5
"""So many names at most stand in a sentence."""


class Times:
    """Moments of one exercise, whose STARTEX is at `start` (ISO, with its offset)."""

    def __init__(self, language: str, start: str) -> None:
        self.language = language
        self.start = datetime.fromisoformat(start)

    def clock(self, at: int | None) -> str:
        """`Fri 18:30` over `T+26:10`, for a table; a dash where there is none."""
        if at is None:
            return "–"
        return f"{self._day_and_time(at)}\n{since(at)}".replace(" ", NO_BREAK)

    def moment(self, at: int) -> str:
        """`Fri 18:30 (T+26:10)`, within a sentence."""
        return f"{self._day_and_time(at)} ({since(at)})"

    def about(self, at: int) -> str:
        """The same to the minute, for those who read a summary."""
        return self.moment(at - at % MINUTE)

    def whole(self, at: int) -> str:
        """`Fri 15 Jul 2022, 18:30 +02:00`."""
        told = self.start + timedelta(seconds=at)
        zone = f"{told:%z}"
        return f"{written(self.language, told)} {zone[:3]}:{zone[3:5]}".strip(" :")

    def iso(self, at: int) -> str:
        """For programs: `2022-07-15T18:30:00+02:00`."""
        return (self.start + timedelta(seconds=at)).isoformat()

    def axis(self, until: float) -> tuple[tuple[float, str], ...]:
        """Marks at round times of the clock on the wall."""
        return tuple(self._axis(max(1, round(until))))

    def _axis(self, until: int) -> Iterator[tuple[float, str]]:
        step = next((one for one in STEPS if until <= one * MARKS), STEPS[-1])
        midnight = self.start.replace(hour=0, minute=0, second=0, microsecond=0)
        first = -round((self.start - midnight).total_seconds()) % step
        for at in range(first, until + 1, step):
            told = self.start + timedelta(seconds=at)
            same_day = step < DAY and until <= DAY
            yield at, f"{told:%H:%M}" if same_day else self._day_and_time(at)

    def _day_and_time(self, at: int) -> str:
        told = self.start + timedelta(seconds=at)
        clock = f"{told:%H:%M:%S}" if at % MINUTE else f"{told:%H:%M}"
        return f"{weekday(self.language, told)} {clock}"


def written(language: str, told: datetime) -> str:
    """`Fri 15 Jul 2022, 18:30`."""
    return f"{weekday(language, told)} {dated(language, told)}, {told:%H:%M}"


def real(language: str, utc: int) -> str:
    """A moment of the real world, `Thu 26 Nov 2026, 14:02 UTC`."""
    return f"{written(language, datetime.fromtimestamp(utc / 1000, UTC))} UTC"


def between(language: str, begin: int, end: int) -> str:
    """`Thu 26 Nov 2026, 09:00 to 12:30 UTC`; with both days where there are two."""
    first, last = (datetime.fromtimestamp(utc / 1000, UTC) for utc in (begin, end))
    if last - first < timedelta(minutes=1):
        return real(language, begin)
    if first.date() == last.date():
        one, other = written(language, first), f"{last:%H:%M} UTC"
    else:
        one, other = real(language, begin), real(language, end)
    return say(language, "{begin} to {end}", begin=one, end=other)


def day(language: str, iso: str) -> str:
    """A date as people write it, `1 May 2027`, and its time where it has one; as it is where it is
    none."""
    try:
        told = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    date = dated(language, told)
    return f"{date}, {told:%H:%M}" if told.hour or told.minute else date


def span(language: str, seconds: int | None) -> str:
    """`2 hours 5 minutes`; two units at most, a dash where there is none."""
    if seconds is None:
        return "–"
    if seconds < MINUTE:
        return many(language, "{number} second", "{number} seconds", seconds)
    if seconds >= DAY:
        return in_hours(language, round(seconds / HOUR) * HOUR)
    rest = seconds % MINUTE if seconds < HOUR else 0
    told = in_hours(language, seconds - rest)
    if rest:
        told += " " + many(language, "{number} second", "{number} seconds", rest)
    return told


def short(language: str, seconds: int | None) -> str:
    """The same for a table: `2 d 3 h`, `2 h 05 min`, `5 min`, `40 s`, `at once`."""
    if seconds is None:
        return "–"
    if not seconds:
        return say(language, "at once")
    if seconds < MINUTE:
        return say(language, "{seconds} s", seconds=seconds)
    minutes = round(seconds / MINUTE)
    if minutes < HOUR // MINUTE:
        return say(language, "{minutes} min", minutes=minutes)
    hours, minutes = divmod(minutes, 60)
    if hours < 48:
        return say(language, "{hours} h {minutes} min", hours=hours, minutes=f"{minutes:02}")
    hours = round(seconds / HOUR)
    return say(language, "{days} d {hours} h", days=hours // 24, hours=hours % 24)


def rounded(value: float, digits: int = 0) -> Decimal:
    """As people round who do it by hand: 4.25 to 4.3 and 0.355 to 0.36."""
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def number(language: str, value: float, digits: int = 1) -> str:
    """A number with at most so many digits behind its mark, and none that say nothing."""
    told = f"{rounded(value, digits):,.{digits}f}"
    if "." in told:
        told = told.rstrip("0").rstrip(".")
    return figure(language, "0" if told == "-0" else told)


def quoted(language: str, title: str) -> str:
    """A title that is a sentence, as it stands in another sentence."""
    return say(language, "“{title}”", title=title)


def listed(language: str, words: Iterable[str], most: int = 99) -> str:
    """`this, that and the other`; of more than `most`, how many more there are."""
    names = [*words]
    if len(names) > most + 1:
        rest = len(names) - most
        names = [*names[:most], many(language, "{number} more", "{number} more", rest)]
    *first, last = names
    if not first:
        return last
    return say(language, "{one} and {other}", one=", ".join(first), other=last)
