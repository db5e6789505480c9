"""A page whose text can be searched: the roll of its rows, and a line to write what is sought."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import Input

from simulator.engine.views import RoleView
from tui.acts import act
from tui.speech import _, mark
from tui.widgets.roll import Roll


class Searched(Vertical):
    """A kind of it makes the roll, and says what it does with the words."""

    ACTS: ClassVar[list[Binding]] = [
        act("slash", "search", mark("Search"), mark("Search this page for words"), shown="/"),
        act("escape", "everything", mark("Show all"), mark("End the search"), shown="esc"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [*ACTS]

    view: var[RoleView | None] = var(None)

    def roll(self) -> Roll:
        """The roll to search, made anew."""
        raise NotImplementedError

    def seek(self, words: str) -> None:
        """The player has written so much of what is sought."""
        raise NotImplementedError

    def go_on(self) -> None:
        """The player has pressed enter behind the words."""
        self.query_one(Roll).focus()

    def compose(self) -> ComposeResult:
        yield self.roll().data_bind(Searched.view)
        yield Input(placeholder=_("Search, enter, esc"), compact=True, classes="search")

    def on_mount(self) -> None:
        self.query_one(Input).display = False

    def action_search(self) -> None:
        if self.screen.maximized is not None:
            self.screen.minimize()
        line = self.query_one(Input)
        line.display = True
        line.focus()

    def action_everything(self) -> None:
        line = self.query_one(Input)
        line.clear()
        line.display = False
        self.query_one(Roll).focus()

    @on(Input.Changed)
    def _sought(self, event: Input.Changed) -> None:
        event.stop()
        self.seek(event.value)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.go_on()
