"""Whether a command is allowed now. Pure: a rule refuses with a code and a sentence, or is quiet.

"Not yours", "not yet" and "no such thing" are one answer, so that asking tells a player nothing.
"""

from __future__ import annotations

from typing import Final

from simulator.engine import commands as c
from simulator.engine.errors import Refused
from simulator.engine.rules import playing, ruling, solving, steering
from simulator.engine.rules.playing import Rule, waits
from simulator.engine.state import State
from simulator.scenario.scenario import Scenario

__all__ = ["RULES", "check", "waits"]


def check(scenario: Scenario, state: State, now: int, command: c.Command) -> None:
    """Let an allowed command pass. Raises Refused."""
    if state.over:
        raise Refused("over", "the exercise is over")
    if command.role != c.CONTROL and command.role not in scenario.roles:
        raise Refused("unknown", "there is no role '{role}' in this exercise", role=command.role)
    RULES[type(command)](scenario, state, now, command)


RULES: Final[dict[type, Rule]] = {
    **playing.RULES, **steering.RULES, **ruling.RULES, **solving.RULES,
}  # fmt: skip
