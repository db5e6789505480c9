"""Which conditions an event may have turned: the keys it touches. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.engine import events as e
from simulator.engine.state import State
from simulator.engine.truth import Key

Touch = Callable[[State, Any], tuple[Key, ...]]


def touched(state: State, event: e.Event) -> tuple[Key, ...]:
    """The keys of what this event has changed, as conditions name them."""
    find = TOUCHES.get(type(event))
    return () if find is None else find(state, event)


def _one(kind: str) -> Touch:
    return lambda state, event: ((kind, getattr(event, kind)),)


def _order(state: State, event: Any) -> tuple[Key, ...]:
    return (("action", state.orders[event.order].action),)


def _work(state: State, event: Any) -> tuple[Key, ...]:
    return (*_order(state, event), *(("team", team) for team, _ in event.people))


TOUCHES: Final[dict[type, Touch]] = (
    {kind: _one("asset") for kind in (
        e.LinkChanged, e.HostsHit, e.HostsRestored, e.FootholdGained, e.FootholdLost,
        e.DataLeaked, e.ServiceChanged,
    )}
    | {kind: _one("step") for kind in (
        e.StepPlanned, e.StepBlocked, e.StepStarted, e.StepSucceeded, e.StepFailed,
        e.StepStopped, e.StepSeen,
    )}
    | {kind: _one("inject") for kind in (e.InjectSent, e.InjectSkipped, e.InjectRead)}
    | {kind: _one("decision") for kind in (e.DecisionOpened, e.DecisionTaken, e.DecisionMissed)}
    | {kind: _order for kind in (e.OrderQueued, e.OrderRefused, e.OrderCancelled)}
    | {kind: _work for kind in (e.WorkStarted, e.WorkDone)}
    | {kind: _one("report") for kind in (e.ReportDue, e.ReportMissed, e.ReportSent)}
    | {kind: _one("module") for kind in (e.ModuleOpened, e.ModuleClosed)}
    | {
        e.GaugeMoved: _one("gauge"), e.TeamChanged: _one("team"), e.FactSet: _one("fact"),
        e.ActionOrdered: _one("action"),
    }
)  # fmt: skip
