"""From the choices of the command line to a seat at an exercise, and to the first screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.engine.errors import Refused
from simulator.engine.exercise import Setup
from simulator.session.recalling import Forked
from simulator.session.rivals import USUAL
from simulator.session.sitting import Sitting

if TYPE_CHECKING:
    from simulator.cli.keep import Keep
    from simulator.engine.policies import PolicyName
    from simulator.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Opening:
    """What was chosen before the screens open; None leaves a choice to the player or scenario.
    `language` is the reader's.

    `level` is one of the levels of difficulty, `side` one of the sides; `rivals` is how many other
    sides bots play, None for the usual. `plain` is for lines of text instead of screens. `keep`
    is told what is played, to keep it.
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
    side: str = ""
    rivals: int | None = None
    keep: Keep | None = None

    def side_of(self, scenario: Scenario) -> str:
        """The side that was chosen, or else the first; empty where there are none."""
        return self.side or next(iter(scenario.sides), "")

    def sit(self, scenario: Scenario, role: str, language: str) -> Sitting:
        """A seat in this role, on the side that was chosen or else the first. Raises Refused for
        what is not there."""
        setup = Setup(
            self.seed, (role,), self.bots, self.having, self.lacking, self.level,
            self.side_of(scenario),
        )  # fmt: skip
        sitting = Sitting(scenario, setup, role, self.pace or scenario.pace, language)
        others = max(0, len(scenario.sides) - 1)
        if self.rivals is not None and self.rivals > others:
            raise Refused(
                "unknown", "this exercise has no {wanted} other sides for bots (it has {number})",
                wanted=self.rivals, number=others,
            )  # fmt: skip
        rivals = min(others, USUAL) if self.rivals is None else self.rivals
        sitting.compete(rivals)
        if self.keep:
            forked = Forked(rivals=rivals)
            self.keep.begin(scenario, sitting.own, sitting.clock.pace, forked=forked)
            sitting.keep(str(self.keep.path), self.keep.follow)
        return sitting
