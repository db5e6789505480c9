"""Pages to read in a replay: what others knew then, and a discussion. No rules here."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table

from simulator.engine.views import ModuleView
from simulator.engine.views.debrief import Elsewhere
from tui import words
from tui.plain import flowing, plain
from tui.speech import _, many, mark

MOST = 200
NOTHING = mark("Nobody had been told anything that this role had not been told, too.")


def others_page(known: Sequence[Elsewhere], start: str) -> RenderableType:
    """Whom it was told, when, and what, in a line each."""
    if not known:
        return plain(_(NOTHING))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(max_width=24)
    table.add_column(overflow="fold")
    for it in known[:MOST]:
        when = plain(words.short_time(start, it.at), "mute")
        table.add_row(when, plain(it.role, "strong"), plain(it.words))
    if len(known) > MOST:
        rest = len(known) - MOST
        return Group(table, plain(many("And {number} more.", "And {number} more.", rest), "mute"))
    return table


def discussion_page(module: ModuleView) -> RenderableType:
    """What was put to the role, and what it had answered."""
    parts: list[RenderableType] = [plain(module.title, "head"), flowing(module.situation)]
    for number, question in enumerate(module.questions, 1):
        parts += [plain(f"\n{number}. {question.ask}", "strong"), plain(question.answer)]
    return Group(*parts)
