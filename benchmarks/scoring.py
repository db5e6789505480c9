"""Scores of a contest of 200 teams, as a multiple of sorting all that they did."""

from __future__ import annotations

from functools import partial
from random import Random
from typing import Final

from benchmarks.measure import ratio
from simulator.engine.scoring import Hinted, Solved, TeamRun, standings
from simulator.scenario.contest import Contest

TEAMS: Final = 200
CHALLENGES: Final = 30
PEOPLE: Final = 5
END: Final = 36 * 3600
SALT: Final = "6b756c6c61206461"


def main() -> None:
    told, runs = _contest(), _runs(Random(1))
    rows: list[tuple[int, str, str]] = []
    for run in runs:
        rows += [(it.at, run.team, it.person) for it in run.solves]
        rows += [(it.at, run.team, it.person) for it in run.hints]
    print(f"scores of {TEAMS} teams that did {len(rows)} things, as a multiple of sorting these")
    print(f"  {ratio(partial(standings, told, runs), partial(sorted, rows))}")


def _contest() -> Contest:
    one = {
        "category": "logs", "points": 100, "text": "?", "hints": [{"text": "Hm.", "costs": 10}],
        "answers": [{"salt": SALT, "hash": "0" * 64}],
    }  # fmt: skip
    return Contest.model_validate(
        {
            "title": "Board", "first": "10%", "decay": {"to": "50%", "after": 40},
            "categories": {"logs": {"title": "Logs"}},
            "challenges": {f"c{n}": one | {"title": f"C{n}"} for n in range(CHALLENGES)},
        }
    )  # fmt: skip


def _runs(dice: Random) -> list[TeamRun]:
    def moment() -> tuple[int, str]:
        return dice.randrange(END), f"person-{dice.randrange(PEOPLE)}"

    return [
        TeamRun(
            f"team-{number}",
            tuple(Solved(f"c{n}", *moment()) for n in range(CHALLENGES)),
            tuple(Hinted(f"c{n}", 1, *moment()) for n in range(CHALLENGES)),
        )
        for number in range(TEAMS)
    ]


if __name__ == "__main__":
    main()
