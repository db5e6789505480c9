"""The strip under a replay: all of the take with its moments, where one is, and the keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from rich.console import Group, RenderableType
from rich.text import Text
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from simulator.engine.commands import CONTROL
from simulator.engine.titles import Titles
from simulator.review.moments import KINDS, Kind, Moment
from tui import words
from tui.marks import ends, joined
from tui.plain import line
from tui.replaying.acts import keys_of
from tui.replaying.projector import Projector
from tui.speech import _, spoken

SIGNS: Final[dict[Kind, tuple[str, str]]] = {
    "take": ("╪", "call"),
    "control": ("‖", "call"),
    "decision": ("●", "strong"),
    "note": ("■", "head"),
    "asset": ("▲", "fair"),
    "discussion": ("◆", "call"),
    "inject": ("│", "mute"),
}
"""Where several moments fall on one cell, the first of these is drawn."""
HERE: Final = "█"
NARROW: Final = 98
_KEYS: Final[tuple[tuple[Kind, tuple[str, str]], ...]] = (
    ("decision", ("decision-before", "decision-next")),
    ("inject", ("inject-before", "inject-next")),
    ("asset", ("asset-before", "asset-next")), ("note", ("note-before", "note-next")),
)  # fmt: skip


class Stand(NamedTuple):
    """All that is drawn. `marks` are the moments, compared by identity."""

    now: int
    until: int
    start: str
    running: bool
    backwards: bool
    pace: float
    whose: str
    of: str
    marks: tuple[Moment, ...]
    next: Moment | None


def stand_of(projector: Projector) -> Stand:
    take, moments = projector.take, projector.moments
    return Stand(
        projector.now, projector.until, take.scenario.start.isoformat(), projector.running,
        projector.backwards, projector.pace, _whose(projector), _of(projector), moments.all,
        moments.next(projector.now),
    )  # fmt: skip


def _whose(projector: Projector) -> str:
    role = projector.sight.role
    scenario = projector.take.scenario
    return _("control") if role == CONTROL else Titles(scenario, spoken(), {}).role(role)


def _of(projector: Projector) -> str:
    """Which team and take it is, where there are several."""
    recorded, sight = projector.recorded, projector.sight
    takes = len(recorded.takes[sight.team])
    team = sight.team if len(recorded.takes) > 1 else ""
    number = projector.take.number
    said = _("take {number} of {all}", number=number, all=takes) if takes > 1 else ""
    return ", ".join(filter(None, (team, said)))


class ReplayStrip(Widget):
    """A click on the bar goes there."""

    stand: reactive[Stand | None] = reactive(None)
    _marks: tuple[Moment, ...] | None = None
    _width = 0
    _cells: Mapping[int, Kind] = {}

    class Wanted(Message):
        """To go to this second."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def render(self) -> RenderableType:
        stand = self.stand
        if stand is None:
            return Text()
        width = self.size.width
        bar = _bar(stand, self._laid(stand, width), width)
        return Group(bar, _state(stand, width < NARROW), _keys())

    def _laid(self, stand: Stand, width: int) -> Mapping[int, Kind]:
        """What falls on which cell, found anew only for other moments or another width."""
        if self._marks is not stand.marks or self._width != width:
            self._marks, self._width = stand.marks, width
            self._cells = _cells(stand, width)
        return self._cells

    def on_click(self, event: events.Click) -> None:
        if self.stand and event.y == 0:
            last = max(1, self.size.width - 1)
            self.post_message(self.Wanted(self.stand.until * event.x // last))


def _cells(stand: Stand, width: int) -> dict[int, Kind]:
    """What is drawn on which cell of the bar."""
    rank = [*SIGNS]
    cells: dict[int, Kind] = {}
    for moment in stand.marks:
        cell = _cell(moment.at, stand, width)
        cells[cell] = min(cells.get(cell, moment.kind), moment.kind, key=rank.index)
    return cells


def _cell(at: int, stand: Stand, width: int) -> int:
    return at * max(1, width - 1) // max(1, stand.until)


def _bar(stand: Stand, cells: Mapping[int, Kind], width: int) -> Text:
    """From STARTEX to the end of the take, a cell for as much time as it takes."""
    here = _cell(stand.now, stand, width)
    drawn = Text(no_wrap=True)
    for cell in range(width):
        sign, ink = SIGNS[cells[cell]] if cell in cells else ("─", "mute")
        drawn.append(*((HERE, "call") if cell == here else (sign, ink)))
    return drawn


def _state(stand: Stand, narrow: bool) -> RenderableType:
    """Where one is; where there is room, what comes next."""
    going = ("◄ " if stand.backwards else "► ", "good") if stand.running else ("‖ ", "call")
    back = f" {_('in reverse')}" if stand.backwards else ""
    left = joined(
        (f" {_('REPLAY')} ", "badge"), " ", going, (words.pace(stand.pace) + back, "mute"), "  ",
        (words.since_startex(stand.now), "strong"),
        (" " + _("of {length}", length=words.since_startex(stand.until)), "mute"), "  ",
        line(stand.whose, "strong"), (f"  {stand.of}" if stand.of else "", "mute"),
    )  # fmt: skip
    coming = stand.next
    if narrow:
        return left
    if coming is None:
        return ends(left, joined((_("nothing more comes"), "mute")))
    when = words.short_time(stand.start, coming.at)
    said = _("next: {time} {kind}", time=when, kind=_(KINDS[coming.kind]))
    return ends(left, joined((said, "mute")))


def _keys() -> Text:
    """What the keys do that the last line does not name, and what the signs of the bar are."""
    told = Text(no_wrap=True, overflow="ellipsis")
    for kind, ids in _KEYS:
        sign, ink = SIGNS[kind]
        told.append(keys_of(*ids), "call").append(f" {sign} ", ink)
        told.append(f"{_(KINDS[kind])}  ", "mute")
    for said, ids in (
        ("1m", ("minute-back", "minute-on")), ("1h", ("hour-back", "hour-on")),
    ):  # fmt: skip
        told.append(keys_of(*ids), "call").append(f" {said}  ", "mute")
    told.rstrip()
    return told
