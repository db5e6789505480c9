"""What could be done now, or in one sentence why not. Pure: rules and views ask here."""

from __future__ import annotations

from simulator.engine.bound import bound_action
from simulator.engine.state import OrderState, State
from simulator.engine.texts import own_words
from simulator.engine.truth import test_of
from simulator.scenario.actions import Action
from simulator.scenario.injects import Decision, Option
from simulator.scenario.scenario import Scenario

GOING_ON = ("waiting", "queued", "running")


def usable_options(scenario: Scenario, state: State, now: int, decision: Decision) -> list[Option]:
    return [o for o in decision.options if test_of(scenario, o.needs).holds(state, now)]


def order_why_not(scenario: Scenario, state: State, now: int, name: str, target: str | None) -> str:
    """Why the action can't be ordered (on this target) now; empty when it can."""
    action = bound_action(scenario, name, target)
    earlier = [
        order for order in state.orders.values() if order.action == name and order.target == target
    ]
    return _repetition(action, earlier, now) or _needs(scenario, state, now, action)


def _repetition(action: Action, earlier: list[OrderState], now: int) -> str:
    if any(order.phase in GOING_ON for order in earlier):
        return "it is ordered already"
    done = [order.since for order in earlier if order.phase == "done"]
    if not done:
        return ""
    if action.again is None:
        return "it is done"
    wait = max(done) + action.again - now
    return f"it can be ordered again in {-(-wait // 60)} min" if wait > 0 else ""


def _needs(scenario: Scenario, state: State, now: int, action: Action) -> str:
    if test_of(scenario, action.needs).holds(state, now):
        return ""
    if action.needs_text:
        return own_words(scenario, action.needs_text, now)
    return "what it needs is not there yet"


def report_why_not(scenario: Scenario, state: State, now: int, name: str) -> str:
    """Why the report can't be sent now; empty when it can."""
    report = scenario.reports[name]
    if state.reports[name].sent is not None and not report.again:
        return "it was sent"
    if not test_of(scenario, report.needs).holds(state, now):
        return "there is nothing to report yet"
    return ""
