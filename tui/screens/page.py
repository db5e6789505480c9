"""A page to read in a box over the exercise: the welcome before it begins, and the help."""

from typing import ClassVar

from rich.console import RenderableType
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Static


class Page(ModalScreen[None]):
    """Closed by enter or escape; the arrows scroll it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,escape,q", "close", "Close")]

    def __init__(self, title: str, text: RenderableType, button: str) -> None:
        super().__init__()
        self._page_title = title
        self._text = text
        self._button = button

    def compose(self) -> ComposeResult:
        with Vertical(classes="form") as box:
            box.border_title = self._page_title
            with VerticalScroll(classes="fields"):
                yield Static(self._text)
            with Horizontal(classes="buttons"):
                yield Button(self._button, variant="primary", compact=True)

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    @on(Button.Pressed)
    def action_close(self) -> None:
        self.dismiss(None)
