"""What happened on the board of a contest. No event holds what anybody has answered."""

from __future__ import annotations

from typing import NamedTuple

Roles = tuple[str, ...]


class ContestPlanned(NamedTuple):
    """It is to open and to close at these seconds; the scores that all see stand still from
    `freezes` on, where that is not None."""

    at: int
    to: Roles
    opens: int
    freezes: int | None
    closes: int


class ContestOpened(NamedTuple):
    """`challenges` are those that are on the board from the beginning."""

    at: int
    to: Roles
    challenges: tuple[str, ...]


class ContestFrozen(NamedTuple):
    """The scores that all see stand still from now on."""

    at: int
    to: Roles


class ContestClosed(NamedTuple):
    at: int
    to: Roles


class ChallengeOpened(NamedTuple):
    at: int
    to: Roles
    challenge: str


class ChallengeSolved(NamedTuple):
    """`by` is who of the role found it, empty where nobody is named or a bot did."""

    at: int
    to: Roles
    challenge: str
    role: str
    by: str
    bot: bool


class AnswerTried(NamedTuple):
    """The answer was wrong."""

    at: int
    to: Roles
    challenge: str
    role: str
    by: str


class HintTaken(NamedTuple):
    """`hint` is its number, from 1."""

    at: int
    to: Roles
    challenge: str
    hint: int
    role: str
    by: str
