"""What could be done now, or in one sentence why not. Pure: rules and views ask here."""

from __future__ import annotations

from simulator.engine.bound import bound_action
from simulator.engine.state import OrderState, State
from simulator.engine.texts import Words
from simulator.engine.truth import test_of
from simulator.scenario.actions import Action
from simulator.scenario.injects import Decision, Option
from simulator.scenario.scenario import Scenario
from simulator.speech import Saying, Tellable

GOING_ON = ("waiting", "queued", "running")


def usable_options(scenario: Scenario, state: State, now: int, decision: Decision) -> list[Option]:
    return [o for o in decision.options if test_of(scenario, o.needs).holds(state, now)]


def order_why_not(
    scenario: Scenario, state: State, now: int, name: str, target: str | None
) -> Tellable | None:
    """Why the action can't be ordered (on this target) now; None when it can."""
    action = bound_action(scenario, name, target)
    earlier = [
        order for order in state.orders.values() if order.action == name and order.target == target
    ]
    return _repetition(action, earlier, now) or _needs(scenario, state, now, action)


def _repetition(action: Action, earlier: list[OrderState], now: int) -> Saying | None:
    if any(order.phase in GOING_ON for order in earlier):
        return Saying("it is ordered already")
    done = [order.since for order in earlier if order.phase == "done"]
    if not done:
        return None
    if action.again is None:
        return Saying("it is done")
    wait = max(done) + action.again - now
    if wait <= 0:
        return None
    return Saying("it can be ordered again in {minutes} min", {"minutes": -(-wait // 60)})


def _needs(scenario: Scenario, state: State, now: int, action: Action) -> Tellable | None:
    if test_of(scenario, action.needs).holds(state, now):
        return None
    if action.needs_text:
        return Words(scenario, action.needs_text, now)
    return Saying("what it needs is not there yet")


def report_why_not(scenario: Scenario, state: State, now: int, name: str) -> Saying | None:
    """Why the report can't be sent now; None when it can."""
    report = scenario.reports[name]
    if state.reports[name].sent is not None and not report.again:
        return Saying("it was sent")
    if not test_of(scenario, report.needs).holds(state, now):
        return Saying("there is nothing to report yet")
    return None
