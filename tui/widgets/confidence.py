"""How sure one is, on five levels in one line."""

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widget import Widget

from tui.marks import joined
from tui.speech import _
from tui.words import CONFIDENCE

_GAP = 2


class Confidence(Widget, can_focus=True):
    """The arrows or the digits choose; nothing is chosen at first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,down", "move(-1)", show=False),
        Binding("right,up", "move(1)", show=False),
        Binding("enter,space", "screen.focus_next", show=False),
        *(Binding(str(n), f"choose({n - 1})", show=False) for n in range(1, len(CONFIDENCE) + 1)),
    ]

    place: reactive[int] = reactive(-1)

    @property
    def level(self) -> int | None:
        """0 to 100, or None where nothing is chosen."""
        return CONFIDENCE[self.place][1] if self.place >= 0 else None

    def render(self) -> Text:
        return joined(*((label + " " * _GAP, ink) for label, ink in self._labels()))

    def action_move(self, step: int) -> None:
        self.place = min(max(0, self.place + step), len(CONFIDENCE) - 1)

    def action_choose(self, place: int) -> None:
        self.choose(place)
        self.screen.focus_next()

    def choose(self, place: int) -> None:
        """Choose the level at this place, where there is one."""
        if place < len(CONFIDENCE):
            self.place = place

    def on_click(self, event: events.Click) -> None:
        end = 0
        for place, (label, _ink) in enumerate(self._labels()):
            end += len(label) + _GAP
            if event.x < end:
                self.place = place
                return

    def _labels(self) -> list[tuple[str, str]]:
        """Each level and its ink; with less around it where the line is short."""
        roomy, tight = self._said("(●)", "( )"), self._said("●", "○")
        wide = sum(len(label) + _GAP for label, _ink in roomy)
        return roomy if wide <= self.size.width else tight

    def _said(self, chosen: str, other: str) -> list[tuple[str, str]]:
        return [
            (f"{chosen} {place + 1} {_(name)}", "strong")
            if place == self.place
            else (f"{other} {place + 1} {_(name)}", "")
            for place, (name, _level) in enumerate(CONFIDENCE)
        ]
