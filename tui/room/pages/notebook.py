"""The page of notes: observations as they were written down, and how objectives are rated."""

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import var

from simulator.engine.views.overview import Panel
from simulator.session.room import NoteRow, Room
from tui import words
from tui.acts import HERE, act
from tui.marks import joined
from tui.plain import line
from tui.room import learning
from tui.room.wanted import SheetWanted
from tui.speech import _, mark
from tui.widgets.grid import Column, Grid, Row

SIGNS = {"hot-wash": ("◆", "call"), "urgent": ("▲", "bad"), "promise": ("✎", "good")}


class Notebook(Grid):
    """The newest first, urgent ones before all others."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("When"), 16),
        Column("", 5),
        Column(mark("By"), 12, least=100),
        Column(mark("About"), 20, least=90),
        Column(mark("Observation")),
    )
    NOTHING = mark("Nothing was noted yet: c writes an observation, from any page.")

    room: var[Room | None] = var(None)

    def watch_room(self, room: Room | None) -> None:
        if room is not None:
            self.show(noted(room))


class Ratings(Grid):
    """Every objective with what is measured and what each evaluator says."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("Objective")),
        Column(mark("Measured"), 14),
        Column(mark("Rated"), 24),
    )
    NOTHING = mark("This exercise names no objectives.")

    room: var[Room | None] = var(None)
    panel: var[Panel | None] = var(None)

    def watch_room(self) -> None:
        self._draw()

    def watch_panel(self) -> None:
        self._draw()

    def _draw(self) -> None:
        room, panel = self.room, self.panel
        if room is not None and panel is not None:
            whole = (learning.whole(row, room, panel) for row in panel.objectives)
            self.show([_objective(item) for item in whole])


class NotesPage(Vertical):
    ACTS: ClassVar[list[Binding]] = [
        act("r", "rate", mark("Rate"), mark("Rate the objective under the cursor"), HERE,
            id="control-rate"),
        act("f", "screen.minutes", mark("As text"),
            mark("All notes and ratings as text, for the review"), HERE, id="control-minutes"),
    ]  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*ACTS]

    room: var[Room | None] = var(None)
    panel: var[Panel | None] = var(None)

    def compose(self) -> ComposeResult:
        notes, ratings = Notebook(id="notes-kept"), Ratings(id="ratings")
        notes.border_title = _("Observations: ▲ urgent, ◆ for the hot wash, ✎ promise")
        ratings.border_title = _("Objectives")
        yield notes.data_bind(NotesPage.room)
        yield ratings.data_bind(NotesPage.room, NotesPage.panel)
        for grid in (notes, ratings):
            grid.add_class("pane")

    @property
    def about(self) -> tuple[str, str]:
        """The objective under the cursor, where one looks at objectives, and no role."""
        ratings = self.query_one(Ratings)
        return ratings.current if ratings.has_focus else "", ""

    def action_rate(self) -> None:
        self.post_message(SheetWanted("rate", self.query_one(Ratings).current))


def noted(room: Room) -> list[Row]:
    """All observations."""
    notes = sorted(room.notes, key=lambda note: ("urgent" not in note.marks, -note.id))
    return [_note(note, room) for note in notes]


def _note(note: NoteRow, room: Room) -> Row:
    signs = joined(*(SIGNS[name] for name in note.marks if name in SIGNS))
    objectives, roles = dict(room.objectives), {seat.role: seat.title for seat in room.seats}
    about = [objectives.get(note.objective, ""), roles.get(note.role, "")]
    team = f"{note.team}  " if len(room.teams) > 1 else ""
    when = words.day_time(room.start, note.at)
    take = f" ({note.take})" if learning.take_of(note, room) else ""
    return Row(
        str(note.id),
        {
            "When": joined((f"{when}{take}", "mute")),
            "": signs,
            "By": line(note.by, "mute"),
            "About": line(", ".join(filter(None, about)), "mute"),
            "Observation": line(team + note.text),
        },
    )


def _objective(item: learning.Item) -> Row:
    rated = Text(", ").join(learning.graded(one) for one in item.ratings)
    unlike = joined((f"{learning.UNLIKE} ", "call"))
    return Row(
        item.key,
        {
            "Objective": line(item.title),
            "Measured": item.measured,
            "Rated": unlike.append_text(rated) if item.disputed else rated,
        },
    )
