"""Control's hand on the clock: run, pace, jump, step, hold, rewind, end; and the emergency."""

from collections.abc import Iterable

from simulator.engine.commands import CONTROL, Proceed
from simulator.session import acts
from simulator.session.room import Room, TeamRow
from tui import words
from tui.room.leading import Leading
from tui.room.pages.tables import taken_seats
from tui.room.sheets.emergency import NoDuffSheet
from tui.room.sheets.hold import HoldSheet
from tui.room.sheets.jump import JumpSheet
from tui.room.sheets.rewind import RewindSheet
from tui.room.steps import next_event
from tui.speech import _
from tui.timekeeping import next_pace


class Timing(Leading):
    """Acts on the clocks of the teams that are meant."""

    def meant(self) -> list[TeamRow]:
        """The teams that an act on the clock is for."""
        raise NotImplementedError

    def named(self) -> list[str]:
        """The same as acts name them: one empty name for all, or where there is but one."""
        teams, every = self.meant(), self.seen.teams
        return [""] if len(teams) == len(every) else [team.name for team in teams]

    @property
    def seen(self) -> Room:
        raise NotImplementedError

    def each(self, made: Iterable[acts.AnyAct], said: str) -> None:
        for act in made:
            self.do(act, said)

    def action_start(self) -> None:
        taken, bots = taken_seats(self.seen)
        question = self.startex_question(taken, bots)
        begun = _("STARTEX: the exercise has begun.")
        self.confirm(question, lambda: self.do(acts.Start(), begun))

    def startex_question(self, taken: int, bots: list[str]) -> str:
        raise NotImplementedError

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

    def action_jump(self) -> None:
        sheet = JumpSheet(self.seen, self.meant()[0], self.named()[0])

        def chosen(made: tuple[acts.Jump, ...] | None) -> None:
            for act in made or ():
                when = words.day_time(self.seen.start, act.to)
                each = (acts.Jump(to=act.to, team=name) for name in self.named())
                self.each(each, _("It is {time}.", time=when))

        self.app.push_screen(sheet, chosen)

    def action_step(self) -> None:
        """Play on to the next thing that is due in the watched team."""
        team, panel = self.watched, self.panel
        at = next_event(panel, team.now) if panel else None
        if at is None:
            self.say(_("Nothing is due by time alone; j plays on to a moment."))
            return
        said = _("It is {time}.", time=words.day_time(self.seen.start, at))
        self.do(acts.Jump(to=at, team=self.team_named(team)), said)

    def action_hold_point(self) -> None:
        self.open_sheet(HoldSheet(self.seen, self.watched, self.team_named(self.watched)))

    def action_rewind(self) -> None:
        panel = self.panel
        if panel is not None:
            team = self.watched
            self.open_sheet(RewindSheet(self.seen, team, panel, self.team_named(team)))

    def action_no_duff(self) -> None:
        emergency = self.seen.no_duff
        if emergency is None:
            self.open_sheet(NoDuffSheet())
        elif self.chair.grant in emergency.lifted_by:
            self.say(_("You have said that it is over; somebody else of control has to as well."))
        else:
            question = _(
                "Is the real emergency over? The clocks then stand until you let them run."
            )
            said = _("You have said that the emergency is over.")
            self.confirm(question, lambda: self.do(acts.Lift(), said))

    def action_go_on(self) -> None:
        held = [team for team in self.meant() if team.stands == "held"]
        if not held:
            self.say(_("No discussion holds the clock."))
        for team in held:
            said = _("The discussion is over, the clock runs.")
            self.ask(Proceed(CONTROL), team.name, said)

    def action_end(self) -> None:
        going = [team for team in self.meant() if team.stands != "over"]
        waiting = [end for end in self.seen.ending if end.grant != self.chair.grant]
        if not going:
            self.say(_("There is nothing to end."))
            return
        names = ", ".join(team.name for team in going)
        if waiting:
            question = _(
                "{who} asks for ENDEX. Confirm it? This can't be taken back.", who=waiting[0].by
            )
        elif len(self.seen.teams) > 1:
            question = _("ENDEX now, for {teams}? This can't be taken back.", teams=names)
        else:
            question = _("ENDEX now, for everybody? This can't be taken back.")
        said = (
            _("ENDEX is asked for.")
            if self.others_lead() and not waiting
            else _("ENDEX: the exercise is over.")
        )
        self.confirm(
            question, lambda: self.each((acts.End(team=team.name) for team in going), said)
        )

    def others_lead(self) -> bool:
        """Whether somebody else of control is connected."""
        others = (p for p in self.seen.people if p.part == "control" and p.state == "here")
        return any(person.grant != self.chair.grant for person in others)

    def action_close(self) -> None:
        question = _(
            "Close the session for good? All screens end and the host stops. "
            "What was played stays in its folder."
        )
        said = _("The session is closed.")
        self.confirm(question, lambda: self.do(acts.Close(), said))
