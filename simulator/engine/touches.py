"""Which conditions an event may have turned: the keys it touches. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, cast

from simulator.engine import events as e
from simulator.engine.state import State
from simulator.engine.truth import Key

SUBJECT: Final = 2
"""Every event names what it is about right after `at` and `to`."""

TOUCHES: Final[dict[type, str]] = {
    e.LinkChanged: "asset", e.HostsHit: "asset", e.HostsRestored: "asset",
    e.FootholdGained: "asset", e.FootholdLost: "asset", e.DataLeaked: "asset",
    e.ServiceChanged: "asset",
    e.StepReady: "step", e.StepPlanned: "step", e.StepBlocked: "step", e.StepStarted: "step",
    e.StepSucceeded: "step", e.StepFailed: "step", e.StepStopped: "step", e.StepSeen: "step",
    e.InjectSent: "inject", e.InjectSkipped: "inject", e.InjectRead: "inject",
    e.InjectWithdrawn: "inject",
    e.RulingGiven: "subject",
    e.DecisionOpened: "decision", e.DecisionTaken: "decision", e.DecisionMissed: "decision",
    e.ActionOrdered: "order", e.OrderQueued: "order", e.OrderRefused: "order",
    e.OrderCancelled: "order", e.WorkStarted: "order", e.WorkDone: "order",
    e.ReportDue: "report", e.ReportMissed: "report", e.ReportSent: "report",
    e.ModuleOpened: "module", e.ModuleClosed: "module",
    e.GaugeMoved: "gauge", e.ValueTurned: "gauge", e.ReadingForged: "gauge",
    e.ManualTurned: "gauge", e.AlarmRang: "gauge", e.AlarmCleared: "gauge", e.LimitPassed: "gauge",
    e.TeamChanged: "team", e.FactSet: "fact",
    e.SeatTaken: "seat", e.SeatVacated: "seat",
    e.ContestOpened: "challenges", e.ChallengeOpened: "challenge", e.ChallengeSolved: "challenge",
    e.AnswerTried: "challenge",
}  # fmt: skip
"""What kind of thing an event changes, for those that conditions can ask about."""


def touched(state: State, event: e.Event) -> tuple[Key, ...]:
    """The keys of what this event has changed, as conditions name them."""
    kind = TOUCHES.get(type(event))
    if kind is None:
        return ()
    subject: Any = cast("tuple[Any, ...]", event)[SUBJECT]
    if kind == "order":
        return (("action", state.orders[subject].action), *_busy_teams(event))
    if isinstance(event, e.ContestOpened):
        return tuple(("challenge", name) for name in event.challenges)
    if isinstance(event, e.InjectWithdrawn):
        return (("decision", event.decision),)
    # What control rules on is a decision, or a proposal, which no condition asks about.
    return (("decision" if kind == "subject" else kind, subject),)


def _busy_teams(event: e.Event) -> Iterator[Key]:
    """An order is asked for by its action, its work also by the teams it keeps busy."""
    if isinstance(event, e.WorkStarted | e.WorkDone):
        for team, _ in event.people:
            yield "team", team
