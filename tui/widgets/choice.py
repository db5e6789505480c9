"""Choosing one of several things, each of which may take several lines."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.console import RenderableType
from rich.table import Table
from textual import events, on
from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Alternative(NamedTuple):
    """`possible` is False where it is shown but can't be chosen."""

    id: str
    words: RenderableType
    possible: bool = True


class Pointed(OptionList):
    """A list with a sign at the one under the cursor, so that no colour is needed to find it."""

    def __init__(self, alternatives: Sequence[Alternative] = (), *, id: str | None = None) -> None:
        self.alternatives: tuple[Alternative, ...] = ()
        super().__init__(id=id, markup=False)
        self.tell(alternatives)

    def on_mount(self) -> None:
        self.point()

    def tell(self, alternatives: Sequence[Alternative]) -> None:
        """List these, with the cursor where it was or on the first that is possible."""
        self.alternatives = tuple(alternatives)
        at = self.highlighted
        able = (place for place, one in enumerate(alternatives) if one.possible)
        self.set_options(Option(one.words, one.id, not one.possible) for one in alternatives)
        self.highlighted = next(able, None) if at is None else at
        self.point()

    def before(self, place: int) -> str:
        """What stands before the words at this place."""
        return "►" if place == self.highlighted else " "

    @on(OptionList.OptionHighlighted)
    def point(self) -> None:
        """Draw what stands before the words anew."""
        for place, alternative in enumerate(self.alternatives):
            drawn = Table.grid(padding=(0, 1, 0, 0))
            drawn.add_row(self.before(place), alternative.words)
            self.replace_option_prompt_at_index(place, drawn)


class Choice(Pointed):
    """Marks the chosen one; digits choose by position, enter and space the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", "Choose", show=False)]
    chosen: str | None = None

    def before(self, place: int) -> str:
        mark = "(●)" if self.alternatives[place].id == self.chosen else "( )"
        return f"{super().before(place)} {mark} {place + 1}"

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.chosen = event.option.id
        self.point()
        self.screen.focus_next()

    def on_key(self, event: events.Key) -> None:
        if event.key.isdigit() and 0 < int(event.key) <= len(self.alternatives):
            event.stop()
            if self.alternatives[int(event.key) - 1].possible:
                self.highlighted = int(event.key) - 1
                self.action_select()
