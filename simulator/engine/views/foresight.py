"""What may come, as runs of the engine say: never what will."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Spread:
    """The smallest, the middle and the largest of what the runs came to."""

    low: int
    middle: int
    high: int


@dataclass(frozen=True, slots=True)
class InjectAhead:
    """An inject that is still to come: in how many of the runs it is sent, and when (seconds)."""

    inject: str
    title: str
    runs: int
    at: Spread | None


@dataclass(frozen=True, slots=True)
class Ahead:
    """How a value stands at the end of the runs: `service` in tenths of a per cent, `gauge` in
    thousandths, `points` of an objective."""

    kind: Literal["service", "gauge", "points"]
    id: str
    title: str
    now: int
    then: Spread


@dataclass(frozen=True, slots=True)
class Ending:
    outcome: str
    title: str
    runs: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """What `runs` forks of a team's world came to, from second `now` up to second `until`.
    `acting` says whether bots act in the seats of people, or nobody does."""

    acting: bool
    runs: int
    now: int
    until: int
    injects: tuple[InjectAhead, ...]
    values: tuple[Ahead, ...]
    endings: tuple[Ending, ...]
    ends_at: Spread


@dataclass(frozen=True, slots=True)
class Moved:
    """An inject that would be sent at another time; None where it would not be sent."""

    inject: str
    title: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Changed:
    """A measure that would come out otherwise, or a value at the end that would."""

    kind: Literal["measure", "service", "gauge", "ending", "end"]
    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What an act of control would change, if from then on everybody does as their bots would.

    `dies` are the injects that would not be sent any more, `comes` those that would be, `moves`
    those at another time. `unproven` are objectives that would lose the only evidence they have.
    `refused` says why the act can't be.
    """

    refused: str
    dies: tuple[Moved, ...]
    comes: tuple[Moved, ...]
    moves: tuple[Moved, ...]
    changes: tuple[Changed, ...]
    unproven: tuple[str, ...]
