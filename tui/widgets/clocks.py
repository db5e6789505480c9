"""All the clocks that run for the role, each with how much of its time is gone."""

from typing import ClassVar, Final

from textual import on
from textual.reactive import var
from textual.widgets import DataTable

from simulator.engine.views import RoleView
from tui import words
from tui.marks import bar, joined
from tui.messages import FormWanted
from tui.plain import line
from tui.speech import _, mark
from tui.waiting import Running, clocks
from tui.widgets.grid import Column, Grid, Row

HURRY: Final = 600
_CELLS: Final = 8

KINDS: Final = {
    "decision": mark("decision"),
    "request": mark("consent"),
    "report": mark("report"),
}


class Clocks(Grid):
    """The soonest first. The keys of its rows are a kind and an id: see `thing_of`."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("Left"), 8),
        Column(mark("Used"), _CELLS, least=48),
        Column(mark("What for")),
        Column(mark("Kind"), 10, least=70),
    )
    NOTHING: ClassVar[str] = mark("No clock runs for you.")

    view: var[RoleView | None] = var(None)

    def watch_view(self, view: RoleView | None) -> None:
        if view is not None:
            self.show([_row(clock, view.now) for clock in clocks(view)])

    @on(DataTable.RowSelected)
    def _answer(self, event: DataTable.RowSelected) -> None:
        event.stop()
        if event.row_key.value:
            self.post_message(FormWanted(*thing_of(event.row_key.value)))


def thing_of(key: str) -> tuple[str, str]:
    """The kind and id of what the row of this key stands for."""
    kind, _space, id = key.partition(" ")
    return kind, id


def _row(clock: Running, now: int) -> Row:
    ink = "bad" if clock.due - now < HURRY else "call"
    said = line(clock.title) if clock.mine else line(f"… {clock.title}", "mute")
    return Row(
        f"{clock.kind} {clock.id}",
        {
            "Left": joined((words.time_left(clock.due, now), ink if clock.mine else "mute")),
            "Used": bar(clock.used(now), _CELLS, ink if clock.mine else "mute"),
            "What for": said,
            "Kind": joined((_(KINDS[clock.kind]), "mute")),
        },
    )
