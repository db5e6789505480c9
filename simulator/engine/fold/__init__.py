"""The only place where a State changes: every event, folded into it; control's in `steering`,
those of a contest in `contest`.

Two rules: nothing here refuses, and nothing here asks the clock or draws from chance.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.engine import events as e
from simulator.engine.fold import contest, physics, steering
from simulator.engine.state import (
    DecisionState,
    GaugeState,
    MeasureState,
    ModuleState,
    OrderState,
    RequestState,
    State,
)


def fold(state: State, event: e.Event) -> None:
    """Let what happened become how it is."""
    FOLDS[type(event)](state, event)


def _nothing(state: State, event: e.Event) -> None:
    pass


def _ended(state: State, event: e.ExerciseEnded) -> None:
    state.over, state.outcome, state.why = True, event.outcome, event.why


def _sent(state: State, event: e.InjectSent) -> None:
    inject = state.injects[event.inject]
    inject.sent, inject.last, inject.read, inject.due = event.number, event.at, (), None


def _skipped(state: State, event: e.InjectSkipped) -> None:
    inject = state.injects[event.inject]
    inject.skipped, inject.due = True, None


def _held(state: State, event: e.InjectHeld) -> None:
    state.injects[event.inject].held = True


def _released(state: State, event: e.InjectReleased) -> None:
    state.injects[event.inject].held = False


def _read(state: State, event: e.InjectRead) -> None:
    state.injects[event.inject].read += (event.role,)


def _opened(state: State, event: e.DecisionOpened) -> None:
    state.decisions[event.decision] = DecisionState("open", event.at, event.due)


def _taken(state: State, event: e.DecisionTaken) -> None:
    decision = state.decisions[event.decision]
    decision.phase, decision.at, decision.role = "taken", event.at, event.role
    decision.option, decision.text = event.option, event.text
    decision.reason, decision.confidence = event.reason, event.confidence


def _missed(state: State, event: e.DecisionMissed) -> None:
    decision = state.decisions[event.decision]
    decision.phase, decision.at, decision.option = "missed", event.at, event.option


def _consent_asked(state: State, event: e.ConsentAsked) -> None:
    state.requests[event.request] = RequestState(event.role, event.of, event.at, event.due)


def _consent_questioned(state: State, event: e.ConsentQuestioned) -> None:
    request = state.requests[event.request]
    request.phase, request.question = "questioned", event.question


def _consent_replied(state: State, event: e.ConsentReplied) -> None:
    request = state.requests[event.request]
    request.phase, request.text, request.due = "asked", event.text, event.due


def _consent_given(state: State, event: e.ConsentGiven) -> None:
    state.requests[event.request].phase = "granted"


def _consent_refused(state: State, event: e.ConsentRefused) -> None:
    request = state.requests[event.request]
    request.phase, request.text = "refused", event.text


def _ordered(state: State, event: e.ActionOrdered) -> None:
    state.orders[event.order] = OrderState(
        event.action, event.role, event.target, "waiting",
        event.at, event.at, event.priority, event.reason,
    )  # fmt: skip


def _order(phase: str) -> Callable[[State, Any], None]:
    def fold_order(state: State, event: Any) -> None:
        order = state.orders[event.order]
        order.phase, order.since = phase, event.at

    return fold_order


def _work(phase: str, busy: int) -> Callable[[State, Any], None]:
    """Work that begins (`busy` 1) or ends (-1) takes people or gives them back."""
    fold_order = _order(phase)

    def fold_work(state: State, event: e.WorkStarted | e.WorkDone) -> None:
        fold_order(state, event)
        for team, number in event.people:
            state.teams[team].busy += busy * number

    return fold_work


def _moved(state: State, event: e.OrderMoved) -> None:
    state.orders[event.order].priority = event.priority


def _team(state: State, event: e.TeamChanged) -> None:
    state.teams[event.team].people = event.people


def _link(state: State, event: e.LinkChanged) -> None:
    state.assets[event.asset].link = event.link


def _hit(state: State, event: e.HostsHit) -> None:
    """A wiper takes intact hosts first, then encrypted ones."""
    asset = state.assets[event.asset]
    intact = min(asset.intact, event.hosts)
    asset.intact -= intact
    if event.how == "encrypted":
        asset.encrypted += intact
    else:
        rest = min(asset.encrypted, event.hosts - intact)
        asset.encrypted -= rest
        asset.wiped += intact + rest


def _restored(state: State, event: e.HostsRestored) -> None:
    asset = state.assets[event.asset]
    asset.intact += event.encrypted + event.wiped
    asset.encrypted -= event.encrypted
    asset.wiped -= event.wiped


def _foothold(so: bool) -> Callable[[State, Any], None]:
    def fold_foothold(state: State, event: e.FootholdGained | e.FootholdLost) -> None:
        state.assets[event.asset].foothold = so

    return fold_foothold


def _leaked(state: State, event: e.DataLeaked) -> None:
    state.assets[event.asset].leaked += event.megabytes


def _workaround(state: State, event: e.WorkaroundSet) -> None:
    state.assets[event.asset].workaround = event.level


def _service(state: State, event: e.ServiceChanged) -> None:
    state.assets[event.asset].service = event.level


def _gauge(state: State, event: e.GaugeMoved) -> None:
    state.gauges[event.gauge] = GaugeState(event.value, event.per_hour, event.at)


def _planned(state: State, event: e.StepPlanned) -> None:
    step = state.steps[event.step]
    step.phase, step.since, step.due = "planned", event.at, event.due


def _step(phase: str) -> Callable[[State, Any], None]:
    def fold_step(state: State, event: Any) -> None:
        step = state.steps[event.step]
        step.phase, step.since = phase, event.at
        step.started = step.started or phase == "running"

    return fold_step


def _failed(state: State, event: e.StepFailed) -> None:
    _step("failed" if event.final else "waiting")(state, event)


def _more(known: tuple[str, ...], found: tuple[str, ...]) -> tuple[str, ...]:
    return known + tuple(name for name in found if name not in known)


def _seen(state: State, event: e.StepSeen) -> None:
    state.steps[event.step].seen = True
    for role in event.to:
        state.sight[role].footholds = _more(state.sight[role].footholds, event.assets)


def _revealed(state: State, event: e.Revealed) -> None:
    for role in event.to:
        sight = state.sight[role]
        sight.assets = _more(sight.assets, event.assets)
        sight.gauges = _more(sight.gauges, event.gauges)
        sight.footholds = _more(sight.footholds, event.footholds)


def _fact(state: State, event: e.FactSet) -> None:
    state.facts[event.fact] = event.so


def _report_due(state: State, event: e.ReportDue) -> None:
    state.reports[event.report].due = event.due


def _report_missed(state: State, event: e.ReportMissed) -> None:
    state.reports[event.report].late = True


def _report_sent(state: State, event: e.ReportSent) -> None:
    report = state.reports[event.report]
    report.sent, report.by = event.at, event.role
    report.times += 1
    report.entries, report.right, report.wrong = event.entries, event.right, event.wrong
    report.complete = event.complete


def _module_opened(state: State, event: e.ModuleOpened) -> None:
    state.modules[event.module] = ModuleState("open")
    state.module = event.module


def _answered(state: State, event: e.QuestionAnswered) -> None:
    module = state.modules[event.module]
    said = (event.question, event.role, event.text)
    module.answers = (*(a for a in module.answers if a[:2] != said[:2]), said)


def _module_closed(state: State, event: e.ModuleClosed) -> None:
    state.modules[event.module].phase = "closed"
    state.module = None


def _seat_taken(state: State, event: e.SeatTaken) -> None:
    _staff(state, (*state.staffed, event.seat))


def _seat_vacated(state: State, event: e.SeatVacated) -> None:
    _staff(state, tuple(seat for seat in state.staffed if seat != event.seat))


def _staff(state: State, seats: tuple[str, ...]) -> None:
    """In the author's order, so that it doesn't matter in which one they came."""
    state.staffed = tuple(role for role in state.sight if role in seats)


def _measure(state: State, event: e.MeasureTurned) -> None:
    before = state.measures[event.measure]
    held = before.held + (event.at - before.since if before.now == "holds" else 0)
    state.measures[event.measure] = MeasureState(event.now, event.at, held)


FOLDS: Final[dict[type, Callable[[State, Any], None]]] = {
    e.ExerciseStarted: _nothing, e.ExerciseEnded: _ended,
    e.InjectSent: _sent, e.InjectSkipped: _skipped, e.InjectHeld: _held,
    e.InjectReleased: _released, e.InjectRead: _read,
    e.DecisionOpened: _opened, e.DecisionTaken: _taken, e.DecisionMissed: _missed,
    e.ConsentAsked: _consent_asked, e.ConsentQuestioned: _consent_questioned,
    e.ConsentReplied: _consent_replied, e.ConsentGiven: _consent_given,
    e.ConsentRefused: _consent_refused,
    e.ActionOrdered: _ordered, e.OrderQueued: _order("queued"), e.OrderMoved: _moved,
    e.WorkStarted: _work("running", 1), e.WorkDone: _work("done", -1),
    e.OrderRefused: _order("refused"), e.OrderCancelled: _order("cancelled"),
    e.TeamChanged: _team,
    e.LinkChanged: _link, e.HostsHit: _hit, e.HostsRestored: _restored,
    e.FootholdGained: _foothold(True), e.FootholdLost: _foothold(False),
    e.DataLeaked: _leaked, e.WorkaroundSet: _workaround, e.ServiceChanged: _service,
    e.GaugeMoved: _gauge,
    e.StepPlanned: _planned, e.StepBlocked: _step("blocked"), e.StepStarted: _step("running"),
    e.StepSucceeded: _step("done"), e.StepFailed: _failed, e.StepStopped: _step("stopped"),
    e.StepReady: _step("ready"), e.StepLaunched: _nothing,
    e.StepSeen: _seen, e.FactSet: _fact, e.Revealed: _revealed,
    e.ReportDue: _report_due, e.ReportMissed: _report_missed, e.ReportSent: _report_sent,
    e.MessageSent: _nothing, e.NoteTaken: _nothing, e.DissentRecorded: _nothing,
    e.ModuleOpened: _module_opened, e.QuestionAnswered: _answered,
    e.ModuleClosed: _module_closed, e.SeatTaken: _seat_taken, e.SeatVacated: _seat_vacated,
    e.MeasureTurned: _measure, **steering.FOLDS, **physics.FOLDS, **contest.FOLDS,
}  # fmt: skip
"""One fold an event; a test proves that none is missing."""
