"""The page of the MSEL: the plan as a table, and beside it the inject as it will be seen."""

from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import DataTable, Input, Static

from simulator.authoring.previewing.plan import Planned
from simulator.authoring.previewing.previewed import Previewed
from tui import words
from tui.acts import WORK, act
from tui.marks import joined
from tui.plain import line, plain
from tui.previewing import planned
from tui.previewing.letter import Look, forms, looked_at, reading
from tui.previewing.planned import Order, Sieve
from tui.previewing.sift import PlanSift
from tui.previewing.sight import Sight
from tui.room.msel import counted
from tui.screens.attachment import Attachments
from tui.speech import _, mark
from tui.widgets.beside import About
from tui.widgets.grid import Cells, Column, Grid

_BESIDE: Final = 110
"""From this width on there is room for the letter beside the table."""


class Plan(Grid):
    """One row an inject."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("No."), 3),
        Column(mark("Planned"), 9, most=119),
        Column(mark("Planned"), 18, least=120, most=129),
        Column(mark("Planned"), 0, least=130),
        Column(mark("Rehearsal"), 15),
        Column(mark("Runs"), 5, least=76),
        Column(mark("Inject")),
        Column(mark("To"), 8, most=119),
        Column(mark("To"), 14, least=120),
        Column(mark("From"), 14, least=120),
        Column(mark("Channel"), 7, least=76),
        Column(mark("Decision"), 13, least=88),
        Column(mark("Storyline"), 10, least=100),
        Column(mark("Objectives"), 12, least=160),
    )
    NOTHING = mark("No injects.")

    sight: var[Sight] = var(Sight())
    order: var[Order] = var("file")
    sieve: var[Sieve] = var(Sieve())

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._planned: dict[str, Planned] = {}

    @property
    def told(self) -> Previewed | None:
        return self.sight.told

    @property
    def row(self) -> Planned | None:
        """The inject under the cursor."""
        return self._planned.get(self.current)

    def nothing(self) -> str:
        if self.told is None:
            return _("Reading …") if self.sight.reading else _("Nothing can be shown yet.")
        return super().nothing() if self.sieve == Sieve() else _("No such inject.")

    def watch_sight(self) -> None:
        self._draw()

    def watch_order(self) -> None:
        self._draw()

    def watch_sieve(self) -> None:
        self._draw()

    def cells_of(self, key: str) -> Cells:
        row, told = self._planned[key], self.told
        assert told is not None
        never = told.runs and row.id not in told.fired
        return {
            "No.": joined((str(row.number), "mute")),
            "Planned": line(planned.planned(row), "" if row.at is not None else "mute"),
            "Rehearsal": joined((planned.rehearsed(told, row), "bad" if never else "")),
            "Runs": joined((planned.share(told, row), "mute")),
            "Inject": line(row.title, "strong"),
            "To": line(told.titles.roles(row.to)),
            "From": line(row.sender, "mute"),
            "Channel": joined((words.channel(row.channel), "mute")),
            "Decision": line(planned.decision(told, row), "call"),
            "Storyline": line(planned.storyline(told, row), "mute"),
            "Objectives": line(planned.objectives(told, row), "mute"),
        }

    def _draw(self) -> None:
        told = self.told
        if told is None:
            self.lay_out((), ())
            return
        self._planned = {row.id: row for row in told.plan}
        some = [row for row in told.plan if planned.passes(told, row, self.sieve)]
        keys = tuple(row.id for row in planned.ordered(told, some, self.order))
        self.lay_out(keys, keys)
        said = counted(len(keys), len(told.plan))
        self.border_title = Content(f"{said} · {_(planned.ORDERS[self.order])}")


class MselPage(Container):
    ACTS: ClassVar[list[Binding]] = [
        act("slash", "search", mark("Search"), mark("Search the injects for words"),
            id="preview-search", shown="/"),
        act("f", "sift", mark("Filter"),
            mark("Show only injects of a role, storyline, objective or channel"),
            id="preview-sift"),
        act("o", "order", mark("Sort"), mark("Sort by number, time, title or storyline"),
            id="preview-order"),
        act("r", "turn('reader')", mark("Reader"), mark("See the inject as the next role will"),
            id="preview-reader"),
        act("n", "turn('variant')", mark("Variant"), mark("The next variant of the inject"),
            id="preview-variant"),
        act("l", "turn('language')", mark("Language"), mark("The texts in the other language"),
            id="preview-language"),
        act("v", "attached", mark("Attachments"), mark("Open what is attached to the message"),
            id="preview-attached"),
        act("g", "links", mark("Links"), mark("See what leads to the inject, and what it leads to"),
            WORK, id="preview-links"),
        act("p", "play", mark("Play"),
            mark("Play on as its reader from when the inject is sent"), WORK, id="preview-play"),
    ]  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        *ACTS,
        Binding("escape", "back", mark("Back"), show=False),
    ]

    @dataclass
    class Linked(Message):
        """Somebody wants to see what this inject hangs on."""

        inject: str

    @dataclass
    class Played(Message):
        """Somebody wants to play this role from this second on."""

        role: str
        at: int

    sight: var[Sight] = var(Sight())

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.look = Look()
        self._shown: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        with Container(classes="halves"):
            with Vertical(classes="left"):
                yield Plan(classes="pane").data_bind(MselPage.sight)
                yield Input(placeholder=_("Search, enter, esc"), compact=True, classes="search")
            with About(classes="right pane"):
                yield Static(classes="about")

    def on_mount(self) -> None:
        self.query_one(Input).display = False
        self.query_one(About).border_title = _("As it will be seen")
        self._show()

    @property
    def plan(self) -> Plan:
        return self.query_one(Plan)

    def on_resize(self, event: events.Resize) -> None:
        beside = event.size.width >= _BESIDE
        self.set_class(beside, "-beside")
        self.set_class(not beside, "-under")

    def watch_sight(self) -> None:
        # The table is given the same; it draws first.
        self.call_after_refresh(self._show)

    @on(DataTable.RowHighlighted)
    def _point(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        self._show()

    @on(DataTable.RowSelected)
    def _read(self, event: DataTable.RowSelected) -> None:
        event.stop()
        self.query_one(About).focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.set_class(isinstance(event.widget, About), "-reading")

    def _show(self) -> None:
        """Draw the letter of the inject under the cursor, where it is another than before."""
        if not self.is_mounted:
            return
        told, row = self.sight.told, self.plan.row
        before, self._shown = self._shown, (told, row, self.look)
        if before == self._shown:
            return
        shown = reading(told, row, self.look) if told and row else plain("")
        self.query_one(".about", Static).update(shown)
        if before[1:2] != self._shown[1:2]:
            self.query_one(About).scroll_home(animate=False)

    def action_turn(self, what: str) -> None:
        """See it as somebody else, as another variant, or in another language."""
        told, row = self.sight.told, self.plan.row
        if told and row:
            if forms(told, row, what) < 2:
                self.notify(_("There is no other."), timeout=4, markup=False)
            self.look = self.look._replace(**{what: getattr(self.look, what) + 1})
            self._show()

    def action_attached(self) -> None:
        told, row = self.sight.told, self.plan.row
        if told and row:
            item = looked_at(told, row, self.look)[0].item
            if item.attachments:
                self.app.push_screen(Attachments(item))
            else:
                self.notify(_("Nothing is attached to it."), timeout=4, markup=False)

    def action_links(self) -> None:
        if row := self.plan.row:
            self.post_message(self.Linked(row.id))

    def action_play(self) -> None:
        told, row = self.sight.told, self.plan.row
        if told and row:
            role = row.to[self.look.reader % len(row.to)]
            self.post_message(self.Played(role, told.at(row.id)))

    def action_order(self) -> None:
        orders = [*planned.ORDERS]
        self.plan.order = orders[(orders.index(self.plan.order) + 1) % len(orders)]

    def action_sift(self) -> None:
        if told := self.sight.told:
            self.app.push_screen(PlanSift(told, self.plan.sieve), self._sifted)

    def _sifted(self, sieve: Sieve | None) -> None:
        if sieve is not None:
            self._let_pass(sieve)

    def _let_pass(self, sieve: Sieve) -> None:
        """Show what passes; where nothing does, no row is pointed at to say so."""
        self.plan.sieve = sieve
        self.call_after_refresh(self._show)

    def action_search(self) -> None:
        sought = self.query_one(Input)
        sought.display = True
        sought.focus()

    def action_back(self) -> None:
        """Out of the letter; or out of the search; or all injects again."""
        if self.query_one(Input).has_focus:
            self._let_pass(self.plan.sieve._replace(sought=""))
        elif self.plan.has_focus:
            self._let_pass(Sieve())
        self.plan.focus()

    @on(Input.Changed)
    def _seek(self, event: Input.Changed) -> None:
        event.stop()
        self._let_pass(self.plan.sieve._replace(sought=event.value.strip()))

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        event.stop()
        self.plan.focus()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        if isinstance(event.widget, Input):
            event.widget.display = False
            with self.prevent(Input.Changed):
                event.widget.value = self.plan.sieve.sought
