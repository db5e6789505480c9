"""The acts on the MSEL with their keys, and what those that are about one inject ask."""

from typing import Final

from simulator.engine import commands as c
from simulator.engine.commands import CONTROL
from simulator.engine.views.overview import InjectRow
from tui.acts import CLOCK, HERE, WORK, act
from tui.room.msel import Names, missed_by
from tui.speech import _, mark

ACTS: Final = [
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
"""Footer, help and palette read this list."""


def wish(act: str, row: InjectRow, names: Names) -> tuple[c.Command, str, str]:
    """For one of the acts that need nothing but the inject: the command, the question before it is
    given, and what is said after."""
    id, title = row.id, row.title
    match act:
        case "fire":
            return c.Fire(CONTROL, id), _("Send “{title}” now?", title=title), _("It is sent.")
        case "hold_or_release" if row.state == "held":
            what = _("Let “{title}” go again?", title=title)
            return c.Release(CONTROL, id), what, _("It is released.")
        case "hold_or_release":
            what = _("Hold “{title}”? It is not sent until it is released.", title=title)
            return c.Hold(CONTROL, id), what, _("It is held.")
        case "strike":
            what = _("Strike “{title}”? It is never sent.", title=title)
            return c.Skip(CONTROL, id), what, _("It is struck.")
        case "withdraw":
            return c.Withdraw(CONTROL, id), _withdrawing(title), _("It is withdrawn.")
        case _:
            roles = names.of_roles(missed_by(row))
            what = _("Repeat “{title}” to those who missed it: {roles}?", title=title, roles=roles)
            return c.Remind(CONTROL, id), what, _("It lies before them once more.")


def _withdrawing(title: str) -> str:
    return _(
        "Withdraw “{title}”? It stays where it lies, marked as withdrawn, and what it has done to "
        "the world stays done.",
        title=title,
    )
