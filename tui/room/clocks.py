"""Control's hand on the clock, which asks for nothing to be written: STARTEX, ENDEX, closing.

A screen and lines of text have the same one; to the screen, an `action` is what a key does.
"""

from collections.abc import Iterable
from typing import Final

from simulator.engine.commands import CONTROL, Proceed
from simulator.session import acts
from simulator.session.room import TeamRow
from tui import words
from tui.room.lead import Lead
from tui.room.pages.tables import taken_seats
from tui.speech import _, many

FEW: Final = 8
"""So many seats that bots play are told by name."""


class Clocks(Lead):
    """Acts on the clocks of the teams that are meant."""

    def named(self) -> list[str]:
        """The same as acts name them: one empty name for all, or where there is but one."""
        teams, every = self.meant(), self.seen.teams
        return [""] if len(teams) == len(every) else [team.name for team in teams]

    def each(self, made: Iterable[acts.AnyAct], said: str) -> None:
        for act in made:
            self.do(act, said)

    def action_start(self) -> None:
        taken, bots = taken_seats(self.seen)
        question = self.startex_question(taken, bots)
        begun = _("STARTEX: the exercise has begun.")
        self.confirm(question, lambda: self.do(acts.Start(), begun))

    def startex_question(self, taken: int, bots: list[str]) -> str:
        question = many(
            "STARTEX now? {number} seat is taken.", "STARTEX now? {number} seats are taken.", taken
        )
        if len(bots) > FEW:
            played = many("Bots play {number} seat.", "Bots play {number} seats.", len(bots))
            question = f"{question} {played}"
        elif bots:
            question = _("{question} Bots play: {seats}.", question=question, seats=", ".join(bots))
        return question

    def play_on(self, team: TeamRow, at: int) -> None:
        """Let a team go on to this second at once."""
        said = _("It is {time}.", time=words.day_time(self.seen.start, at))
        self.do(acts.Jump(to=at, team=self.team_named(team)), said)

    def action_lift(self) -> None:
        """Say that the real emergency is over."""
        emergency = self.seen.no_duff
        if emergency is None:
            self.say(_("There is no real emergency."))
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
        """Ask for ENDEX, confirm it where another controller has asked, or take it back."""
        going = [team.name for team in self.meant() if team.stands != "over"]
        wished = [end for end in self.seen.ending if end.team in going]
        theirs = [end for end in wished if end.grant != self.chair.grant]
        if not going:
            self.say(_("There is nothing to end."))
        elif theirs:
            self._confirm_end(theirs[0].by, [end.team for end in theirs])
        elif wished and self.others_lead():
            question = _(
                "You have asked for ENDEX; somebody else of control has to, too. Take it back?"
            )
            said = _("ENDEX is no longer asked for.")
            backs = [acts.End(team=end.team, off=True) for end in wished]
            self.confirm(question, lambda: self.each(backs, said))
        else:
            self._ask_end(going)

    def _confirm_end(self, who: str, teams: list[str]) -> None:
        if len(self.seen.teams) > 1:
            question = _(
                "{who} asks for ENDEX, for {teams}. Confirm it? This can't be taken back.",
                who=who, teams=", ".join(teams),
            )  # fmt: skip
        else:
            question = _("{who} asks for ENDEX. Confirm it? This can't be taken back.", who=who)
        self._end(question, teams, _("ENDEX: the exercise is over."))

    def _ask_end(self, teams: list[str]) -> None:
        """Of those teams; where somebody else of control is there, they have to confirm it."""
        several, others = len(self.seen.teams) > 1, self.others_lead()
        names = ", ".join(teams)
        if others and several:
            question = _("Ask for ENDEX, for {teams}? Another controller confirms it.", teams=names)
        elif others:
            question = _("Ask for ENDEX, for everybody? Another controller confirms it.")
        elif several:
            question = _("ENDEX now, for {teams}? This can't be taken back.", teams=names)
        else:
            question = _("ENDEX now, for everybody? This can't be taken back.")
        said = _("ENDEX is asked for.") if others else _("ENDEX: the exercise is over.")
        self._end(question, teams, said)

    def _end(self, question: str, teams: list[str], said: str) -> None:
        self.confirm(question, lambda: self.each((acts.End(team=team) for team in teams), said))

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
