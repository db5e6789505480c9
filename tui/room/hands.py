"""The acts of the control room with their keys: footer, help and palette read this list."""

from typing import Final

from tui.acts import CLOCK, HERE, SCREEN, WORK, act, to_pages
from tui.speech import mark

PAGES: Final = {
    "room": mark("Room"),
    "msel": mark("MSEL"),
    "world": mark("World"),
    "judge": mark("Judge"),
    "ahead": mark("Ahead"),
    "notes": mark("Notes"),
    "compare": mark("Compare"),
    "flags": mark("Flags"),
    "review": mark("Review"),
}
"""The tabs, in the order of their number keys."""

HANDS: Final = [
    act("question_mark", "help", mark("Help"), mark("Show this help"), None,
        id="control-help", shown="?"),
    act("s", "start", mark("STARTEX"), mark("Begin the exercise for all teams"), None,
        id="control-start"),
    act("space", "run_or_pause", mark("Run/pause"), mark("Let the clock run, or pause it"), None,
        id="control-run_or_pause"),
    act("plus,equals_sign", "pace(1)", mark("Faster"), mark("A faster pace"), CLOCK,
        id="control-faster", shown="+"),
    act("minus", "pace(-1)", mark("Slower"), mark("A slower pace"), CLOCK,
        id="control-slower", shown="-"),
    act("full_stop", "step", mark("Step"), mark("Play on at once to the next thing that is due"),
        CLOCK, id="control-step", shown="."),
    act("j", "jump", mark("Jump"), mark("Play on at once to a moment that is still ahead"), CLOCK,
        id="control-jump"),
    act("y", "hold_point", mark("Hold point"), mark("Let the clock pause by itself at a moment"),
        CLOCK, id="control-hold_point"),
    act("R", "rewind", mark("Rewind"), mark("Go back to an earlier moment, as a new take"), CLOCK,
        id="control-rewind"),
    act("g", "go_on", mark("Go on"), mark("End the discussion that holds the clock"), CLOCK,
        id="control-go_on"),
    act("c", "observe", mark("Note"), mark("Write an observation down, for the review"), WORK,
        id="control-observe"),
    act("H", "sheet", mark("Hand-over"), mark("All that whoever comes next has to know, as text"),
        WORK, id="control-sheet"),
    act("K", "key_in", mark("Key in"),
        mark("Key in what somebody has answered or reported on paper"), WORK,
        id="control-key_in"),
    act("D", "duties", mark("Duties"), mark("Who has the clock, injects, judging, notes"), WORK,
        id="control-duties"),
    act("t", "other_team", mark("Next team"), mark("Watch the next team"), SCREEN,
        id="control-other_team"),
    act("exclamation_mark", "alarms", mark("Alarms"), mark("Show all alarms"), SCREEN,
        id="control-alarms", shown="!"),
    act("N", "no_duff", mark("NO DUFF"), mark("A real emergency: freeze everything, or lift it"),
        SCREEN, id="control-no_duff"),
    act("e", "end", mark("ENDEX"), mark("End the exercise"), SCREEN, id="control-end"),
    act("x", "close", mark("Close"), mark("Close the session for good"), SCREEN,
        id="control-close"),
    act("q", "quit_control", mark("Quit"), mark("Leave"), SCREEN, id="control-quit_control"),
    *to_pages(PAGES, "control-page"),
]  # fmt: skip
"""`tab` goes from part to part; what an act is about stands under the cursor there."""

OF_MSEL: Final = [
    act("f", "fire", mark("Fire"), mark("Send the inject under the cursor now"), HERE,
        id="msel-fire"),
    act("k", "hold_or_release", mark("Hold/release"),
        mark("Keep the inject from being sent, or let it go again"), HERE, id="msel-hold"),
    act("d", "delay", mark("Delay"), mark("Send the inject later"), HERE, id="msel-delay"),
    act("m", "amend", mark("Amend"), mark("Change what the inject says, or who gets it"), HERE,
        id="msel-amend"),
    act("v", "strike", mark("Strike"), mark("Strike the inject: it is never sent"), HERE,
        id="msel-strike"),
    act("r", "remind", mark("Remind"), mark("Repeat it to those who have not opened it"), HERE,
        id="msel-remind"),
    act("u", "withdraw", mark("Withdraw"), mark("Take back what was sent by mistake"), HERE,
        id="msel-withdraw"),
    act("w", "write", mark("Write"), mark("Write an inject on the spot"), WORK,
        id="msel-write"),
    act("p", "repace", mark("Re-pace"), mark("Let the exercise end at another time"), WORK,
        id="msel-repace"),
    act("slash", "search", mark("Search"), mark("Search the MSEL for words"), WORK,
        id="msel-search", shown="/"),
    act("l", "sift", mark("Filter"),
        mark("Show only a storyline, a role, a state or an objective"), WORK, id="msel-sift"),
    act("o", "order", mark("Sort"), mark("By time, state, title or storyline"), WORK,
        id="msel-order"),
    act("n", "next", mark("Next"), mark("Go to the inject that is sent next"), WORK,
        id="msel-next"),
    act("left_square_bracket", "span(-1)", mark("Closer"),
        mark("Show less time on the strip"), CLOCK, id="msel-closer", shown="["),
    act("right_square_bracket", "span(1)", mark("Wider"),
        mark("Show more time on the strip"), CLOCK, id="msel-wider", shown="]"),
]  # fmt: skip
"""Those of the page of the MSEL."""

AFTER_STARTEX: Final = frozenset(
    {
        "run_or_pause", "pace", "jump", "step", "hold_point", "rewind", "go_on", "bot", "end",
        "instruct", "speak_as", "prompt", "announce", "look_over", "sheet", "key_in", "tempo",
    }
)  # fmt: skip
