"""Whether the plot can be played as it is written: what can never be, and what leads nowhere."""

from collections.abc import Iterator
from typing import Final

from simulator.scenario import Scenario
from simulator.scenario.finding import Finding

CODES: Final[dict[str, str]] = {}
"""What the codes of logic mean, in a few words each: L30 and up."""


def found(scenario: Scenario) -> Iterator[Finding]:
    """Everything that this family finds in a scenario without mistakes."""
    yield from ()
