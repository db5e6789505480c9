"""What the help says: what a page is for, its keys by what they do, and what the signs mean."""

from collections.abc import Iterable, Iterator
from typing import Final

from rich.console import Group, RenderableType
from textual.binding import Binding

from tui.acts import key_of, key_shown
from tui.letters import fields
from tui.marks import joined
from tui.plain import plain
from tui.seat import Seat
from tui.speech import _, mark

INTRODUCTION: Final = mark(
    "You hold one role; the computer plays the others. Messages come to the inbox, and some ask "
    "for a decision before a deadline. Actions cost people and time, and some need the consent of "
    "others. The line under the clock always says what is due soonest, and {due} opens it."
)
SHARED: Final = mark(
    "You hold one role; other people hold others, and the computer plays the rest. Control leads "
    "the clock, and it does not wait for you. Messages come to the inbox, and some ask for a "
    "decision before a deadline. The line under the clock always says what is due soonest. What "
    "you send while the host is away is kept here and sent when it is back."
)
WATCHING: Final = mark(
    "You see what one role sees, and nothing else; people play it, or the computer. You decide and "
    "order nothing, and nobody who plays sees that you are there."
)
CONTROLLING: Final = mark(
    "You lead the exercise. Acts on the clock are for the team under the cursor, or for all. Acts "
    "on seats and people are for those under the cursor in their tables: tab goes from table to "
    "table. A seat that a bot plays is taken back when its people are there again, or with b."
)
PAGES: Final = {
    "inbox": mark(
        "All messages to you. The one under the cursor lies open; enter goes on to it, to scroll. "
        "Where a message asks for a decision, its options stand beneath it."
    ),
    "actions": mark(
        "What you can have done, what it takes and what to expect of it, and below it your orders. "
        "Enter orders what is under the cursor, after you have confirmed it."
    ),
    "situation": mark(
        "Systems with their service and what is lost of them, gauges, and your teams. You see what "
        "your role can know; “not known” means that nobody has looked."
    ),
    "consent": mark(
        "What others ask your consent for, and what you have asked of them. Enter answers what is "
        "your turn. Above stand your decisions, and what became of each."
    ),
    "reports": mark(
        "What you have to send, to whom and by when; above, all the clocks that run. Enter "
        "fills one in; what is begun is kept as a draft."
    ),
    "log": mark(
        "All that you have known and done, the last at the end. It follows what happens until you "
        "scroll up; then the title counts what is new below, and end goes there."
    ),
    "brief": mark(
        "Who you are, what you are to do, the rules of play, who sits where, and what the words "
        "mean that are used in exercises."
    ),
    "campaign": mark(
        "What you have prepared against the defenders. A step that is ready waits until you launch "
        "it, with enter; the others go on by themselves until they are. Beneath stands what you "
        "have gained."
    ),
    "contest": mark(
        "Challenges for points. The one under the cursor is shown beside the board; enter goes on "
        "to its answer. What is attached opens with its columns as they are. A hint costs points, "
        "also where the challenge is never solved. The scores are those of all teams."
    ),
    "summary": mark(
        "How it ended, with nothing hidden any more: each objective with its measures, your "
        "decisions with what they led to and what others knew then, and how it really was."
    ),
    "form": mark(
        "Enter goes on from field to field, tab as well. What can't be undone is asked once more "
        "before anything is done."
    ),
    "choose": mark("Choose what to play. First watch is there to learn the screen by."),
    "lobby": mark(
        "Choose whose seat you take; each comes with its brief. Where you play alone, the computer "
        "plays the others."
    ),
}
"""What each page is for."""
Signs = tuple[tuple[str, str], ...]
SIGNS: Final[Signs] = (
    ("●", mark("a message you have not opened")),
    ("▲", mark("something waits for you")),
    ("✓ ✗", mark("can be ordered, or can't be now; met, or not met")),
    ("► ‖ ■", mark("the clock runs, is paused, is held or over")),
    ("»", mark("in the log: what you did yourself")),
    ("━━──", mark("a share of 100; the number and a word stand beside it")),
)
MOVING: Final = (
    (mark("arrows"), mark("move in a table or a text")),
    ("tab", mark("to the next part of the screen, shift+tab back")),
    ("enter", mark("open, order, answer")),
    ("esc", mark("back to the list, out of a form")),
    ("ctrl+p", mark("every act by its name")),
    ("F1", mark("help while a form is open")),
)


def introduction(seat: Seat) -> str:
    """What the exercise is for whoever sits here, in English."""
    if not seat.may_act:
        return WATCHING
    return INTRODUCTION if seat.leads_clock else SHARED


def help_page(
    acts: Iterable[Binding], introduction: str = "", page: str = "", signs: Signs = SIGNS
) -> RenderableType:
    """The help with these acts in their groups; `page` names one of PAGES."""
    return Group(*_parts(acts, introduction, page, signs))


def _parts(
    acts: Iterable[Binding], introduction: str, page: str, signs: Signs
) -> Iterator[RenderableType]:
    for text in (PAGES.get(page, ""), introduction):
        if text:
            yield plain(_(text, due=key_of("due")))
            yield joined("")
    for name, keys in _grouped(acts).items():
        yield joined((_(name), "head"))
        yield fields(keys)
        yield joined("")
    yield joined((_("Everywhere"), "head"))
    yield fields([(_(key), _(does)) for key, does in MOVING])
    yield joined("")
    yield joined((_("Signs"), "head"))
    yield fields([(sign, _(means)) for sign, means in signs])


def _grouped(acts: Iterable[Binding]) -> dict[str, list[tuple[str, str]]]:
    """Keys with what they do, by the name of their group; several keys for one thing are one."""
    groups: dict[str, dict[str, list[str]]] = {}
    for act in acts:
        group = act.group.description if act.group else mark("Keys")
        does = act.tooltip or act.description
        groups.setdefault(group, {}).setdefault(does, []).append(key_shown(act))
    return {
        group: [(" ".join(dict.fromkeys(keys)), _(does)) for does, keys in told.items()]
        for group, told in groups.items()
    }
