"""How times, numbers and the field's codes are said on the screen. Values in, words out."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

from simulator.speech.habits import figure, month, weekday
from tui.speech import _, mark, spoken

CHANNELS: Final = {
    "e-mail": mark("e-mail"),
    "phone": mark("phone"),
    "siem": mark("SIEM"),
    "news": mark("news"),
    "social": mark("social"),
    "diplomatic-note": mark("diplo"),
    "intelligence": mark("intel"),
    "situation-report": mark("sitrep"),
    "chat": mark("chat"),
    "message": mark("memo"),
    "report": mark("report"),
}
"""Every channel in a word of at most six letters; `channel` says it."""

HEADINGS: Final = {
    "e-mail": (mark("E-mail"), mark("From"), mark("To"), mark("Sent")),
    "phone": (mark("Telephone note"), mark("Caller"), mark("For"), mark("Time")),
    "siem": (mark("SIEM offence"), mark("Source"), mark("For"), mark("Raised")),
    "news": (mark("News"), mark("By"), mark("Seen by"), mark("Published")),
    "social": (mark("Social media"), mark("Posted by"), mark("Seen by"), mark("Posted")),
    "diplomatic-note": (mark("Diplomatic note"), mark("From"), mark("To"), mark("Date")),
    "intelligence": (mark("Intelligence report"), mark("Origin"), mark("For"), mark("Date")),
    "situation-report": (mark("Situation report"), mark("From"), mark("To"), mark("As of")),
    "chat": (mark("Chat"), mark("From"), mark("To"), mark("Time")),
    "message": (mark("Message"), mark("From"), mark("To"), mark("Time")),
    "report": (mark("Report"), mark("From"), mark("To"), mark("Sent")),
}
"""What stands over a message, by channel: its name, then the words for sender, reader, time;
`heading` says them."""

RELIABILITY: Final = {
    "A": mark("completely reliable"),
    "B": mark("usually reliable"),
    "C": mark("fairly reliable"),
    "D": mark("not usually reliable"),
    "E": mark("unreliable"),
    "F": mark("of unknown reliability"),
}
CREDIBILITY: Final = {
    "1": mark("confirmed by other sources"),
    "2": mark("probably true"),
    "3": mark("possibly true"),
    "4": mark("doubtful"),
    "5": mark("improbable"),
    "6": mark("impossible to judge"),
}
RATINGS: Final = {
    "P": mark("performed without challenges"),
    "S": mark("performed with some challenges"),
    "M": mark("performed with major challenges"),
    "U": mark("unable to be performed"),
}
CONFIDENCE: Final = (
    (mark("guess"), 10),
    (mark("doubt"), 30),
    (mark("even"), 50),
    (mark("likely"), 70),
    (mark("sure"), 90),
)
"""The five levels a player chooses from, and the 0 to 100 that each stands for."""
FATES: Final = {
    "": mark("control has not ruled on it yet"),
    "done": mark("it was done"),
    "failed": mark("it was tried, and failed"),
    "refused": mark("control says no"),
}
"""What has become of something that the role wanted to do."""


@lru_cache(maxsize=8)
def _startex(start: str) -> datetime:
    return datetime.fromisoformat(start)


def moment(start: str, at: int) -> datetime:
    """The exercise date and time, `at` seconds after the ISO time `start`."""
    return _startex(start) + timedelta(seconds=at)


def full_time(start: str, at: int) -> str:
    """`Fri 15 Jul 2022 08:42:10`."""
    when = moment(start, at)
    return f"{day(when)} {when.year} {when:%H:%M:%S}"


def day_time(start: str, at: int) -> str:
    """`Fri 15 Jul 08:42`."""
    when = moment(start, at)
    return f"{day(when)} {when:%H:%M}"


def past_time(start: str, at: int) -> str:
    """`Fri 15 Jul 08:42`, or the day where that was in another year: `Sat 25 Nov 2023`."""
    when = moment(start, at)
    same = when.year == _startex(start).year
    return day_time(start, at) if same else f"{day(when)} {when.year}"


def short_time(start: str, at: int) -> str:
    """`Fri 08:42`."""
    when = moment(start, at)
    return f"{weekday(spoken(), when)} {when:%H:%M}"


def day(when: datetime) -> str:
    """`Fri 15 Jul`."""
    return f"{weekday(spoken(), when)} {when.day} {month(spoken(), when)}"


def since_startex(at: int) -> str:
    """`T+26:10:05`, in hours, minutes and seconds."""
    return f"T{'-' if at < 0 else '+'}{hours(abs(at))}"


def hours(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


UNITS: Final = (
    (mark("{0}d"), 86_400), (mark("{0}h"), 3600), (mark("{0}m"), 60), (mark("{0}s"), 1),
)  # fmt: skip
"""Days, hours, minutes and seconds, each with a letter, and how many seconds they have."""


def _units(*amounts: tuple[int, str]) -> str:
    """Amounts side by side, each a number of two digits but for the first, and its unit."""
    first, *rest = amounts
    said = [_(first[1]).format(first[0]), *(_(unit).format(f"{n:02}") for n, unit in rest)]
    return " ".join(said)


def duration(seconds: int) -> str:
    """The two largest units that are not nothing: `2d 3h`, `1h 30m`, `45s`."""
    said = []
    for unit, size in UNITS:
        if seconds >= size:
            said.append(_(unit).format(seconds // size))
            seconds %= size
        elif said:
            break
    return " ".join(said[:2]) or _(UNITS[-1][0]).format(0)


def time_left(due: int, now: int) -> str:
    """A countdown of at most eight cells: `2d 03h`, `3h 05m`, `12m 30s`, `late 5m`."""
    (day, _day), (hour, _hour), (minute, _minute), (second, _second) = UNITS
    left = due - now
    if left < 0:
        return _("late {time}", time=duration(-left).split()[0])
    if left >= 86_400:
        return _units((left // 86_400, day), (left // 3600 % 24, hour))
    if left >= 3600:
        return _units((left // 3600, hour), (left // 60 % 60, minute))
    return _units((left // 60, minute), (left % 60, second))


def between(shortest: int, longest: int) -> str:
    """`10m–30m`, or one duration where both are the same."""
    if shortest == longest:
        return duration(longest) if longest else _("at once")
    return f"{duration(shortest)}–{duration(longest)}"


def number(value: float, digits: int = 0) -> str:
    """`1,234` or `2.5`, with the marks of the reader's language."""
    return figure(spoken(), f"{value:,.{digits}f}")


