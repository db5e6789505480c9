"""Playing a scenario through as its author: one role, from any moment on, at the top pace."""

from __future__ import annotations

from simulator.engine.commands import CONTROL, Proceed
from simulator.engine.commands.lead import Staff
from simulator.engine.errors import Refused
from simulator.engine.exercise import Setup
from simulator.scenario import Scenario
from simulator.session.sitting import Sitting
from tui.plain import plain
from tui.screens.exercise import ExerciseScreen
from tui.speech import _
from tui.timekeeping import PACES

TOP_PACE = PACES[-1]


def sitting_from(
    scenario: Scenario, role: str, at: int, seed: int, language: str, level: str = ""
) -> Sitting:
    """A seat in this role, taken at second `at` from the bot that has played it until then.

    Raises Refused where there is no such role or level.
    """
    Setup(seed, (role,), level=level).check(scenario)
    sitting = Sitting(scenario, Setup(seed, level=level), role, TOP_PACE, language)
    # The clock is run by hand: each tick is given the wall time at which it has come to `at`.
    wall = 0.0
    sitting.run(wall)
    while (now := sitting.clock.at(wall)) < at:
        wall += (at - now) / TOP_PACE
        sitting.tick(wall)
        view = sitting.view()
        if view.over:
            break
        if view.module is not None:
            sitting.submit(Proceed(CONTROL), wall)
    sitting.pause(wall)
    if not sitting.view().over:
        sitting.submit(Staff(CONTROL, role), wall)
    return sitting


class Trial(ExerciseScreen):
    """The player's own screen; the clock stands until its player lets it run. Where there are
    screens below, one goes back to them."""

    def _begin(self, _: None) -> None:
        self.look()

    def ask_to_leave(self) -> None:
        """Leave, after a question; nothing of it is kept."""
        self.confirm(plain(_("Leave the exercise? What was played is not kept.")), self._leave)

    def _leave(self) -> None:
        if len(self.app.screen_stack) > 2:
            self.dismiss()
        else:
            self.app.exit()


__all__ = ["Refused", "Trial", "sitting_from"]
