"""Skipping what is quiet: play on to the next thing that concerns a role."""

from __future__ import annotations

from typing import Final

from simulator.engine import events as e
from simulator.engine.exercise import Exercise

NEWS: Final = (
    e.InjectSent, e.ConsentAsked, e.ConsentQuestioned, e.ConsentGiven, e.ConsentRefused,
    e.DecisionMissed, e.OrderRefused, e.WorkDone, e.ReportDue, e.ReportMissed, e.ReportSent,
    e.MessageSent, e.ModuleOpened, e.ExerciseEnded, e.InjectWithdrawn, e.InjectReminded, e.Repaced,
    e.RulingGiven, e.StepReady, e.ContestOpened, e.ChallengeOpened,
)  # fmt: skip
"""What ends a skip when it reaches the role."""

NEAR: Final = 300
"""A skip also ends so many seconds before something of the role's is due."""


def skip_ahead(exercise: Exercise, role: str) -> list[e.Event]:
    """Play until there is news for the role or one of its deadlines is near; the news."""
    length = exercise.state.end
    stop = min((at for at in _warnings(exercise, role)), default=length)
    while not (exercise.over or exercise.held):
        seen = len(exercise.known_to(role))
        exercise.advance(int(min(exercise.next_at(), stop, length)))
        new = exercise.known_to(role)[seen:]
        news: list[e.Event] = [event for event in new if isinstance(event, NEWS)]
        if news or exercise.now >= stop:
            return news
    return []


def _warnings(exercise: Exercise, role: str) -> list[int]:
    """The moments shortly before the role's own deadlines, or the deadlines where they are near."""
    state, scenario, now = exercise.state, exercise.scenario, exercise.now
    dues = [
        decision.due
        for name, decision in state.decisions.items()
        if decision.phase == "open" and scenario.decider(name) == role
    ]
    dues += [r.due for r in state.requests.values() if r.of == role and r.phase == "asked"]
    dues += [
        state.reports[name].due
        for name, report in scenario.reports.items()
        if role in report.by and state.reports[name].sent is None
    ]
    times = (time for due in dues if due is not None for time in (due - NEAR, due))
    return [time for time in times if time > now]
