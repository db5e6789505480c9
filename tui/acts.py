"""The acts of the exercise screen with their keys: footer, help and palette all read this list."""

from typing import Final

from textual.binding import Binding

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
