"""What control sees of a session: teams and their clocks, people and their seats. No logic here."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.session.grants import Part


@dataclass(frozen=True, slots=True)
class TeamRow:
    """`stands` is waiting, running, paused, held, over or frozen; `now` in exercise seconds."""

    name: str
    now: int
    pace: float
    stands: str
    why: str


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A role of a team: whether people are in it, and how many of them are connected."""

    team: str
    role: str
    title: str
    staffed: bool
    people: int


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody's seat, or an invitation that nobody has taken up. `last` is when they last asked
    for anything, in UTC milliseconds, 0 for never."""

    grant: str
    part: Part
    team: str
    role: str
    name: str
    state: str
    last: int


@dataclass(frozen=True, slots=True)
class Room:
    """`host` is writing, full or failed; `alarms` are for control to look into."""

    scenario: str
    title: str
    start: str
    length: int
    session: str
    host: str
    teams: tuple[TeamRow, ...]
    seats: tuple[SeatRow, ...]
    people: tuple[PersonRow, ...]
    alarms: tuple[str, ...]
