"""The page of time: for each role what one run brings it, over the length of the exercise."""

from collections.abc import Iterator
from typing import ClassVar, Final

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from simulator.authoring.previewing.page.msel import minute
from simulator.authoring.previewing.page.time import NAMES
from simulator.authoring.previewing.previewed import Previewed
from simulator.authoring.previewing.timeline import Bar, Kind, Lane
from simulator.engine.wording import moment
from tui.marks import joined
from tui.plain import line
from tui.previewing.leaf import Leaf
from tui.room.strip import MANY, STEPS
from tui.speech import _, mark
from tui.widgets.grid import Column, Grid, Row

_LABEL: Final = 13
_BETWEEN: Final = 10

SIGNS: Final[dict[Kind, tuple[str, str]]] = {
    "inject": ("●", "head"),
    "decision": ("▬", "call"),
    "consent": ("▬", "good"),
    "report": ("▬", "bad"),
    "work": ("━", "mute"),
}
"""A sign and an ink for each kind of bar."""


def picture(told: Previewed, width: int) -> Text:
    """All lanes under one axis, so many cells wide."""
    cells = max(10, width - _LABEL)
    cell = max(1, -(-told.scenario.length // cells))
    drawn = [_axis(told.scenario.length, cell, cells)]
    for lane in told.lanes:
        drawn += _lane(lane, cell, cells)
    return Text("\n", no_wrap=True).join(drawn)


def _axis(length: int, cell: int, cells: int) -> Text:
    step = next((step for step in STEPS if step >= _BETWEEN * cell), STEPS[-1])
    said = ""
    for at in range(0, length + 1, step):
        if at // cell >= len(said) and at // cell + 8 <= cells:
            said = said.ljust(at // cell) + moment(at)
    return Text(" " * _LABEL + said, "mute", no_wrap=True)


def _lane(lane: Lane, cell: int, cells: int) -> Iterator[Text]:
    """A line for its messages, and one for each kind of bar that it has."""
    label = lane.title
    for kind, (sign, ink) in SIGNS.items():
        bars = lane.of(kind)
        if kind == "inject" or bars:
            text = line(label, "strong")
            text.truncate(_LABEL - 1, pad=True)
            text.append(" ").append(
                _dots(bars, cell, cells) if kind == "inject" else _lasting(bars, sign, cell, cells),
                ink,
            )
            yield text
            label = ""


def _dots(bars: tuple[Bar, ...], cell: int, cells: int) -> str:
    """A dot for a message, or how many fall into the cell."""
    met = [0] * cells
    for bar in bars:
        met[min(bar.begin // cell, cells - 1)] += 1
    return "".join("┄" if not n else "●" if n == 1 else str(n) if n < 10 else MANY for n in met)


def _lasting(bars: tuple[Bar, ...], sign: str, cell: int, cells: int) -> str:
    """Signs as long as any lasts; the number of those that last at once, where it changes."""
    there = [0] * cells
    for bar in bars:
        for place in range(bar.begin // cell, min(bar.end // cell, cells - 1) + 1):
            there[place] += 1
    drawn, before = "", 0
    for number in there:
        new = number > 1 and number != before
        drawn += (str(number) if number < 10 else MANY) if new else sign if number else " "
        before = number
    return drawn


class Bars(Grid):
    """The same as a table."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("From"), 8),
        Column(mark("Until"), 8),
        Column(mark("Role"), 12),
        Column(mark("Kind"), 13),
        Column(mark("What")),
    )
    NOTHING = mark("No run was played yet.")


class TimePage(Leaf):
    """One run without people, the first of those that were played."""

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="pane picture first", can_focus=True):
            yield Static(classes="drawn")
        yield Bars(classes="pane")

    def on_mount(self) -> None:
        scroll = self.query_one(VerticalScroll)
        scroll.border_title = _(
            "One run: ● messages, ▬ questions and reports that are open, ━ work"
        )
        self.query_one(Bars).border_title = _("The same as a table")
        self.catch_up()

    def on_resize(self, event: events.Resize) -> None:
        self.draw()

    def draw(self) -> None:
        told = self.sight.told
        if told is None or not told.lanes:
            return
        self.query_one(".drawn", Static).update(picture(told, self.size.width - 3))
        bars = sorted(
            ((bar, lane) for lane in told.lanes for bar in lane.bars),
            key=lambda both: both[0].begin,
        )
        self.query_one(Bars).show([_row(str(n), bar, lane) for n, (bar, lane) in enumerate(bars)])


def _row(key: str, bar: Bar, lane: Lane) -> Row:
    until = "" if bar.kind == "inject" else minute(bar.end)
    return Row(
        key,
        {
            "From": joined((minute(bar.begin), "")),
            "Until": joined((until, "mute")),
            "Role": line(lane.title),
            "Kind": joined((_(NAMES[bar.kind]), SIGNS[bar.kind][1])),
            "What": line(bar.title),
        },
    )
