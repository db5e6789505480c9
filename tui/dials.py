"""Gauges drawn: a bar of points, a pointer over a range, and what they were."""

from typing import Final

from rich.text import Text

from simulator.engine.views import GaugeView
from tui import measures
from tui.marks import bar, curve, gauge_ink

_NORMAL: Final = "═"
_OUTSIDE: Final = "─"
_POINTER: Final = "◆"


def dial(gauge: GaugeView, cells: int) -> Text:
    """Where it stands: a bar of points, or a pointer over the range with its normal band."""
    if not gauge.physical:
        return bar(gauge.value or 0, cells, gauge_ink(gauge))
    drawn = Text(no_wrap=True)
    first, last = _band(gauge, cells)
    for cell in range(cells):
        normal = first <= cell <= last
        drawn.append(_NORMAL if normal else _OUTSIDE, "good" if normal else "mute")
    if gauge.value is None:
        return drawn
    at = _cell(gauge, gauge.value, cells)
    ink = {True: "good", False: "bad", None: "head"}[measures.is_normal(gauge)]
    return Text.assemble(drawn[:at], (_POINTER, ink), drawn[at + 1 :], no_wrap=True)


def _cell(gauge: GaugeView, value: float, cells: int) -> int:
    """The cell of a value; in or out of the normal band as the value is."""
    at = min(cells - 1, int(max(0.0, measures.share(gauge, value)) / 100 * cells))
    first, last = _band(gauge, cells)
    if measures.is_normal(gauge):
        return min(max(at, first), last)
    return at


def _band(gauge: GaugeView, cells: int) -> tuple[int, int]:
    """The cells of what is normal; none where nothing is called so."""
    low, high = gauge.normal_from, gauge.normal_to
    if low is None and high is None:
        return 1, 0
    first = 0 if low is None else round(measures.share(gauge, low) / 100 * cells)
    last = cells - 1 if high is None else round(measures.share(gauge, high) / 100 * cells) - 1
    first = min(first, cells - 1)
    return first, max(first, last)


def past(gauge: GaugeView, cells: int) -> Text:
    """Its curve, as high as it stood in its range."""
    return curve([measures.share(gauge, value) for value in gauge.trail], cells)
