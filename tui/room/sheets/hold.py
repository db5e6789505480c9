"""Naming a moment at which the clock pauses by itself, or taking one away."""

from typing import Final

from textual.app import ComposeResult

from simulator.session.acts import HoldPoint
from tui import words
from tui.plain import plain
from tui.room.sheets.moment import MomentSheet
from tui.room.steer import Asked
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Choice

NEW: Final = "new"


class HoldSheet(MomentSheet[Asked]):
    TITLE = mark("Hold point")
    DONE = mark("Set")

    def body(self) -> ComposeResult:
        now = words.day_time(self.room.start, self.team.now)
        told = _("It is {time}. The clock will pause by itself at the moment you name.", time=now)
        yield self.asked(told)
        if self.team.holds:
            yield self.label(_("Points that are set"))
            new = Alternative(NEW, plain(_("a new one")))
            yield Choice([new, *map(self._set, self.team.holds)])
        yield from self.field()

    def _set(self, at: int) -> Alternative:
        when = words.full_time(self.room.start, at)
        return Alternative(str(at), plain(_("take away: {time}", time=when)))

    def made(self) -> tuple[Asked, ...]:
        chosen = next((choice.chosen or "" for choice in self.query(Choice)), "")
        if chosen not in ("", NEW):
            return self._points(int(chosen), True, _("The hold point is gone."))
        at = self.ahead()
        if at is None:
            return ()
        when = words.day_time(self.room.start, at)
        return self._points(at, False, _("The clock will pause at {time}.", time=when))

    def _points(self, at: int, off: bool, said: str) -> tuple[Asked, ...]:
        return tuple(Asked(HoldPoint(at=at, team=name, off=off), said) for name in self.named)
