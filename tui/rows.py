"""What a row of the inbox says of a message. No list of them, and no order."""

from typing import Final, NamedTuple

from rich.text import Text

from simulator.engine.views import Item, RoleView
from tui import words
from tui.marks import UNREAD, joined
from tui.plain import line
from tui.speech import _, mark

_HURRY: Final = 600
ENDED: Final = {"taken": mark("answered"), "missed": mark("missed")}


class Beheld(NamedTuple):
    """A message and what is to be seen of it beside itself. A row is drawn anew when it differs."""

    item: Item
    corrected: bool
    mates: str
    """What colleagues do with it, in a few words."""
    due: tuple[str, str] | None
    """What became of the answer, or when it is due, with its ink."""


def cells(seen: Beheld, view: RoleView) -> dict[str, Text]:
    """By the labels of the columns of the inbox."""
    item = seen.item
    ink = "" if item.read else "strong"
    subject = line(_about(seen), ink)
    countdown = joined(seen.due or "")
    return {
        " ": Text() if item.read else joined((UNREAD, "call")),
        "Time": joined((words.short_time(view.start, item.at), ink)),
        "Kind": joined((words.channel(item.channel), "mute")),
        "From": line(item.sender, ink),
        "Subject": subject,
        "Message": joined(_head(item, view), "\n", subject),
        "Colleagues": line(seen.mates, "mute"),
        "Due": joined(countdown, "\n", line(seen.mates, "mute")) if seen.mates else countdown,
    }


def due(item: Item, now: int) -> tuple[str, str] | None:
    """What became of the decision that the message asks, or when it is due, with its ink."""
    decision = item.decision
    if decision is None or item.withdrawn:
        # That it is withdrawn stands where it says what it is about.
        return None
    if decision.phase == "withdrawn":
        # The subject says so already.
        return None
    if decision.phase != "open":
        return _(ENDED[decision.phase]), "mute"
    if decision.due is None:
        return _("open"), "call"
    return words.time_left(decision.due, now), "bad" if decision.due - now < _HURRY else "call"


def _head(item: Item, view: RoleView) -> Text:
    """The first of two lines: it stands back behind the subject once the message was read."""
    ink = "mute" if item.read else "strong"
    return joined(
        (words.short_time(view.start, item.at), ink),
        (f" {words.channel(item.channel)} ", "mute"),
        line(item.sender, ink),
    )


def _about(seen: Beheld) -> str:
    about = seen.item.subject or seen.item.text
    if seen.item.withdrawn:
        return _("Withdrawn: {subject}", subject=about)
    if seen.corrected:
        return _("Corrected: {subject}", subject=about)
    if seen.item.reminded is not None and not seen.item.read:
        return _("Once more: {subject}", subject=about)
    corrects = seen.item.corrects or seen.item.amends
    return _("Correction: {subject}", subject=about) if corrects else about
