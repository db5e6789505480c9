"""A moment of the exercise as people write it: from now, since STARTEX, or a time of day."""

import re
from datetime import timedelta
from typing import Final

from pydantic import TypeAdapter, ValidationError

from simulator.cli.moments import since_startex
from simulator.scenario.values import Seconds
from simulator.speech.habits import habits
from tui import words
from tui.speech import _, mark, spoken

EXAMPLES: Final = mark("+30m from now, T+26:10 since STARTEX, or a time of day: 15:30, {day} 15:30")
_OF_DAY: Final = re.compile(r"(?:([^\W\d_]{3})\s+)?([01]?\d|2[0-3]):([0-5]\d)")
_DURATION: Final = TypeAdapter[int](Seconds)


def moment_of(text: str, start: str, now: int) -> int:
    """The second since STARTEX that is meant. Raises ValueError with a sentence."""
    text = text.strip()
    if (at := since_startex(text)) is not None:
        return at
    if text.startswith("+"):
        return now + _duration(text[1:].replace(" ", ""))
    if found := _OF_DAY.fullmatch(text):
        return _next(found[1] or "", int(found[2]), int(found[3]), start, now)
    raise ValueError(_("Write {examples}.", examples=examples()))


def ahead(text: str, start: str, now: int, end: int) -> int:
    """The same, where it is ahead and not after the end. Raises ValueError with a sentence."""
    at = moment_of(text, start, now)
    if not now < at <= end:
        last = words.day_time(start, end)
        raise ValueError(_("That is not ahead, or after the end ({last}).", last=last))
    return at


def examples() -> str:
    """What can be written."""
    return _(EXAMPLES, day=habits(spoken()).days[5])


def _duration(text: str) -> int:
    try:
        return _DURATION.validate_python(text)
    except ValidationError:
        raise ValueError(_("After + comes a duration, like 45m, 2h30m or 1d.")) from None


def _next(day: str, hour: int, minute: int, start: str, now: int) -> int:
    """When it is next that time of day, on that day of the week where one is named."""
    days = {name.casefold(): number for number, name in enumerate(habits(spoken()).days)}
    if day and day.casefold() not in days:
        raise ValueError(_("A day is one of {days}.", days=", ".join(habits(spoken()).days)))
    here = words.moment(start, now)
    there = here.replace(hour=hour, minute=minute, second=0)
    while there <= here or (day and there.weekday() != days[day.casefold()]):
        there += timedelta(days=1)
    return now + round((there - here).total_seconds())
