"""The only place where a State changes: every event, folded into it.

Two rules: nothing here refuses, and nothing here asks the clock or draws from chance.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.engine import events as e
from simulator.engine.state import (
    DecisionState,
    GaugeState,
    InjectState,
    MeasureState,
    ModuleState,
    OrderState,
    ReportState,
    RequestState,
    Sight,
    State,
)


def fold(state: State, event: e.Event) -> None:
    """Let what happened become how it is."""
    FOLDS[type(event)](state, event)


def _nothing(state: State, event: e.Event) -> None:
    pass


def _ended(state: State, event: e.ExerciseEnded) -> None:
    state.over, state.outcome, state.why = True, event.outcome, event.why


def _set(
    table: str, key: str, **fields: str | Callable[[Any], Any]
) -> Callable[[State, Any], None]:
    """A fold that puts new values into one row: each the event's field of that name, or worked out."""

    def fold_row(state: State, event: Any) -> None:
        rows = getattr(state, table)
        name = getattr(event, key)
        new = {f: getattr(event, v) if isinstance(v, str) else v(event) for f, v in fields.items()}
        rows[name] = rows[name]._replace(**new)

    return fold_row


def _always(value: Any) -> Callable[[Any], Any]:
    return lambda event: value


def _sent(state: State, event: e.InjectSent) -> None:
    before = state.injects[event.inject]
    state.injects[event.inject] = InjectState(event.number, event.at, held=before.held)


def _read(state: State, event: e.InjectRead) -> None:
    before = state.injects[event.inject]
    state.injects[event.inject] = before._replace(read=(*before.read, event.role))


def _opened(state: State, event: e.DecisionOpened) -> None:
    state.decisions[event.decision] = DecisionState("open", event.at, event.due)


def _taken(state: State, event: e.DecisionTaken) -> None:
    state.decisions[event.decision] = state.decisions[event.decision]._replace(
        phase="taken",
        at=event.at,
        role=event.role,
        option=event.option,
        text=event.text,
        reason=event.reason,
        confidence=event.confidence,
    )


def _consent_asked(state: State, event: e.ConsentAsked) -> None:
    state.requests[event.request] = RequestState(event.role, event.of, event.at, event.due)


def _order(phase: str) -> Callable[[State, Any], None]:
    return _set("orders", "order", phase=_always(phase), since="at")


def _work_started(state: State, event: e.WorkStarted) -> None:
    _order("running")(state, event)
    for team, number in event.people:
        state.teams[team] = state.teams[team]._replace(busy=state.teams[team].busy + number)


def _work_done(state: State, event: e.WorkDone) -> None:
    _order("done")(state, event)
    for team, number in event.people:
        state.teams[team] = state.teams[team]._replace(busy=state.teams[team].busy - number)


def _ordered(state: State, event: e.ActionOrdered) -> None:
    state.orders[event.order] = OrderState(
        event.action, event.role, event.target, "waiting",
        event.at, event.at, event.priority, event.reason,
    )  # fmt: skip


def _hit(state: State, event: e.HostsHit) -> None:
    """A wiper takes intact hosts first, then encrypted ones."""
    before = state.assets[event.asset]
    intact = min(before.intact, event.hosts)
    if event.how == "encrypted":
        after = before._replace(intact=before.intact - intact, encrypted=before.encrypted + intact)
    else:
        rest = min(before.encrypted, event.hosts - intact)
        after = before._replace(
            intact=before.intact - intact,
            encrypted=before.encrypted - rest,
            wiped=before.wiped + intact + rest,
        )
    state.assets[event.asset] = after


def _restored(state: State, event: e.HostsRestored) -> None:
    before = state.assets[event.asset]
    state.assets[event.asset] = before._replace(
        intact=before.intact + event.encrypted + event.wiped,
        encrypted=before.encrypted - event.encrypted,
        wiped=before.wiped - event.wiped,
    )


def _leaked(state: State, event: e.DataLeaked) -> None:
    before = state.assets[event.asset]
    state.assets[event.asset] = before._replace(leaked=before.leaked + event.megabytes)


def _gauge(state: State, event: e.GaugeMoved) -> None:
    state.gauges[event.gauge] = GaugeState(event.value, event.per_hour, event.at)


def _step(phase: str) -> Callable[[State, Any], None]:
    def fold_step(state: State, event: Any) -> None:
        before = state.steps[event.step]
        state.steps[event.step] = before._replace(
            phase=phase, since=event.at, started=before.started or phase == "running"
        )

    return fold_step


def _failed(state: State, event: e.StepFailed) -> None:
    phase = "failed" if event.final else "waiting"
    state.steps[event.step] = state.steps[event.step]._replace(phase=phase, since=event.at)


