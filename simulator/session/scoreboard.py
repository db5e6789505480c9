"""How a contest stands over several worlds: looked at anew only where something of it happened.

It is a fold of those worlds and keeps nothing of its own that could be lost: a world that went
back, or was played again, is looked at from its beginning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from simulator.engine import events as e
from simulator.engine.overseeing.run import Run
from simulator.engine.scoring import (
    PersonRow,
    Solved,
    Standings,
    TeamRow,
    TeamRun,
    before,
    run_of,
    standings,
)
from simulator.scenario.contest import Contest
from simulator.session.scores import ChallengeScore, NewSolve, PersonScore, Scores, TeamScore

SHOWN: Final = 20
"""So many of the teams and of the people who lead are told of, and of one's own people."""
LATEST: Final = 12
"""So many of the newest solves."""
OF_A_CONTEST: Final = (
    e.ContestPlanned, e.ContestOpened, e.ContestFrozen, e.ContestClosed, e.ChallengeOpened,
    e.ChallengeSolved, e.AnswerTried, e.HintTaken, e.ExerciseEnded,
)  # fmt: skip

NOBODY: Final = TeamScore(0, "", 0, 0, None)

Feat = tuple[str, str]
"""A team and a challenge that it solved."""


class Look(NamedTuple):
    """One world as it was looked at last: all that counts of it, what of that others may see, and
    what lies on its board."""

    world: Run
    done: int
    run: TeamRun
    seen: TeamRun
    board: frozenset[str]
    frozen: bool
    over: bool
    tried: Mapping[str, int]
    """Wrong answers, by challenge."""


class Scoreboard:
    """Of one contest, which every world has."""

    def __init__(self) -> None:
        self._looks: dict[str, Look] = {}
        self._feats: tuple[Feat, ...] = ()
        self._solved: dict[Feat, Solved] = {}
        self._known: dict[Feat, Solved] = {}
        self._all: Standings | None = None
        self._seen: Standings | None = None

    def look(self, worlds: Mapping[str, Run]) -> set[str]:
        """The teams of whose contest something has happened since this was asked last."""
        stirred = {team for team, world in worlds.items() if self._look_at(team, world)}
        if stirred:
            self._all = self._seen = None
            self._line_up()
        return stirred

    @property
    def live(self) -> Standings:
        """How it really stands."""
        if self._all is None:
            self._all = standings(self._contest, [look.run for look in self._looks.values()])
        return self._all

    @property
    def public(self) -> Standings:
        """How it stands as far as everybody may know."""
        if not self.frozen:
            return self.live
        if self._seen is None:
            self._seen = standings(self._contest, [look.seen for look in self._looks.values()])
        return self._seen

    @property
    def frozen(self) -> bool:
        """Whether something counts that not everybody may know: until it is over for all teams."""
        looks = self._looks.values()
        return any(look.frozen for look in looks) and not all(look.over for look in looks)

    @property
    def begun(self) -> bool:
        """Whether there is anything to read off it."""
        return bool(self._looks)

    @property
    def teams(self) -> tuple[str, ...]:
        return tuple(self._looks)

    def solves(self) -> list[tuple[Feat, Solved]]:
        """Who really solved what, in the order in which it became known."""
        return [(feat, self._solved[feat]) for feat in self._feats]

    def tried(self, team: str) -> Mapping[str, int]:
        """The wrong answers of a team, by challenge."""
        return self._looks[team].tried

    def run(self, team: str) -> TeamRun:
        """All that counts of a team."""
        return self._looks[team].run

    def board(self, team: str) -> frozenset[str]:
        """The challenges that lie on the board of a team."""
        return self._looks[team].board

    def own(self, team: str) -> tuple[TeamScore, tuple[PersonScore, ...]]:
        """A team and its people, as they themselves know it: with all that they did, while what
        others did counts as far as everybody may know."""
        stand, look = self.public, self._looks[team]
        if self.frozen and look.run != look.seen:
            known = [it.run if name == team else it.seen for name, it in self._looks.items()]
            stand = standings(self._contest, known)
        row = next(row for row in stand.teams if row.team == team)
        people = [row for row in stand.persons if row.team == team][:SHOWN]
        return _team(row), tuple(map(person_score, people))

    def scores(self, team: str) -> Scores:
        """All that is told to a team."""
        own, mine = self.own(team)
        return replace(self.told(self.board(team)), own=own, mine=mine)

    def told(self, board: frozenset[str]) -> Scores:
        """What is told to every team on whose board these challenges lie, its own row left out."""
        stand = self.public
        challenges = (row for row in stand.challenges if row.challenge in board)
        return Scores(
            of=len(stand.teams),
            frozen=self.frozen,
            teams=tuple(map(_team, stand.teams[:SHOWN])),
            persons=tuple(map(person_score, stand.persons[:SHOWN])),
            challenges=tuple(
                ChallengeScore(row.challenge, row.worth, row.solves, "".join(row.first[:1]))
                for row in challenges
            ),
            latest=self._latest(board),
            own=NOBODY,
        )

    def _latest(self, board: frozenset[str]) -> tuple[NewSolve, ...]:
        newest: list[NewSolve] = []
        for team, challenge in reversed(self._feats):
            if solve := self._known.get((team, challenge)):
                known = challenge if challenge in board else ""
                newest.append(NewSolve(team, solve.person, known, solve.at))
            if len(newest) == LATEST:
                break
        return tuple(reversed(newest))

    @property
    def _contest(self) -> Contest:
        contest = next(iter(self._looks.values())).world.scenario.contest
        assert contest is not None
        return contest

    def _look_at(self, team: str, world: Run) -> bool:
        last = self._looks.get(team)
        if last is not None and last.world is world:
            new = world.log[last.done :]
            if not any(isinstance(event, OF_A_CONTEST) for event in new):
                if new:
                    self._looks[team] = last._replace(done=len(world.log))
                return False
        self._looks[team] = _look(team, world)
        return True

    def _line_up(self) -> None:
        """Put what is new behind what was there before; what was taken back is gone."""
        frozen, looks = self.frozen, self._looks.items()
        solved = {(team, it.challenge): it for team, look in looks for it in look.run.solves}
        kept = [feat for feat in self._feats if feat in solved]
        new = sorted(solved.keys() - set(kept), key=lambda feat: (solved[feat].at, feat))
        self._feats = (*kept, *new)
        cut = {(team, it.challenge): it for team, look in looks for it in look.seen.solves}
        self._solved, self._known = solved, cut if frozen else solved


def _look(team: str, world: Run) -> Look:
    state = world.state
    contest, run = state.contest, run_of(team, world.scenario, state)
    assert contest is not None, "only who has a contest is looked at"
    board = {name for name, it in state.challenges.items() if it.opened is not None}
    over = state.over or contest.phase == "closed"
    seen = before(run, contest.freezes) if contest.frozen else run
    tried = {name: it.tried for name, it in state.challenges.items()}
    return Look(world, len(world.log), run, seen, frozenset(board), contest.frozen, over, tried)


def _team(row: TeamRow) -> TeamScore:
    return TeamScore(row.rank, row.team, row.points, row.solved, row.last)


def person_score(row: PersonRow) -> PersonScore:
    """A row of people, as it is told."""
    return PersonScore(row.rank, row.team, row.name, row.points, row.solved, row.last)
