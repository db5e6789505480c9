"""How a contest went for a team."""

from __future__ import annotations

from collections import defaultdict

from simulator.engine import events as e
from simulator.engine.titles import Titles
from simulator.review.findings import Solved
from simulator.review.recorded import Take


def contest(take: Take, language: str) -> tuple[Solved, ...]:
    """The challenges that lay on the team's board, in the author's order; none without a contest.

    `points` are those that the author has set, before decay and bonus.
    """
    titles = Titles(take.scenario, language, {})
    cites: defaultdict[str, list[int]] = defaultdict(list)
    for place, event in enumerate(take.log):
        if isinstance(event, e.ChallengeSolved | e.AnswerTried | e.HintTaken):
            cites[event.challenge].append(place)
    return tuple(
        Solved(
            challenge=name,
            title=titles.words(take.scenario.challenge[name].title),
            points=take.scenario.challenge[name].points,
            solved=state.solved,
            by=state.by or (titles.role(state.role) if state.role else ""),
            tried=state.tried,
            hints=len(state.hints),
            cites=tuple(cites[name]),
        )
        for name, state in take.run.state.challenges.items()
        if state.opened is not None
    )
