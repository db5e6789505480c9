"""A scenario at the level and for the side that a person names."""

import click

from simulator.engine.errors import Refused
from simulator.engine.exercise import Setup
from simulator.scenario import Scenario


def shaped(scenario: Scenario, level: str = "", side: str = "") -> Scenario:
    """Raises the UsageError that says what there is instead."""
    try:
        Setup(level=level, side=side).check(scenario)
    except Refused as refusal:
        raise click.UsageError(f"{refusal.sentence}.") from refusal
    return scenario.at_side(side).at_level(level)
