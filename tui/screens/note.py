"""A note of one's own, for the review."""

from textual.app import ComposeResult

from simulator.engine.commands import Command, Note
from tui.screens.form import Form
from tui.speech import _, mark
from tui.widgets.writing import Writing


class NoteForm(Form):
    TITLE = mark("A note for the review")
    DONE = mark("Keep it")

    def body(self) -> ComposeResult:
        yield Writing(id="words")

    def commands(self) -> tuple[Command, ...]:
        text = self.query_one(Writing).text.strip()
        if not text:
            self.complain(_("Write something first, or go back with escape."))
            return ()
        return (Note(self.role, text),)
