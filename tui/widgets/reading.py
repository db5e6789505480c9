"""The pane in which one message is read, with a button for the decision it asks."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import Button, Static

from simulator.engine.views import Item, RoleView
from tui.letters import kind_of, letter
from tui.messages import FormWanted
from tui.plain import clean, plain

EMPTY = "Choose a message and press enter to read it."


class ReadingPane(Vertical):
    view: var[RoleView | None] = var(None)
    opened: var[str] = var("")
    """The key of the message that lies open."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawn: Item | None = None

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="letter-scroll"):
            yield Static(plain(EMPTY, "mute"), id="letter")
        yield Button("Answer  a", id="answer", variant="warning", compact=True)

    def on_mount(self) -> None:
        self.border_title = "Message"
        self.query_one("#answer").display = False

    @property
    def letter(self) -> VerticalScroll:
        """The part that scrolls."""
        return self.query_one("#letter-scroll", VerticalScroll)

    @property
    def item(self) -> Item | None:
        items = self.view.inbox if self.view else ()
        return next((item for item in items if item.key == self.opened), None)

    def watch_view(self) -> None:
        self._draw()

    def watch_opened(self) -> None:
        self._draw()
        self.letter.scroll_home(animate=False)

    def _draw(self) -> None:
        item = self.item
        if item is None or item == self._drawn or self.view is None:
            return
        self._drawn = item
        self.border_title = Content(clean(kind_of(item)))
        self.query_one("#letter", Static).update(letter(item, self.view))
        waits = item.decision is not None and item.decision.phase == "open"
        self.query_one("#answer").display = waits

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        item = self.item
        if item is not None and item.decision is not None:
            self.post_message(FormWanted("decision", item.decision.id))
