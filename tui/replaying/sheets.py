"""What is asked in a replay: which time, whose screen, which team and take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList

from simulator.engine.commands import CONTROL
from tui import words
from tui.marks import joined
from tui.plain import line
from tui.replaying.projector import Projector, Sight
from tui.replaying.times import how_to_write, second_of
from tui.screens.sheet import Sheet
from tui.speech import _, mark, spoken
from tui.widgets.choice import Alternative, Pointed


class Second(NamedTuple):
    at: int


class TimeSheet(Sheet[Second]):
    """Makes the second to go to."""

    TITLE = mark("Go to a time")
    DONE = mark("Go")

    def __init__(self, projector: Projector) -> None:
        super().__init__()
        self._projector = projector
        self._start = projector.take.scenario.start.isoformat()

    def body(self) -> ComposeResult:
        projector = self._projector
        told = _(
            "It is {time}. The take goes from STARTEX to {last}.",
            time=words.day_time(self._start, projector.now),
            last=words.day_time(self._start, projector.until),
        )
        yield self.label(told, "")
        yield self.label(_("When? {examples}", examples=how_to_write()))
        yield Input(id="moment", compact=True)

    def made(self) -> tuple[Second, ...]:
        projector, text = self._projector, self.query_one("#moment", Input).value
        try:
            return (Second(second_of(text, self._start, projector.now, projector.until)),)
        except ValueError as wrong:
            self.complain(str(wrong))
            return ()

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_finish()


class SightSheet(ModalScreen[Sight | None]):
    """Dismissed with what to look at from now on, or with nothing when its user goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss", mark("Back"))]

    def __init__(self, projector: Projector) -> None:
        super().__init__()
        self._sights = [*_sights(projector)]
        self._now = projector.sight._replace(take=projector.take.number)

    def compose(self) -> ComposeResult:
        with Vertical(classes="form") as box:
            box.border_title = _("Whose screen? enter shows it, esc goes back")
            yield Pointed([Alternative(str(n), told) for n, (_, told) in enumerate(self._sights)])

    def on_mount(self) -> None:
        listed = self.query_one(Pointed)
        seen = [sight for sight, _ in self._sights]
        listed.highlighted = seen.index(self._now) if self._now in seen else 0
        listed.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._sights[event.option_index][0])


def _sights(projector: Projector) -> Iterator[tuple[Sight, Text]]:
    """Control and every role, of each take of each team, those of the take that is shown first."""
    recorded, here = projector.recorded, projector.take
    takes = [take for of_team in recorded.takes.values() for take in of_team]
    takes.sort(key=lambda take: take is not here)
    for take in takes:
        number = len(recorded.takes[take.team])
        of = [take.team] if len(recorded.takes) > 1 else []
        if number > 1:
            of.append(_("take {number} of {all}", number=take.number, all=number))
        for role, title in titles(projector).items():
            sight = Sight(take.team, take.number, role)
            # A long title must not cut off what tells it from the same one of another team.
            yield sight, joined((f"{', '.join(of)}  " if of else "", "mute"), line(title))


def titles(projector: Projector) -> dict[str, str]:
    """Whose screens there are: control's, and each role's."""
    roles = projector.take.scenario.roles.items()
    return {CONTROL: _("Control")} | {name: role.title.into(spoken()) for name, role in roles}
