"""The tutorial beneath the desk: one step at a time, over nothing and in nobody's way."""

from collections.abc import Set
from typing import ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from simulator.engine.views import RoleView
from tui.acts import LESSONS, key_of
from tui.plain import plain
from tui.speech import _
from tui.tutorial import Progress, step, taken_up, turned, words


class Tutorial(Static):
    """Sees the views as they come and is told each act; `ACTS` are the screen's to offer, for the
    box itself never has the keys."""

    ACTS: ClassVar[list[Binding]] = LESSONS

    view: var[RoleView | None] = var(None)

    def __init__(self, led: bool = False) -> None:
        """`led` is whether somebody else leads the clock."""
        super().__init__()
        self.progress = Progress(led=led)
        self.hidden = False

    def watch_view(self, before: RoleView | None, after: RoleView | None) -> None:
        if after is None:
            return
        if before is None:
            self.progress = taken_up(self.progress, after)
        self._go(before or after, after, frozenset())

    def did(self, action: str) -> None:
        """The player has done this act, named as in its binding."""
        if self.view is not None:
            self._go(self.view, self.view, {action})

    def turn(self, by: int) -> None:
        """Show the step so many places on, or back."""
        self.progress = turned(self.progress, by)
        self._draw()

    def hide_or_show(self) -> None:
        self.hidden = not self.hidden
        self._draw()

    def _go(self, before: RoleView, after: RoleView, acts: Set[str]) -> None:
        self.progress = step(self.progress, before, after, acts)
        self._draw()

    def _draw(self) -> None:
        if self.view is None:
            return
        self.display = not (self.hidden or self.view.over)
        # What is told for a moment stands above the box, not on it.
        self.screen.set_class(self.display, "-taught")
        title, text = words(self.progress, self.view)
        at, number = self.progress.at + 1, len(self.progress.steps)
        named = _("Tutorial {at} of {number}: {title}", at=at, number=number, title=title)
        keys = (
            _("{key} back", key=key_of("lesson-back")),
            _("{key} next", key=key_of("lesson-next")),
            _("{key} hides", key=key_of("tutorial")),
        )
        self.border_title = Content(" · ".join((named, *keys)))
        self.update(plain(text))
