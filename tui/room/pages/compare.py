"""The page that lays the teams side by side: how each does, and what that says of its tempo."""

from typing import ClassVar

from rich.console import Group
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import DataTable, Static

from simulator.engine.views.comparing import Standing
from simulator.engine.views.overview import Panel
from simulator.session.room import Room
from tui import abreast
from tui.acts import HERE, WORK, act
from tui.marks import joined
from tui.plain import clean, line
from tui.room import comparing
from tui.speech import _, mark
from tui.widgets.grid import Column, Grid, Row


class Compared(Grid):
    """A row for each team, and one that tells how far apart they are. `marked` are those that acts
    are for."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("Team"), 14),
        Column(mark("Met"), 11),
        Column(mark("Points"), 11, least=128),
        Column(mark("Service"), 7),
        Column(mark("Gauge"), 13, least=114),
        Column(mark("Steps"), 11),
        Column(mark("Decided"), 8, least=100),
        Column(mark("Took"), 10, least=150),
        Column(mark("Reports"), 7, least=138),
        Column(mark("Orders"), 6, least=160),
        Column(mark("Contest"), 9, least=90),
        Column(mark("Tempo"), 5),
        Column(mark("Advice")),
    )
    NOTHING = mark("After STARTEX you read here how the teams do.")

    room: var[Room | None] = var(None)
    marked: var[frozenset[str]] = var(frozenset[str]())
    order: var[str] = var("")

    def columns_at(self, width: int) -> tuple[Column, ...]:
        """Without a contest, where there is none."""
        there = self.room.standings if self.room else ()
        competes = any(it.contest is not None for it in there)
        return self.shared((c for c in self.COLUMNS if competes or c.label != "Contest"), width)

    def watch_room(self, before: Room | None, after: Room | None) -> None:
        # The very same rows come as long as no team has gone on.
        if before is None or after is None or _seen(before) != _seen(after):
            self._draw()

    def watch_marked(self) -> None:
        self._draw()

    def watch_order(self) -> None:
        self._draw()

    def _draw(self) -> None:
        self.border_title = Content(_("Teams, {order}", order=_(abreast.ORDERS[self.order])))
        if self.room is None:
            return
        there = abreast.ordered(self.room.standings, self.order)
        rows = [self._row(it, told) for it, told in zip(there, abreast.cells(there), strict=True)]
        if len(rows) > 1:
            name = {"Team": joined((_("spread"), "mute"))}
            rows.append(Row(comparing.SPREAD, name | abreast.spread(there)))
        self.fit()
        self.show(rows)

    def _row(self, it: Standing, told: dict[str, Text]) -> Row:
        assert self.room is not None
        watched = it.team == self.room.watched
        sign = ("✓ ", "call") if it.team in self.marked else ("► ", "good") if watched else ""
        name = {"Team": joined(sign, line(it.team, "strong"))}
        more = {"Tempo": comparing.tempo(it), "Advice": comparing.advised(it)}
        return Row(it.team, name | told | more)


class ComparePage(Container):
    ACTS: ClassVar[list[Binding]] = [
        act("p", "screen.tempo", mark("Tempo"),
            mark("Let the adversary and what is planned go faster or slower for a team"), HERE,
            id="compare-tempo"),
        act("m", "screen.mark", mark("Mark"),
            mark("Mark the team under the cursor: its acts are for all marked ones"), HERE,
            id="compare-mark"),
        act("o", "order", mark("Sort"),
            mark("By points, service, steps, decisions or the contest"), WORK, id="compare-order"),
    ]  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*ACTS]

    room: var[Room | None] = var(None)
    panel: var[Panel | None] = var(None)

    def compose(self) -> ComposeResult:
        yield Compared(id="compared", classes="pane").data_bind(ComparePage.room)
        with VerticalScroll(classes="about pane", can_focus=False):
            yield Static()

    def on_mount(self) -> None:
        self.query_one(".about").border_title = _("About")
        self.tell()

    def watch_room(self, before: Room | None, after: Room | None) -> None:
        if before is None or after is None or before.standings != after.standings:
            self.tell()

    @on(DataTable.RowHighlighted)
    def tell(self) -> None:
        """All of the team under the cursor."""
        if not self.is_mounted or self.room is None:
            return
        current = self.query_one(Compared).current
        found = next((it for it in self.room.standings if it.team == current), None)
        lines = comparing.about(found) if found else [line(_legend(), "mute")]
        self.query_one(".about Static", Static).update(Group(*lines))

    def action_order(self) -> None:
        grid, known = self.query_one(Compared), [*abreast.ORDERS]
        grid.order = known[(known.index(grid.order) + 1) % len(known)]


def _legend() -> str:
    return clean(
        _("{best} best, {worst} worst of its column.", best=abreast.BEST, worst=abreast.WORST)
    )


def _seen(room: Room) -> tuple[object, ...]:
    return room.standings, room.watched
