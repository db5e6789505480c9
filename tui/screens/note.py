"""Words of one's own: a note for the review, or something that one wants control to rule on."""

from textual.app import ComposeResult

from simulator.engine.commands import Command, Note, Propose
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
        return (self.command(text),)

    def command(self, text: str) -> Command:
        """What becomes of the words."""
        return Note(self.role, text)


class ProposeForm(NoteForm):
    TITLE = mark("Something that no action stands for")
    DONE = mark("Propose it")

    def body(self) -> ComposeResult:
        said = _("What do you want to have done, by whom, and to what end? Control rules on it.")
        yield self.label(said)
        yield from super().body()

    def command(self, text: str) -> Command:
        return Propose(self.role, text)
