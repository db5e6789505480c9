"""The acts of the control screen with their keys: footer and help read this list."""

from typing import Final

from textual.binding import Binding


def _act(
    key: str, action: str, name: str, tooltip: str, shown: str = "", show: bool = True
) -> Binding:
    return Binding(
        key, action, name, show, shown or None, tooltip=tooltip, id=f"control-{action}"
    )  # fmt: skip


HANDS: Final = [
    _act("s", "start", "STARTEX", "Begin the exercise for all teams"),
    _act("space", "run_or_pause", "Run/pause", "Let the clock run, or pause it", "space"),
    _act("plus,equals_sign", "pace(1)", "Faster", "A faster pace", "+", False),
    _act("minus", "pace(-1)", "Slower", "A slower pace", "-", False),
    _act("j", "jump", "Jump", "Play on at once to a moment that is still ahead"),
    _act("g", "go_on", "Go on", "End the discussion that holds the clock", show=False),
    _act("n", "invite", "Invite", "Make an invitation"),
    _act("i", "invitations", "Invitations", "Show the invitations nobody has used yet"),
    _act("h", "hand_over", "Hand over", "Invite somebody else to the seat under the cursor"),
    _act("v", "revoke", "Revoke", "Take the seat or invitation under the cursor away"),
    _act("b", "bot", "Bot", "Give the seat under the cursor to its bot, or take it back"),
    _act("exclamation_mark", "alarms", "Alarms", "Show all alarms", "!", False),
    _act("e", "end", "ENDEX", "End the exercise", show=False),
    _act("x", "close", "Close", "Close the session for good", show=False),
    _act("question_mark", "help", "Help", "Show this help", "?"),
    _act("q,ctrl+c", "quit_control", "Quit", "Leave", "q"),
]  # fmt: skip
"""`tab` goes from table to table; what an act is about stands under the cursor there."""

AFTER_STARTEX: Final = frozenset({"run_or_pause", "pace", "jump", "go_on", "bot", "end"})
