"""References to the world outside: ATT&CK techniques, sources, handling labels."""

from collections.abc import Iterator
from typing import Final

from simulator.scenario import Scenario
from simulator.scenario.finding import Finding

CODES: Final[dict[str, str]] = {}
"""What the codes of outside references mean, in a few words each: R30 to R49."""


def found(scenario: Scenario) -> Iterator[Finding]:
    """Everything that this family finds in a scenario without mistakes."""
    yield from ()
