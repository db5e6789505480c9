"""How times, numbers and the field's codes are said on the screen. Values in, words out."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip

CHANNELS: Final = {
    "e-mail": "e-mail",
    "phone": "phone",
    "siem": "SIEM",
    "news": "news",
    "social": "social",
    "diplomatic-note": "diplo",
    "intelligence": "intel",
    "situation-report": "sitrep",
    "chat": "chat",
    "message": "note",
    "report": "report",
}
"""Every channel in a word of at most six letters."""

HEADINGS: Final = {
    "e-mail": ("E-mail", "From", "To", "Sent"),
    "phone": ("Telephone note", "Caller", "For", "Time"),
    "siem": ("SIEM offence", "Source", "For", "Raised"),
    "news": ("News", "By", "Seen by", "Published"),
    "social": ("Social media", "Posted by", "Seen by", "Posted"),
    "diplomatic-note": ("Diplomatic note", "From", "To", "Date"),
    "intelligence": ("Intelligence report", "Origin", "For", "Date"),
    "situation-report": ("Situation report", "From", "To", "As of"),
    "chat": ("Chat", "From", "To", "Time"),
    "message": ("Message", "From", "To", "Time"),
    "report": ("Report", "From", "To", "Sent"),
}
"""What stands over a message, by channel: its name, then the words for sender, reader, time."""

RELIABILITY: Final = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "of unknown reliability",
}
CREDIBILITY: Final = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "impossible to judge",
}
RATINGS: Final = {
    "P": "performed without challenges",
    "S": "performed with some challenges",
    "M": "performed with major challenges",
    "U": "unable to be performed",
}
CONFIDENCE: Final = (("guess", 10), ("doubt", 30), ("even", 50), ("likely", 70), ("sure", 90))
"""The five levels a player chooses from, and the 0 to 100 that each stands for."""


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


def short_time(start: str, at: int) -> str:
    """`Fri 08:42`."""
    when = moment(start, at)
    return f"{DAYS[when.weekday()]} {when:%H:%M}"


def day(when: datetime) -> str:
    return f"{DAYS[when.weekday()]} {when.day} {MONTHS[when.month - 1]}"


def since_startex(at: int) -> str:
    """`T+26:10:05`, in hours, minutes and seconds."""
    return f"T{'-' if at < 0 else '+'}{hours(abs(at))}"


def hours(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def duration(seconds: int) -> str:
    """The two largest units that are not nothing: `2d 3h`, `1h 30m`, `45s`."""
    units = (("d", 86_400), ("h", 3600), ("m", 60), ("s", 1))
    said = []
    for name, size in units:
        if seconds >= size:
            said.append(f"{seconds // size}{name}")
            seconds %= size
        elif said:
            break
    return " ".join(said[:2]) or "0s"


def time_left(due: int, now: int) -> str:
    """A countdown of at most eight cells: `2d 03h`, `3h 05m`, `12m 30s`, `late 5m`."""
    left = due - now
    if left < 0:
        return f"late {duration(-left).split()[0]}"
    if left >= 86_400:
        return f"{left // 86_400}d {left // 3600 % 24:02}h"
    if left >= 3600:
        return f"{left // 3600}h {left // 60 % 60:02}m"
    return f"{left // 60}m {left % 60:02}s"


def between(shortest: int, longest: int) -> str:
    """`10m–30m`, or one duration where both are the same."""
    if shortest == longest:
        return duration(longest) if longest else "at once"
    return f"{duration(shortest)}–{duration(longest)}"


def pace(speed: float) -> str:
    """`×60`: exercise seconds a real second."""
    return f"×{speed:g}"


def confidence(level: int) -> str:
    """`likely (70 %)`: the nearest of the five levels."""
    name, _ = min(CONFIDENCE, key=lambda known: abs(known[1] - level))
    return f"{name} ({level} %)"


def reliability(code: str) -> str:
    """What an Admiralty code such as `B2` says of the source and of what it tells."""
    if len(code) != 2 or code[0] not in RELIABILITY or code[1] not in CREDIBILITY:
        return code
    return f"{code}: source {RELIABILITY[code[0]]}, content {CREDIBILITY[code[1]]}"


def service(level: float) -> str:
    """A word for a service level of 0 to 100."""
    if level >= 99.5:
        return "full"
    if level >= 60:
        return "reduced"
    return "poor" if level > 0 else "down"


def direction(per_hour: float) -> str:
    """`▲ rising 2.5 an hour`, or steady."""
    if abs(per_hour) < 0.05:
        return "= steady"
    arrow, word = ("▲", "rising") if per_hour > 0 else ("▼", "falling")
    return f"{arrow} {word} {abs(per_hour):.1f} an hour"


def people(needed: tuple[tuple[str, int], ...]) -> str:
    """`2× Analysts, 1× Forensics`."""
    return ", ".join(f"{number}× {team}" for team, number in needed)


def counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
