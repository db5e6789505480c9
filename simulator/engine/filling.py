"""Fields of reports: what was written into one as values, what is wrong with it, and what is right.

A far terminal knows a field by its view alone, so both ends ask here. Values travel and are kept as
text, one a line: choices and assets by their ids, moments and numbers in one spelling. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Final, NamedTuple

from simulator.engine.commands import LONGEST_TEXT
from simulator.engine.views import FieldView, Within
from simulator.engine.wording.figures import BOUNDS
from simulator.scenario.gauging import admits
from simulator.scenario.patterns import fits
from simulator.scenario.reports import SEVERAL
from simulator.speech import Saying, Tellable, mark, say
from simulator.speech.habits import figure

MOMENT: Final = "%Y-%m-%d %H:%M"


class Sender(NamedTuple):
    """Where a report is written: STARTEX, the second it is now, and the assets that can be named,
    pairs of id and title."""

    start: datetime
    now: int
    assets: tuple[tuple[str, str], ...] = ()


class Fault(NamedTuple):
    """What is wrong in a field; `value` is what was written there, or a number of words."""

    kind: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Bounded:
    """Bounds in words."""

    within: Within

    def into(self, language: str) -> str:
        found = (
            say(language, words, number=figure(language, f"{level:.6g}"))
            for name, words in BOUNDS.items()
            if (level := getattr(self.within, name)) is not None
        )
        return ", ".join(found)


@dataclass(frozen=True, slots=True)
class Sentences:
    """Several of them, one after the other."""

    sayings: tuple[Tellable, ...]

    def into(self, language: str) -> str:
        return "; ".join(saying.into(language) for saying in self.sayings)


def values(field: FieldView, text: str, sender: Sender) -> tuple[tuple[str, ...], Fault | None]:
    """What was written, each value in its one spelling, and the first thing that is wrong."""
    said = _separate(field, text, sender)
    if not said:
        return (), Fault("missing") if field.required else None
    if len(text) > LONGEST_TEXT:
        return said, Fault("long")
    read = READERS.get(field.kind, _as_it_is)
    found = []
    for one in said:
        value = read(field, one, sender)
        if value is None:
            return said, Fault(field.kind, one)
        found.append(value)
    together = tuple(dict.fromkeys(found))
    return together, _misfit(field, together)


def told(fault: Fault, field: FieldView, label: object, choices: object, text: object) -> Saying:
    """The fault as a sentence; `label`, `choices` and `text` are the field's in their reader's
    language."""
    given = {"label": label, "value": fault.value, "choices": choices, "text": text}
    match fault.kind:
        case "number" if field.number:
            given["bounds"] = Bounded(field.number)
            return Saying("'{label}' is a number, {bounds}", given)
        case "words" if field.words:
            given["bounds"] = Bounded(field.words)
            return Saying("'{label}' takes {bounds} words, and has {value}", given)
        case "long":
            given["number"] = LONGEST_TEXT
        case "pattern" if not field.pattern_text:
            return Saying("'{label}': “{value}” does not look as it should", given)
    return Saying(FAULTS[fault.kind], given)


FAULTS: Final[dict[str, str]] = {
    "missing": mark("fill in '{label}'"),
    "long": mark("'{label}' has at most {number} characters"),
    "choice": mark("'{label}' is one of {choices}"),
    "choices": mark("'{label}' takes some of {choices}; “{value}” is none of them"),
    "assets": mark("'{label}' takes assets that you see; “{value}” is none of them"),
    "time": mark("'{label}' is a moment, like 07:40 or 2025-05-13 07:40"),
    "number": mark("'{label}' is a number"),
    "pattern": mark("'{label}': {text}"),
}


def _separate(field: FieldView, text: str, sender: Sender) -> tuple[str, ...]:
    """The single values; lists of ids may also stand on one line, with commas."""
    if field.kind not in SEVERAL:
        return (text.strip(),) if text.strip() else ()
    found: list[str] = []
    for line in text.splitlines():
        whole = field.kind == "indicators" or READERS[field.kind](field, line.strip(), sender)
        found += [line] if whole else line.split(",")
    return tuple(one.strip() for one in found if one.strip())


def _misfit(field: FieldView, said: tuple[str, ...]) -> Fault | None:
    if field.kind == "number" and field.number and not admits(field.number, float(said[0])):
        return Fault("number", said[0])
    if field.words:
        number = sum(len(one.split()) for one in said)
        if not admits(field.words, number):
            return Fault("words", str(number))
    if field.pattern:
        looks_so = fits(field.pattern)
        return next((Fault("pattern", one) for one in said if not looks_so(one)), None)
    return None


def _as_it_is(field: FieldView, said: str, sender: Sender) -> str | None:
    return said


def _named(pairs: Iterable[tuple[str, str]], said: str) -> str | None:
    """The id that is meant, written as it is or by its title."""
    wanted = said.casefold()
    found = tuple(pairs)
    exact = (name for name, _ in found if name == said)
    return next(exact, next((n for n, title in found if title.casefold() == wanted), None))


def _picked(field: FieldView, said: str, sender: Sender) -> str | None:
    return _named(((pick.id, pick.label) for pick in field.choices), said)


def _asset(field: FieldView, said: str, sender: Sender) -> str | None:
    return _named(sender.assets, said)


def _number(field: FieldView, said: str, sender: Sender) -> str | None:
    try:
        number = float(said.replace(",", "."))
    except ValueError:
        return None
    return f"{number:.10g}" if abs(number) <= 1e12 else None


def _time(field: FieldView, said: str, sender: Sender) -> str | None:
    """A time of day alone is the last such moment until now."""
    now = sender.start + timedelta(seconds=sender.now)
    zone = sender.start.tzinfo
    try:
        if len(said) > len("07:40"):
            return f"{_moment(said.replace('T', ' '), zone):{MOMENT}}"
        clock = _moment(f"{now:%Y-%m-%d} {said}", zone).time()
        moment = datetime.combine(now.date(), clock, zone)
        return f"{moment if moment <= now else moment - timedelta(days=1):{MOMENT}}"
    except (ValueError, OverflowError):
        return None


Reader = Callable[[FieldView, str, Sender], str | None]
READERS: Final[Mapping[str, Reader]] = {
    "choice": _picked, "choices": _picked, "assets": _asset, "number": _number, "time": _time,
}  # fmt: skip
"""Finds the one spelling of a value; None where it is none."""


def moment_of(sender: Sender) -> str:
    """Now, as it is written into a field."""
    return f"{sender.start + timedelta(seconds=sender.now):{MOMENT}}"


def since_start(value: str, start: datetime) -> int:
    """The second since STARTEX that a moment of a report is."""
    return int((_moment(value, start.tzinfo) - start).total_seconds())


def _moment(said: str, zone: tzinfo | None) -> datetime:
    return datetime.strptime(said, MOMENT).replace(tzinfo=zone)


def lined(found: Iterable[str]) -> str:
    """Several values as one text."""
    return "\n".join(found)
