"""A contest as control is shown it: live and unfrozen, with the way to each answer."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from simulator.scenario.scenario import Scenario
from simulator.session.room import FlagRow, ScoreRow, SolveRow
from simulator.session.scoreboard import Scoreboard, person_score
from simulator.session.scores import PersonScore

NEWEST: Final = 300
"""So many of the newest solves are told of."""
BEST: Final = 200
"""So many people are told of."""


class Scoring:
    """Of one host, told anew only when something has happened."""

    def __init__(self, board: Scoreboard) -> None:
        self._board = board
        self._told: dict[str, tuple[object, dict[str, Any]]] = {}

    def told(self, scenario: Scenario, language: str) -> dict[str, Any]:
        """The parts of a room that tell of the contest; none where there is no contest."""
        if scenario.contest is None:
            return {}
        board, title = self._board, scenario.contest.title.into(language)
        if not board.begun:
            return {"contest": title}
        stand, told = self._told.get(language, (None, {}))
        if stand is not board.live:
            told = {
                "contest": title, "frozen": board.frozen, "scores": _scores(board),
                "solvers": _solvers(board), "solves": _solves(board),
                "flags": _flags(scenario, board, language),
            }  # fmt: skip
            self._told[language] = board.live, told
        return told


def _scores(board: Scoreboard) -> tuple[ScoreRow, ...]:
    return tuple(
        ScoreRow(
            row.rank, row.team, row.points, row.solved, row.firsts, row.last,
            sum(board.tried(row.team).values()), len(board.run(row.team).hints),
        )
        for row in board.live.teams
    )  # fmt: skip


def _solvers(board: Scoreboard) -> tuple[PersonScore, ...]:
    return tuple(map(person_score, board.live.persons[:BEST]))


def _solves(board: Scoreboard) -> tuple[SolveRow, ...]:
    first = {row.challenge: row.first for row in board.live.challenges}
    return tuple(
        SolveRow(
            team, solve.person, challenge, solve.at, board.tried(team)[challenge],
            team in first[challenge],
        )
        for (team, challenge), solve in board.solves()[-NEWEST:]
    )  # fmt: skip


def _flags(scenario: Scenario, board: Scoreboard, language: str) -> tuple[FlagRow, ...]:
    assert scenario.contest is not None
    tried, hints, boards = Counter[str](), Counter[str](), Counter[str]()
    for team in board.teams:
        tried.update(board.tried(team))
        hints.update(hint.challenge for hint in board.run(team).hints)
        boards.update(board.board(team))
    made = []
    for row in board.live.challenges:
        it = scenario.contest.challenges[row.challenge]
        category = scenario.contest.categories[it.category].title
        made.append(FlagRow(
            row.challenge, it.title.into(language), category.into(language), it.points, row.worth,
            boards[row.challenge], row.solves, tried[row.challenge], hints[row.challenge],
            it.solution.into(language) if it.solution else "",
        ))  # fmt: skip
    return tuple(made)
