"""Naming a moment to jump to, which is asked back with its date before anything is done."""

from rich.text import Text
from textual.app import ComposeResult

from simulator.session.acts import Jump
from tui import words
from tui.plain import plain
from tui.room.sheets.moment import MomentSheet
from tui.speech import _, mark


class JumpSheet(MomentSheet[Jump]):
    TITLE = mark("Jump")
    DONE = mark("Jump")

    def body(self) -> ComposeResult:
        now = words.day_time(self.room.start, self.team.now)
        told = _("It is {time}. Everything up to the moment happens at once.", time=now)
        yield self.asked(told)
        yield from self.field()

    def made(self) -> tuple[Jump, ...]:
        to = self.ahead()
        return () if to is None else tuple(Jump(to=to, team=name) for name in self.named)

    def warning(self) -> Text | None:
        moment = self.made()
        if not moment:
            return None
        when = words.full_time(self.room.start, moment[0].to)
        since = words.since_startex(moment[0].to)
        if teams := ", ".join(filter(None, self.named)):
            asked = _("Take {team} to {time} ({since})?", team=teams, time=when, since=since)
        else:
            asked = _("Take the exercise to {time} ({since})?", time=when, since=since)
        return plain(asked)
