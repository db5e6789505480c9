"""From the choices of the command line to a seat at an exercise, and to the first screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.engine.exercise import Setup
from simulator.session.sitting import Sitting

if TYPE_CHECKING:
    from simulator.engine.policies import PolicyName
    from simulator.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Opening:
    """What was chosen before the screens open; None leaves a choice to the player or scenario.
    `language` is the reader's.

    `level` is one of the levels of difficulty; `plain` is for lines of text instead of screens.
    """

    seed: int
    role: str | None = None
    pace: float | None = None
    language: str = "en"
    bots: PolicyName = "doctrine"
    having: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    plain: bool = False
    level: str = ""

    def sit(self, scenario: Scenario, role: str, language: str) -> Sitting:
        """A seat in this role. Raises Refused for a role or capability that is not there."""
        setup = Setup(self.seed, (role,), self.bots, self.having, self.lacking, self.level)
        return Sitting(scenario, setup, role, self.pace or scenario.pace, language)
