"""A contest as control sees it: live while players see it frozen, with the way to each answer."""

from typing import Any, ClassVar

from rich.console import Group, RenderableType
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import DataTable, Static

from simulator.engine.views.overview import Panel
from simulator.session.room import FlagRow, Room, ScoreRow, SolveRow
from simulator.session.scores import PersonScore
from tui import words
from tui.letters import fields
from tui.marks import joined
from tui.plain import clean, flowing, line, plain
from tui.speech import _, mark
from tui.widgets.grid import Column, Grid, Row


class Told(Grid):
    """Its rows are those of `FIELD` of the room, drawn anew where that is another."""

    FIELD: ClassVar[str]
    NEWEST_FIRST: ClassVar[bool] = False

    room: var[Room | None] = var(None)

    def watch_room(self, before: Room | None, room: Room | None) -> None:
        if room is None:
            return
        told = getattr(room, self.FIELD)
        if before is None or told is not getattr(before, self.FIELD):
            self.show(self.drawn(room))
            if self.NEWEST_FIRST and not self.has_focus:
                self.call_after_refresh(self.action_scroll_top)

    @classmethod
    def drawn(cls, room: Room) -> list[Row]:
        told = getattr(room, cls.FIELD)
        ordered = reversed(told) if cls.NEWEST_FIRST else told
        return [cls.drawn_of(row, room) for row in ordered]

    @classmethod
    def drawn_of(cls, row: Any, room: Room) -> Row:
        """How a row is drawn."""
        raise NotImplementedError


class LiveScores(Told):
    FIELD = "scores"
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(" ", 3),
        Column(mark("Team")),
        Column(mark("Points"), 7),
        Column(mark("Solved"), 6),
        Column(mark("First"), 5, least=64),
        Column(mark("Wrong"), 5),
        Column(mark("Hints"), 5, least=50),
        Column(mark("Last"), 9, least=64),
    )
    NOTHING = mark("The scores come with STARTEX.")

    @classmethod
    def drawn_of(cls, row: ScoreRow, room: Room) -> Row:
        return Row(
            row.team,
            {
                " ": joined((str(row.rank), "mute")),
                "Team": line(row.team, "strong"),
                "Points": joined((words.number(row.points), "good")),
                "Solved": joined(str(row.solved)),
                "First": joined((str(row.firsts or ""), "good")),
                "Wrong": joined((str(row.tried or ""), "bad")),
                "Hints": joined((str(row.hints or ""), "fair")),
                "Last": joined((_when(row.last, room), "mute")),
            },
        )


class Solvers(Told):
    FIELD = "solvers"
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(" ", 3),
        Column(mark("Who")),
        Column(mark("Team"), 14),
        Column(mark("Points"), 7),
        Column(mark("Solved"), 6),
    )
    NOTHING = mark("Nobody has solved anything yet.")

    @classmethod
    def drawn_of(cls, row: PersonScore, room: Room) -> Row:
        return Row(
            f"{row.team}/{row.name}",
            {
                " ": joined((str(row.rank), "mute")),
                "Who": line(row.name, "strong"),
                "Team": line(row.team, "mute"),
                "Points": joined((words.number(row.points), "good")),
                "Solved": joined(str(row.solved)),
            },
        )


class Solves(Told):
    """Who solved what, the newest first."""

    FIELD = "solves"
    NEWEST_FIRST = True
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("When"), 9),
        Column(mark("Team"), 14),
        Column(mark("Who"), 14, least=64),
        Column(mark("Challenge")),
        Column(mark("Wrong"), 5),
    )
    NOTHING = mark("Nobody has solved anything yet.")

    @classmethod
    def drawn_of(cls, row: SolveRow, room: Room) -> Row:
        title = next((it.title for it in room.flags if it.id == row.challenge), row.challenge)
        sign = ("★ ", "good") if row.first else ""
        return Row(
            f"{row.team}/{row.challenge}",
            {
                "When": joined((_when(row.at, room), "mute")),
                "Team": line(row.team, "strong"),
                "Who": line(row.person),
                "Challenge": joined(sign, line(title)),
                "Wrong": joined((str(row.tried or ""), "bad")),
            },
        )


class Challenges(Told):
    FIELD = "flags"
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("Challenge")),
        Column(mark("Category"), 14, least=64),
        Column(mark("Worth"), 6),
        Column(mark("Solved"), 6),
        Column(mark("Wrong"), 5),
        Column(mark("Hints"), 5, least=50),
    )

    @classmethod
    def drawn_of(cls, row: FlagRow, room: Room) -> Row:
        return Row(
            row.id,
            {
                "Challenge": line(row.title, "strong" if row.boards else "mute"),
                "Category": line(row.category, "mute"),
                "Worth": joined(words.number(row.worth)),
                "Solved": joined((str(row.solves or ""), "good")),
                "Wrong": joined((str(row.tried or ""), "bad")),
                "Hints": joined((str(row.hints or ""), "fair")),
            },
        )


class FlagsPage(Container):
    """The scores have the keys first; tab goes on to what was solved and to the challenges."""

    ACTS: ClassVar[list[Binding]] = []

    room: var[Room | None] = var(None)
    panel: var[Panel | None] = var(None)

    def compose(self) -> ComposeResult:
        with Vertical(classes="half"):
            yield _titled(LiveScores(), _("Scores")).data_bind(FlagsPage.room)
            yield _titled(Solvers(), _("People")).data_bind(FlagsPage.room)
        with Vertical(classes="half second"):
            yield _titled(Solves(), _("Solved")).data_bind(FlagsPage.room)
            yield _titled(Challenges(), _("Challenges")).data_bind(FlagsPage.room)
            with VerticalScroll(classes="about pane"):
                yield Static()

    def on_mount(self) -> None:
        self.query_one(".about").border_title = _("Solution, for you alone")
        self.call_after_refresh(self._tell)

    def watch_room(self) -> None:
        # The tables are told after this page.
        self.call_after_refresh(self._tell)

    @on(DataTable.RowHighlighted)
    def _pointed(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        self._tell()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.set_class(isinstance(event.widget, Solves | Challenges | VerticalScroll), "-second")

    def _tell(self) -> None:
        """Over the scores, what players see of them; beneath the challenges, one of them."""
        if self.room is None:
            return
        said = _("Scores, live: players see them frozen") if self.room.frozen else _("Scores")
        self.query_one(LiveScores).border_title = Content(
            clean(f"{said} · {self.room.contest}" if self.room.contest else said)
        )
        at = self.query_one(Challenges).current
        found = next((it for it in self.room.flags if it.id == at), None)
        told: RenderableType = about(found, len(self.room.teams)) if found else ""
        self.query_one(".about Static", Static).update(told)


def about(row: FlagRow, teams: int) -> RenderableType:
    """All about a challenge, with the way to its answer."""
    rows = [
        (_("Points"), _("{worth} of {points}", worth=row.worth, points=row.points)),
        (_("On boards"), _("{number} of {all} teams", number=row.boards, all=teams)),
        (_("Solved by"), _("{number} of {all} teams", number=row.solves, all=teams)),
        (_("Wrong answers"), str(row.tried)),
        (_("Hints taken"), str(row.hints)),
    ]
    way = flowing(row.solution) if row.solution else plain(_("Nothing is written here."), "mute")
    return Group(plain(row.title, "head"), way, fields(rows))


def _titled(grid: Grid, title: str) -> Grid:
    grid.border_title = title
    grid.add_class("pane")
    return grid


def _when(at: int | None, room: Room) -> str:
    return "" if at is None else words.short_time(room.start, at)
