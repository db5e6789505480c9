"""Going back in time: which moments one may want to go back to, and what that undoes."""

from typing import NamedTuple

from simulator.engine.views.overview import Panel
from tui import words
from tui.moments import moment_of
from tui.speech import _, many


class Stop(NamedTuple):
    """A moment to go back to: just before something that was sent or decided."""

    at: int
    what: str


class Undone(NamedTuple):
    """How much has happened since."""

    injects: int
    decisions: int
    orders: int
    rulings: int


def stops(panel: Panel, now: int, most: int = 8) -> list[Stop]:
    """The last moments before something weighty, the latest first, one for each second."""
    found = {line.at: line.words for line in panel.log if line.kind == "decision"}
    found |= {row.sent_at: row.title for row in panel.msel if row.sent_at is not None}
    behind = sorted((at for at in found if 0 < at < now), reverse=True)
    return [Stop(at, found[at]) for at in behind[:most]]


def undone(panel: Panel, to: int) -> Undone:
    """What going back to second `to` undoes."""
    sent = [row for row in panel.msel if row.sent_at is not None and row.sent_at >= to]
    told = sum(line.kind == "decision" and line.at >= to for line in panel.log)
    return Undone(
        len(sent),
        # The log also tells that a decision is asked for.
        max(0, told - sum(bool(row.asks) for row in sent)),
        sum(order.ordered >= to for order in panel.orders),
        sum(ruling.at >= to for ruling in panel.rulings),
    )


def behind(text: str, start: str, now: int) -> int:
    """The second before `now` that is written, as a moment or as -20m; `start` is the ISO time of
    STARTEX. Raises ValueError with a sentence."""
    if text.startswith("-"):
        to = now - moment_of(f"+{text[1:]}", start, 0)
    else:
        to = moment_of(text, start, now)
    if not 0 <= to < now:
        raise ValueError(_("That moment is not behind."))
    return to


def question(panel: Panel, to: int, start: str) -> str:
    """What is asked before one goes back, with what it undoes."""
    lost = undone(panel, to)
    parts = (
        many("{number} message", "{number} messages", lost.injects),
        many("{number} decision", "{number} decisions", lost.decisions),
        many("{number} order", "{number} orders", lost.orders),
        many("{number} ruling", "{number} rulings", lost.rulings),
    )
    asked = _("Go back to {time}?", time=words.full_time(start, to))
    return f"{asked} " + _("Undone: {what}.", what=", ".join(parts))
