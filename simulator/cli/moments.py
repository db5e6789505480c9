"""A moment of the exercise on the command line: since STARTEX, or as its clock showed it."""

import re
from datetime import date, datetime, timedelta
from typing import Final

from pydantic import TypeAdapter, ValidationError

from simulator.scenario.values import Seconds
from simulator.speech.habits import habits

EXAMPLES: Final = "2h30m, T+26:10, 09:00, Sat 09:00, Day 2 09:00 or 2022-07-16T09:00"
_SINCE: Final = re.compile(r"[tT]\+(\d{1,5}):([0-5]\d)(?::([0-5]\d))?")
_TIME: Final = r"([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?"
_OF_DAY: Final = re.compile(rf"(?:day\s+(\d{{1,3}})\s+|([a-z]{{3}})\s+)?{_TIME}", re.IGNORECASE)
_DATED: Final = re.compile(rf"(\d{{4}}-\d\d-\d\d)[T ]{_TIME}")


def second_of(text: str, start: datetime) -> int:
    """The second since STARTEX, which was at `start`, that is meant; without a day, the first such
    time. Raises ValueError with a sentence."""
    text = text.strip()
    if (at := since_startex(text)) is not None:
        return at
    if found := _OF_DAY.fullmatch(text):
        number, name, *time = found.groups()
        return _first(_midnight(start), number, (name or "").title(), _seconds(*time), start)
    if found := _DATED.fullmatch(text):
        day, *time = found.groups()
        return _behind(text, _dated(day, start) + timedelta(seconds=_seconds(*time)), start)
    try:
        return TypeAdapter[int](Seconds).validate_python(text)
    except ValidationError:
        raise ValueError(f"'{text}' is no moment; one looks like {EXAMPLES}") from None


def since_startex(text: str) -> int | None:
    """The second that `T+26:10` means; None where it is written otherwise."""
    found = _SINCE.fullmatch(text)
    return _seconds(*found.groups()) if found else None


def _seconds(hours: str, minutes: str, seconds: str | None) -> int:
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds or 0)


def _midnight(start: datetime) -> datetime:
    return start.replace(hour=0, minute=0, second=0, microsecond=0)


def _dated(day: str, start: datetime) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(day), datetime.min.time(), start.tzinfo)
    except ValueError:
        raise ValueError(f"there is no day {day}") from None


def _first(first: datetime, number: str | None, name: str, time: int, start: datetime) -> int:
    days = habits("en").days
    if name and name not in days:
        raise ValueError(f"'{name}' is no day; one is {', '.join(days)}")
    there = first + timedelta(seconds=time)
    if number is not None:
        return _behind(f"Day {number}", there + timedelta(days=int(number) - 1), start)
    while there < start or (name and days[there.weekday()] != name):
        there += timedelta(days=1)
    return _behind(name, there, start)


def _behind(text: str, there: datetime, start: datetime) -> int:
    if there < start:
        raise ValueError(f"'{text}' is before STARTEX")
    return round((there - start).total_seconds())
