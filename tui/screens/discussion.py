"""The open module: its situation, its questions, and going on. The clock is held meanwhile."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from simulator.engine.commands import Command, Discuss, Proceed
from simulator.engine.views import ModuleView, QuestionView
from tui.messages import CommandIssued
from tui.plain import plain
from tui.screens.form import Form
from tui.widgets.writing import Writing


class Discussion(Form):
    """Answers are kept whenever it is left; it is dismissed with Proceed, or None to come back."""

    TITLE = "Discussion: the clock is held"
    DONE = "Go on"
    BINDINGS = [Binding("ctrl+s", "finish", "Go on"), Binding("escape", "leave", "Later")]

    def __init__(self, module: ModuleView, role: str) -> None:
        super().__init__()
        self.module = module
        self.role = role

    def body(self) -> ComposeResult:
        yield Static(plain(self.module.title, "head"))
        yield Static(plain(self.module.situation), classes="ask")
        for number, question in enumerate(self.module.questions, 1):
            yield self.label(f"{number}. {question.ask}", "strong")
            yield Writing(question.answer, id=_id(question))

    def command(self) -> Command | None:
        self._keep()
        return Proceed(self.role)

    def action_leave(self) -> None:
        self._keep()
        self.dismiss(None)

    def _keep(self) -> None:
        for question in self.module.questions:
            text = self.query_one(f"#{_id(question)}", Writing).text.strip()
            if text and text != question.answer:
                self.issue(Discuss(self.role, question.id, text))

    def issue(self, command: Command) -> None:
        """Hand a command to the screen beneath while this one stays open."""
        self.app.screen_stack[-2].post_message(CommandIssued(command))


def _id(question: QuestionView) -> str:
    return f"question-{question.id}"
