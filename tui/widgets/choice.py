"""Choosing one of several things, each of which may take several lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.console import RenderableType
from rich.table import Table
from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.marks import joined


class Alternative(NamedTuple):
    """`possible` is False where it is shown but can't be chosen."""

    id: str
    words: RenderableType
    possible: bool = True


class Pointed(OptionList):
    """A list with a sign at the one under the cursor, so that no colour is needed to find it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", show=False)]

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
            drawn.add_row(joined(self.before(place)), alternative.words)
            self.replace_option_prompt_at_index(place, drawn)


class Numbered(Pointed):
    """Digits point and select by position, enter and space what is under the cursor. Where a
    further digit could follow, as a 6 after the 1 of 24, the first only points."""

    _typed = 0

    def before(self, place: int) -> str:
        return f"{super().before(place)} {self.sign(self.alternatives[place].id)} {place + 1}"

    def sign(self, id: str) -> str:
        """Whether the one of this id is chosen, as a sign."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        typed, self._typed = self._typed, 0
        if not event.key.isdigit():
            return
        many, digit = len(self.alternatives), int(event.key)
        number = digit if 10 * typed + digit > many else 10 * typed + digit
        if not 0 < number <= many:
            return
        event.stop()
        if 10 * number <= many:
            self._typed = number
        if self.alternatives[number - 1].possible:
            self.highlighted = number - 1
            if not self._typed:
                self.action_select()


class Choice(Numbered):
    """One of them."""

    chosen: str | None = None

    @dataclass
    class Chosen(Message):
        """Another one is chosen now."""

    def on_mount(self) -> None:
        """Begin at the one that is chosen, so that enter leaves it chosen."""
        for place, alternative in enumerate(self.alternatives):
            if alternative.id == self.chosen:
                self.highlighted = place

    def sign(self, id: str) -> str:
        return "(●)" if id == self.chosen else "( )"

    def choose(self, id: str) -> None:
        """Choose this one, where it can be chosen."""
        for place, alternative in enumerate(self.alternatives):
            if alternative.id == id and alternative.possible:
                self.chosen, self.highlighted = id, place
                self.point()
                self.post_message(self.Chosen())

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.choose(event.option.id or "")
        self.screen.focus_next()


class Several(Numbered):
    """Any number of them."""

    chosen: tuple[str, ...] = ()
    """In the order of the list."""

    @dataclass
    class Turned(Message):
        """One more is chosen now, or one less."""

    def sign(self, id: str) -> str:
        return "(✓)" if id in self.chosen else "( )"

    def choose(self, *ids: str) -> None:
        """Choose these and no others, as far as they can be chosen."""
        able = (one.id for one in self.alternatives if one.possible)
        self.chosen = tuple(id for id in able if id in ids)
        self.point()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        turned = {event.option.id or ""}
        self.choose(*turned.symmetric_difference(self.chosen))
        self.post_message(self.Turned())
