"""The page for the review: how tasks are rated and where evaluators differ, the improvement plan,
urgent findings, and what participants say."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.reactive import var
from textual.widgets import DataTable, Static

from simulator.engine.views.overview import Panel
from simulator.session.acts import AnyAct, Plan, Reveal
from simulator.session.room import Room
from tui.acts import HERE, act
from tui.plain import plain
from tui.room import learning
from tui.room.steer import Asked
from tui.room.wanted import SheetWanted
from tui.screens.confirm import Confirm
from tui.speech import _, mark
from tui.widgets.grid import Column, Grid


class Rated(Grid):
    """Objectives and tasks with what is measured and what each evaluator says."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("Objective")),
        Column(mark("Measured"), 9),
        Column(mark("Rated"), 20),
        Column(mark("Set aside"), 10, least=64),
    )
    NOTHING = mark("This exercise names no objectives.")


class Planned(Grid):
    """The improvement plan."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("No"), 3),
        Column(mark("Issue")),
        Column(mark("Element"), 12, least=60),
        Column(mark("Action"), least=100),
        Column(mark("In charge"), 14),
        Column(mark("Due"), 10),
        Column(mark("Closed by"), 16, least=90),
    )
    NOTHING = mark("The improvement plan is empty: a puts a row down.")


class ReviewPage(Vertical):
    ACTS: ClassVar[list[Binding]] = [
        act("r", "rate", mark("Rate"), mark("Rate what is under the cursor"), HERE,
            id="review-rate"),
        act("o", "put_aside", mark("Set aside"),
            mark("Let one rating of the objective stand in place of all others, and say why"), HERE,
            id="review-set_aside"),
        act("v", "reveal", mark("Reveal"),
            mark("Let evaluators see what others rated, and what was computed, to talk it over"),
            HERE, id="review-reveal"),
        act("a", "add", mark("Add"), mark("Put a new row down in the improvement plan"), HERE,
            id="review-add"),
        act("u", "change", mark("Change"), mark("Change the row of the plan under the cursor"),
            HERE, id="review-change"),
        act("d", "remove", mark("Take away"), mark("Take the row under the cursor from the plan"),
            HERE, id="review-remove"),
        act("f", "screen.minutes", mark("As text"),
            mark("All notes, ratings and the plan as text"), HERE, id="review-minutes"),
    ]  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*ACTS]

    room: var[Room | None] = var(None)
    panel: var[Panel | None] = var(None)

    def compose(self) -> ComposeResult:
        rated, planned = Rated(id="rated"), Planned(id="planned")
        planned.border_title = _("Improvement plan")
        with Vertical(classes="upper"):
            yield rated
            yield planned
        for grid in (rated, planned):
            grid.add_class("pane")
        with Container(classes="lower"):
            with VerticalScroll(classes="about pane"):
                yield Static()
            with VerticalScroll(id="wash", classes="pane"):
                yield Static()

    def on_mount(self) -> None:
        self.query_one(".about").border_title = _("About")
        self.query_one("#wash").border_title = _("Findings and feedback")
        self._draw()

    @property
    def about(self) -> tuple[str, str]:
        """The objective under the cursor, and no role."""
        rated = self.query_one(Rated)
        return (rated.current.partition(" ")[0] if rated.has_focus else ""), ""

    def watch_room(self) -> None:
        self._draw()

    def watch_panel(self) -> None:
        self._draw()

    def _draw(self) -> None:
        room, panel = self.room, self.panel
        if not self.is_mounted or room is None or panel is None:
            return
        rated = self.query_one(Rated)
        rated.border_title = learning.heading(room, panel)
        rated.show([learning.row_of(one) for one in learning.items(room, panel)])
        self.query_one(Planned).show([learning.plan_row(row, room) for row in room.plan])
        self.query_one("#wash Static", Static).update(learning.wash(room))
        self.tell()

    @on(DataTable.RowHighlighted)
    def tell(self) -> None:
        """All of what is under the cursor where one is."""
        room, panel, planned = self.room, self.panel, self.query_one(Planned)
        if room is None or panel is None:
            return
        about = self.query_one(".about Static", Static)
        row = next((row for row in room.plan if row.id == planned.current), None)
        current = self.query_one(Rated).current
        item = next((one for one in learning.items(room, panel) if one.key == current), None)
        if row and planned.has_focus:
            about.update(learning.about_row(row, panel))
        elif item:
            about.update(learning.about_item(item))

    def on_descendant_focus(self) -> None:
        self.tell()

    @on(DataTable.RowSelected, "#planned")
    def action_change(self) -> None:
        if item := self.query_one(Planned).current:
            self.post_message(SheetWanted("plan", item))

    @on(DataTable.RowSelected, "#rated")
    def action_rate(self) -> None:
        self.post_message(SheetWanted("rate", self.query_one(Rated).current))

    def action_put_aside(self) -> None:
        objective = self.query_one(Rated).current.partition(" ")[0]
        if objective:
            self.post_message(SheetWanted("set-aside", objective))

    def action_reveal(self) -> None:
        team = self.panel.team if self.panel else ""
        self._confirm(_(learning.TO_REVEAL), Reveal(team=team), _("The ratings are open."))

    def action_add(self) -> None:
        self.post_message(SheetWanted("plan"))

    def action_remove(self) -> None:
        item = self.query_one(Planned).current
        row = next((row for row in self.room.plan if row.id == item), None) if self.room else None
        if row is not None:
            said = _("It is taken from the plan.")
            self._confirm(learning.to_remove(row), Plan(item=item, off=True), said)

    def _confirm(self, question: str, act: AnyAct, said: str) -> None:
        """Ask this of the session only after a yes."""

        def answered(sure: bool | None) -> None:
            if sure:
                self.post_message(Asked(act, said))

        self.app.push_screen(Confirm(plain(question)), answered)
