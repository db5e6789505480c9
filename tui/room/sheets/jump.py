"""Naming a moment to jump to, which is asked back with its date before anything is done."""

from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import Input, Static

from simulator.session.acts import Jump
from simulator.session.room import Room, TeamRow
from tui import words
from tui.moments import examples, moment_of
from tui.plain import plain
from tui.screens.sheet import Sheet
from tui.speech import _, mark


class JumpSheet(Sheet[Jump]):
    """`team` is whose time is gone by; `named` is what the act says of which team it is for."""

    TITLE = mark("Jump")
    DONE = mark("Jump")

    def __init__(self, room: Room, team: TeamRow, named: str) -> None:
        super().__init__()
        self.room = room
        self.team = team
        self.named = named

    def body(self) -> ComposeResult:
        now = words.day_time(self.room.start, self.team.now)
        told = _("It is {time}. Everything up to the moment happens at once.", time=now)
        yield Static(plain(told), classes="ask")
        yield self.label(_("To when? {examples}", examples=examples()))
        yield Input(id="moment", compact=True)

    def made(self) -> tuple[Jump, ...]:
        try:
            to = moment_of(self.query_one(Input).value, self.room.start, self.team.now)
        except ValueError as wrong:
            self.complain(str(wrong))
            return ()
        if not self.team.now < to <= self.room.length:
            last = words.day_time(self.room.start, self.room.length)
            self.complain(_("That is not ahead, or after the end ({last}).", last=last))
            return ()
        return (Jump(to=to, team=self.named),)

    def warning(self) -> Text | None:
        moment = self.made()
        if not moment:
            return None
        when = words.full_time(self.room.start, moment[0].to)
        since = words.since_startex(moment[0].to)
        if self.named:
            asked = _("Take {team} to {time} ({since})?", team=self.named, time=when, since=since)
        else:
            asked = _("Take the exercise to {time} ({since})?", time=when, since=since)
        return plain(asked)
