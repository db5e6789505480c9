"""What of a scenario a run came to: the counterpart of a program's coverage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Literal, NamedTuple

from simulator.engine import events as e
from simulator.engine.state import OrderState
from simulator.rehearsal.playing import Played
from simulator.scenario import Scenario

Kind = Literal["inject", "option", "action", "report", "step", "module", "challenge", "outcome"]


class Point(NamedTuple):
    """Something that a run may come to. `id` of an option is `decision/option`."""

    kind: Kind
    id: str


def points(scenario: Scenario) -> tuple[Point, ...]:
    """All that a run of this scenario may come to, in the author's order."""
    return tuple(_points(scenario))


def reached(run: Played) -> frozenset[Point]:
    """What this run came to: sent, chosen, done, started, opened, told at the end."""
    return frozenset(_reached(run))


def _points(scenario: Scenario) -> Iterator[Point]:
    for inject in scenario.injects:
        yield Point("inject", inject.id)
        for option in inject.decision.options if inject.decision else ():
            yield Point("option", f"{inject.decision_id}/{option.id}")
    yield from (Point("action", name) for name in scenario.actions)
    yield from (Point("report", name) for name in scenario.reports)
    yield from (Point("step", name) for name in scenario.step)
    yield from (Point("module", name) for name in scenario.modules)
    yield from (Point("challenge", name) for name in scenario.challenge)
    yield from (Point("outcome", name) for name in scenario.outcomes)


def _reached(run: Played) -> Iterator[Point]:
    orders = run.state.orders
    for event in run.log:
        found = REACHED.get(type(event))
        if found:
            kind, name = found
            if id := name(event, orders):
                yield Point(kind, id)


def _option(event: Any, _: Mapping[str, OrderState]) -> str:
    return f"{event.decision}/{event.option}" if event.option else ""


REACHED: Final[dict[type, tuple[Kind, Callable[[Any, Mapping[str, OrderState]], str]]]] = {
    e.InjectSent: ("inject", lambda event, _: event.inject),
    e.DecisionTaken: ("option", _option),
    e.DecisionMissed: ("option", _option),
    e.WorkDone: ("action", lambda event, orders: orders[event.order].action),
    e.ReportSent: ("report", lambda event, _: event.report),
    e.StepStarted: ("step", lambda event, _: event.step),
    e.ModuleOpened: ("module", lambda event, _: event.module),
    e.ChallengeSolved: ("challenge", lambda event, _: event.challenge),
    e.ExerciseEnded: ("outcome", lambda event, _: event.outcome),
}
"""By the kind of event, what was come to and its id, which may be empty."""
