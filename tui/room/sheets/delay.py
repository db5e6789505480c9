"""Sending an inject later than planned."""

from typing import Final

from textual.app import ComposeResult
from textual.widgets import Input, Static

from simulator.engine.views.overview import InjectRow
from simulator.session.room import Room, TeamRow
from tui import words
from tui.marks import joined
from tui.moments import examples, moment_of
from tui.plain import plain
from tui.room import wishes
from tui.room.steer import Steered
from tui.screens.sheet import Sheet
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Choice

MINUTES: Final = (5, 15, 30, 60)


class DelaySheet(Sheet[Steered]):
    """By some minutes, counted from when it is due or else from now; or to a moment."""

    TITLE = mark("Delay")
    DONE = mark("Go on")

    def __init__(self, room: Room, team: TeamRow, row: InjectRow) -> None:
        super().__init__()
        self.room = room
        self.now = team.now
        self.row = row
        self.due = max(row.due, team.now) if row.due is not None else None

    def body(self) -> ComposeResult:
        yield Static(plain(self.row.title, "strong"), classes="ask")
        if self.due is None:
            told = _(
                "It has no time yet: it waits, and will not be sent before the moment you name."
            )
        else:
            told = _("It is due at {time}.", time=words.full_time(self.room.start, self.due))
        yield Static(plain(told))
        yield self.label(_("By how much?"))
        yield Choice([self._by(minutes) for minutes in MINUTES], id="by")
        yield self.label(_("Or until when? {examples}", examples=examples()))
        yield Input(id="moment", compact=True)

    def made(self) -> tuple[Steered, ...]:
        until = self._until()
        if until is None:
            return ()
        return (wishes.delayed(self.row, until, self.room.start),)

    def _until(self) -> int | None:
        """The second it waits for; None, after saying why, where there is none."""
        written, chosen = self.query_one(Input).value.strip(), self.query_one(Choice).chosen
        if not written and not chosen:
            self.complain(_("Choose by how much first, or write until when."))
            return None
        if not written:
            return self._later(int(chosen or 0))
        try:
            until = moment_of(written, self.room.start, self.now)
        except ValueError as wrong:
            self.complain(str(wrong))
            return None
        if until <= self.now:
            self.complain(_("That is not ahead."))
            return None
        return until

    def _later(self, minutes: int) -> int:
        return (self.now if self.due is None else self.due) + 60 * minutes

    def _by(self, minutes: int) -> Alternative:
        when = words.short_time(self.room.start, self._later(minutes))
        by = _("+{time}", time=words.duration(60 * minutes))
        return Alternative(str(minutes), joined(by.ljust(6), (f"  {when}", "mute")))
