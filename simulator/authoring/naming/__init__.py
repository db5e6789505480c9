"""Names that nothing uses, and names that stand for two things."""

from collections.abc import Iterator
from typing import Final

from simulator.authoring.logic.uses import uses_in
from simulator.authoring.naming.alike import alike
from simulator.authoring.naming.unused import unused
from simulator.scenario import Scenario
from simulator.scenario.finding import Finding

CODES: Final[dict[str, str]] = {
    "R10": "a fact that nothing asks for",
    "R11": "a fact that nothing sets",
    "R12": "a source that nothing cites",
    "R13": "a storyline without injects",
    "R14": "an objective that no inject names, though others are",
    "R15": "a name that no text uses",
    "R16": "a capability that nothing uses",
    "R17": "a gauge that nothing moves",
    "R20": "a template that no inject is like",
    "R21": "a category without challenges",
    "R22": "two of a kind with the same title",
    "R23": "two options with the same label",
    "R24": "a decision with the id of another inject",
}
"""What the codes of names mean, in a few words each: R10 to R29."""


def found(scenario: Scenario) -> Iterator[Finding]:
    """Everything that this family finds in a scenario without mistakes."""
    yield from unused(scenario, uses_in(scenario))
    yield from alike(scenario)
