"""The board of a contest as one role sees it: built from an allow-list. Pure.

What is right stays in the scenario, and so do solutions and hints that nobody has taken.
"""

from __future__ import annotations

from simulator.engine import views as v
from simulator.engine.desk import attachment
from simulator.engine.knowledge import Known, words
from simulator.engine.solvable import attempts_left, solve_why_not
from simulator.engine.state import ChallengeState
from simulator.scenario.contest import Challenge, Contest
from simulator.scenario.values import Text


def contest(known: Known) -> v.ContestView | None:
    """The board; None for roles that take no part."""
    board, state = known.scenario.contest, known.state.contest
    if board is None or state is None or known.role not in known.scenario.contestants:
        return None
    phase = "closed" if known.state.over else state.phase
    return v.ContestView(
        title=words(known, board.title),
        about=words(known, board.about),
        phase=phase,  # type: ignore[arg-type]  # one of the three words
        frozen=state.frozen,
        opens=state.opens,
        freezes=state.freezes,
        closes=state.closes,
        categories=tuple(
            v.CategoryView(name, words(known, category.title), words(known, category.about))
            for name, category in board.categories.items()
        ),
        challenges=_challenges(known, board, phase),
        first=round(board.first * 100),
        decay_to=round(board.decay.to * 100) if board.decay else 100,
        decay_after=board.decay.after if board.decay else 0,
    )


def _challenges(known: Known, board: Contest, phase: str) -> tuple[v.ChallengeView, ...]:
    """Those on the board; one of which nothing was heard since is the very same as before."""
    shown = known.past.board
    found = []
    for name, challenge in board.challenges.items():
        state = known.state.challenges[name]
        if state.opened is None:
            continue
        stand = (phase, state.solved, state.tried, len(state.hints))
        if name not in shown or shown[name][0] != stand:
            shown[name] = stand, _challenge(known, name, challenge, state)
        found.append(shown[name][1])
    return tuple(found)


def _challenge(
    known: Known, name: str, challenge: Challenge, state: ChallengeState
) -> v.ChallengeView:
    def read(text: Text | None) -> str:
        return words(known, text, state.opened)

    why_not = solve_why_not(known.scenario, known.state, name)
    return v.ChallengeView(
        id=name,
        category=challenge.category,
        title=read(challenge.title),
        points=challenge.points,
        text=read(challenge.text),
        form=read(challenge.form),
        attachments=tuple(attachment(it, read) for it in challenge.attachments),
        hints=tuple(_hints(known, challenge, state)),
        tried=state.tried,
        attempts=attempts_left(known.scenario, known.state, name),
        solved=state.solved,
        solved_by="" if state.solved is None else state.by or known.seat(state.role),
        why_not=why_not.into(known.language) if why_not else "",
    )


def _hints(known: Known, challenge: Challenge, state: ChallengeState) -> list[v.HintView]:
    hints = [v.HintView(n, hint.costs) for n, hint in enumerate(challenge.hints, start=1)]
    for taken in state.hints:
        hint = challenge.hints[taken.hint - 1]
        hints[taken.hint - 1] = v.HintView(
            taken.hint, hint.costs, words(known, hint.text, taken.at),
            taken.by or known.seat(taken.role), taken.at,
        )  # fmt: skip
    return hints
