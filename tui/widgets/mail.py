"""The inbox and the message that lies open, side by side or one beneath the other."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.reactive import var

from simulator.engine.views import RoleView
from tui.widgets.inbox import Inbox
from tui.widgets.reading import ReadingPane


class Mail(Container):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Inbox", show=False)]

    view: var[RoleView | None] = var(None)

    def compose(self) -> ComposeResult:
        inbox = Inbox(id="messages", classes="pane").data_bind(Mail.view)
        inbox.border_title = "Inbox"
        yield inbox
        yield ReadingPane(id="reading").data_bind(Mail.view)

    def action_back(self) -> None:
        self.query_one(Inbox).focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On a narrow terminal the message takes the whole pane while it is read."""
        self.set_class(event.widget is self.query_one(ReadingPane).letter, "-reading")
