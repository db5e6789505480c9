"""What an outlook says, in lines: how it ends, what becomes of the values, which injects come."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from rich.text import Text

from simulator.engine.views.foresight import Ahead, InjectAhead, Outlook, Spread
from tui import words
from tui.marks import bar, joined
from tui.plain import line
from tui.speech import _, many, mark

HORIZONS: Final[tuple[tuple[str, int | None], ...]] = (
    (mark("the next 2 hours"), 2 * 3600),
    (mark("the next 6 hours"), 6 * 3600),
    (mark("to the end"), None),
)
"""How far one can look, in words and in seconds."""
MOST: Final = 8
"""So many values are told, those that change most."""
SCALES: Final = {"service": 10, "gauge": 1000, "points": 1}
_FEW: Final = 12
_SHARE: Final = 5
_TIME: Final = 9
_FEWEST: Final = 12
_WIDEST: Final = 30
_ROW: Final = 64
"""So wide is a line of a value at most: its number is read with its title."""


class Axis(NamedTuple):
    """A stretch of time on so many cells."""

    begin: int
    end: int
    cells: int

    def cell(self, at: int) -> int:
        """The cell of this second; those beyond are on the last."""
        whole = max(1, self.end - self.begin)
        return max(0, min(self.cells - 1, (at - self.begin) * self.cells // whole))


def axis_of(outlook: Outlook, width: int) -> Axis:
    """From now to where it was looked, or to the last end there is before."""
    cells = max(_FEWEST, min(_WIDEST, width // 3))
    return Axis(outlook.now, min(outlook.until, outlook.ends_at.high), cells)


def span(axis: Axis, spread: Spread) -> Text:
    """A range on the axis, with a point at its middle: `···├─●──┤··`."""
    low, middle, high = (axis.cell(at) for at in (spread.low, spread.middle, spread.high))
    signs = ["·"] * axis.cells
    signs[low : high + 1] = "─" * (high - low + 1)
    if low < high:
        signs[low], signs[high] = "├", "┤"
    signs[middle] = "●"
    told = Text("".join(signs), "mute", no_wrap=True)
    told.stylize("call", low, high + 1)
    return told


def told(outlook: Outlook, start: str, width: int) -> list[Text]:
    """All that the outlook says on lines of this width, and without a drawing where that is 0;
    `start` is the ISO time of STARTEX."""
    blank = Text()
    endings, values = _endings(outlook, start, bool(width)), _values(outlook, width)
    parts = ([*endings], [*values], [*_injects(outlook, start, width)])
    return [row for part in parts if part for row in (*part, blank)][:-1]


def share(runs: int, of: int) -> str:
    """`71 %`, in five cells; never all nor none where it is not."""
    percent = round(100 * runs / of) if of else 0
    if 0 < runs < of:
        percent = max(1, min(99, percent))
    return _("{share} %", share=percent).rjust(_SHARE)


def _endings(outlook: Outlook, start: str, drawn: bool) -> Iterator[Text]:
    ends = outlook.ends_at
    low, middle, high = (words.short_time(start, at) for at in (ends.low, ends.middle, ends.high))
    yield joined((_("ENDEX"), "head"), "  ", (middle, "strong"), _range(low, high))
    for ending in outlook.endings:
        level = 100 * ending.runs / max(1, outlook.runs)
        told_of, length = line(ending.title), bar(level, 8, "call") if drawn else ""
        yield joined(share(ending.runs, outlook.runs), " ", length, " ", told_of)


def _range(low: str, high: str) -> tuple[str, str]:
    return (f"  {low} – {high}", "mute") if low != high else ("", "")


def _values(outlook: Outlook, width: int) -> Iterator[Text]:
    """The values that some run changes, most first."""
    changed = sorted(
        (value for value in outlook.values if {value.now} != {value.then.low, value.then.high}),
        key=lambda value: -abs(value.then.middle - value.now) / SCALES[value.kind],
    )
    if outlook.values:
        yield joined((_("Services, gauges, points: now → then"), "head"))
    for value in changed[:MOST]:
        yield _value(value, width)
    left, same = len(changed) - MOST, len(outlook.values) - len(changed)
    if left > 0:
        yield joined((many("  … and {number} more", "  … and {number} more", left), "mute"))
    if same:
        said = many("  {number} stays as it is", "  {number} stay as they are", same)
        yield joined((said, "mute"))


def _value(value: Ahead, width: int) -> Text:
    then, unit = value.then, " %" if value.kind == "service" else ""
    low, middle, high = (_number(value, of) for of in (then.low, then.middle, then.high))
    told_of = f"{middle}{unit}" if low == high else f"{low} – {middle} – {high}{unit}"
    numbers = f"{_number(value, value.now)}{unit} → {told_of}"
    title = line(_("{title}, points", title=value.title) if value.kind == "points" else value.title)
    if width:
        title.truncate(
            max(_FEWEST, min(width, _ROW) - len(numbers) - 2), overflow="ellipsis", pad=True
        )
    return joined(title, "  ", (numbers, _ink(value)))


def _number(value: Ahead, number: int) -> str:
    return words.number(number / SCALES[value.kind])


def _ink(value: Ahead) -> str:
    """Only of a service and of points is more always better."""
    if value.kind == "gauge" or value.then.middle == value.now:
        return "strong"
    return "good" if value.then.middle > value.now else "bad"


def _injects(outlook: Outlook, start: str, width: int) -> Iterator[Text]:
    axis = axis_of(outlook, width)
    if outlook.injects:
        yield joined(
            (_("Runs").rjust(_SHARE), "head"), " ", (_("Sent").ljust(_TIME), "head"), " ",
            (_scale(axis, start) if width else "", "mute"), " ", (_("Inject"), "head"),
        )  # fmt: skip
    for inject in outlook.injects:
        if inject.at is not None:
            where = span(axis, inject.at) if width else Text()
            yield _inject(inject, inject.at, outlook.runs, where, start)
    yield from _unsent([inject.title for inject in outlook.injects if inject.at is None])


def _unsent(titles: list[str]) -> Iterator[Text]:
    """What no run sends; of many, only their number."""
    if titles:
        said = many("{number} is sent in no run", "{number} are sent in no run", len(titles))
        yield joined((said, "mute"))
    if len(titles) <= _FEW:
        yield from (joined("  ", line(title, "mute")) for title in titles)


def _scale(axis: Axis, start: str) -> str:
    """The ends of the axis, or where there is no room for both, the last."""
    begin, end = (words.short_time(start, at) for at in (axis.begin, axis.end))
    if len(begin) + len(end) + 2 > axis.cells:
        return f"→ {end}".rjust(axis.cells)
    return begin + end.rjust(axis.cells - len(begin))


def _inject(inject: InjectAhead, at: Spread, runs: int, where: Text, start: str) -> Text:
    when = words.short_time(start, at.middle).ljust(_TIME)
    ink = "strong" if inject.runs == runs else ""
    return joined(
        (share(inject.runs, runs), ink), " ", (when, ink), " ", where, " ",
        line(inject.title),
    )  # fmt: skip
