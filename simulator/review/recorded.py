"""A session as it was recorded, ready to be looked into: takes, people, and who did what. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from simulator.engine.commands import Command
from simulator.engine.events import Event
from simulator.engine.exercise import Exercise
from simulator.scenario.scenario import Scenario
from simulator.session.journal.reading import Written
from simulator.session.journal.record import Header, Record
from simulator.session.notebook import Ratings
from simulator.session.ratings import Way
from simulator.session.recalling import Forked
from simulator.session.room import DutyRow, EndRow, NoDuffRow
from simulator.session.session import Session
from simulator.speech import Tellable


class Deed(NamedTuple):
    """Something that was asked of a team's world, in the record `seq`, `utc` milliseconds since
    1970, at second `at`; `grant` is the seat of who asked, empty where nobody is named. `role` is
    whose act it was, `stand_in` who of control gave it in that role's place.

    What came of it at once are the events from place `begin` up to before `end` of the log of its
    take; `code` says why it was refused, and is empty where it was done.
    """

    seq: int
    utc: int
    at: int
    grant: str
    command: Command
    stand_in: str | None
    begin: int
    end: int
    code: str = ""

    @property
    def role(self) -> str:
        return self.command.role

    @property
    def done(self) -> bool:
        return not self.code


class Tick(NamedTuple):
    """That a team's clock stood at second `at` when it was `utc`; `running` is whether it ran on
    from there, at `pace` exercise seconds a second, up to the next of its hold points."""

    utc: int
    at: int
    running: bool
    pace: float
    holds: tuple[int, ...] = ()


class Stop(NamedTuple):
    """That a team's clock stood still at second `at`, from `utc` on, and `why`, as everybody was
    told; it says nothing where nobody did. `emergency` is a real one, as control saw it."""

    at: int
    utc: int
    why: Tellable
    emergency: NoDuffRow | None = None


class Roster(NamedTuple):
    """From `utc` on, whose the duties of control are, and who of it wishes for ENDEX."""

    utc: int
    duties: tuple[DutyRow, ...]
    ending: tuple[EndRow, ...]


@dataclass(frozen=True, slots=True)
class Take:
    """One way of a team through the exercise, from second 0 to `until`. A later one has all of the
    earlier one up to second `since`, to which control went back; `why` control then did. `run` is
    its world as it stood last, to be looked at only."""

    team: str
    number: int
    since: int
    until: int
    why: str
    run: Exercise
    deeds: tuple[Deed, ...]
    ticks: tuple[Tick, ...]
    stops: tuple[Stop, ...] = ()

    @property
    def log(self) -> Sequence[Event]:
        return self.run.log

    @property
    def scenario(self) -> Scenario:
        """As this run has it: at its level and side, with what control has written."""
        return self.run.scenario

    def stood(self, at: int) -> Stop | None:
        """Why the clock stood still at this very second, if it did: the last real emergency there,
        or else the last that was told."""
        here = [stop for stop in self.stops if stop.at == at]
        called = (stop for stop in reversed(here) if stop.emergency)
        return next(called, here[-1] if here else None)

    def tick(self, at: int) -> Tick | None:
        """How the clock went on at this second; None where nobody can say."""
        upto = bisect_right(self.ticks, at, key=lambda tick: tick.at)
        return self.ticks[upto - 1] if upto else None

    def utc(self, at: int) -> int | None:
        """When (UTC milliseconds) the clock came to this second; None where nobody can say."""
        found = self.tick(at)
        if found is None:
            return None
        ahead = round((at - found.at) * 1000 / found.pace) if found.running else 0
        return found.utc + ahead


def parted(takes: Sequence[Take], one: int, other: int) -> int | None:
    """From which second on two of a team's takes differ, by their numbers: the earliest to which
    control went back between them; None for one and the same."""
    first, last = sorted((one, other))
    return _way(takes, last).back(first)


def _way(takes: Sequence[Take], number: int, until: int | None = None) -> Way:
    """How their team came to the take of this number."""
    return Way(number, tuple(take.since for take in takes[1:]), until)


class Person(NamedTuple):
    """Who had a seat, from when to when (UTC milliseconds; `left` None for until the end)."""

    grant: str
    name: str
    part: str
    team: str
    role: str
    came: int
    left: int | None
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """`session` is how it all stands after the last record, `takes` are by team in the order in
    which they were played, and `hosts` is how often a host took the session up."""

    written: Written
    session: Session
    takes: dict[str, tuple[Take, ...]]
    people: tuple[Person, ...]
    hosts: int
    rosters: tuple[Roster, ...] = ()

    @property
    def header(self) -> Header:
        return self.written.header

    @property
    def scenario(self) -> Scenario:
        return self.session.scenario

    @property
    def records(self) -> tuple[Record, ...]:
        return self.written.records

    @property
    def forked(self) -> dict[str, Forked]:
        """The teams whose runs were begun elsewhere, and of what they are forks; who played alone
        and kept it is here, too (`Forked.alone`)."""
        teams = self.session.teams.values()
        return {team.name: team.forked for team in teams if team.forked}

    def rivals(self, team: str) -> int:
        """How many other sides bots played beside it; only who played alone has any."""
        forked = self.forked.get(team)
        return forked.rivals if forked else 0

    def roster(self, utc: int) -> Roster | None:
        """How control had shared its work then."""
        upto = bisect_right(self.rosters, utc, key=lambda roster: roster.utc)
        return self.rosters[upto - 1] if upto else None

    def way(self, take: Take, until: int | None = None) -> Way:
        """How its team came to this take, and to a second of it."""
        return _way(self.takes[take.team], take.number, until)

    def ratings(self, take: Take) -> Ratings:
        """What was rated of this take, and of earlier ones that control went back from."""
        return self.session.notebook.told({take.team: self.way(take)})

    def take(self, team: str, number: int | None = None) -> Take:
        """A take of a team; its last where no number is given. Raises KeyError."""
        takes = self.takes[team]
        if number is None:
            return takes[-1]
        if not 0 < number <= len(takes):
            raise KeyError(number)
        return takes[number - 1]
