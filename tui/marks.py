"""Small signs and bars made of characters. Each stands beside a word or a number, never alone."""

from collections.abc import Sequence
from typing import Final

from rich.table import Table
from rich.text import Text

from simulator.engine.views import GaugeView
from tui.plain import clean

UNREAD: Final = "●"
WARNING: Final = "▲"
DONE: Final = "✓"
NOT: Final = "✗"
CHANGED: Final = "●"
LEVELS: Final = "▁▂▃▄▅▆▇█"


def ink_of(level: float) -> str:
    """The ink of a share of 0 to 100, where much is good."""
    if level >= 75:
        return "good"
    return "fair" if level >= 40 else "bad"


def bar(level: float, cells: int, ink: str = "") -> Text:
    """A line of `cells` for a level of 0 to 100: heavy as far as it goes, then light."""
    filled = round(max(0.0, min(100.0, level)) / 100 * cells)
    drawn = Text(no_wrap=True)
    drawn.append("━" * filled, ink or ink_of(level))
    return drawn.append("─" * (cells - filled), "mute")


def curve(levels: Sequence[float], cells: int, ink: str = "head") -> Text:
    """The last `cells` of some levels of 0 to 100, each as high as it is."""
    top = len(LEVELS) - 1
    shares = (max(0.0, min(100.0, level)) / 100 for level in levels[-cells:])
    return Text("".join(LEVELS[round(share * top)] for share in shares), ink, no_wrap=True)


def gauge_ink(gauge: GaugeView) -> str:
    """The ink of a gauge of points."""
    points = gauge.value or 0
    return ink_of(points if gauge.good == "high" else 100 - points)


def ends(left: Text, right: Text) -> Table:
    """One line with something at each end; the left is cut where there is no room for both."""
    row = Table.grid(expand=True, padding=(0, 1))
    row.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    row.add_column(justify="right", no_wrap=True)
    row.add_row(left, right)
    return row


def joined(*parts: tuple[str, str] | Text | str) -> Text:
    """Parts side by side on one line; a pair is words and their ink."""
    line = Text(no_wrap=True, overflow="ellipsis")
    for part in parts:
        if isinstance(part, Text):
            line.append_text(part)
        else:
            words, ink = part if isinstance(part, tuple) else (part, None)
            line.append(clean(words), ink)
    return line
