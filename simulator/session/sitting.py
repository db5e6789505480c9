"""One person's embedded sitting: an exercise, a clock, one seat. The screen sees only this."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from simulator.engine.commands import CONTROL, Staff, Vacate
from simulator.engine.comparing import contested, standing
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.views import RoleView
from simulator.session.clock import Clock
from simulator.session.rivals import END, Rivals
from simulator.session.scoreboard import Scoreboard
from simulator.session.scores import Scores
from simulator.session.skip import skip_ahead
from simulator.speech import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from simulator.engine.commands import Command
    from simulator.engine.views.comparing import Standing
    from simulator.scenario.scenario import Scenario


class Sitting:
    """Play of one role while bots hold the other seats.

    `wall` is always seconds of a steady clock, given by the caller.
    """

    # What may be otherwise for a seat at a host: nobody else leads the clock, and nothing is far.
    leads_clock = True
    may_act = True
    stands = why = ""
    unanswered = 0
    take = 1

    def __init__(
        self, scenario: Scenario, setup: Setup, role: str, pace: float, language: str,
        run: Exercise | None = None,
    ) -> None:  # fmt: skip
        self._scenario = scenario
        self._exercise = run or Exercise(scenario, setup)
        self._role = role
        self._language = language
        self.name = f"{scenario.id}-{role}"
        self._clock = Clock(pace, self._exercise.now)
        self._rivals = Rivals(scenario, setup, 0)
        self._scoreboard = Scoreboard()
        self._scores: Scores | None = None
        self.kept_in = self.trouble = ""
        self._follow: Callable[[], str] = _nobody

    @classmethod
    def going_on(
        cls, scenario: Scenario, run: Exercise, role: str, pace: float, language: str
    ) -> Sitting:
        """Play on from where this run stands: bots take all seats but this one. The run is the
        sitting's from now on. Raises Refused where there is no such role."""
        replace(run.setup, staffed=(role,)).check(scenario)
        for seat in scenario.roles:
            if (seat in run.state.staffed) != (seat == role):
                run.submit(Staff(CONTROL, seat) if seat == role else Vacate(CONTROL, seat))
        return cls(scenario, run.setup, role, pace, language, run)

    def compete(self, rivals: int) -> None:
        """Let bots play so many of the other sides, as far as there are any."""
        self._rivals = Rivals(self._scenario, self._exercise.setup, rivals)

    def keep(self, where: str, follow: Callable[[], str]) -> None:
        """What is played is kept in the folder `where` by `follow`: it is called whenever there is
        something new, and says why it can't be kept just now, if it can't."""
        self.kept_in, self._follow = where, follow
        self._kept()

    @property
    def own(self) -> Exercise:
        """One's own world, to be looked at only."""
        return self._exercise

    @property
    def rivals(self) -> Mapping[str, Exercise]:
        """The worlds of the other sides as they stand now, and where one's own is over, at their
        ends; to be looked at only."""
        return self._rivals.at(END if self._exercise.over else self._exercise.now)

    @property
    def clock(self) -> Clock:
        return self._clock

    def beside(self) -> tuple[Standing, ...]:
        """Once it is over, one's own side and then its rivals, as they stood at their ends."""
        if not self._exercise.over or not (rivals := self.rivals):
            return ()
        runs = {self._exercise.setup.side: self._exercise, **rivals}
        stood = [standing(name, run, self._language) for name, run in runs.items()]
        return contested(stood, runs)

    def tick(self, wall: float) -> bool:
        """Bring the exercise to the clock. True when something happened or a second passed."""
        before = self._exercise.now
        self._exercise.advance(self._clock.at(wall))
        self._rivals.follow(self._exercise.now)
        if self._exercise.over or self._exercise.held:
            self._clock = self._clock.set_to(self._exercise.now, wall)
        if self._exercise.now == before:
            return False
        self._kept()
        return True

    def view(self) -> RoleView:
        return self._exercise.view(self._role, self._language)

    def submit(self, command: Command, wall: float) -> bool:
        """Do what the player asks at this moment: True, for it is done. Raises Refused."""
        self.tick(wall)
        self._exercise.submit(command)
        self._kept()
        return True

    def answers(self) -> list[Any]:
        """Nothing: all is answered at once."""
        return []

    def read_in(self, language: str) -> None:
        """From now on show the texts of the exercise in this language."""
        self._language = language
        self._scoreboard = Scoreboard()

    def mates(self) -> tuple[Any, ...]:
        """Nobody: one plays alone."""
        return ()

    def standings(self) -> Scores | None:
        """How the contest stands among the sides; None where this role takes no part."""
        scenario = self._exercise.scenario
        if self._role not in scenario.contestants:
            return None
        worlds = {scenario.side: self._exercise, **self.rivals}
        named = {self._called(side): world for side, world in worlds.items()}
        if self._scoreboard.look(named):
            self._scores = self._scoreboard.scores(self._called(scenario.side))
        return self._scores

    def _called(self, side: str) -> str:
        """What a side is called in the language of whoever sits here."""
        return self._scenario.sides[side].title.into(self._language) if side else ""

    def attend(self, reads: str, writes: tuple[str, str]) -> None:
        """There is nobody who would want to know."""

    def run(self, wall: float) -> None:
        self._clock = self._clock.run(wall)

    def pause(self, wall: float) -> None:
        self.tick(wall)
        self._clock = self._clock.pause(wall)

    def set_pace(self, pace: float, wall: float) -> None:
        self._clock = self._clock.at_pace(pace, wall)

    def skip_ahead(self, wall: float) -> None:
        """Jump to the next thing that concerns this role, or shortly before its next deadline."""
        self.tick(wall)
        skip_ahead(self._exercise, self._role)
        self._clock = self._clock.set_to(self._exercise.now, wall)
        self._kept()

    def _kept(self) -> None:
        why = self._follow()
        self.trouble = say(self._language, "Not kept now: {why}", why=why) if why else ""


def _nobody() -> str:
    """Follows a run that nobody keeps."""
    return ""
