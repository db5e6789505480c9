"""What the help says: the keys, by what they are for, and what the signs mean."""

from collections.abc import Iterable
from typing import Final

from rich.console import Group, RenderableType
from textual.binding import Binding

from tui.letters import fields
from tui.marks import joined
from tui.plain import plain
from tui.seat import Seat

INTRODUCTION: Final = (
    "You hold one role; the computer plays the others. Messages come to the inbox, and some ask "
    "for a decision before a deadline. Actions cost people and time, and some need the consent of "
    "others. The line under the clock always says what is due soonest, and d opens it."
)
SHARED: Final = (
    "You hold one role; other people hold others, and the computer plays the rest. Control leads "
    "the clock, and it does not wait for you. Messages come to the inbox, and some ask for a "
    "decision before a deadline. The line under the clock always says what is due soonest. What "
    "you send while the host is away is kept here and sent when it is back."
)
WATCHING: Final = (
    "You see what one role sees, and nothing else; people play it, or the computer. You decide and "
    "order nothing, and nobody who plays sees that you are there."
)
CONTROLLING: Final = (
    "You lead the exercise. Acts on the clock are for the team under the cursor, or for all. Acts "
    "on seats and people are for those under the cursor in their tables: tab goes from table to "
    "table. A seat that a bot plays is taken back when its people are there again, or with b."
)
SIGNS: Final = [
    ("●", "a message you have not opened"),
    ("▲", "something waits for you"),
    ("✓ ✗", "can be ordered, or can't be now"),
    ("► ‖ ■", "the clock runs, is paused, is held or over"),
    ("██░░", "a share of 100; the number and a word stand beside it"),
]
MOVING: Final = [
    ("arrows", "move in a table or a text"),
    ("tab", "to the next part of the screen, shift+tab back"),
    ("enter", "open, order, answer"),
    ("escape", "back to the list, out of a form"),
    ("ctrl+p", "every act by its name"),
]


def introduction(seat: Seat) -> str:
    """What the exercise is for whoever sits here."""
    if not seat.may_act:
        return WATCHING
    return INTRODUCTION if seat.leads_clock else SHARED


def help_page(bindings: Iterable[Binding], introduction: str = INTRODUCTION) -> RenderableType:
    """The help with these keys in their order."""
    keys = [
        (binding.key_display or binding.key.split(",")[0], binding.tooltip) for binding in bindings
    ]
    return Group(
        plain(introduction),
        joined(""),
        joined(("Keys", "head")),
        fields(keys + MOVING),
        joined(""),
        joined(("Signs", "head")),
        fields(SIGNS),
    )
