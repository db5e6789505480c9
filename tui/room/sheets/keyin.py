"""Keying in what came on paper: the code of the form, and whose hand it was."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from simulator.engine.views.overview import Panel
from tui.plain import plain
from tui.room import paper
from tui.screens.sheet import Sheet
from tui.speech import _, mark


class KeyInSheet(Sheet[tuple[paper.Form, str]]):
    """Makes the form that is meant, and the name on it."""

    TITLE = mark("Key in from paper")
    DONE = mark("Go on")

    def __init__(self, panel: Panel, start: str) -> None:
        super().__init__()
        self.panel = panel
        self.start = start

    def body(self) -> ComposeResult:
        yield self.label(_("The code on the form"))
        yield Input(id="code", compact=True, max_length=12)
        yield Static(id="meant")
        yield self.label(_("The name on it, for the review"))
        yield Input(id="name", compact=True, max_length=60)

    @on(Input.Changed, "#code")
    def _tell(self, event: Input.Changed) -> None:
        """Say what it stands for: whoever has mistyped it sees it here."""
        told = paper.meant(event.value, self.panel, self.start)
        ink = "strong" if told.form else "mute"
        self.query_one("#meant", Static).update(plain(told.said if event.value else "", ink))

    def made(self) -> tuple[tuple[paper.Form, str], ...]:
        told = paper.meant(self.query_one("#code", Input).value, self.panel, self.start)
        if told.form is None:
            self.complain(told.said)
            self.query_one("#code").focus()
            return ()
        return ((told.form, self.query_one("#name", Input).value.strip()),)
