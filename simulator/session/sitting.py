"""One person's embedded sitting: an exercise, a clock, one seat. The screen sees only this."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.engine.exercise import Exercise, Setup
from simulator.engine.views import RoleView
from simulator.session.clock import Clock
from simulator.session.skip import skip_ahead

if TYPE_CHECKING:
    from simulator.engine.commands import Command
    from simulator.scenario.scenario import Scenario


class Sitting:
    """Play of one role while bots hold the other seats.

    `wall` is always seconds of a steady clock, given by the caller.
    """

    # What may be otherwise for a seat at a host: nobody else leads the clock, and nothing is far.
    leads_clock = True
    may_act = True
    stands = why = trouble = ""
    unanswered = 0
    take = 1

    def __init__(
        self, scenario: Scenario, setup: Setup, role: str, pace: float, language: str
    ) -> None:
        self._exercise = Exercise(scenario, setup)
        self._role = role
        self._language = language
        self.name = f"{scenario.id}-{role}"
        self._clock = Clock(pace)

    @property
    def clock(self) -> Clock:
        return self._clock

    def tick(self, wall: float) -> bool:
        """Bring the exercise to the clock. True when something happened or a second passed."""
        before = self._exercise.now
        self._exercise.advance(self._clock.at(wall))
        if self._exercise.over or self._exercise.held:
            self._clock = self._clock.set_to(self._exercise.now, wall)
        return self._exercise.now != before

    def view(self) -> RoleView:
        return self._exercise.view(self._role, self._language)

    def submit(self, command: Command, wall: float) -> bool:
        """Do what the player asks at this moment: True, for it is done. Raises Refused."""
        self.tick(wall)
        self._exercise.submit(command)
        return True

    def answers(self) -> list[Any]:
        """Nothing: all is answered at once."""
        return []

    def read_in(self, language: str) -> None:
        """From now on show the texts of the exercise in this language."""
        self._language = language

    def mates(self) -> tuple[Any, ...]:
        """Nobody: one plays alone."""
        return ()

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
