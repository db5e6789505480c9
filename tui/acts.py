"""The acts of the exercise screen with their keys: footer, help and palette all read this list."""

from typing import Final

from textual.binding import Binding

from tui.seat import Seat

PANES: Final = {
    "inbox": "Inbox",
    "actions": "Actions",
    "situation": "Situation",
    "consent": "Consent",
    "reports": "Reports",
    "log": "Log",
    "brief": "Brief",
}
"""The tabs, in the order of their number keys."""


def _act(
    key: str, action: str, name: str, tooltip: str, shown: str = "", show: bool = True
) -> Binding:
    return Binding(
        key, action, name, show, shown or None, tooltip=tooltip, id=action.replace("'", "")
    )  # fmt: skip


ACTS: Final = [
    _act("space", "run_or_pause", "Run/pause", "Let the clock run, or pause it", "space"),
    _act("s", "skip_ahead", "Skip ahead", "Skip ahead to the next thing that concerns you"),
    _act("d", "due", "Due", "Open what is due soonest"),
    _act("u", "next_unread", "Unread", "Open the oldest message you have not read"),
    _act("a", "answer", "Answer", "Answer the decision of the open message", show=False),
    _act("n", "note", "Note", "Write a note for the review"),
    _act("x", "cancel", "Take back", "Take back the order under the cursor", show=False),
    _act("plus,equals_sign", "pace(1)", "Faster", "A faster pace", "+", False),
    _act("minus", "pace(-1)", "Slower", "A slower pace", "-", False),
    _act("w", "wait_for_me", "Wait", "Whether the clock stops when something is due", show=False),
    _act("f10", "summary", "Summary", "Show the summary when the exercise is over", "F10", False),
    _act("question_mark", "help", "Help", "Show this help", "?"),
    _act("q", "quit_play", "Quit", "Leave the exercise"),
    *(
        _act(str(number), f"pane('{pane}')", title, f"Go to: {title}", show=False)
        for number, (pane, title) in enumerate(PANES.items(), 1)
    ),
]  # fmt: skip

CLOCKS: Final = frozenset({"run_or_pause", "skip_ahead", "pace", "wait_for_me"})
"""What only a player does whose own the clock is."""
ASKING: Final = frozenset({"due", "answer", "note", "cancel"})
"""What only somebody does who plays."""


def may(seat: Seat, action: str) -> bool:
    """Whether an act, named with or without what it is given, is one for this seat."""
    name = action.partition("(")[0]
    return (seat.leads_clock or name not in CLOCKS) and (seat.may_act or name not in ASKING)


def acts_of(seat: Seat) -> list[Binding]:
    """The acts that this seat has."""
    return [act for act in ACTS if may(seat, act.action)]
