"""What the help says: the keys, by what they are for, and what the signs mean."""

from collections.abc import Iterable
from typing import Final

from rich.console import Group, RenderableType
from textual.binding import Binding

from tui.letters import fields
from tui.marks import joined
from tui.plain import plain

INTRODUCTION: Final = (
    "You hold one role; the computer plays the others. Messages come to the inbox, and some ask "
    "for a decision before a deadline. Actions cost people and time, and some need the consent of "
    "others. The line under the clock always says what is due soonest, and d opens it."
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


def help_page(bindings: Iterable[Binding]) -> RenderableType:
    """The help with these keys in their order."""
    keys = [
        (binding.key_display or binding.key.split(",")[0], binding.tooltip) for binding in bindings
    ]
    return Group(
        plain(INTRODUCTION),
        joined(""),
        joined(("Keys", "head")),
        fields(keys + MOVING),
        joined(""),
        joined(("Signs", "head")),
        fields(SIGNS),
    )
