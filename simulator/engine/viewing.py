"""The one gate to a person: builds the view of a role, and the debrief once it is over. Pure."""

from __future__ import annotations

from datetime import datetime

from simulator.engine import desk, duties, knowledge
from simulator.engine import views as v
from simulator.engine.knowledge import Known, words
from simulator.engine.results import MeasureResult, ObjectiveResult, results
from simulator.scenario.evaluation import Done, Keep, Never, Reported


def view_of(known: Known) -> v.RoleView:
    """Everything the role may know now, and nothing else."""
    scenario, state = known.scenario, known.state
    decisions = desk.decisions(known)
    return v.RoleView(
        scenario=scenario.id,
        title=words(known, scenario.title),
        tlp=scenario.tlp,
        role=knowledge.seat(known, known.role),
        brief=words(known, scenario.roles[known.role].brief),
        start=scenario.start.isoformat(),
        now=known.now,
        length=scenario.length,
        held=state.module is not None,
        over=state.over,
        inbox=desk.inbox(known, decisions),
        decisions=decisions,
        requests=duties.requests(known),
        actions=duties.actions(known),
        orders=duties.orders(known),
        teams=knowledge.teams(known),
        assets=knowledge.assets(known),
        gauges=knowledge.gauges(known),
        reports=duties.reports(known),
        module=desk.module(known),
        log=tuple(known.past.log),
        seats=knowledge.seats(known),
        debrief=_debrief(known, decisions) if state.over else None,
    )


def _debrief(known: Known, decisions: tuple[v.DecisionView, ...]) -> v.Debrief:
    scenario, state = known.scenario, known.state
    outcome = scenario.outcomes.get(state.outcome)
    return v.Debrief(
        outcome=words(known, outcome.title if outcome else None),
        text=words(known, outcome.text if outcome else None),
        objectives=tuple(_objective(known, r) for r in results(scenario, state, known.now)),
        decisions=decisions,
        assets=knowledge.every_asset(known),
        gauges=knowledge.every_gauge(known),
        history=tuple(
            v.Past(_since(scenario.start, past.at), words(known, past.what))
            for past in scenario.history
        ),
    )


def _since(start: datetime, moment: datetime) -> int:
    return int((moment - start).total_seconds())


def _objective(known: Known, result: ObjectiveResult) -> v.ObjectiveView:
    title = words(known, known.scenario.objectives[result.id].title)
    measures = tuple(_measure(known, result, measured) for measured in result.measures)
    return v.ObjectiveView(result.id, title, result.rating, result.points, result.of, measures)


def _measure(known: Known, result: ObjectiveResult, measured: MeasureResult) -> v.MeasureView:
    worth = measured.measure.worth
    task = known.scenario.objectives[result.id].tasks.get(measured.task)
    title = measured.measure.title or (task.title if task else None)
    return v.MeasureView(
        words(known, title) or _plainly(measured.measure),
        worth if measured.met else 0,
        worth,
        measured.met,
    )


def _plainly(measure: Done | Reported | Keep | Never) -> str:
    """What a measure without a title asks, by its kind."""
    match measure:
        case Reported():
            return f"report {measure.reported} in time"
        case Done():
            return "done in time"
        case Keep():
            return "kept"
        case Never():
            return "never happened"
