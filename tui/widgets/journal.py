"""The log of what the role has known and done, and the brief that it came with."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from textual import events
from textual.containers import VerticalScroll
from textual.reactive import var
from textual.widgets import RichLog, Static

from simulator.engine.views import LogLine, RoleView
from tui import words
from tui.letters import fields
from tui.marks import joined
from tui.plain import flowing, line, plain


class Log(RichLog):
    """Only ever grows at its end; drawn anew when its width changes."""

    view: var[RoleView | None] = var(None)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, wrap=True, markup=False, highlight=False, max_lines=20_000)
        self.border_title = "Log"
        self._written: tuple[LogLine, ...] = ()

    def watch_view(self, view: RoleView | None) -> None:
        if view is None or not self.size.width or view.log == self._written:
            return
        known = len(self._written)
        if view.log[:known] != self._written:
            self.clear()
            known = 0
        for entry in view.log[known:]:
            self.write(_entry(entry, view.start), width=self.scrollable_content_region.width)
        self._written = view.log

    def on_resize(self, event: events.Resize) -> None:
        self.clear()
        self._written = ()
        self.watch_view(self.view)


def _entry(entry: LogLine, start: str) -> Table:
    row = Table.grid(padding=(0, 1, 0, 0))
    row.add_column(width=9, style="mute")
    row.add_column(width=10, style="mute", no_wrap=True)
    row.add_column(ratio=1)
    row.add_row(words.short_time(start, entry.at), line(entry.kind), plain(entry.words))
    return row


class Brief(VerticalScroll, can_focus=True):
    view: var[RoleView | None] = var(None)

    def compose(self) -> Iterator[Static]:
        self.border_title = "Brief"
        yield Static(id="brief-text")

    def watch_view(self, old: RoleView | None, view: RoleView | None) -> None:
        if view is not None and (old is None or (old.brief, old.seats) != (view.brief, view.seats)):
            self.query_one("#brief-text", Static).update(brief(view))


def brief(view: RoleView) -> RenderableType:
    """Who I am, what I am told to do, and who sits where."""
    rows = [
        ("Exercise", f"{view.title} (TLP:{view.tlp})"),
        ("Begins", words.day_time(view.start, 0)),
        ("Lasts", words.duration(view.length)),
    ]
    seats = [
        (seat.title, "you" if seat.id == view.role.id else _who(seat.staffed))
        for seat in view.seats
    ]
    sitting = (joined(""), joined(("Who sits where", "head")), fields(seats)) if seats else ()
    return Group(
        plain(view.role.title, "head"),
        fields(rows),
        joined(""),
        flowing(view.brief or "This role has no brief."),
        *sitting,
    )


def _who(staffed: bool) -> str:
    return "a person" if staffed else "played by the computer"
