"""What an act of control would change, in lines to be read before it is confirmed."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.text import Text

from simulator.engine.views.foresight import Preview
from tui import words
from tui.marks import WARNING, joined
from tui.plain import line
from tui.speech import _, many

MOST: Final = 6
"""So many lines of a kind are told one by one."""


def foretold(preview: Preview, start: str) -> list[Text]:
    """The consequences, those that hurt first; one line that says so where there are none. None
    is cut off: the times stand at its end."""
    lines = [*_told(preview, start)]
    for told in lines:
        told.no_wrap, told.overflow = False, "fold"
    return lines


def _told(preview: Preview, start: str) -> Iterator[Text]:
    if preview.refused:
        yield joined((f"{WARNING} {_('This can’t be:')} ", "bad"), line(preview.refused))
        return
    lines = [*_unproven(preview), *_dying(preview, start), *_coming(preview, start)]
    lines += [*_moving(preview, start), *_changing(preview)]
    if not lines:
        lines = [joined((_("Nothing else changes, if all others do as their bots would."), "mute"))]
    yield from lines


def _unproven(preview: Preview) -> Iterator[Text]:
    for title in preview.unproven:
        said = _("This objective loses the only evidence it has:")
        yield joined((f"{WARNING} {said} ", "bad"), line(title))


def _dying(preview: Preview, start: str) -> Iterator[Text]:
    told = [(moved.title, moved.before) for moved in preview.dies]
    return _sent(told, f"✗ {_('not sent any more:')} ", "bad", start)


def _coming(preview: Preview, start: str) -> Iterator[Text]:
    told = [(moved.title, moved.after) for moved in preview.comes]
    return _sent(told, f"+ {_('sent, too:')} ", "good", start)


def _sent(
    told: Sequence[tuple[str, int | None]], said: str, ink: str, start: str
) -> Iterator[Text]:
    """Injects by their titles, each with the moment that it is about."""
    for title, at in told[:MOST]:
        yield joined((said, ink), line(title), (f"  {words.day_time(start, at or 0)}", "mute"))
    yield from _more(told)


def _moving(preview: Preview, start: str) -> Iterator[Text]:
    """Of a few seconds nothing would be seen."""
    moves = [
        (
            moved.title,
            words.day_time(start, moved.before or 0),
            words.day_time(start, moved.after or 0),
        )
        for moved in preview.moves
    ]
    seen = [move for move in moves if move[1] != move[2]]
    for title, before, after in seen[:MOST]:
        yield joined(("→ ", "call"), line(title), (f"  {before} → {after}", "mute"))
    yield from _more(seen)


def _changing(preview: Preview) -> Iterator[Text]:
    for change in preview.changes[:MOST]:
        yield joined(
            ("△ ", "call"), line(change.title), (f"  {change.before} → {change.after}", "mute")
        )
    yield from _more(preview.changes)


def _more(all_of_a_kind: Sequence[object]) -> Iterator[Text]:
    left = len(all_of_a_kind) - MOST
    if left > 0:
        yield joined((many("  … and {number} more", "  … and {number} more", left), "mute"))
