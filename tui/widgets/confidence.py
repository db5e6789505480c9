"""How sure one is, on five levels in one line."""

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widget import Widget

from tui.marks import joined
from tui.words import CONFIDENCE

_GAP = 2


class Confidence(Widget, can_focus=True):
    """The arrows or the digits choose; nothing is chosen at first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,down", "move(-1)", "Less", show=False),
        Binding("right,up", "move(1)", "More", show=False),
        Binding("enter,space", "screen.focus_next", "Next", show=False),
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
        self.place = place
        self.screen.focus_next()

    def on_click(self, event: events.Click) -> None:
        end = 0
        for place, (label, _) in enumerate(self._labels()):
            end += len(label) + _GAP
            if event.x < end:
                self.place = place
                return

    def _labels(self) -> list[tuple[str, str]]:
        return [
            (
                f"({'●' if place == self.place else ' '}) {place + 1} {name}",
                "strong" * (place == self.place),
            )
            for place, (name, _) in enumerate(CONFIDENCE)
        ]
