"""The MSEL as the preview tells it: its order, its sieve, its words. No drawing."""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from simulator.authoring.previewing.page.msel import minute
from simulator.authoring.previewing.page.time import length
from simulator.authoring.previewing.plan import Planned
from simulator.authoring.previewing.previewed import Previewed
from simulator.engine.wording import moment
from tui.cleaning import clean
from tui.finding import folded
from tui.speech import _, mark

Order = Literal["file", "planned", "sent", "title", "storyline"]

ORDERS: Final[dict[Order, str]] = {
    "file": mark("by number"),
    "planned": mark("by planned time"),
    "sent": mark("by time in rehearsal"),
    "title": mark("by title"),
    "storyline": mark("by storyline"),
}
_NEVER: Final = 1 << 40


class Sieve(NamedTuple):
    """What passes is of one of each kind that is asked for, and has the words."""

    roles: frozenset[str] = frozenset()
    storylines: frozenset[str] = frozenset()
    objectives: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    sought: str = ""


def passes(told: Previewed, row: Planned, sieve: Sieve) -> bool:
    return (
        (not sieve.roles or not sieve.roles.isdisjoint(row.to))
        and (not sieve.storylines or row.storyline in sieve.storylines)
        and (not sieve.objectives or not sieve.objectives.isdisjoint(row.objectives))
        and (not sieve.channels or row.channel in sieve.channels)
        and (not sieve.sought or folded(sieve.sought) in folded(clean(_words(told, row))))
    )


def ordered(told: Previewed, rows: Iterable[Planned], order: Order) -> list[Planned]:
    """In this order; what is alike in it stays as in the file."""
    some = list(rows)
    match order:
        case "file":
            return some
        case "planned":
            return sorted(some, key=lambda row: _NEVER if row.at is None else row.at)
        case "sent":
            return sorted(some, key=lambda row: _sent(told, row))
        case "title":
            return sorted(some, key=lambda row: folded(row.title))
        case "storyline":
            return sorted(some, key=lambda row: (not row.storyline, storyline(told, row)))


def rehearsed(told: Previewed, row: Planned) -> str:
    """When it was sent in rehearsal and how far the runs are apart, in few signs."""
    if not told.runs:
        return "…"
    sent = told.fired.get(row.id)
    if sent is None:
        return _("never")
    apart = (sent.last - sent.first) // 2
    said = minute(sent.median)
    if apart >= 60:
        said += f" ±{length(apart // 60 * 60)}"
    return said


def share(told: Previewed, row: Planned) -> str:
    """In how many of the runs it was sent."""
    if not told.runs:
        return ""
    sent = told.fired.get(row.id)
    return f"{sent.share if sent else 0} %"


def planned(row: Planned) -> str:
    """Its own time, or in words what it waits for."""
    return row.waits if row.at is None else moment(row.at)


def decision(told: Previewed, row: Planned) -> str:
    """Who decides, and within which time."""
    if not row.asks:
        return ""
    due = "" if row.due is None else f" {length(row.due)}"
    return f"{told.titles.role(row.decider)}{due}"


def storyline(told: Previewed, row: Planned) -> str:
    known = told.scenario.storylines.get(row.storyline)
    return told.titles.words(known.title) if known else ""


def objectives(told: Previewed, row: Planned) -> str:
    known = told.scenario.objectives
    return ", ".join(told.titles.words(known[name].title) for name in row.objectives)


def _sent(told: Previewed, row: Planned) -> int:
    sent = told.fired.get(row.id)
    return sent.median if sent else _NEVER


def _words(told: Previewed, row: Planned) -> str:
    parts = (
        row.id, row.title, row.waits, row.sender, row.asks, row.channel,
        told.titles.roles(row.to), storyline(told, row), objectives(told, row),
    )  # fmt: skip
    return "\n".join(parts)
