"""A note of one's own, for the review."""

from textual.app import ComposeResult

from simulator.engine.commands import Command, Note
from tui.screens.form import Form
from tui.widgets.writing import Writing


class NoteForm(Form):
    TITLE = "A note for the review"
    DONE = "Keep it"

    def __init__(self, role: str) -> None:
        super().__init__()
        self.role = role

    def body(self) -> ComposeResult:
        yield Writing(id="words")

    def commands(self) -> tuple[Command, ...]:
        text = self.query_one(Writing).text.strip()
        if not text:
            self.complain("Write something first, or go back with escape.")
            return ()
        return (Note(self.role, text),)
