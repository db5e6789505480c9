"""What control did to the plot and the world, and why."""

from __future__ import annotations

from simulator.engine import events as e
from simulator.engine.telling import sentence
from simulator.review.findings import ControlAct
from simulator.review.recorded import Take


def control(take: Take, language: str) -> tuple[ControlAct, ...]:
    """All acts of control that are on record, oldest first."""
    return tuple(
        ControlAct(event.at, event.by, sentence(take.scenario, event, language), (place,))
        for place, event in enumerate(take.log)
        if isinstance(event, e.Steered)
    )
