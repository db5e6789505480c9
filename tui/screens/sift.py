"""Choosing which messages the inbox shows: of which states, of which channels."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, OptionList

from simulator.engine.views import Item
from tui import sifting, words
from tui.marks import joined
from tui.plain import line
from tui.sifting import Sieve
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Pointed

Made = TypeVar("Made")

ALL = "all"
"""Beside this stand the names of states, and of channels with a `#` before them."""


class Ticks(Pointed):
    """Several of these can be ticked."""

    def __init__(self, alternatives: Sequence[Alternative], ticked: frozenset[str]) -> None:
        self.ticked = ticked
        super().__init__(alternatives)

    def before(self, place: int) -> str:
        id = self.alternatives[place].id
        box = "   " if id == ALL else "[x]" if id in self.ticked else "[ ]"
        return f"{super().before(place)} {box}"


class Ticking(ModalScreen[Made | None], Generic[Made]):
    """Dismissed with what the ticks make, or with nothing when its user goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", mark("Tick"), priority=True),
        Binding("escape", "dismiss", mark("Back")),
    ]

    def ticked(self) -> frozenset[str]:
        """What is ticked at first."""
        raise NotImplementedError

    def alternatives(self) -> list[Alternative]:
        """What can be ticked, first the one for all."""
        raise NotImplementedError

    def made(self, wanted: frozenset[str]) -> Made:
        """What these ticks make."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(classes="form small") as box:
            box.border_title = _("Show only")
            yield Ticks(self.alternatives(), self.ticked())
            with Horizontal(classes="buttons"):
                yield Button(_("Tick  space"), id="tick", compact=True)
                yield Button(_("Show  enter"), id="show", variant="primary", compact=True)
                yield Button(_("Back  esc"), id="back", compact=True)

    @property
    def _under_cursor(self) -> str:
        ticks = self.query_one(Ticks)
        return ticks.alternatives[ticks.highlighted or 0].id

    def action_tick(self) -> None:
        ticks, id = self.query_one(Ticks), self._under_cursor
        ticks.ticked = frozenset() if id == ALL else ticks.ticked ^ {id}
        ticks.point()

    @on(OptionList.OptionSelected)
    @on(Button.Pressed, "#show")
    def _show(self) -> None:
        """What is ticked, or else what the cursor is on."""
        id = self._under_cursor
        wanted = frozenset() if id == ALL else self.query_one(Ticks).ticked or frozenset({id})
        self.dismiss(self.made(wanted))

    @on(Button.Pressed, "#tick")
    def _tick(self) -> None:
        self.action_tick()

    @on(Button.Pressed, "#back")
    def _back(self) -> None:
        self.dismiss(None)


class Sift(Ticking[Sieve]):
    """The sieve of the inbox."""

    def __init__(self, items: Sequence[Item], sieve: Sieve) -> None:
        super().__init__()
        self.sieve = sieve
        self.number = len(items)
        self.states, self.channels = sifting.counts(items)

    def ticked(self) -> frozenset[str]:
        return self.sieve.states | {f"#{code}" for code in self.sieve.channels}

    def alternatives(self) -> list[Alternative]:
        """All messages, then the states, then the channels, each with how many there are."""
        named = [(ALL, _("All messages"), self.number)]
        named += [
            (id, _(name), self.states[id])
            for id, name in sifting.STATES.items()
            if self.states[id] or id in self.sieve.states
        ]
        channels = [
            (f"#{code}", words.heading(code)[0], number) for code, number in self.channels.items()
        ]
        named += sorted(channels, key=lambda channel: channel[1])
        return [
            Alternative(id, joined(line(name), (f"  {words.number(number)}", "mute")))
            for id, name, number in named
        ]

    def made(self, wanted: frozenset[str]) -> Sieve:
        return self.sieve._replace(
            states=wanted.intersection(self.states),
            channels=frozenset(code for code in self.channels if f"#{code}" in wanted),
        )
