"""The clocks of all teams on one host: steady time in, exercise time out, and no bursts.

Time that this machine slept through, or in which the host did not get to run, is no time of the
exercise: the clocks are set back to where they were last read, and pause.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from simulator.engine.events import InjectSent
from simulator.session.clock import Clock
from simulator.session.host.measuring import Spread
from simulator.session.host.outgoing import Eyes
from simulator.session.limits import ASLEEP, STALL
from simulator.session.session import Session
from simulator.session.team import Team


class Times(NamedTuple):
    """Where a host reads the time: a steady clock in seconds, UTC in milliseconds, and how many
    seconds the machine has slept since it was started."""

    wall: Callable[[], float]
    utc: Callable[[], int]
    asleep: Callable[[], float]


class Sent(NamedTuple):
    """An inject that the clock has brought; `due` is when, on the steady clock."""

    team: str
    to: tuple[str, ...]
    due: float


class Timekeeping:
    """Moves each team to its clock. `turns` counts how often a team's clock was set."""

    def __init__(self, session: Session, times: Times) -> None:
        self._session = session
        self._times = times
        self._clocks: dict[str, Clock] = {}
        self.turns = dict.fromkeys(session.teams, 0)
        self.frozen = False
        self._sent: list[Sent] = []
        self._read_at = times.wall()
        self._asleep = times.asleep()
        self.set_all()

    def set_all(self) -> None:
        for team in self._session.teams.values():
            self.set(team)

    def set(self, team: Team) -> None:
        """Let the clock go on from where the team is, as the session says."""
        wall = self._times.wall()
        clock = Clock(team.pace, team.now)
        runs = team.started and team.running and not self.frozen
        self._clocks[team.name] = clock.run(wall) if runs else clock
        self.turns[team.name] += 1

    def freeze(self, frozen: bool) -> None:
        """Stop time while nothing can be kept, or let it go on."""
        self.frozen = frozen
        self.set_all()

    def lost(self) -> float:
        """How many seconds were lost since the clocks were last read; 0.0 in all usual cases.

        Then the clocks stand where they were, and run on from now.
        """
        wall, asleep = self._times.wall(), self._times.asleep()
        gap, slept = wall - self._read_at, asleep - self._asleep
        self._read_at, self._asleep = wall, asleep
        if gap <= STALL and slept <= ASLEEP:
            return 0.0
        self.set_all()
        return gap + slept

    def advance(self) -> None:
        """Play every team up to its clock. One that is held or finished keeps its second, and so
        does one at a hold point."""
        wall = self._times.wall()
        for team in self._session.teams.values():
            clock = self._clocks[team.name]
            if not clock.running:
                continue
            done = len(team.exercise.log)
            team.advance(clock.at(wall))
            self._sent += _sent(team, clock, done)
            if team.over or team.exercise.held or team.at_hold_point:
                self._clocks[team.name] = clock.set_to(team.now, wall)

    def see_lateness(self, eyes: Iterable[Eyes], spread: Spread) -> None:
        """Count by how many real seconds each inject is late that the clock has brought to these
        eyes since they last were shown everything; they are now."""
        wall, sent, self._sent = self._times.wall(), self._sent, []
        seats = {(each.team, each.role) for each in eyes}
        for team, to, due in sent:
            if any((team, role) in seats for role in to):
                spread.see(wall - due)


def _sent(team: Team, clock: Clock, done: int) -> Iterator[Sent]:
    assert clock.anchor is not None
    for event in team.exercise.log[done:]:
        # At its base the clock was set, and what is due then was not waited for.
        if isinstance(event, InjectSent) and event.at > clock.base:
            due = clock.anchor + (event.at - clock.base) / clock.pace
            yield Sent(team.name, tuple(event.to), due)
