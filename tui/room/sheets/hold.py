"""Naming a moment at which the clock pauses by itself, or taking one away."""

from textual.app import ComposeResult
from textual.widgets import Input, Static

from simulator.session.acts import HoldPoint
from simulator.session.room import Room, TeamRow
from tui import words
from tui.moments import examples, moment_of
from tui.plain import plain
from tui.room.steer import Asked
from tui.screens.sheet import Sheet
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Choice

NEW = "new"


class HoldSheet(Sheet[Asked]):
    """`named` is what acts say of which team they are for."""

    TITLE = mark("Hold point")
    DONE = mark("Set")

    def __init__(self, room: Room, team: TeamRow, named: str) -> None:
        super().__init__()
        self.room = room
        self.team = team
        self.named = named

    def body(self) -> ComposeResult:
        now = words.day_time(self.room.start, self.team.now)
        told = _("It is {time}. The clock will pause by itself at the moment you name.", time=now)
        yield Static(plain(told), classes="ask")
        if self.team.holds:
            yield self.label(_("Points that are set"))
            yield Choice(
                [Alternative(NEW, plain(_("a new one"))), *map(self._set, self.team.holds)]
            )
        yield self.label(_("When? {examples}", examples=examples()))
        yield Input(id="moment", compact=True)

    def _set(self, at: int) -> Alternative:
        when = words.full_time(self.room.start, at)
        return Alternative(str(at), plain(_("take away: {time}", time=when)))

    def made(self) -> tuple[Asked, ...]:
        chosen = next((choice.chosen or "" for choice in self.query(Choice)), "")
        if chosen not in ("", NEW):
            act = HoldPoint(at=int(chosen), team=self.named, off=True)
            return (Asked(act, _("The hold point is gone.")),)
        try:
            at = moment_of(self.query_one(Input).value, self.room.start, self.team.now)
        except ValueError as wrong:
            self.complain(str(wrong))
            return ()
        if at <= self.team.now:
            self.complain(_("That is not ahead."))
            return ()
        when = words.day_time(self.room.start, at)
        act = HoldPoint(at=at, team=self.named)
        return (Asked(act, _("The clock will pause at {time}.", time=when)),)
