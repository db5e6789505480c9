"""The acts of the exercise screen with their keys: footer, help and palette all read this list."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from textual.binding import Binding
from textual.keys import format_key

from simulator.engine.views import RoleView
from tui.seat import Seat
from tui.speech import mark

PANES: Final = {
    "inbox": mark("Inbox"),
    "actions": mark("Actions"),
    "situation": mark("Situation"),
    "consent": mark("Consent"),
    "reports": mark("Reports"),
    "log": mark("Log"),
    "brief": mark("Brief"),
    "campaign": mark("Campaign"),
    "contest": mark("Flags"),
}
"""The tabs, in the order of their number keys."""


def pages_of(view: RoleView) -> tuple[str, ...]:
    """The tabs of a role; what it takes no part in, and so is None in its view, has none."""
    return tuple(pane for pane in PANES if getattr(view, pane, True) is not None)


CLOCK: Final = Binding.Group(mark("Clock"))
WORK: Final = Binding.Group(mark("Work"))
HERE: Final = Binding.Group(mark("Here"))
SCREEN: Final = Binding.Group(mark("Screen"))
"""What acts are for; the footer shows them in these groups."""


def act(
    key: str, action: str, name: str, tooltip: str, group: Binding.Group | None = HERE, **more: str
) -> Binding:
    """An act of a screen or a pane: a word for the footer, a sentence for help and palette.

    More may be its `id`, where that is not the action, and how its key is `shown`.
    """
    return Binding(
        key, action, name, True, more.get("shown"), tooltip=tooltip, group=group,
        id=more.get("id", action),
    )  # fmt: skip


def to_pages(pages: Mapping[str, str], ids: str, action: str = "page") -> list[Binding]:
    """A number key for each page of a screen, in order; `ids` is how their ids begin."""
    return [
        Binding(
            str(number), f"{action}('{page}')", title, False, id=f"{ids}-{page}",
            tooltip=mark("Go to a page by its number"),
        )
        for number, (page, title) in enumerate(pages.items(), 1)
    ]  # fmt: skip


ACTS: Final = [
    act("question_mark", "help", mark("Help"), mark("Show this help"), None, shown="?"),
    act("space", "run_or_pause", mark("Run"), mark("Let the clock run, or pause it"), None),
    act("d", "due", mark("Due"), mark("Open what is due soonest"), None),
    act("s", "skip_ahead", mark("Skip"), mark("Skip ahead to the next thing for you"), CLOCK),
    act("plus,equals_sign", "pace(1)", mark("Faster"), mark("A faster pace"), CLOCK,
        id="faster", shown="+"),
    act("minus", "pace(-1)", mark("Slower"), mark("A slower pace"), CLOCK, id="slower", shown="-"),
    act("w", "wait_for_me", mark("Wait"), mark("Whether the clock stops when something is due"),
        CLOCK),
    act("u", "next_unread", mark("Unread"), mark("Open the oldest unread message"), WORK),
    act("a", "answer", mark("Answer"), mark("Answer the decision of the open message"), WORK),
    act("m", "message", mark("Write"), mark("Write a message to other roles"), WORK),
    act("t", "dissent", mark("Dissent"), mark("Record that a colleague sees it otherwise"),
        WORK),
    act("i", "propose", mark("Improvise"),
        mark("Want something that no action stands for; control rules on it"), WORK),
    act("n", "note", mark("Note"), mark("Write a note for the review"), WORK),
    act("x", "cancel", mark("Take back"), mark("Take back the order under the cursor"), WORK),
    act("l", "other_language", mark("Language"), mark("The texts in the other language"), SCREEN),
    act("z", "zoom", mark("Zoom"), mark("Make this pane large, or small again"), SCREEN),
    act("f10", "summary", mark("Summary"), mark("The summary, when the exercise is over"), SCREEN,
        shown="F10"),
    act("f9", "feedback", mark("Feedback"), mark("Say what you think of the exercise"), SCREEN,
        shown="F9"),
    act("q", "quit_play", mark("Quit"), mark("Leave the exercise"), SCREEN),
    *to_pages(PANES, "pane", "pane"),
]  # fmt: skip

LESSONS: Final = [
    # The box of the tutorial names these keys itself, so that the last line keeps its room.
    replace(one, show=False)
    for one in (
        act("h", "tutorial", mark("Tutorial"), mark("Hide the tutorial, or show it"), SCREEN),
        act("greater_than_sign", "lesson(1)", mark("Next step"),
            mark("The next step of the tutorial"), SCREEN, id="lesson-next", shown=">"),
        act("less_than_sign", "lesson(-1)", mark("Step back"),
            mark("The step of the tutorial before this"), SCREEN, id="lesson-back", shown="<"),
    )
]  # fmt: skip

CLOCKS: Final = frozenset({"run_or_pause", "skip_ahead", "pace", "wait_for_me"})
"""What only a player does whose own the clock is."""
ASKING: Final = frozenset(
    {
        "due", "answer", "message", "dissent", "note", "propose", "cancel", "earlier", "later",
        "give_answer", "hint",
    }
)  # fmt: skip
"""What only somebody does who plays."""
JUDGED: Final = frozenset({"propose"})
"""What has a sense only where somebody of control leads and rules."""


def may(seat: Seat, action: str) -> bool:
    """Whether an act, named with or without what it is given, is one for this seat."""
    name = action.partition("(")[0]
    if seat.leads_clock and name in JUDGED:
        return False
    return (seat.leads_clock or name not in CLOCKS) and (seat.may_act or name not in ASKING)


_own: dict[str, str] = {}


def remap(keys: Mapping[str, str]) -> None:
    """From now on acts have these keys, by their ids; a terminal has one user at a time."""
    _own.clear()
    _own.update(keys)


def with_key(act: Binding) -> Binding:
    """The act with the key that the player has given it."""
    return act.with_key(_own[act.id]) if act.id in _own else act


def key_of(id: str) -> str:
    """How the key of an act is shown, so that a sentence can name it."""
    return key_shown(next(with_key(act) for act in (*ACTS, *LESSONS) if act.id == id))


def key_shown(act: Binding) -> str:
    """How the key of an act is written."""
    if act.key_display:
        return act.key_display
    *modifiers, key = act.key.partition(",")[0].split("+")
    return "+".join([*modifiers, format_key(key)])
