"""The pane in which one message is read, with buttons for what it asks and what it has."""

from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import Button, Static

from simulator.engine.views import Item, RoleView
from tui import company, sifting, words
from tui.acts import act, key_of, key_shown, with_key
from tui.looks import letter
from tui.messages import FormWanted
from tui.plain import clean, plain
from tui.seat import Mate
from tui.speech import _, mark

ATTACHMENTS: Final = act(
    "v", "attachments", mark("Attachments"), mark("Open what is attached to the message")
)


class ReadingPane(Vertical):
    ALLOW_MAXIMIZE = True

    view: var[RoleView | None] = var(None)
    mates: var[tuple[Mate, ...]] = var(())
    opened: var[str] = var("")
    """The key of the message that lies open."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawn: tuple[Item, Item | None] | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="mates")
        with VerticalScroll(id="letter-scroll"):
            choose = _("Choose a message and press enter to read it.")
            yield Static(plain(choose, "mute"), id="letter")
        with Horizontal(id="letter-acts"):
            answer = _("Answer  {key}", key=key_of("answer"))
            yield Button(Content(answer), id="answer", variant="warning", compact=True)
            attached = _("Attachments  {key}", key=key_shown(with_key(ATTACHMENTS)))
            yield Button(Content(attached), id="attached", compact=True)

    def on_mount(self) -> None:
        self.border_title = _("Message")
        for id in ("#mates", "#answer", "#attached"):
            self.query_one(id).display = False

    @property
    def letter(self) -> VerticalScroll:
        """The part that scrolls."""
        return self.query_one("#letter-scroll", VerticalScroll)

    @property
    def item(self) -> Item | None:
        return self._find(self.opened)

    @property
    def other(self) -> str:
        """The key of the message that corrects the open one, or else of the one it corrects."""
        items = self.view.inbox if self.view else ()
        later = sifting.corrections(items).get(self.opened)
        return later or (self.item.amends if self.item else "")

    def watch_view(self) -> None:
        self._draw()

    def watch_mates(self) -> None:
        self._draw()

    def watch_opened(self) -> None:
        self._draw()
        self.letter.scroll_home(animate=False)

    def _find(self, key: str) -> Item | None:
        items = self.view.inbox if self.view else ()
        return next((item for item in items if item.key == key), None)

    def _draw(self) -> None:
        item = self.item
        if item is None or self.view is None:
            return
        self._tell_of_mates(item)
        later = self._find(sifting.corrections(self.view.inbox).get(item.key, ""))
        if (item, later) == self._drawn:
            return
        self._drawn = (item, later)
        self.border_title = Content(clean(words.heading(item.channel)[0]))
        self.query_one("#letter", Static).update(letter(item, self.view, later))
        waits = item.decision is not None and item.decision.phase == "open"
        self.query_one("#answer").display = waits
        self.query_one("#attached").display = bool(item.attachments)
        self.refresh_bindings()

    def _tell_of_mates(self, item: Item) -> None:
        said = company.told(self.mates, item)
        line = self.query_one("#mates", Static)
        line.display = bool(said)
        line.update(plain(said, "call"))

    @on(Button.Pressed, "#answer")
    def _answer(self, event: Button.Pressed) -> None:
        event.stop()
        item = self.item
        if item is not None and item.decision is not None:
            self.post_message(FormWanted("decision", item.decision.id))
