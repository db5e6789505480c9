"""The open module: its situation, its questions, and going on. The clock is held meanwhile."""

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from simulator.engine.commands import Command, Discuss, Proceed
from simulator.engine.views import ModuleView, QuestionView, RoleView
from tui.plain import clean, flowing, plain
from tui.screens.form import Form
from tui.speech import _, mark
from tui.widgets.writing import Writing


class Discussion(Form):
    """Answers are kept whenever it is left; going on closes the module."""

    TITLE = mark("Discussion: the clock is held")
    DONE = mark("Go on")
    BINDINGS = [
        Binding("ctrl+s", "finish", mark("Go on")),
        Binding("escape", "leave", mark("Later")),
    ]

    def __init__(self, module: ModuleView, view: RoleView) -> None:
        super().__init__(view)
        self.module = module

    def body(self) -> ComposeResult:
        yield Static(plain(self.module.title, "head"))
        yield Static(flowing(self.module.situation), classes="ask")
        for number, question in enumerate(self.module.questions, 1):
            yield self.label(f"{number}. {question.ask}", "strong")
            yield Writing(clean(question.answer), id=_id(question))

    def commands(self) -> tuple[Command, ...]:
        return (*self.kept(), Proceed(self.role))

    def kept(self) -> tuple[Command, ...]:
        if self.gone:
            return ()
        return tuple(
            Discuss(self.role, question.id, text)
            for question in self.module.questions
            if (text := self._written(question)) and text != clean(question.answer)
        )

    def warning(self) -> Text | None:
        if not self.shared:
            return None
        return plain(_("The discussion ends for everybody in your team."))

    def _written(self, question: QuestionView) -> str:
        return self.query_one(f"#{_id(question)}", Writing).text.strip()


def _id(question: QuestionView) -> str:
    return f"question-{question.id}"
