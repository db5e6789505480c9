"""The list of messages. Showing one is the reading pane's."""

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.message import Message
from textual.reactive import var
from textual.widgets import DataTable

from simulator.engine.views import Item, RoleView
from tui import words
from tui.marks import UNREAD, joined
from tui.plain import line
from tui.widgets.grid import Column, Grid, Row

_NARROW = 66
_HURRY = 600


class Inbox(Grid):
    """Newest first. A narrow list gives each message two lines."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(" ", 1),
        Column("Time", 9, least=_NARROW),
        Column("Kind", 6, least=_NARROW),
        Column("From", 18, least=_NARROW),
        Column("Subject", least=_NARROW),
        Column("Message", most=_NARROW - 1),
        Column("Due", 8),
    )
    NOTHING = "No messages yet."

    view: var[RoleView | None] = var(None)

    @dataclass
    class Opened(Message):
        """The player has put this message before the eyes."""

        key: str
        read_on: bool = False
        """Whether to go on to the reading pane."""

    def height_of(self, columns: tuple[Column, ...]) -> int:
        return 2 if any(column.label == "Message" for column in columns) else 1

    def watch_view(self, view: RoleView | None) -> None:
        if view is not None:
            self.show([_row(item, view) for item in reversed(view.inbox)])

    def next_unread(self) -> None:
        """Put the cursor on the oldest message that was not read."""
        unread = [item.key for item in self.view.inbox if not item.read] if self.view else []
        if unread:
            self.go_to(unread[0])
            self.post_message(self.Opened(unread[0], read_on=True))

    @on(DataTable.RowHighlighted)
    def _open_where_one_looks(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        if self.has_focus and event.row_key.value:
            self.post_message(self.Opened(event.row_key.value))

    @on(DataTable.RowSelected)
    def _open(self, event: DataTable.RowSelected) -> None:
        event.stop()
        if event.row_key.value:
            self.post_message(self.Opened(event.row_key.value, read_on=True))


def _row(item: Item, view: RoleView) -> Row:
    ink = "" if item.read else "strong"
    sender, subject = line(item.sender, ink), line(_about(item), ink)
    time = joined((words.short_time(view.start, item.at), ink))
    kind = joined((words.CHANNELS.get(item.channel, item.channel), "mute"))
    return Row(
        item.key,
        {
            " ": Text() if item.read else joined((UNREAD, "call")),
            "Time": time,
            "Kind": kind,
            "From": sender,
            "Subject": subject,
            "Message": joined(_head(item, view), "\n", subject),
            "Due": _due(item, view.now),
        },
    )


def _head(item: Item, view: RoleView) -> Text:
    """The first of two lines: it stands back behind the subject once the message was read."""
    ink = "mute" if item.read else "strong"
    kind = words.CHANNELS.get(item.channel, item.channel)
    return joined(
        (words.short_time(view.start, item.at), ink), (f" {kind} ", "mute"), (item.sender, ink)
    )


def _about(item: Item) -> str:
    if item.corrects:
        return f"Correction: {item.subject}"
    return item.subject or item.text


def _due(item: Item, now: int) -> Text:
    decision = item.decision
    if decision is None:
        return Text()
    if decision.phase != "open":
        return joined(("answered" if decision.phase == "taken" else "missed", "mute"))
    if decision.due is None:
        return joined(("open", "call"))
    ink = "bad" if decision.due - now < _HURRY else "call"
    return joined((words.time_left(decision.due, now), ink))