def _more(known: tuple[str, ...], found: tuple[str, ...]) -> tuple[str, ...]:
    return known + tuple(name for name in found if name not in known)


def _seen(state: State, event: e.StepSeen) -> None:
    state.steps[event.step] = state.steps[event.step]._replace(seen=True)
    for role in event.to:
        before = state.sight[role]
        state.sight[role] = before._replace(footholds=_more(before.footholds, event.assets))


def _revealed(state: State, event: e.Revealed) -> None:
    for role in event.to:
        before = state.sight[role]
        state.sight[role] = Sight(
            _more(before.assets, event.assets),
            _more(before.gauges, event.gauges),
            _more(before.footholds, event.footholds),
        )


def _fact(state: State, event: e.FactSet) -> None:
    state.facts[event.fact] = event.so


def _report_sent(state: State, event: e.ReportSent) -> None:
    before = state.reports[event.report]
    state.reports[event.report] = ReportState(before.due, before.late, event.at, before.times + 1)


def _module_opened(state: State, event: e.ModuleOpened) -> None:
    state.modules[event.module] = ModuleState("open")
    state.module = event.module


def _answered(state: State, event: e.QuestionAnswered) -> None:
    before = state.modules[event.module]
    said = (event.question, event.role, event.text)
    kept = tuple(a for a in before.answers if a[:2] != said[:2])
    state.modules[event.module] = before._replace(answers=(*kept, said))


def _module_closed(state: State, event: e.ModuleClosed) -> None:
    state.modules[event.module] = state.modules[event.module]._replace(phase="closed")
    state.module = None


def _measure(state: State, event: e.MeasureTurned) -> None:
    before = state.measures[event.measure]
    held = before.held + (event.at - before.since if before.now == "holds" else 0)
    state.measures[event.measure] = MeasureState(event.now, event.at, held)


FOLDS: Final[dict[type, Callable[[State, Any], None]]] = {
    e.ExerciseStarted: _nothing,
    e.ExerciseEnded: _ended,
    e.InjectSent: _sent,
    e.InjectSkipped: _set("injects", "inject", skipped=_always(True)),
    e.InjectHeld: _set("injects", "inject", held=_always(True)),
    e.InjectReleased: _set("injects", "inject", held=_always(False)),
    e.InjectRead: _read,
    e.DecisionOpened: _opened,
    e.DecisionTaken: _taken,
    e.DecisionMissed: _set(
        "decisions", "decision", phase=_always("missed"), at="at", option="option"
    ),
    e.ConsentAsked: _consent_asked,
    e.ConsentQuestioned: _set(
        "requests", "request", phase=_always("questioned"), question="question"
    ),
    e.ConsentReplied: _set("requests", "request", phase=_always("asked"), text="text", due="due"),
    e.ConsentGiven: _set("requests", "request", phase=_always("granted")),
    e.ConsentRefused: _set("requests", "request", phase=_always("refused"), text="text"),
    e.ActionOrdered: _ordered,
    e.OrderQueued: _order("queued"),
    e.OrderMoved: _set("orders", "order", priority="priority"),
    e.WorkStarted: _work_started,
    e.WorkDone: _work_done,
    e.OrderRefused: _order("refused"),
    e.OrderCancelled: _order("cancelled"),
    e.TeamChanged: _set("teams", "team", people="people"),
    e.LinkChanged: _set("assets", "asset", link="link"),
    e.HostsHit: _hit,
    e.HostsRestored: _restored,
    e.FootholdGained: _set("assets", "asset", foothold=_always(True)),
    e.FootholdLost: _set("assets", "asset", foothold=_always(False)),
    e.DataLeaked: _leaked,
    e.WorkaroundSet: _set("assets", "asset", workaround="level"),
    e.ServiceChanged: _set("assets", "asset", service="level"),
    e.GaugeMoved: _gauge,
    e.StepPlanned: _set("steps", "step", phase=_always("planned"), since="at", due="due"),
    e.StepBlocked: _step("blocked"),
    e.StepStarted: _step("running"),
    e.StepSucceeded: _step("done"),
    e.StepFailed: _failed,
    e.StepStopped: _step("stopped"),
    e.StepSeen: _seen,
    e.FactSet: _fact,
    e.Revealed: _revealed,
    e.ReportDue: _set("reports", "report", due="due"),
    e.ReportMissed: _set("reports", "report", late=_always(True)),
    e.ReportSent: _report_sent,
    e.MessageSent: _nothing,
    e.NoteTaken: _nothing,
    e.ModuleOpened: _module_opened,
    e.QuestionAnswered: _answered,
    e.ModuleClosed: _module_closed,
    e.MeasureTurned: _measure,
}
"""One fold an event; a test proves that none is missing."""
