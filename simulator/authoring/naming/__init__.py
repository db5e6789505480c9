"""Names that nothing uses, and names that stand for two things."""

from collections.abc import Iterator
from typing import Final

from simulator.scenario import Scenario
from simulator.scenario.finding import Finding

CODES: Final[dict[str, str]] = {}
"""What the codes of names mean, in a few words each: R10 to R29."""


def found(scenario: Scenario) -> Iterator[Finding]:
    """Everything that this family finds in a scenario without mistakes."""
    yield from ()
