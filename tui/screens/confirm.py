"""A question that only yes or no answers, before something that can't be undone."""

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from tui.speech import _, mark


class Confirm(ModalScreen[bool]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", mark("Yes")),
        Binding("n,escape", "answer(False)", mark("No")),
    ]

    def __init__(self, question: Text) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        with Vertical(classes="form small") as box:
            box.border_title = _("Are you sure?")
            yield Static(self._question, classes="question")
            with Horizontal(classes="buttons"):
                yield Button(_("No  n"), id="no", compact=True)
                yield Button(_("Yes  y"), id="yes", variant="warning", compact=True)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_answer(self, sure: bool) -> None:
        self.dismiss(sure)
