"""What happened here and what really happened, on one time axis: beside each other if they fit."""

from collections.abc import Sequence
from typing import Final

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from simulator.engine.views import LogLine, Past
from tui import words
from tui.marks import joined
from tui.plain import flowing
from tui.speech import _

BESIDE: Final = 84
"""Cells from which two columns are easier to read than one."""


class Comparison:
    """Drawn for the width that it gets; with nothing to compare with it is what happened here."""

    def __init__(self, start: str, here: Sequence[LogLine], there: Sequence[Past]) -> None:
        self.start = start
        self.here = [(line.at, line.words) for line in here]
        self.there = [(past.at, past.what) for past in there]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        wide = self.there and options.max_width >= BESIDE
        yield self._beside() if wide else self._beneath()

    def _beside(self) -> Table:
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="head")
        table.add_column(joined(""), no_wrap=True)
        table.add_column(joined(_("What happened here")), ratio=1)
        table.add_column(joined(_("What really happened")), ratio=1)
        for at in sorted({at for at, _what in (*self.here, *self.there)}):
            both = ([what for then, what in side if then == at] for side in (self.here, self.there))
            cells = (Text("\n").join(map(flowing, told)) for told in both)
            table.add_row(self._time(at), *cells)
        return table

    def _beneath(self) -> Table:
        table = Table.grid(padding=(0, 2, 0, 0))
        told = [(at, joined((_("here"), "strong")), what) for at, what in self.here]
        told += [(at, joined((_("history"), "mute")), what) for at, what in self.there]
        for at, side, what in sorted(told, key=lambda one: one[0]):
            table.add_row(self._time(at), *([side] if self.there else []), flowing(what))
        return table

    def _time(self, at: int) -> Text:
        """The hour, or the day where that was in another year."""
        return joined((words.past_time(self.start, at), "mute"))
