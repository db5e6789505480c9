"""A text whose columns stay columns: logs, packets, hex. It scrolls both ways, and is searched."""

from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.strip import Strip

from tui.cleaning import clean
from tui.finding import folded
from tui.speech import mark
from tui.widgets.roll import Roll

TAB = 8


class Listing(Roll):
    """Every line stands on a row of its own, however long it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "go_on(1)", mark("Next"), show=False),
        Binding("N", "go_on(-1)", mark("Before"), show=False),
    ]

    def __init__(self, text: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines = clean(text).expandtabs(TAB).strip("\n").split("\n")
        self._folded = [folded(line) for line in self.lines]
        self._widest = max(map(cell_len, self.lines))
        self.at = -1
        """The line that was found last."""

    @property
    def found(self) -> list[int]:
        """The lines in which what is sought stands."""
        if not self.sought:
            return []
        return [place for place, line in enumerate(self._folded) if self.sought in line]

    def row_count(self) -> int:
        return len(self.lines)

    def row(self, y: int) -> Text:
        return Text(self.lines[y], no_wrap=True, end="")

    def on_resize(self) -> None:
        self.fit()

    def fit(self) -> None:
        self.virtual_size = Size(self._widest, len(self.lines))
        self.refresh()

    def seek(self, words: str) -> None:
        """Mark these words, and go to the first place from here where they stand."""
        self.sought, self.at = folded(words.strip()), self.scroll_offset.y - 1
        self.renew()
        self.action_go_on(1)

    def action_go_on(self, step: int) -> None:
        """To the next line with what is sought (1), or the one before (-1); at the end, around."""
        found = self.found
        if not found:
            return
        if step > 0:
            self.at = next((place for place in found if place > self.at), found[0])
        else:
            self.at = next((place for place in reversed(found) if place < self.at), found[-1])
        before = self.lines[self.at][: max(0, self._folded[self.at].find(self.sought))]
        left = max(0, cell_len(before) - self.size.width // 2)
        self.scroll_to(x=left, y=max(0, self.at - 1), animate=False)

    def render_line(self, y: int) -> Strip:
        place, left, width = y + self.scroll_offset.y, self.scroll_offset.x, self.size.width
        if place >= len(self.lines):
            return Strip.blank(width, self.rich_style)
        text = self._marked(self.row(place), place)
        strip = Strip(text.render(self.app.console), text.cell_len).apply_style(self.rich_style)
        return strip.crop_extend(left, left + width, self.rich_style)
