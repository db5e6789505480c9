"""What the rules say of answers to challenges, and of hints. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.engine import commands as c
from simulator.engine.errors import Refused
from simulator.engine.rules.texts import wants
from simulator.engine.solvable import solve_why_not
from simulator.engine.state import ChallengeState, State
from simulator.scenario.scenario import Scenario
from simulator.speech import Saying

LONGEST_ANSWER: Final = 200
LONGEST_NAME: Final = 200


def _solve(scenario: Scenario, state: State, now: int, asked: c.Solve) -> None:
    _on_the_board(scenario, state, asked)
    why_not = solve_why_not(scenario, state, asked.challenge)
    if why_not:
        raise Refused.because("closed", why_not)
    wants(asked.answer, Saying("write your answer"))
    if len(asked.answer) > LONGEST_ANSWER:
        raise Refused("long", "an answer has at most {number} characters", number=LONGEST_ANSWER)


def _take_hint(scenario: Scenario, state: State, now: int, asked: c.TakeHint) -> None:
    challenge = _on_the_board(scenario, state, asked)
    if not 1 <= asked.hint <= len(scenario.challenge[asked.challenge].hints):
        raise Refused("unknown", "there is no hint {number} to it", number=asked.hint)
    taken = [hint.hint for hint in challenge.hints]
    if asked.hint in taken:
        raise Refused("closed", "hint {number} is taken already", number=asked.hint)
    if challenge.solved is not None:
        raise Refused("closed", "your team has solved it already")
    if state.contest and state.contest.phase == "closed":
        raise Refused("closed", "the contest is closed")
    if asked.hint > len(taken) + 1:
        raise Refused("order", "take hint {number} first", number=len(taken) + 1)


def _on_the_board(scenario: Scenario, state: State, asked: c.Solve | c.TakeHint) -> ChallengeState:
    """The challenge, which is the role's to solve."""
    challenge = state.challenges.get(asked.challenge)
    takes_part = asked.role in scenario.contestants
    if challenge is None or challenge.opened is None or not takes_part:
        raise Refused(
            "unknown", "there is no challenge '{name}' on your board", name=asked.challenge
        )
    if len(asked.by) > LONGEST_NAME:
        raise Refused("long", "a name has at most {number} characters", number=LONGEST_NAME)
    return challenge


RULES: Final[dict[type, Callable[[Scenario, State, int, Any], None]]] = {
    c.Solve: _solve, c.TakeHint: _take_hint,
}  # fmt: skip
