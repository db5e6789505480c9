"""Control's hand on the clock from its screen, where a sheet asks for a moment or for words."""

from simulator.session import acts
from tui import words
from tui.room.clocks import Clocks
from tui.room.leading import Leading
from tui.room.sheets.emergency import NoDuffSheet
from tui.room.sheets.hold import HoldSheet
from tui.room.sheets.jump import JumpSheet
from tui.room.sheets.rewind import RewindSheet
from tui.speech import _


class Timing(Leading, Clocks):
    def action_jump(self) -> None:
        def chosen(made: tuple[acts.Jump, ...] | None) -> None:
            for act in made or ():
                self.do(act, _("It is {time}.", time=words.day_time(self.seen.start, act.to)))

        self.app.push_screen(JumpSheet(self.seen, self.meant()[0], self.named()), chosen)

    def action_hold_point(self) -> None:
        self.open_sheet(HoldSheet(self.seen, self.meant()[0], self.named()))

    def action_rewind(self) -> None:
        team, panel = self.led(), self.panel
        if team is not None and panel is not None:
            self.open_sheet(RewindSheet(self.seen, team, panel, self.team_named(team)))

    def action_no_duff(self) -> None:
        if self.seen.no_duff is None:
            self.open_sheet(NoDuffSheet())
        else:
            self.action_lift()