def pace(speed: float) -> str:
    """`×60`: exercise seconds a real second."""
    return f"×{figure(spoken(), f'{speed:g}')}"


def channel(code: str) -> str:
    """A channel in a word; its own where it is none of ours."""
    return _(CHANNELS[code]) if code in CHANNELS else code


def heading(code: str) -> tuple[str, str, str, str]:
    """The name of a channel, and its words for sender, reader and time."""
    kind, sender, reader, time = HEADINGS.get(code, (code, *HEADINGS["e-mail"][1:]))
    return _(kind), _(sender), _(reader), _(time)


def confidence(level: int) -> str:
    """`likely (70 %)`: the nearest of the five levels."""
    name, _level = min(CONFIDENCE, key=lambda known: abs(known[1] - level))
    return _("{word} ({level} %)", word=_(name), level=level)


def reliability(code: str) -> str:
    """What an Admiralty code such as `B2` says of the source and of what it tells."""
    if len(code) != 2 or code[0] not in RELIABILITY or code[1] not in CREDIBILITY:
        return code
    return _(
        "{code}: source {reliability}, content {credibility}",
        code=code,
        reliability=_(RELIABILITY[code[0]]),
        credibility=_(CREDIBILITY[code[1]]),
    )


def service(level: float) -> str:
    """A word for a service level of 0 to 100."""
    if level >= 99.5:
        return _("full")
    if level >= 60:
        return _("reduced")
    return _("poor") if level > 0 else _("down")


def direction(per_hour: float, digits: int = 1, unit: str = "") -> str:
    """`▲ rising 2.5 an hour`, or steady."""
    if abs(per_hour) < 0.5 / 10**digits:
        return _("= steady")
    rate = f"{number(abs(per_hour), digits)} {unit}".rstrip()
    if per_hour > 0:
        return _("▲ rising {rate} an hour", rate=rate)
    return _("▼ falling {rate} an hour", rate=rate)


def people(needed: tuple[tuple[str, int], ...]) -> str:
    """`2× Analysts, 1× Forensics`."""
    return ", ".join(f"{number}× {team}" for team, number in needed)


def fate(outcome: str) -> str:
    """What has become of an idea of the role's own."""
    return _(FATES[outcome])
