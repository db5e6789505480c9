"""Choosing one of several things, each of which may take several lines."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.table import Table
from rich.text import Text
from textual import events, on
from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Alternative(NamedTuple):
    """`possible` is False where it is shown but can't be chosen."""

    id: str
    words: Text
    possible: bool = True


class Choice(OptionList):
    """Marks the chosen one; digits choose by position, enter and space the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", "Choose", show=False)]

    def __init__(self, alternatives: Sequence[Alternative], *, id: str | None = None) -> None:
        self._alternatives = tuple(alternatives)
        self.chosen: str | None = None
        options = (Option(one.words, one.id, not one.possible) for one in alternatives)
        super().__init__(*options, id=id, markup=False)

    def on_mount(self) -> None:
        able = [place for place, one in enumerate(self._alternatives) if one.possible]
        self.highlighted = able[0] if able else None
        self._draw()

    def choose(self, id: str) -> None:
        self.chosen = id
        self._draw()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.choose(str(event.option.id))
        self.screen.focus_next()

    def on_key(self, event: events.Key) -> None:
        if event.key.isdigit() and 0 < int(event.key) <= len(self._alternatives):
            event.stop()
            wanted = self._alternatives[int(event.key) - 1]
            if wanted.possible:
                self.highlighted = int(event.key) - 1
                self.action_select()

    @on(OptionList.OptionHighlighted)
    def _draw(self) -> None:
        """Mark the chosen one and the one under the cursor, by signs as well as by colour."""
        for place, alternative in enumerate(self._alternatives):
            pointer = "►" if place == self.highlighted else " "
            mark = "(●)" if alternative.id == self.chosen else "( )"
            drawn = Table.grid(padding=(0, 1, 0, 0))
            drawn.add_row(f"{pointer} {mark} {place + 1}", alternative.words)
            self.replace_option_prompt_at_index(place, drawn)
