"""Letting the exercise end at another time, in lines: by moving what is left, or by the pace."""

from collections.abc import Mapping
from typing import Final

from simulator.engine.commands import CONTROL, Repace
from simulator.engine.views.overview import InjectRow
from simulator.session import acts
from tui import words
from tui.lines.asking import Asking, Steps, understood
from tui.lines.choosing import Unclear, clearly
from tui.lines.grammar import parted, seconds, with_reason
from tui.lines.room.desk import RoomDesk
from tui.lines.room.looking import the_inject
from tui.moments import examples
from tui.room import repacing
from tui.room.repacing import Rest, own_clock
from tui.room.steer import Steered
from tui.speech import _

WALL: Final = "wall"
PACE: Final = "by-pace"
GAP: Final = "gap"
STAYS: Final = "except"
MOVES: Final = "moving"


def repace(desk: RoomDesk, given: str) -> Steps:
    """`Sun 16:00 gap 2m except 3, 5 moving 7`, `wall 16:30`, or `Sun 16:00 pace`."""
    given, why = with_reason(given)
    when, more = parted(given, WALL, PACE, GAP, STAYS, MOVES)
    team, start = desk.watched, desk.room.start
    rest = Rest(team.now, desk.world.end, team.pace)
    end = yield from _end(desk, rest, when, more)
    if PACE in more:
        pace = rest.instead(end)
        said = _("The pace is {pace}.", pace=words.pace(pace))
        desk.each((acts.Pace(pace=pace, team=name) for name in desk.named()), said)
        return ()
    stays = _those(desk, more.get(STAYS, ""), repacing.movable(desk.world.msel))
    moves = _those(desk, more.get(MOVES, ""), repacing.pinned(desk.world.msel))
    gap = seconds(more[GAP]) if GAP in more else 0
    asked = [_("Re-pace what is left?"), repacing.meaning(rest, end, start, own_clock())]
    if stays:
        asked.append(_("These stay where they are: {titles}.", titles=_titles(stays)))
    if moves:
        asked.append(_("These move too: {titles}.", titles=_titles(moves)))
    kept, loose = (tuple(row.id for row in rows) for rows in (stays, moves))
    command = Repace(CONTROL, end, gap, kept, loose)
    said = _("The exercise ends at {time}.", time=words.day_time(start, end))
    return (yield from desk.steer(Steered(command, " ".join(asked), said), why))


def _end(desk: RoomDesk, rest: Rest, when: str, more: Mapping[str, str]) -> Asking[int]:
    """The second at which it shall end; what is left is told first where none is named."""
    if when or more.get(WALL):
        return _read(desk, rest, when, more.get(WALL, ""))
    desk.tell(repacing.left(rest, desk.world.msel, desk.room.start, own_clock()))
    desk.tell(_("To end when? {examples}; wall 16:30 is by your own clock.", examples=examples()))

    def read(text: str) -> int:
        when, more = parted(text, WALL)
        return _read(desk, rest, when, more.get(WALL, ""))

    return (yield from understood(desk, "prompt-words", read))


def _read(desk: RoomDesk, rest: Rest, when: str, wall: str) -> int:
    """Raises Unclear."""
    return clearly(rest.ending, when, wall, desk.room.start, own_clock())


def _titles(rows: list[InjectRow]) -> str:
    return ", ".join(f"“{row.title}”" for row in rows)


def _those(desk: RoomDesk, named: str, rows: list[InjectRow]) -> list[InjectRow]:
    """The injects that are named, with commas between. Raises Unclear where one is not of these."""
    wanted = [the_inject(desk, part.strip()) for part in named.split(",") if part.strip()]
    for row in wanted:
        if row not in rows:
            raise Unclear(_("“{title}” is none of those: it doesn't move, or does anyhow.",
                            title=row.title))  # fmt: skip
    return wanted
