"""The one gate to a person: builds the view of a role, and the debrief once it is over. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from simulator.engine import challenges, desk, duties, knowledge, readings
from simulator.engine import views as v
from simulator.engine.aftermath import aftermath
from simulator.engine.annals import Follower, led_to, settled
from simulator.engine.briefing import briefing
from simulator.engine.course import course
from simulator.engine.elsewhere import others_knew
from simulator.engine.keeping import T, kept
from simulator.engine.knowledge import Known, words
from simulator.engine.redside import campaign
from simulator.engine.results import MeasureResult, ObjectiveResult, results
from simulator.scenario.evaluation import Done, Keep, Never, Reported
from simulator.speech import say


def view_of(known: Known) -> v.RoleView:
    """Everything the role may know now, and nothing else."""
    scenario, state = known.scenario, known.state
    decisions = _kept(known, "decisions", desk.decisions(known))
    told = v.RoleView(
        scenario=scenario.id,
        title=words(known, scenario.title),
        tlp=scenario.tlp,
        role=_same(known, "role", knowledge.seat(known, known.role)),
        brief=words(known, scenario.roles[known.role].brief),
        start=scenario.start.isoformat(),
        now=known.now,
        length=state.end,
        held=state.module is not None,
        over=state.over,
        inbox=desk.inbox(known, decisions),
        decisions=decisions,
        requests=_kept(known, "requests", duties.requests(known)),
        actions=_kept(known, "actions", duties.actions(known)),
        orders=_kept(known, "orders", duties.orders(known)),
        teams=_kept(known, "teams", knowledge.teams(known)),
        assets=_kept(known, "assets", knowledge.assets(known)),
        gauges=_kept(known, "gauges", readings.gauges(known)),
        reports=_kept(known, "reports", duties.reports(known)),
        module=_same(known, "module", desk.module(known)),
        log=known.past.lines_of_log(),
        seats=_kept(known, "seats", knowledge.seats(known)),
        debrief=_debrief(known, decisions) if state.over else None,
        campaign=campaign(known),
        proposals=_kept(known, "proposals", desk.proposals(known)),
        contest=_same(known, "contest", challenges.contest(known)),
        **briefing(known)._asdict(),
    )
    known.past.shown = told
    return told


def _same(known: Known, name: str, thing: Any) -> Any:
    """One thing of a view, the very same as in the view before where it did not change."""
    before = getattr(known.past.shown, name, None)
    return before if before == thing else thing


def _kept(known: Known, name: str, things: tuple[T, ...]) -> tuple[T, ...]:
    """These things of a view, the very same as in the view before where they did not change."""
    return kept(getattr(known.past.shown, name, ()), things)


def _debrief(known: Known, decisions: tuple[v.DecisionView, ...]) -> v.Debrief:
    scenario, state = known.scenario, known.state
    outcome, followed = scenario.outcomes.get(state.outcome), led_to(known.annals)
    return v.Debrief(
        outcome=words(known, outcome.title if outcome else None),
        text=words(known, outcome.text if outcome else None),
        objectives=tuple(_objective(known, r) for r in results(scenario, state, known.now)),
        decisions=_decided(known, decisions, followed),
        assets=knowledge.every_asset(known),
        gauges=readings.every_gauge(known),
        history=tuple(
            v.Past(_since(scenario.start, past.at), words(known, past.what))
            for past in scenario.history
        ),
        course=course(known, followed),
        reports=tuple(duties.reported(known)),
    )


def _decided(
    known: Known, decisions: tuple[v.DecisionView, ...], followed: dict[int, list[Follower]]
) -> tuple[v.Decided, ...]:
    log, closed = known.annals.log, settled(known.annals)
    places = {decision.id: closed.get(decision.id, len(log)) for decision in decisions}
    knew, found = others_knew(known, places), []
    for decision in decisions:
        place = places[decision.id]
        at = log[place].at if decision.id in closed else None
        came = aftermath(known, followed.get(place, ()))
        elsewhere = tuple(shown for _, shown in knew[decision.id])
        found.append(v.Decided(decision, came, elsewhere, at))
    return tuple(found)


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
        words(known, title) or _plainly(measured.measure, known.language),
        worth if measured.met else 0,
        worth,
        measured.met,
    )


def _plainly(measure: Done | Reported | Keep | Never, language: str) -> str:
    """What a measure without a title asks, by its kind."""
    match measure:
        case Reported():
            return say(language, "report {report} in time", report=measure.reported)
        case Done():
            return say(language, "done in time")
        case Keep():
            return say(language, "kept")
        case Never():
            return say(language, "never happened")
