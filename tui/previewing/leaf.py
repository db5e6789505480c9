"""A page of the preview: it draws what is new when it is looked at, and not before."""

from __future__ import annotations

from textual.containers import Container
from textual.reactive import var

from tui.previewing.sight import Sight


class Leaf(Container):
    sight: var[Sight] = var(Sight())
    _stale = True

    def draw(self) -> None:
        """Show what is in sight now."""
        raise NotImplementedError

    def watch_sight(self) -> None:
        self._stale = True
        self.catch_up()

    def on_show(self) -> None:
        self.catch_up()

    def catch_up(self) -> None:
        """Draw what is new, where the page lies open."""
        pane = self.parent
        if self._stale and self.is_mounted and pane is not None and getattr(pane, "display", True):
            self._stale = False
            self.draw()
