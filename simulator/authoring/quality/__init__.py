"""Whether it plays well: pace, load, fairness, and texts that people can read in time."""

from collections.abc import Iterator
from typing import Final

from simulator.rehearsal.rehearsing import Rehearsal
from simulator.scenario import Scenario
from simulator.scenario.finding import Finding

CODES: Final[dict[str, str]] = {}
"""What the codes of quality mean, in a few words each: Q01 and up."""


def found(scenario: Scenario) -> Iterator[Finding]:
    """Everything that can be found without playing."""
    yield from ()


def found_in_play(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Everything that only runs show."""
    yield from ()
