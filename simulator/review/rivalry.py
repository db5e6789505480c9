"""The sides that bots played beside somebody who played alone.

No journal tells of them, for they follow from the scenario, the setup and their number.
"""

from __future__ import annotations

from collections.abc import Mapping

from simulator.engine.exercise import Exercise
from simulator.review.recorded import Recorded, Take
from simulator.session.rivals import END, Rivals


def rivals(recorded: Recorded, take: Take) -> Mapping[str, Exercise]:
    """Their worlds at their ends, by side; none where nobody played alone against any."""
    number = recorded.rivals(take.team)
    return Rivals(recorded.scenario, take.run.setup, number).at(END)
