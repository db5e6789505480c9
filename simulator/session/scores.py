"""What all who take part in a contest are told of how it stands. No logic here.

Nothing in it is said in words: teams and people by their names, challenges by their ids, and of
challenges only those that lie on the reader's own board.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TeamScore:
    """`last` is the second at which it solved last, None where it has solved nothing."""

    rank: int
    team: str
    points: int
    solved: int
    last: int | None


@dataclass(frozen=True, slots=True)
class PersonScore:
    """Somebody of a team by the name under which they play; people without one by their role's."""

    rank: int
    team: str
    name: str
    points: int
    solved: int
    last: int | None


@dataclass(frozen=True, slots=True)
class ChallengeScore:
    """`worth` is what it brings each of those who solved it now; `first` is a team that was first,
    empty where nobody has solved it."""

    challenge: str
    worth: int
    solves: int
    first: str


@dataclass(frozen=True, slots=True)
class NewSolve:
    """Who solved what, and when on the clock of that team; `challenge` is empty where it does not
    lie on the reader's board."""

    team: str
    person: str
    challenge: str
    at: int


@dataclass(frozen=True, slots=True)
class Scores:
    """`of` is how many teams there are; `teams` and `persons` are those who lead. `own` is the
    reader's own team and `mine` its people, as they really stand also while the board is `frozen`:
    then what others did since counts for nothing here. `latest` are the newest solves that count,
    the oldest first."""

    of: int
    frozen: bool
    teams: tuple[TeamScore, ...]
    persons: tuple[PersonScore, ...]
    challenges: tuple[ChallengeScore, ...]
    latest: tuple[NewSolve, ...]
    own: TeamScore
    mine: tuple[PersonScore, ...] = ()
