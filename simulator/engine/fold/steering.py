"""What control's acts change in a State."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any, Final

from simulator.engine import events as e
from simulator.engine.state import InjectState, ProposalState, State

ACTS_ON_INJECTS: Final = frozenset(
    {"fire", "hold", "release", "skip", "delay", "write", "amend", "withdraw", "remind"}
)


def _steered(state: State, event: e.Steered) -> None:
    if event.act == "write":
        state.injects[event.of] = InjectState()
    if event.act in ACTS_ON_INJECTS:
        state.injects[event.of].by = event.by


def _planned(state: State, event: e.InjectsPlanned) -> None:
    for inject, due in event.times:
        state.injects[inject].due = due


def _postponed(state: State, event: e.InjectPostponed) -> None:
    state.injects[event.inject].floor = event.until


def _written(state: State, event: e.InjectWritten) -> None:
    inject = state.injects.setdefault(event.inject, InjectState())
    inject.form = sha256(event.form.encode()).hexdigest()[:16]


def _withdrawn(state: State, event: e.InjectWithdrawn) -> None:
    state.injects[event.inject].withdrawn = True
    decision = state.decisions.get(event.decision)
    if decision and decision.phase == "open":
        decision.phase, decision.at = "withdrawn", event.at


def _repaced(state: State, event: e.Repaced) -> None:
    state.end, state.tempo = event.end, event.tempo


def _at_tempo(state: State, event: e.TempoSet) -> None:
    state.share = event.share


def _instructed(state: State, event: e.BotInstructed) -> None:
    state.policies[event.seat] = event.policy


def _proposed(state: State, event: e.ActionProposed) -> None:
    state.proposals[event.proposal] = ProposalState(event.role, event.at, event.text)


def _ruled(state: State, event: e.RulingGiven) -> None:
    if event.subject in state.proposals:
        proposal = state.proposals[event.subject]
        proposal.outcome, proposal.answer = event.outcome, event.text
        proposal.ruled_at = event.at
    else:
        decision = state.decisions[event.subject]
        decision.ruled, decision.ruling = event.outcome, event.text
        decision.option = event.option or decision.option


def _nothing(state: State, event: e.InjectReminded) -> None:
    pass


FOLDS: Final[dict[type, Callable[[State, Any], None]]] = {
    e.Steered: _steered, e.InjectsPlanned: _planned, e.InjectPostponed: _postponed,
    e.InjectWritten: _written, e.InjectWithdrawn: _withdrawn, e.InjectReminded: _nothing,
    e.Repaced: _repaced, e.TempoSet: _at_tempo, e.BotInstructed: _instructed,
    e.ActionProposed: _proposed, e.RulingGiven: _ruled,
}  # fmt: skip
