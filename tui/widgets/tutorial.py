"""The tutorial beneath the desk: one step at a time, over nothing and in nobody's way."""

from collections.abc import Set
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from simulator.engine.views import RoleView
from tui.acts import SCREEN, act
from tui.plain import plain
from tui.speech import _, mark
from tui.tutorial import STEPS, Progress, step, turned, words


class Tutorial(Static):
    """Sees the views as they come and is told each act; `ACTS` are the screen's to offer, for the
    box itself never has the keys."""

    ACTS: ClassVar[list[Binding]] = [
        # The box names its keys itself, so that the last line keeps its room.
        replace(one, show=False)
        for one in (
            act("h", "tutorial", mark("Tutorial"), mark("Hide the tutorial, or show it"), SCREEN),
            act("greater_than_sign", "lesson(1)", mark("Next step"),
                mark("The next step of the tutorial"), SCREEN, id="lesson-next", shown=">"),
            act("less_than_sign", "lesson(-1)", mark("Step back"),
                mark("The step of the tutorial before this"), SCREEN, id="lesson-back",
                shown="<"),
        )
    ]  # fmt: skip

    view: var[RoleView | None] = var(None)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.progress = Progress()
        self.hidden = False

    def watch_view(self, before: RoleView | None, after: RoleView | None) -> None:
        if after is not None:
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
        title, text = words(self.progress, self.view)
        at, number = self.progress.at + 1, len(STEPS)
        named = _("Tutorial {at} of {number}: {title}", at=at, number=number, title=title)
        self.border_title = Content(" · ".join((named, _("< back"), _("> next"), _("h hides"))))
        self.update(plain(text))
