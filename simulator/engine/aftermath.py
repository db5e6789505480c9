"""What followed from a decision, in the few lines that weigh most. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, cast

from simulator.engine import events as e
from simulator.engine import views as v
from simulator.engine.annals import Follower
from simulator.engine.disclosing import disclosed, line
from simulator.engine.knowledge import Known
from simulator.engine.touches import SUBJECT

MOST: Final = 12
NEAR: Final = 6
"""By so many others at most it still matters how directly something came about."""

WEIGHT: Final[dict[type, int]] = {
    e.ExerciseEnded: 9, e.StepStopped: 9, e.StepSucceeded: 9, e.ConsentRefused: 9,
    e.LinkChanged: 8, e.HostsRestored: 8, e.WorkDone: 8, e.StepBlocked: 8, e.StepFailed: 8,
    e.DecisionTaken: 8, e.DecisionMissed: 8, e.FootholdLost: 8, e.OrderRefused: 8,
    e.HostsHit: 7, e.ServiceChanged: 7, e.FootholdGained: 7, e.DataLeaked: 7, e.InjectSent: 7,
    e.ReportSent: 7, e.ReportMissed: 7, e.ModuleOpened: 7,
    e.GaugeMoved: 6, e.TeamChanged: 6, e.Revealed: 6, e.WorkaroundSet: 6, e.StepSeen: 6,
    e.MeasureTurned: 5, e.ActionOrdered: 5, e.ReportDue: 5,
    e.LimitPassed: 9, e.SetPointChanged: 7, e.ReadingForged: 7, e.ManualTurned: 7, e.AlarmRang: 7,
    e.ValueTurned: 6, e.AlarmsSilenced: 6,
    e.StepStarted: 4, e.ConsentGiven: 4, e.FactSet: 3,
}  # fmt: skip
"""What is told at all, and how much it weighs."""

_AGAIN_AND_AGAIN: Final = (
    e.HostsHit, e.DataLeaked, e.ServiceChanged, e.GaugeMoved, e.TeamChanged, e.WorkaroundSet,
    e.StepStarted, e.StepBlocked, e.ValueTurned, e.AlarmRang,
)  # fmt: skip
"""Of these only how it came out in the end is told."""


def aftermath(known: Known, followers: Iterable[Follower]) -> tuple[v.LogLine, ...]:
    """At most MOST lines, in the order in which it happened."""
    log = known.annals.log
    shown = (disclosed(log[place], known.role) for place in heaviest(known, followers))
    return tuple(line(known, event) for event in shown if event)


def heaviest(known: Known, followers: Iterable[Follower]) -> list[int]:
    """The places of what is told of these: at most MOST, in order."""
    told = _last_of_each(known, followers)
    ranked = sorted(told, key=lambda follower: _lightness(known, follower))
    return sorted(follower.place for follower in ranked[:MOST])


def _last_of_each(known: Known, followers: Iterable[Follower]) -> list[Follower]:
    kept: dict[object, Follower] = {}
    for follower in followers:
        event = known.annals.log[follower.place]
        if disclosed(event, known.role) and _matters(known, event):
            key: object = follower.place
            if isinstance(event, _AGAIN_AND_AGAIN):
                key = type(event), cast("tuple[Any, ...]", event)[SUBJECT]
            first = kept.get(key, follower)
            kept[key] = Follower(follower.place, min(first.steps, follower.steps))
    return list(kept.values())


def _matters(known: Known, event: e.Event) -> bool:
    if isinstance(event, e.FactSet):
        return known.scenario.facts[event.fact].about is not None
    if isinstance(event, e.MeasureTurned):
        return event.now in ("met", "failed")
    return type(event) in WEIGHT


def _lightness(known: Known, follower: Follower) -> tuple[int, int]:
    weight = WEIGHT[type(known.annals.log[follower.place])]
    return min(follower.steps, NEAR) - 2 * weight, follower.place
