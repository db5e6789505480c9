"""How far one agrees with a statement, from 1 to 5 in one line."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from simulator.session.feedback import AGREE
from tui.widgets.confidence import Confidence


class Scale(Confidence):
    """As one says how sure one is, in numbers alone; it may be left empty again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace,delete,0", "nothing", show=False),
    ]

    def action_nothing(self) -> None:
        self.place = -1

    def _said(self, chosen: str, other: str) -> list[tuple[str, str]]:
        signs = [chosen if place == self.place else other for place in range(AGREE)]
        return [
            (f"{sign} {number}", "strong" if sign == chosen else "")
            for number, sign in enumerate(signs, 1)
        ]
