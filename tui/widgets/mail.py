"""The inbox and the message that lies open, side by side or one beneath the other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.message import Message
from textual.reactive import var
from textual.widgets import Button, Input, Static

from simulator.engine.views import Item, RoleView
from tui.acts import act
from tui.marks import joined
from tui.seat import Mate
from tui.sifting import Sieve
from tui.speech import _, many, mark
from tui.widgets.inbox import Inbox
from tui.widgets.reading import ATTACHMENTS, ReadingPane


class Mail(Container):
    ACTS: ClassVar[list[Binding]] = [
        act("slash", "search_inbox", mark("Search"), mark("Search the inbox for words"), shown="/"),
        act("f", "sift_inbox", mark("Filter"), mark("Show only messages of a state or channel")),
        act("o", "order_inbox", mark("Sort"), mark("Order messages by time, or by what is urgent")),
        ATTACHMENTS,
        act("j", "jump", mark("Correction"), mark("Go from a message to its correction, or back")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        *ACTS,
        Binding("escape", "back", mark("Inbox"), show=False),
    ]

    @dataclass
    class Sifting(Message):
        """The player wants to choose which messages are shown; `then` is told what they chose."""

        items: tuple[Item, ...]
        sieve: Sieve
        then: Callable[[Sieve | None], None]

    @dataclass
    class Attached(Message):
        """The player wants to see what is attached to this message."""

        item: Item

    view: var[RoleView | None] = var(None)
    mates: var[tuple[Mate, ...]] = var(())

    def compose(self) -> ComposeResult:
        with Vertical(id="list"):
            yield Inbox(id="messages", classes="pane").data_bind(Mail.view, Mail.mates)
            yield Input(placeholder=_("Search, enter, esc"), compact=True, id="sought")
            yield Static(id="sieve")
        yield ReadingPane(id="reading").data_bind(Mail.view, Mail.mates)

    def on_mount(self) -> None:
        self.query_one("#sought").display = False
        self._tell()

    @property
    def inbox(self) -> Inbox:
        return self.query_one(Inbox)

    @property
    def reading(self) -> ReadingPane:
        return self.query_one(ReadingPane)

    @on(Button.Pressed, "#attached")
    def _open_attachments(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_attachments()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what the open message has can be opened."""
        if action in {"attachments", "jump"} and not self.query(ReadingPane):
            return False
        match action:
            case "attachments":
                return bool(self.reading.item and self.reading.item.attachments)
            case "jump":
                return bool(self.reading.other)
            case _:
                return True

    def action_order_inbox(self) -> None:
        self.inbox.urgent = not self.inbox.urgent

    def action_sift_inbox(self) -> None:
        items = self.view.inbox if self.view else ()
        self.post_message(self.Sifting(items, self.inbox.sieve, self._sifted))

    def _sifted(self, sieve: Sieve | None) -> None:
        if sieve is not None:
            self.inbox.sieve = sieve

    def action_search_inbox(self) -> None:
        if self.screen.maximized is not None:
            self.screen.minimize()
        line = self.query_one("#sought", Input)
        line.display = True
        line.focus()

    def action_attachments(self) -> None:
        item = self.reading.item
        if item is not None and item.attachments:
            self.post_message(self.Attached(item))

    def action_jump(self) -> None:
        """Between a message that was corrected and the one that corrects it."""
        if other := self.reading.other:
            self.inbox.reveal(other)
            self.post_message(Inbox.Opened(other))

    def action_back(self) -> None:
        """Out of the message; or out of the search; or all messages again."""
        inbox, sought = self.inbox, self.query_one("#sought", Input)
        if sought.has_focus:
            inbox.sieve = inbox.sieve._replace(sought="")
        elif inbox.has_focus:
            inbox.sieve = Sieve()
        inbox.focus()

    @on(Input.Changed, "#sought")
    def _seek(self, event: Input.Changed) -> None:
        event.stop()
        self.inbox.sieve = self.inbox.sieve._replace(sought=event.value.strip())

    @on(Input.Submitted, "#sought")
    def _keep(self, event: Input.Submitted) -> None:
        event.stop()
        self.inbox.focus()

    @on(Inbox.Sifted)
    def _tell(self) -> None:
        """Under the list: how much of it is shown, what for, and what has come unseen."""
        inbox, told = self.inbox, self.query_one("#sieve", Static)
        told.display = inbox.sieve != Sieve()
        self.set_class(told.display, "-sifting")
        if not told.display:
            return
        (shown, total), what = inbox.counts, inbox.sieve.said()
        said = [_("{shown} of {all} shown: {what}", shown=shown, all=total, what=what)]
        if inbox.hidden_news:
            said.insert(0, many("▲ {number} new one hidden", "▲ {number} new ones hidden",
                                inbox.hidden_news))  # fmt: skip
        told.update(joined(("; ".join(said), "call"), (f"; {_('esc shows all')}", "mute")))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On a narrow terminal the message takes the whole pane while it is read."""
        self.set_class(event.widget is self.reading.letter, "-reading")

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """The line to search in goes; what is sought stays and is said under the list."""
        if event.widget.id == "sought":
            event.widget.display = False
            with self.prevent(Input.Changed):
                self.query_one("#sought", Input).value = self.inbox.sieve.sought
