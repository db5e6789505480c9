"""A strip of time: one lane for each role, and a mark where something was or will be sent."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from simulator.engine.views.overview import InjectRow
from tui import words
from tui.room.msel import STATES, moment
from tui.speech import _

HOUR: Final = 3600
DAY: Final = 24 * HOUR
SPANS: Final = (
    HOUR // 2, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR, DAY, 2 * DAY, 4 * DAY, 7 * DAY,
)  # fmt: skip
"""How much of the exercise a strip shows, in seconds, from the closest look to the widest."""
STEPS: Final = (
    60, 300, 600, 900, 1800, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY,
)  # fmt: skip
"""Seconds between two times on the axis."""
BETWEEN: Final = 12
"""Cells between two times on the axis, at least."""
PAST: Final = "─"
NOW: Final = "┃"
AHEAD: Final = "┄"
MANY: Final = "+"
"""Stands where more than nine fall into one cell."""
_SHARE: Final = 8
"""A strip shows at first at least this part of the exercise."""
_WEIGHT: Final = ("bad", "call", "fair", "head", "", "good", "mute")
"""Inks, the one that is shown where several marks meet first."""


class Window(NamedTuple):
    """From second `start` on, `cells` cells of `cell` seconds each."""

    start: int
    cell: int
    cells: int

    def column(self, at: int) -> int | None:
        """The cell of this second; None where it is not in sight."""
        column = (at - self.start) // self.cell
        return column if 0 <= column < self.cells else None


class Spot(NamedTuple):
    """One cell of a lane: a sign, its ink, and whether it is the one that is pointed at."""

    sign: str
    ink: str
    pointed: bool = False


class Lane(NamedTuple):
    label: str
    spots: tuple[Spot, ...]


def usual_span(length: int) -> int:
    """How much to show at first of an exercise of this many seconds."""
    return next((span for span in SPANS if span * _SHARE >= length), SPANS[-1])


def other_span(span: int, step: int) -> int:
    """The next wider (1) or closer (-1) one; the same where there is none."""
    place = SPANS.index(span) + step
    return SPANS[place] if 0 <= place < len(SPANS) else span


def window(now: int, span: int, cells: int) -> Window:
    """A third of it past, the rest ahead. It moves on by whole cells, so that it stands still as
    long as nothing in it would look different."""
    cells = max(1, cells)
    cell = -(-span // cells)
    return Window((now // cell - cells // 3) * cell, cell, cells)


def grouped(roles: Sequence[tuple[str, str]], most: int) -> list[tuple[str, frozenset[str]]]:
    """The lanes for these roles, ids and names: one each, or the last for all that don't fit."""
    if len(roles) <= most:
        return [(name, frozenset({id})) for id, name in roles]
    alone = grouped(roles[: most - 1], most) if most > 1 else []
    rest = roles[len(alone) :]
    return [*alone, (_("{number} others", number=len(rest)), frozenset(id for id, _name in rest))]


def lanes(
    rows: Iterable[InjectRow],
    roles: Sequence[tuple[str, frozenset[str]]],
    sight: Window,
    times: tuple[int, int],
    pointed: str = "",
) -> list[Lane]:
    """What is on each lane; `times` are the seconds of now and of the end."""
    met = _met(rows, sight)
    now, end = times
    ground = [_ground(sight.start + column * sight.cell, now, end, sight.cell)
              for column in range(sight.cells)]  # fmt: skip
    drawn = []
    for label, ids in roles:
        spots = list(ground)
        for column, there in met.items():
            mine = [row for row in there if not ids.isdisjoint(row.to)]
            if mine:
                spots[column] = _spot(mine, pointed)
        drawn.append(Lane(label, tuple(spots)))
    return drawn


def axis(sight: Window, start: str) -> str:
    """The times under the lanes: with their day at first, and where a new one begins."""
    step = next((step for step in STEPS if step >= BETWEEN * sight.cell), STEPS[-1])
    opening = words.moment(start, 0)
    into_day = opening.hour * HOUR + opening.minute * 60 + opening.second
    at = sight.start + -(sight.start + into_day) % step
    line, day = "", ""
    while (column := sight.column(at)) is not None:
        told = words.short_time(start, at)
        today, time = told.rsplit(" ", 1)
        said = time if today == day else told
        if len(line) <= column and column + len(said) <= sight.cells:
            line, day = line.ljust(column) + said, today
        at += step
    return line.ljust(sight.cells)


def _met(rows: Iterable[InjectRow], sight: Window) -> dict[int, list[InjectRow]]:
    """What falls into each cell that anything falls into."""
    met: dict[int, list[InjectRow]] = {}
    for row in rows:
        at = moment(row)
        column = None if at is None else sight.column(at)
        if column is not None:
            met.setdefault(column, []).append(row)
    return met


def _ground(at: int, now: int, end: int, cell: int) -> Spot:
    """What a lane looks like where nothing is sent."""
    if at <= now < at + cell:
        return Spot(NOW, "call")
    if at + cell <= 0 or at > end:
        return Spot(" ", "")
    return Spot(PAST if at < now else AHEAD, "mute")


def _spot(rows: Sequence[InjectRow], pointed: str) -> Spot:
    """The mark of those that meet in a cell: their number, where there are several."""
    looks = [(STATES[row.state][0], STATES[row.state][2]) for row in rows]
    sign, ink = min(looks, key=lambda look: _WEIGHT.index(look[1]))
    if len(rows) > 1:
        sign = str(len(rows)) if len(rows) < 10 else MANY
    return Spot(sign, ink, any(row.id == pointed for row in rows))
