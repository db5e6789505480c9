"""What will not come true any more as things stand, such as an answer that was not given. Pure.

Control can still turn most of it: by a ruling, by hand, by sending something again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.engine.state import State
from simulator.engine.truth import Holds
from simulator.scenario import conditions as c

ENDED: Final = ("failed", "stopped")


def _decision(asked: c.DecisionIs) -> Holds:
    def settled(state: State, now: int) -> bool:
        decision = state.decisions.get(asked.decision)
        return decision is not None and decision.phase != "open" and asked.state != "open"

    return settled


def _step(asked: c.StepIs) -> Holds:
    def ended(state: State, now: int) -> bool:
        step = state.steps[asked.step]
        return step.phase in ENDED and (asked.state == "done" or not step.started)

    return ended


def _inject(asked: c.InjectIs) -> Holds:
    def struck(state: State, now: int) -> bool:
        return asked.state != "skipped" and state.injects[asked.inject].skipped

    return struck


def _time(asked: c.TimeIs) -> Holds:
    before = asked.time.before
    return lambda state, now: before is not None and now >= before


def _capability(asked: c.CapabilityIs) -> Holds:
    return lambda state, now: True


def _challenge(asked: c.ChallengeIs) -> Holds:
    return lambda state, now: state.contest is not None and state.contest.phase == "closed"


LOST: Final[dict[type, Callable[[Any], Holds]]] = {
    c.DecisionIs: _decision, c.StepIs: _step, c.InjectIs: _inject, c.TimeIs: _time,
    c.CapabilityIs: _capability, c.ChallengeIs: _challenge,
}  # fmt: skip
"""When a condition that asks for one thing, and does not hold, has no hope left."""


def never(state: State, now: int) -> bool:
    return False


def lost(condition: c.Condition, so: bool) -> Holds:
    """Whether it will not hold any more, asked where it does not hold."""
    if so and type(condition) in LOST:
        return LOST[type(condition)](condition)
    if isinstance(condition, c.InjectIs) and condition.state == "sent":
        return lambda state, now: True  # what was sent stays sent
    if isinstance(condition, c.TimeIs) and condition.time.after is not None:
        return lambda state, now: True  # that time has passed
    return never
