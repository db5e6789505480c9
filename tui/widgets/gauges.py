"""The gauges: value, where it is going in words, and what it was."""

from collections.abc import Iterator
from typing import Final

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.reactive import var
from textual.widgets import Static

from simulator.engine.views import GaugeView, RoleView
from tui import dials, measures
from tui.changes import Change
from tui.marks import CHANGED, WARNING, joined
from tui.plain import line
from tui.speech import _

_ONE_LINE: Final = 76
"""Cells from which on a gauge takes one line."""
_ROOMY: Final = 90
"""Cells from which on its past is drawn at full length beside it."""
_BAR: Final = 10
_PAST: Final = 12
_SHORT: Final = 8


class Gauges(VerticalScroll):
    """`changed` holds what is different since the player last looked."""

    ALLOW_MAXIMIZE = True

    view: var[RoleView | None] = var(None)
    changed: var[tuple[Change, ...]] = var(())

    def compose(self) -> ComposeResult:
        yield Static()

    def watch_view(self) -> None:
        self._draw()

    def watch_changed(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        gauges = self.view.gauges if self.view else ()
        new = {change.id for change in self.changed if change.kind == "gauge"}
        self.query_one(Static).update(drawn(gauges, new, self.size.width))


def drawn(gauges: tuple[GaugeView, ...], changed: set[str], width: int) -> RenderableType:
    """One line each where there is room, else two; a sign stands at those that changed, and those
    with an alarm come first."""
    if not gauges:
        return joined((_("No gauges in sight."), "mute"))
    gauges = tuple(sorted(gauges, key=lambda gauge: not gauge.ringing))
    if width < _ONE_LINE:
        return Group(*(part for gauge in gauges for part in _two_lines(gauge, gauge.id in changed)))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, ratio=1, overflow="ellipsis")
    table.add_column(no_wrap=True, min_width=max(_level(gauge).cell_len for gauge in gauges))
    past = _PAST if width >= _ROOMY else _SHORT
    for gauge in gauges:
        name = _name(gauge, gauge.id in changed)
        table.add_row(name, _level(gauge), _direction(gauge), dials.past(gauge, past))
        if gauge.ringing:
            table.add_row(_alarm(gauge))
    return table


def _two_lines(gauge: GaugeView, changed: bool) -> Iterator[RenderableType]:
    yield joined(_name(gauge, changed), "  ", _direction(gauge))
    past = dials.past(gauge, _SHORT if gauge.physical else _PAST)
    yield joined(_level(gauge), "  ", past, "  ", _wanted(gauge))
    if gauge.ringing:
        yield _alarm(gauge)


def _name(gauge: GaugeView, changed: bool) -> Text:
    return joined((f"{CHANGED} " if changed else "", "call"), line(gauge.title, "strong"))


def _level(gauge: GaugeView) -> Text:
    ink = "mute" if gauge.value is None else "strong"
    return joined(dials.dial(gauge, _BAR), (f" {measures.reading(gauge)}", ink))


def _direction(gauge: GaugeView) -> Text:
    return joined((measures.moves(gauge), "mute"))


def _alarm(gauge: GaugeView) -> Text:
    return joined((f"  {WARNING} {measures.alarm(gauge)}", "bad"))


def _wanted(gauge: GaugeView) -> Text:
    return joined((measures.wanted(gauge), "mute"))
