"""Invitations to pass on: shown whole, one under the other, and copied with a key."""

from collections.abc import Sequence
from typing import ClassVar, Final, NamedTuple

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from tui.marks import joined
from tui.plain import clean, plain
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Pointed
from tui.widgets.keyline import KeyLine


class Ticket(NamedTuple):
    """An invitation, the id of its seat where that is known, and what it is to in words."""

    grant: str
    seat: str
    invitation: str


COPIED: Final = mark("Copied, if your terminal lets programs copy; else select it with the mouse.")


class Invitations(Screen[None]):
    """`advice` stands above them. They stand alone on their lines, for the mouse to select."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c,enter", "copy", mark("Copy"), key_display="c"),
        Binding("a", "copy_all", mark("Copy all")),
        Binding("escape,q,i", "close", mark("Go on"), key_display="esc"),
    ]

    def __init__(self, title: str, tickets: Sequence[Ticket], advice: str) -> None:
        super().__init__()
        self._title = title
        self._tickets = tuple(tickets)
        self._advice = advice

    def compose(self) -> ComposeResult:
        yield Static(joined((f" {self._title} ", "badge")), id="over")
        yield Static(plain(self._advice, "mute"), id="about")
        yield Pointed([_told(number, one) for number, one in enumerate(self._tickets)])
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(Pointed).focus()

    def on_option_list_option_selected(self) -> None:
        self.action_copy()

    def action_copy(self) -> None:
        at = self.query_one(Pointed).highlighted
        if at is not None:
            self._copy(self._tickets[at].invitation)

    def action_copy_all(self) -> None:
        self._copy("".join(f"{clean(one.seat)}\t{one.invitation}\n" for one in self._tickets))

    def action_close(self) -> None:
        self.dismiss(None)

    def _copy(self, text: str) -> None:
        self.app.copy_to_clipboard(text)
        self.app.clear_notifications()
        self.notify(_(COPIED), timeout=4, markup=False)


def _told(number: int, ticket: Ticket) -> Alternative:
    said = Text(overflow="fold").append_text(plain(ticket.seat, "strong")).append("\n")
    return Alternative(str(number), said.append(clean(ticket.invitation)).append("\n"))
