"""Choosing a moment to go back to, with what that undoes."""

from typing import Final

from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import Input, Static

from simulator.engine.views.overview import Panel
from simulator.session.acts import Rewind
from simulator.session.room import Room, TeamRow
from tui import words
from tui.marks import joined
from tui.plain import line, plain
from tui.room.named import of_teams
from tui.room.rewinding import behind, question, stops
from tui.room.steer import Asked
from tui.screens.sheet import Sheet
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Choice

OWN: Final = "own"


class RewindSheet(Sheet[Asked]):
    """`named` is what the act says of which team it is for."""

    TITLE = mark("Go back in time")
    DONE = mark("Go back")

    def __init__(self, room: Room, team: TeamRow, panel: Panel, named: str) -> None:
        super().__init__()
        self.room = room
        self.team = team
        self.panel = panel
        self.named = named

    def body(self) -> ComposeResult:
        now = words.day_time(self.room.start, self.team.now)
        told = _(
            "It is {time}. The exercise goes on from an earlier moment as a new take; what was "
            "asked from that second on is undone. The take before stays in the record.", time=now,
        )  # fmt: skip
        yield Static(plain(of_teams([self.named], told)), classes="ask")
        yield self.label(_("To just before …"))
        yield Choice([*map(self._stop, stops(self.panel, self.team.now)), self._own()])
        yield self.label(_("Another moment: T+01:30 since STARTEX, or -20m back from now"))
        yield Input(id="moment", compact=True)
        yield self.label(_("Why? Players are told."))
        yield Input(id="why", compact=True, max_length=200)

    def _stop(self, stop: tuple[int, str]) -> Alternative:
        at, what = stop
        when = words.day_time(self.room.start, at)
        return Alternative(str(at), joined((f"{when}  ", "mute"), line(what)))

    def _own(self) -> Alternative:
        return Alternative(OWN, plain(_("the moment below")))

    def moment(self) -> int | None:
        """The second that is meant; None, after saying why, where none is."""
        chosen, written = self.query_one(Choice).chosen, self.query_one("#moment", Input).value
        if chosen not in (None, OWN) and not written.strip():
            return int(chosen or 0)
        try:
            return behind(written.strip(), self.room.start, self.team.now)
        except ValueError as wrong:
            self.complain(str(wrong))
            return None

    def made(self) -> tuple[Asked, ...]:
        to = self.moment()
        if to is None:
            return ()
        why = self.query_one("#why", Input).value.strip()
        said = _("Gone back to {time}; the clock stands.", time=words.day_time(self.room.start, to))
        return (Asked(Rewind(to=to, team=self.named, why=why), said),)

    def warning(self) -> Text | None:
        made = self.made()
        if not made or not isinstance(made[0].act, Rewind):
            return None
        return plain(question(self.panel, made[0].act.to, self.room.start))
