"""Whether a challenge can be answered now, or in one sentence why not. Pure."""

from __future__ import annotations

from simulator.engine.state import State
from simulator.scenario.scenario import Scenario
from simulator.speech import Saying


def solve_why_not(scenario: Scenario, state: State, name: str) -> Saying | None:
    """Why no answer is taken to a challenge that is on the board; None where one is."""
    if state.challenges[name].solved is not None:
        return Saying("your team has solved it already")
    if state.over or (state.contest and state.contest.phase == "closed"):
        return Saying("the contest is closed")
    if attempts_left(scenario, state, name) == 0:
        return Saying("no attempts are left")
    return None


def attempts_left(scenario: Scenario, state: State, name: str) -> int | None:
    """Wrong answers that the team may still give; None where there is no limit."""
    assert scenario.contest is not None
    most = scenario.challenge[name].attempts or scenario.contest.attempts
    return None if most is None else max(0, most - state.challenges[name].tried)
