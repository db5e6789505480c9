"""What it costs the host to show roles what has changed, as a share of its beat."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from functools import partial
from typing import Final

from benchmarks.hosted import TEAM
from simulator.session.folder import Opened
from simulator.session.host import outgoing
from simulator.session.host.outgoing import Eyes
from simulator.session.host.publishing import Board, Shown
from simulator.session.limits import BEAT
from simulator.session.team import Team

BEATS: Final = 30
PACE: Final = 60
"""Exercise seconds a beat."""


def figures(opened: Opened) -> Iterator[str]:
    """Every role is shown its view once a beat, the session being played on meanwhile."""
    team = opened.session.teams[TEAM]
    boards = {
        role: Board(partial(_look, team, Eyes(TEAM, role, "en")))
        for role in team.exercise.scenario.roles
    }
    spent: dict[str, list[float]] = {role: [] for role in boards}
    for _ in range(BEATS):
        team.advance(team.now + PACE)
        for role, board in boards.items():
            begun = time.perf_counter()
            board.publish()
            spent[role].append(time.perf_counter() - begun)
    typical = {role: statistics.median(times) for role, times in spent.items()}
    dearest = max(typical, key=lambda role: typical[role])
    all_roles, one = sum(typical.values()), statistics.median(typical.values())
    yield f"showing what has changed at the end of it, as a share of the beat of {BEAT:.0f} s"
    yield (
        f"  a role {one / BEAT:.2%} (median), {typical[dearest] / BEAT:.2%} at most ({dearest}, "
        f"{max(spent[dearest]) * 1000:.1f} ms once); all {len(boards)} together "
        f"{all_roles / BEAT:.1%}"
    )


def _look(team: Team, eyes: Eyes) -> Shown:
    return outgoing.clock_face(team, 0, False, eyes.language), outgoing.role_view(team, eyes)
