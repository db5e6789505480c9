"""Teams that have nothing to do in any run, and teams whose work always waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from simulator.engine import events as e
from simulator.rehearsal.playing import Played
from simulator.rehearsal.rehearsing import Rehearsal
from simulator.scenario.finding import Finding

ALWAYS: Final = 3 / 4
"""Scarce people are a good dilemma; where this share of all work waits, nobody has a choice."""

ENOUGH: Final = 6
"""Of fewer orders in all runs it may be chance that they waited."""


def in_teams(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Only of teams that some action wants; that none wants one is another finding."""
    scenario = rehearsal.scenario
    wanted = {team for action in scenario.actions.values() for team in action.takes.people}
    at_work = Counter(team for run in rehearsal.runs for team, _ in _works(run))
    for role, seat in scenario.roles.items():
        for team in seat.teams.keys() & wanted:
            loc = ("roles", role, "teams", team)
            if not at_work[team]:
                sentence = f"'{team}' has nothing to do in any of {len(rehearsal.runs)} runs"
                yield Finding(loc, "Q51", sentence, key=True)
            else:
                yield from _queued(rehearsal, team, loc)


def _queued(rehearsal: Rehearsal, team: str, loc: tuple[str, ...]) -> Iterator[Finding]:
    works = [late for run in rehearsal.by("doctrine") for name, late in _works(run) if name == team]
    late = sum(works)
    if len(works) >= ENOUGH and late > ALWAYS * len(works):
        sentence = (
            f"by doctrine {late} of {len(works)} orders have to wait for '{team}'; give it more "
            "people, or its work less time"
        )
        yield Finding(loc, "Q52", sentence, key=True)


def _works(run: Played) -> Iterator[tuple[str, bool]]:
    """The team of each work that began, and whether it had to wait for people."""
    queued: dict[str, int] = {}
    for event in run.log:
        if isinstance(event, e.OrderQueued):
            queued[event.order] = event.at
        elif isinstance(event, e.WorkStarted):
            for team, _ in event.people:
                yield team, event.at > queued.get(event.order, event.at)
