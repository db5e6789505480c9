"""References to the world outside: ATT&CK techniques and sources."""

from collections.abc import Iterator
from typing import Final

from simulator.authoring.attack.sources import in_sources
from simulator.authoring.attack.techniques import in_techniques
from simulator.scenario import Scenario
from simulator.scenario.finding import Finding

CODES: Final[dict[str, str]] = {
    "R30": "a technique that ATT&CK does not have",
    "R31": "a technique that ATT&CK has revoked",
    "R32": "a technique that ATT&CK advises against",
    "R33": "techniques of no version of ATT&CK",
    "R34": "another version of ATT&CK than the one that is checked",
    "R35": "a source that nobody can look up",
    "R36": "a source that stands here twice",
    "R37": "a source older than what it tells of",
    "R38": "a past event without a source",
}
"""What the codes of outside references mean, in a few words each: R30 to R49."""


def found(scenario: Scenario) -> Iterator[Finding]:
    """Everything that this family finds in a scenario without mistakes."""
    yield from in_techniques(scenario)
    yield from in_sources(scenario)
