"""The list of all moments of what is looked at, sifted by kind and words, to go to one."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import DataTable, Input

from simulator.review.moments import KINDS, Kind, Moment
from tui import words
from tui.finding import folded
from tui.plain import line
from tui.replaying.projector import Projector
from tui.replaying.strip import SIGNS
from tui.speech import _, mark
from tui.widgets.grid import Cells, Column, Grid

TIME: Final = mark("Time")
KIND: Final = mark("Kind")
WHAT: Final = mark("What")


class Listed(Grid):
    COLUMNS: ClassVar[tuple[Column, ...]] = (Column(TIME, 10), Column(KIND, 12), Column(WHAT))
    NOTHING = mark("No moment like that.")

    def __init__(self, cells: Callable[[int], Cells]) -> None:
        super().__init__(id="moments")
        self._cells = cells

    def cells_of(self, key: str) -> Cells:
        """Of the moment at this place."""
        return self._cells(int(key))


class MomentsList(ModalScreen[Moment | None]):
    """Dismissed with the moment to go to, or with nothing when its user goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", mark("Back")),
        Binding("tab", "kind(1)", mark("Next kind"), priority=True),
        Binding("shift+tab", "kind(-1)", mark("Kind before"), priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "move(10)", show=False, priority=True),
        Binding("pageup", "move(-10)", show=False, priority=True),
    ]
    AUTO_FOCUS = "Input"

    def __init__(self, projector: Projector) -> None:
        super().__init__()
        moments, self._projector = projector.moments, projector
        self._told = [(it, moments.words(it, projector.texts)) for it in moments.all]
        self._folded = [folded(said) for _, said in self._told]
        self._kinds: tuple[Kind | None, ...] = (None, *KINDS)
        self._kind: Kind | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="form large"):
            yield Input(placeholder=_("Words to look for; enter goes there, tab to another kind"),
                        compact=True)  # fmt: skip
            yield Listed(self._cells)

    def on_mount(self) -> None:
        self.sift()

    def sift(self) -> None:
        """Show those of this kind that have these words, with the cursor where one is."""
        sought = folded(self.query_one(Input).value.strip())
        found = [
            place for place, (it, _) in enumerate(self._told)
            if self._kind in (None, it.kind) and sought in self._folded[place]
        ]  # fmt: skip
        listed = self.query_one(Listed)
        listed.lay_out(tuple(map(str, found)), ())
        now = self._projector.now
        if here := [place for place in found if self._told[place][0].at <= now]:
            listed.call_after_refresh(listed.go_to, str(here[-1]))
        kind = _("all moments") if self._kind is None else _(KINDS[self._kind])
        self.query_one(Vertical).border_title = Content(_("Moments: {kind}", kind=kind))

    def _cells(self, place: int) -> Cells:
        start = self._projector.take.scenario.start.isoformat()
        it, said = self._told[place]
        sign, ink = SIGNS[it.kind]
        kind = Text(no_wrap=True).append(f"{sign} ", ink).append(_(KINDS[it.kind]), "mute")
        return {TIME: line(words.short_time(start, it.at)), KIND: kind, WHAT: line(said)}

    def action_kind(self, step: int) -> None:
        place = self._kinds.index(self._kind) + step
        self._kind = self._kinds[place % len(self._kinds)]
        self.sift()

    def action_move(self, by: int) -> None:
        listed = self.query_one(Listed)
        listed.move_cursor(row=max(0, listed.cursor_row + by))

    @on(Input.Changed)
    def _sought(self, event: Input.Changed) -> None:
        event.stop()
        self.sift()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self._go()

    @on(DataTable.RowSelected)
    def _selected(self, event: DataTable.RowSelected) -> None:
        event.stop()
        self._go()

    def _go(self) -> None:
        current = self.query_one(Listed).current
        if current:
            self.dismiss(self._told[int(current)][0])
