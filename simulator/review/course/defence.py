"""Whether a service fell by the defenders' own doing."""

from __future__ import annotations

from typing import Final

from simulator.engine import events as e
from simulator.review.recorded import Take

_CAUSES: Final = (
    e.ActionOrdered, e.DecisionTaken, e.DecisionMissed, e.StepStarted, e.StepSucceeded, e.Steered,
)  # fmt: skip
"""The last of these that led to something is whose doing it was."""


def in_defence(take: Take, place: int) -> bool:
    """Whether it fell there because defenders, and not the adversary, cut something off."""
    log, because = take.log, take.run.annals.because
    place = because[place]
    if place < 0 or not isinstance(log[place], e.LinkChanged):
        return False
    while place >= 0 and not isinstance(log[place], _CAUSES):
        place = because[place]
    return place >= 0 and isinstance(log[place], e.ActionOrdered | e.DecisionTaken)
