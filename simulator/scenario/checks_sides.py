"""Checks of sides: what they change is there, and a team can have their name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.scenario.finding import Finding
from simulator.scenario.scenario import Scenario
from simulator.scenario.wording import nearest

LONGEST_NAME: Final = 40
"""So many letters has the name of a team at most."""

ONE_TEAM: Final = "team"
"""What the team of a session is called that has only one: whatever side it plays."""


def in_sides(scenario: Scenario) -> Iterator[Finding]:
    for name, side in scenario.sides.items():
        loc = ("sides", name)
        if name == ONE_TEAM or len(name) > LONGEST_NAME:
            sentence = (
                f"a team that has this id for its name plays the side; let it have at most "
                f"{LONGEST_NAME} letters and not be '{ONE_TEAM}'"
            )
            yield Finding(loc, "R07", sentence, key=True)
        for changed in side.names:
            if changed not in scenario.names:
                hint = nearest(changed, scenario.names)
                sentence = f"'names' has no '{changed}' that could be otherwise{hint}"
                yield Finding((*loc, "names", changed), "R08", sentence, key=True)
        for number, capability in enumerate(side.lacking):
            if capability in side.having:
                sentence = f"this side is with '{capability}' already; take one of the two out"
                yield Finding((*loc, "without", number), "L24", sentence)
