"""The acts of the control screen with their keys: footer and help read this list."""

from typing import Final

from tui.acts import CLOCK, HERE, SCREEN, act
from tui.speech import mark

HANDS: Final = [
    act("question_mark", "help", mark("Help"), mark("Show this help"), None,
        id="control-help", shown="?"),
    act("s", "start", mark("STARTEX"), mark("Begin the exercise for all teams"), None,
        id="control-start"),
    act("space", "run_or_pause", mark("Run/pause"), mark("Let the clock run, or pause it"), None,
        id="control-run_or_pause"),
    act("j", "jump", mark("Jump"), mark("Play on at once to a moment that is still ahead"), CLOCK,
        id="control-jump"),
    act("plus,equals_sign", "pace(1)", mark("Faster"), mark("A faster pace"), CLOCK,
        id="control-faster", shown="+"),
    act("minus", "pace(-1)", mark("Slower"), mark("A slower pace"), CLOCK,
        id="control-slower", shown="-"),
    act("g", "go_on", mark("Go on"), mark("End the discussion that holds the clock"), CLOCK,
        id="control-go_on"),
    act("n", "invite", mark("Invite"), mark("Make an invitation"), None, id="control-invite"),
    act("i", "invitations", mark("Invitations"), mark("Show the invitations nobody has used yet"),
        None, id="control-invitations"),
    act("h", "hand_over", mark("Hand over"),
        mark("Invite somebody else to the seat under the cursor"), HERE, id="control-hand_over"),
    act("v", "revoke", mark("Revoke"), mark("Take the seat or invitation under the cursor away"),
        HERE, id="control-revoke"),
    act("b", "bot", mark("Bot"), mark("Give the seat under the cursor to its bot, or take it back"),
        HERE, id="control-bot"),
    act("exclamation_mark", "alarms", mark("Alarms"), mark("Show all alarms"), SCREEN,
        id="control-alarms", shown="!"),
    act("e", "end", mark("ENDEX"), mark("End the exercise"), SCREEN, id="control-end"),
    act("x", "close", mark("Close"), mark("Close the session for good"), SCREEN,
        id="control-close"),
    act("q", "quit_control", mark("Quit"), mark("Leave"), SCREEN, id="control-quit_control"),
]  # fmt: skip
"""`tab` goes from table to table; what an act is about stands under the cursor there."""

AFTER_STARTEX: Final = frozenset({"run_or_pause", "pace", "jump", "go_on", "bot", "end"})
