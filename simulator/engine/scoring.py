"""Who leads in a contest: points of teams and of people, from what each team solved and when. Pure.

The rules:

- Whoever solved a challenge holds what it is worth now. With decay it falls in equal steps with
  every team that solved it, from all its points for one alone down to the share `to`, which is
  reached with `after` teams.
- The team that solved it at the earliest second of the exercise gets the bonus for the first on
  top, a share of the challenge's own points; of several at the same second, each gets it.
- A hint takes its price away when it is taken, also where nothing is ever solved. A person can
  fall below zero by it, a team can't.
- Equal points are ranked by who reached them first: the second of the last challenge solved. Only
  where that is the same, too, teams share a rank, and stand in the order of their names.
- While the scores stand still, what happened from that second on doesn't count, but for what a
  team itself has done: that it knows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from simulator.engine.state import State
from simulator.scenario.contest import Contest
from simulator.scenario.scenario import Scenario


class Solved(NamedTuple):
    """A challenge that a team has solved; `person` is who found it, or the role of a bot."""

    challenge: str
    at: int
    person: str


class Hinted(NamedTuple):
    """A hint that a team has taken; `hint` is its number, from 1."""

    challenge: str
    hint: int
    at: int
    person: str


@dataclass(frozen=True, slots=True)
class TeamRun:
    """All that counts of one team."""

    team: str
    solves: tuple[Solved, ...] = ()
    hints: tuple[Hinted, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamRow:
    """`last` is when it solved last, None where nothing is solved; `firsts` counts its bonuses."""

    rank: int
    team: str
    points: int
    solved: int
    firsts: int
    last: int | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    rank: int
    team: str
    name: str
    points: int
    solved: int
    last: int | None


@dataclass(frozen=True, slots=True)
class ChallengeRow:
    """`worth` is what it brings whoever solved it now, without the bonus; `first` are the teams
    that solved it at the earliest second."""

    challenge: str
    worth: int
    solves: int
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standings:
    """`until` is the second from which on things don't count, None where all of them do."""

    teams: tuple[TeamRow, ...]
    persons: tuple[PersonRow, ...]
    challenges: tuple[ChallengeRow, ...]
    until: int | None = None


@dataclass(slots=True)
class _Sum:
    """What somebody has so far; the price of a hint is no moment to be ranked by."""

    points: int = 0
    solved: int = 0
    firsts: int = 0
    last: int | None = None

    def solves(self, points: int, first: bool, at: int) -> None:
        self.points += points
        self.solved += 1
        self.firsts += first
        self.last = at if self.last is None else max(self.last, at)

    def adds(self, other: _Sum) -> None:
        times = [at for at in (self.last, other.last) if at is not None]
        self.points += other.points
        self.solved += other.solved
        self.firsts += other.firsts
        self.last = max(times, default=None)


def standings(
    contest: Contest, runs: Iterable[TeamRun], until: int | None = None, own: str = ""
) -> Standings:
    """How the contest stands; what happened from the second `until` on counts only for the team
    `own`."""
    counted = [run if run.team == own else before(run, until) for run in runs]
    challenges = _challenges(contest, counted)
    teams: dict[tuple[str, str], _Sum] = {}
    persons: dict[tuple[str, str], _Sum] = {}
    for run, people in zip(counted, _people(contest, challenges, counted), strict=True):
        total = teams[run.team, ""] = _Sum()
        for name, has in people.items():
            persons[run.team, name] = has
            total.adds(has)
        total.points = max(0, total.points)
    return Standings(
        tuple(
            TeamRow(rank, team, it.points, it.solved, it.firsts, it.last)
            for rank, (team, _), it in _ranked(teams)
        ),
        tuple(
            PersonRow(rank, team, name, it.points, it.solved, it.last)
            for rank, (team, name), it in _ranked(persons)
        ),
        challenges,
        until,
    )


def run_of(team: str, scenario: Scenario, state: State) -> TeamRun:
    """What counts of a team whose world stands like this."""
    solves = []
    hints = []
    for name, challenge in state.challenges.items():
        if challenge.solved is not None:
            who = person(scenario, challenge.role, challenge.by)
            solves.append(Solved(name, challenge.solved, who))
        for taken in challenge.hints:
            who = person(scenario, taken.role, taken.by)
            hints.append(Hinted(name, taken.hint, taken.at, who))
    return TeamRun(team, tuple(solves), tuple(hints))


def person(scenario: Scenario, role: str, by: str) -> str:
    """Who did it; where nobody is named, and for bots, the short name of the role."""
    return by or scenario.roles[role].short or role


def worth(contest: Contest, challenge: str, solves: int) -> int:
    """What a challenge brings each of so many teams that solved it, without the bonus."""
    points, decay = contest.challenges[challenge].points, contest.decay
    if decay is None:
        return points
    steps = decay.after - 1
    gone = min(max(solves - 1, 0), steps)
    return points - round(points * (1 - decay.to) * gone / steps)


def bonus_of(contest: Contest, challenge: str) -> int:
    """What the first team gets on top."""
    return round(contest.challenges[challenge].points * contest.first)


def before(run: TeamRun, until: int | None) -> TeamRun:
    """What of it had been done by the second `until`; all of it where that is None."""
    if until is None:
        return run
    solves = tuple(solve for solve in run.solves if solve.at < until)
    return TeamRun(run.team, solves, tuple(hint for hint in run.hints if hint.at < until))


def _challenges(contest: Contest, runs: Sequence[TeamRun]) -> tuple[ChallengeRow, ...]:
    times: dict[str, list[tuple[int, str]]] = {name: [] for name in contest.challenges}
    for run in runs:
        for solve in run.solves:
            times[solve.challenge].append((solve.at, run.team))
    rows = []
    for name, solved in times.items():
        earliest = min((at for at, _ in solved), default=0)
        first = tuple(sorted(team for at, team in solved if at == earliest))
        rows.append(ChallengeRow(name, worth(contest, name, len(solved)), len(solved), first))
    return tuple(rows)


def _people(
    contest: Contest, challenges: Sequence[ChallengeRow], runs: Iterable[TeamRun]
) -> Iterator[dict[str, _Sum]]:
    """For each run its people, with what they have."""
    worths = {row.challenge: row.worth for row in challenges}
    firsts = {row.challenge: row.first for row in challenges}
    bonus = {name: bonus_of(contest, name) for name in worths}
    prices = {name: [hint.costs for hint in it.hints] for name, it in contest.challenges.items()}
    for run in runs:
        people: defaultdict[str, _Sum] = defaultdict(_Sum)
        for name, at, person in run.solves:
            first = run.team in firsts[name]
            people[person].solves(worths[name] + (bonus[name] if first else 0), first, at)
        for name, number, _, person in run.hints:
            people[person].points -= prices[name][number - 1]
        yield people


def _ranked(sums: dict[tuple[str, str], _Sum]) -> list[tuple[int, tuple[str, str], _Sum]]:
    """Everybody in order, each with a rank; those who share one leave out the next."""
    order = sorted(sums.items(), key=lambda row: (*_height(row[1]), row[0]))
    ranked: list[tuple[int, tuple[str, str], _Sum]] = []
    for place, (key, total) in enumerate(order, start=1):
        equal = bool(ranked) and _height(ranked[-1][2]) == _height(total)
        ranked.append((ranked[-1][0] if equal else place, key, total))
    return ranked


def _height(total: _Sum) -> tuple[int, int]:
    """By what one is ranked, the best first; where nothing is solved, nobody was earlier."""
    return -total.points, -1 if total.last is None else total.last
