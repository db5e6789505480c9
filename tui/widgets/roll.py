"""A roll of rows that are drawn only where one looks, so that its length costs nothing."""

from typing import Final

from rich.text import Text
from textual.cache import LRUCache
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from tui.finding import spans

KEPT: Final = 400
"""So many rows are kept as they were drawn: one step on, all but one of a screen are the same."""


class Roll(ScrollView, can_focus=True):
    """A kind of it says how many rows there are and what is on each; their text can be selected."""

    sought = ""
    """Folded words; wherever they stand they are drawn in reverse."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawn: LRUCache[int, Strip] = LRUCache(KEPT)

    @property
    def room(self) -> int:
        """How many cells wide a row may be, beside the scrollbar."""
        return self.scrollable_content_region.width

    def row_count(self) -> int:
        """How many rows there are at the width of this moment."""
        raise NotImplementedError

    def row(self, y: int) -> Text:
        """What is on this row."""
        raise NotImplementedError

    def fit(self) -> None:
        """Say how far one can scroll: rows were added at the end."""
        self.virtual_size = Size(self.room, self.row_count())
        self.refresh()

    def renew(self) -> None:
        """Draw all rows anew."""
        self._drawn.clear()
        self.fit()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._drawn.clear()

    def render_line(self, y: int) -> Strip:
        place = y + self.scroll_offset.y
        width, ink = self.size.width, self.rich_style
        if place >= self.row_count():
            return Strip.blank(width, ink)
        if (known := self._drawn.get(place)) is not None and known.cell_length == width:
            return known
        text = self._marked(self.row(place), place)
        strip = Strip(text.render(self.app.console), text.cell_len)
        strip = strip.apply_style(ink).crop_extend(0, width, ink).apply_offsets(0, place)
        self._drawn[place] = strip
        return strip

    def _marked(self, text: Text, place: int) -> Text:
        """The row with what is sought and what is selected."""
        for start, end in spans(text.plain, self.sought):
            text.stylize("bold reverse", start, end)
        span = self.text_selection.get_span(place) if self.text_selection else None
        if span is not None:
            start, end = span
            ink = self.screen.get_component_rich_style("screen--selection")
            text.stylize(ink, start, len(text) if end == -1 else end)
        return text

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        rows = (self.row(y).plain for y in range(self.row_count()))
        return selection.extract("\n".join(rows)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self._drawn.clear()
        self.refresh()
