"""A page to read in a box over the exercise: the welcome before it begins, and the help."""

from typing import Any, ClassVar

from rich.console import RenderableType
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Button, Static

from tui.help import help_page
from tui.speech import _, mark


class Page(ModalScreen[None]):
    """Closed by enter or escape; the arrows scroll it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,escape,q", "close", mark("Close"))]

    def __init__(self, title: str, text: RenderableType, button: str) -> None:
        super().__init__()
        self._page_title = title
        self._text = text
        self._button = button

    def compose(self) -> ComposeResult:
        with Vertical(classes="form") as box:
            box.border_title = Content(self._page_title)
            with VerticalScroll(classes="fields"):
                yield Static(self._text)
            with Horizontal(classes="buttons"):
                yield Button(self._button, variant="primary", compact=True)

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    @on(Button.Pressed)
    def action_close(self) -> None:
        self.dismiss(None)


def help_on(screen: Screen[Any], page: str) -> Page:
    """The help for one of help.PAGES, with the keys that the screen has now."""
    acts = [known.binding for known in screen.active_bindings.values() if known.binding.show]
    return Page(_("Help"), help_page(acts, page=page), _("Close  esc"))
