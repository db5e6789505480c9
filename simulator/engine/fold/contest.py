"""What happens on the board of a contest, in a State."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.engine import events as e
from simulator.engine.state import ContestState, State, TakenHint


def _contest(state: State) -> ContestState:
    assert state.contest is not None
    return state.contest


def _planned(state: State, event: e.ContestPlanned) -> None:
    contest = _contest(state)
    contest.opens, contest.freezes, contest.closes = event.opens, event.freezes, event.closes


def _opened(state: State, event: e.ContestOpened) -> None:
    _contest(state).phase = "open"
    for challenge in event.challenges:
        state.challenges[challenge].opened = event.at


def _frozen(state: State, event: e.ContestFrozen) -> None:
    _contest(state).frozen = True


def _closed(state: State, event: e.ContestClosed) -> None:
    _contest(state).phase = "closed"


def _on_the_board(state: State, event: e.ChallengeOpened) -> None:
    state.challenges[event.challenge].opened = event.at


def _solved(state: State, event: e.ChallengeSolved) -> None:
    challenge = state.challenges[event.challenge]
    challenge.solved, challenge.role, challenge.by = event.at, event.role, event.by


def _tried(state: State, event: e.AnswerTried) -> None:
    state.challenges[event.challenge].tried += 1


def _hint(state: State, event: e.HintTaken) -> None:
    taken = TakenHint(event.hint, event.at, event.role, event.by)
    state.challenges[event.challenge].hints += (taken,)


FOLDS: Final[dict[type, Callable[[State, Any], None]]] = {
    e.ContestPlanned: _planned, e.ContestOpened: _opened, e.ContestFrozen: _frozen,
    e.ContestClosed: _closed, e.ChallengeOpened: _on_the_board, e.ChallengeSolved: _solved,
    e.AnswerTried: _tried, e.HintTaken: _hint,
}  # fmt: skip
