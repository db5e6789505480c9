"""How days, months and numbers are written in each language, as the Unicode CLDR 46 has them."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple


class Habits(NamedTuple):
    """Days begin with Monday, months with January, both shortened."""

    days: tuple[str, ...]
    months: tuple[str, ...]
    decimal: str
    thousands: str


HABITS: Final = {
    "en": Habits(
        ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        ".",
        ",",
    ),
    "sq": Habits(
        ("hën", "mar", "mër", "enj", "pre", "sht", "die"),
        ("jan", "shk", "mar", "pri", "maj", "qer", "korr", "gush", "sht", "tet", "nën", "dhj"),
        ",",
        "\N{NO-BREAK SPACE}",
    ),
}


def habits(language: str) -> Habits:
    """Those of the language; English ones where it has none here."""
    return HABITS.get(language, HABITS["en"])


def weekday(language: str, day: date) -> str:
    """`Fri`."""
    return habits(language).days[day.weekday()]


def month(language: str, day: date) -> str:
    """`Jul`."""
    return habits(language).months[day.month - 1]


def dated(language: str, day: date) -> str:
    """`15 Jul 2022`."""
    return f"{day.day} {month(language, day)} {day.year}"


def figure(language: str, number: str) -> str:
    """A number that Python has written, such as `f"{value:,.1f}"`, with this language's marks."""
    own = habits(language)
    return number.translate({ord("."): own.decimal, ord(","): own.thousands})
