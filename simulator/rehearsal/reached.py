"""What of a scenario a run came to: the counterpart of a program's coverage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from simulator.engine import events as e
from simulator.rehearsal.playing import Played
from simulator.scenario import Scenario

Kind = Literal["inject", "option", "action", "report", "step", "module", "outcome"]


class Point(NamedTuple):
    """Something that a run may come to. `id` of an option is `decision/option`."""

    kind: Kind
    id: str


def points(scenario: Scenario) -> tuple[Point, ...]:
    """All that a run of this scenario may come to, in the author's order."""
    return tuple(_points(scenario))


def reached(run: Played) -> frozenset[Point]:
    """What this run came to: sent, chosen, done, started, opened, told at the end."""
    return frozenset(_reached(run.log, run))


def _points(scenario: Scenario) -> Iterator[Point]:
    for inject in scenario.injects:
        yield Point("inject", inject.id)
        for option in inject.decision.options if inject.decision else ():
            yield Point("option", f"{inject.decision_id}/{option.id}")
    yield from (Point("action", name) for name in scenario.actions)
    yield from (Point("report", name) for name in scenario.reports)
    yield from (Point("step", name) for name in scenario.step)
    yield from (Point("module", name) for name in scenario.modules)
    yield from (Point("outcome", name) for name in scenario.outcomes)


def _reached(log: Iterable[e.Event], run: Played) -> Iterator[Point]:
    orders = run.state.orders
    for event in log:
        match event:
            case e.InjectSent():
                yield Point("inject", event.inject)
            case e.DecisionTaken() | e.DecisionMissed():
                if event.option:
                    yield Point("option", f"{event.decision}/{event.option}")
            case e.WorkDone():
                yield Point("action", orders[event.order].action)
            case e.ReportSent():
                yield Point("report", event.report)
            case e.StepStarted():
                yield Point("step", event.step)
            case e.ModuleOpened():
                yield Point("module", event.module)
            case e.ExerciseEnded():
                if event.outcome:
                    yield Point("outcome", event.outcome)
            case _:
                pass
