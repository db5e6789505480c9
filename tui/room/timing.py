"""Control's hand on the clock from its screen: by a key, or where a sheet asks for more."""

from simulator.session import acts
from simulator.session.room import TeamRow
from tui import words
from tui.room.clocks import Clocks
from tui.room.leading import Leading
from tui.room.sheets.emergency import NoDuffSheet
from tui.room.sheets.hold import HoldSheet
from tui.room.sheets.jump import JumpSheet
from tui.room.sheets.rewind import RewindSheet
from tui.room.steps import next_event
from tui.speech import _
from tui.timekeeping import next_pace


class Timing(Leading, Clocks):
    def led(self) -> TeamRow | None:
        """The watched team, if it is one of those meant; None, after saying why, if it is not:
        only of the watched one is known what is due in it, and what has happened."""
        teams = self.meant()
        if self.watched in teams:
            return self.watched
        self.say(_("Watch {team} first: enter on its line.", team=teams[0].name))
        return None

    def action_run_or_pause(self) -> None:
        teams = self.meant()
        if self.seen.no_duff:
            self.say(_("NO DUFF: no clock runs until the emergency is lifted."))
        elif any(team.stands == "running" for team in teams):
            self.each((acts.Pause(team=name) for name in self.named()), _("The clock stands."))
        elif any(team.stands == "held" for team in teams):
            self.say(_("A discussion holds the clock: g ends it."))
        else:
            self.each((acts.Run(team=name) for name in self.named()), _("The clock runs."))

    def action_pace(self, step: int) -> None:
        pace = next_pace(self.meant()[0].pace, step)
        if pace is not None:
            said = _("The pace is {pace}.", pace=words.pace(pace))
            self.each((acts.Pace(pace=pace, team=name) for name in self.named()), said)

    def action_step(self) -> None:
        """Play on to the next thing that is due in the watched team."""
        team, panel = self.led(), self.panel
        if team is None:
            return
        at = next_event(panel, team.now) if panel else None
        if at is None:
            self.say(_("Nothing is due by time alone; j plays on to a moment."))
            return
        self.play_on(team, at)

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
