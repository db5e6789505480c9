"""The page with what the role came with, to be scrolled and searched."""

from typing import Final

from rich.text import Text
from textual import events
from textual.content import Content
from textual.reactive import var

from simulator.engine.views import RoleView
from tui.briefing import told_in, whole
from tui.finding import folded, spans
from tui.speech import _, spoken
from tui.widgets.roll import Roll
from tui.widgets.search import Searched

WIDEST: Final = 100
"""Cells beyond which a line of text is hard to follow."""


class Brief(Roll):
    """One page from top to bottom; `turn` goes through the rows that have the words."""

    view: var[RoleView | None] = var(None)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._told: object = None
        self._rows: list[Text] = []
        self._found: list[int] = []
        self._at = 0

    def watch_view(self, view: RoleView | None) -> None:
        if view is not None and self.room:
            told = (told_in(view), spoken(), self.room, self.app.theme)
            if told != self._told:
                self._told = told
                self._rows = self._written(view)
                self.renew()
                self.seek(self.sought)

    def on_resize(self, event: events.Resize) -> None:
        self.watch_view(self.view)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        if self.is_attached:
            self.watch_view(self.view)

    def row_count(self) -> int:
        return len(self._rows)

    def row(self, y: int) -> Text:
        return self._rows[y].copy()

    def seek(self, words: str) -> None:
        """Go to the first row that has these words."""
        self.sought = folded(words.strip())
        self._found = [y for y, row in enumerate(self._rows) if any(spans(row.plain, self.sought))]
        self._at = -1
        self.renew()
        self.turn()

    def turn(self) -> None:
        """Go to the next row that has the words, after the last to the first."""
        if self._found:
            self._at = (self._at + 1) % len(self._found)
            self.scroll_to(y=self._found[self._at] - self.size.height // 3, animate=False)
        self.border_title = Content(self._state())

    def _state(self) -> str:
        if not self.sought:
            return _("Brief")
        if not self._found:
            return _("Brief: nothing found")
        return _("Brief: {at} of {number} found", at=self._at + 1, number=len(self._found))

    def _written(self, view: RoleView) -> list[Text]:
        console = self.app.console
        options = console.options.update(width=min(self.room, WIDEST), height=None)
        rows = console.render_lines(whole(view), options, pad=False)
        return [Text.assemble(*((part.text, part.style or "") for part in row)) for row in rows]


class BriefPane(Searched):
    def roll(self) -> Brief:
        return Brief()

    def seek(self, words: str) -> None:
        self.query_one(Brief).seek(words)

    def go_on(self) -> None:
        self.query_one(Brief).turn()
