"""The page of the MSEL: the strip of time, the table of injects, and all about one of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.console import Group, RenderableType
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.message import Message
from textual.reactive import var
from textual.widgets import DataTable, Input, Static

from simulator.engine.views.overview import InjectRow, Panel
from simulator.engine.views.script import Script
from simulator.session.room import Room
from tui.marks import joined
from tui.room import msel
from tui.room.facilitating import facilitators_page, standing
from tui.room.hands import OF_MSEL
from tui.room.msel import Names, Sieve
from tui.room.pages.injects import Injects
from tui.room.pages.strip import Timeline
from tui.room.steer import ScriptWanted
from tui.room.wanted import SheetWanted
from tui.room.wishes import wish
from tui.speech import _, mark
from tui.widgets.beside import About

_BESIDE: Final = 120
"""From this width on there is room for what is known of an inject beside the table."""
_ANYTIME: Final = frozenset({"write", "repace"})


class MselPage(Container):
    """`script` is the facilitator's page of the inject it was wanted of last."""

    ACTS: ClassVar[list[Binding]] = OF_MSEL
    BINDINGS: ClassVar[list[BindingType]] = [
        *ACTS,
        Binding("escape", "back", mark("Back"), show=False),
    ]

    @dataclass
    class Sifting(Message):
        """Somebody wants to choose which injects are shown; `then` is told what they chose."""

        rows: tuple[InjectRow, ...]
        names: Names
        sieve: Sieve
        then: Callable[[Sieve | None], None]

    room: var[Room | None] = var(None)
    panel: var[Panel | None] = var(None)
    script: var[Script | None] = var(None)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._wanted = ""
        self._looked: tuple[object, ...] = ()
        self._told: tuple[object, ...] = ()
        self._told_of = ""
        self._able: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        yield Timeline(classes="pane strip").data_bind(MselPage.room, MselPage.panel)
        with Container(classes="halves"):
            with Vertical(classes="left"):
                yield Injects(classes="pane").data_bind(MselPage.room, MselPage.panel)
                yield Input(placeholder=_("Search, enter, esc"), compact=True, classes="search")
            with About(classes="right pane"):
                yield Static(classes="about")

    def on_mount(self) -> None:
        self.query_one(Input).display = False
        self.query_one(About).border_title = _("About: enter reads its script")
        self._show()

    @property
    def injects(self) -> Injects:
        return self.query_one(Injects)

    def watch_room(self) -> None:
        self._show()

    @on(Injects.Drawn)
    def _drawn(self, event: Injects.Drawn) -> None:
        event.stop()
        row = self.injects.row
        if row is not None and row.id == self._wanted and _looks(row) != self._looked:
            self._want(row)
        self._show()

    def watch_script(self) -> None:
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        beside = event.size.width >= _BESIDE
        self.set_class(beside, "-beside")
        self.set_class(not beside, "-under")

    # What is seen

    @on(DataTable.RowHighlighted)
    def _point(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        self._show()

    def _show(self) -> None:
        """Tell of the inject under the cursor, where there is anything new to tell."""
        if not self.is_mounted or self.room is None:
            return
        row = self.injects.row
        self.query_one(Timeline).pointed = row.id if row else ""
        now = msel.now_of(self.room, self.panel) if self.panel else 0
        seen = (row, now if row and self._moves(row) else 0, self.script, self._wanted)
        if seen == self._told:
            return
        self._told = seen
        self.query_one(".about", Static).update(self._tell(row, now))
        if row and row.id != self._told_of:
            self._told_of = row.id
            self.query_one(About).scroll_home(animate=False)
        self._refresh_acts()

    def _moves(self, row: InjectRow) -> bool:
        return msel.counts_down(row) or row.decision_due is not None

    def _tell(self, row: InjectRow | None, now: int) -> RenderableType:
        if row is None or self.room is None:
            return Text()
        names = self.injects.names
        told = standing(row, names, now, self.room.start)
        if self._wanted != row.id:
            return told
        if self.script is not None and self.script.id == row.id:
            return Group(told, Text(), facilitators_page(self.script, names))
        return Group(told, Text(), joined((_("Its script is on the way …"), "mute")))

    @on(DataTable.RowSelected)
    def _read(self, event: DataTable.RowSelected) -> None:
        """The script of the inject, on a small terminal in place of the table."""
        event.stop()
        if row := self.injects.row:
            self._want(row)
            self.query_one(About).focus()
            self._show()

    def _want(self, row: InjectRow) -> None:
        self._wanted, self._looked = row.id, _looks(row)
        self.post_message(ScriptWanted(row.id))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        reading = isinstance(event.widget, About)
        self.set_class(reading, "-reading")
        if not reading and self.has_class("-under"):
            # There it is a few lines high, and tells first how it stands.
            self.query_one(About).scroll_home(animate=False)

    # What can be done

    def _refresh_acts(self) -> None:
        """The last line tells what can be done with the inject as it is."""
        able = frozenset(act for act in msel.STEERED if self.check_action(act, ()))
        if able != self._able:
            self._able = able
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can't be done with the inject under the cursor is not in the footer either."""
        if action not in msel.STEERED and action not in _ANYTIME:
            return True
        if self.panel is None or self.panel.over or not self.is_mounted:
            return False
        row = self.injects.row
        return action not in msel.STEERED or (row is not None and msel.can(row, action))

    def action_fire(self) -> None:
        self._steer("fire")

    def action_hold_or_release(self) -> None:
        self._steer("hold_or_release")

    def action_strike(self) -> None:
        self._steer("strike")

    def action_withdraw(self) -> None:
        self._steer("withdraw")

    def action_remind(self) -> None:
        self._steer("remind")

    def action_delay(self) -> None:
        self.post_message(SheetWanted("delay", self._row().id))

    def action_amend(self) -> None:
        # What is shown of its script will not be true any more.
        self._wanted = ""
        self._show()
        self.post_message(SheetWanted("amend", self._row().id))

    def action_write(self) -> None:
        row = self.injects.row
        self.post_message(SheetWanted("write", row.id if row else ""))

    def action_repace(self) -> None:
        self.post_message(SheetWanted("repace"))

    @property
    def about(self) -> tuple[str, str]:
        """The first objective and the first reader of the inject under the cursor."""
        row = self.injects.row
        return ("", "") if row is None else (next(iter(row.objectives), ""), row.to[0])

    def _row(self) -> InjectRow:
        """The inject that an act is about: `check_action` has seen that there is one."""
        row = self.injects.row
        assert row is not None
        return row

    def _steer(self, act: str) -> None:
        self.post_message(wish(act, self._row(), self.injects.names))

    # What is looked for

    def action_span(self, step: int) -> None:
        self.query_one(Timeline).change_span(step)

    def action_next(self) -> None:
        self.injects.go_to(self.injects.next)

    def action_order(self) -> None:
        orders = [*msel.ORDERS]
        self.injects.order = orders[(orders.index(self.injects.order) + 1) % len(orders)]

    def action_sift(self) -> None:
        rows = self.panel.msel if self.panel else ()
        injects = self.injects
        self.post_message(self.Sifting(rows, injects.names, injects.sieve, self._sifted))

    def _sifted(self, sieve: Sieve | None) -> None:
        if sieve is not None:
            self.injects.sieve = sieve

    def action_search(self) -> None:
        line = self.query_one(Input)
        line.display = True
        line.focus()

    def action_back(self) -> None:
        """Out of the script; or out of the search; or all injects again."""
        injects, line = self.injects, self.query_one(Input)
        if line.has_focus:
            injects.sieve = injects.sieve._replace(sought="")
        elif injects.has_focus:
            injects.sieve = Sieve()
        injects.focus()

    @on(Input.Changed)
    def _seek(self, event: Input.Changed) -> None:
        event.stop()
        self.injects.sieve = self.injects.sieve._replace(sought=event.value.strip())

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        event.stop()
        self.injects.focus()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """The line to search in goes; what is sought stays and is said over the table."""
        if isinstance(event.widget, Input):
            event.widget.display = False
            with self.prevent(Input.Changed):
                event.widget.value = self.injects.sieve.sought


def _looks(row: InjectRow) -> tuple[object, ...]:
    """What of a row changes when somebody has changed its script."""
    return row.title, row.to, row.hand, row.by
