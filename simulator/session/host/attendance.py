"""Who is there: connections by seat, who comes and goes, and which seats stand empty."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from simulator.engine.errors import Refused
from simulator.session.acts import Feedback
from simulator.session.grants import Grant
from simulator.session.host.connection import Connection
from simulator.session.host.rates import Allowance
from simulator.session.host.timekeeping import Times
from simulator.session.journal.record import Draft
from simulator.session.limits import (
    GUESSES_A_MINUTE,
    MESSAGES_A_SECOND,
    MESSAGES_AT_ONCE,
    SOCKETS_A_SEAT,
)
from simulator.session.protocol import REPLACED, REVOKED
from simulator.session.session import Session

Seat = tuple[str, str]


class Attendance:
    """Of one host. `last` is when each grant last asked for anything, in UTC milliseconds; `turns`
    counts how often somebody came or went."""

    def __init__(self, session: Session, times: Times, bot_after: float | None) -> None:
        # In the order in which they came: of several at one moment, the first is the oldest.
        self.connections: dict[Connection, None] = {}
        self.last: dict[str, int] = {}
        self.turns = 0
        self._allowances: dict[str, Allowance] = {}
        self._guesses: dict[str, Allowance] = {}
        self._sheets: dict[str, str] = {}
        self._session = session
        self._times = times
        self._bot_after = bot_after
        self._empty_since: dict[Seat, float] = {}
        self._expected: list[Seat] = []

    def connected(self) -> dict[str, int]:
        """How many connections each grant has, for those that have any."""
        counted: dict[str, int] = {}
        for connection in self.connections:
            counted[connection.grant.id] = counted.get(connection.grant.id, 0) + 1
        return counted

    def controllers(self) -> frozenset[str]:
        """The seats of control that are connected."""
        return frozenset(c.grant.id for c in self.connections if c.grant.leads and c.code is None)

    def allowance(self, grant: Grant) -> Allowance:
        """What this seat may say, over however many connections."""
        if grant.id not in self._allowances:
            self._allowances[grant.id] = Allowance(
                MESSAGES_A_SECOND, MESSAGES_AT_ONCE, self._times.wall
            )
        return self._allowances[grant.id]

    def guess(self, grant: Grant) -> None:
        """Somebody gives one more answer in a contest. Raises Refused where that is too often."""
        if grant.id not in self._guesses:
            most = GUESSES_A_MINUTE
            self._guesses[grant.id] = Allowance(most / 60, most, self._times.wall)
        if not self._guesses[grant.id].take():
            raise Refused(
                "too-fast", "you have given {number} answers in a minute: wait a little",
                number=GUESSES_A_MINUTE,
            )  # fmt: skip

    def hand_in(self, grant: Grant, form: Feedback) -> None:
        """Somebody hands in their feedback. Raises Refused where it is a second sheet without a
        name; whose the first was is kept here alone, and nowhere written."""
        if form.anonymous and self._sheets.setdefault(grant.id, form.sheet) != form.sheet:
            raise Refused("closed", "you have handed in another form")

    def arrival(self, grant: Grant) -> Draft | None:
        """The record of a first connection, or of a return to a seat that its bot holds."""
        team = self._session.teams.get(grant.team)
        if not grant.spent:
            return Draft("arrived", team=grant.team, body={"grant": grant.id})
        if team is None or not grant.plays or not team.started or team.over:
            return None
        if grant.role in team.exercise.state.staffed:
            return None
        return Draft("returned", team=team.name, body={"role": grant.role})

    @contextmanager
    def expecting(self, grant: Grant) -> Iterator[None]:
        """Somebody is on the way to this seat: meanwhile it is not empty."""
        seat = (grant.team, grant.role)
        self._expected += [seat] * grant.plays
        try:
            yield
        finally:
            if grant.plays:
                self._expected.remove(seat)

    def add(self, connection: Connection) -> None:
        """Let it in; the oldest of the same seat go where there are too many."""
        same = [c for c in self.connections if c.grant.id == connection.grant.id]
        same.sort(key=lambda c: c.opened)
        for oldest in same[: max(0, len(same) + 1 - SOCKETS_A_SEAT)]:
            oldest.close(REPLACED)
        self.connections[connection] = None
        self.turns += 1

    def remove(self, connection: Connection) -> None:
        self.connections.pop(connection, None)
        self.turns += 1

    def part_with_former(self) -> None:
        """Close what is open to seats that were taken away or have expired."""
        utc = self._times.utc()
        for connection in self.connections:
            if not self._session.grants[connection.grant.id].may_sit(utc):
                connection.close(REVOKED)

    def empty_seats(self) -> Iterator[Seat]:
        """The seats that nobody has been in for too long; during a real emergency, none."""
        if self._bot_after is None:
            return
        if self._session.emergency:
            self._empty_since.clear()
            return
        now = self._times.wall()
        there = self._there()
        for seat in self._staffed():
            if seat in there:
                self._empty_since.pop(seat, None)
            elif now - self._empty_since.setdefault(seat, now) >= self._bot_after:
                yield seat

    def departure(self, seat: Seat) -> Draft | None:
        """The record that its bot takes a seat, unless somebody has come by now."""
        self._empty_since.pop(seat, None)
        if seat in self._there() or seat not in self._staffed():
            return None
        return Draft("left", team=seat[0], body={"role": seat[1]})

    def _there(self) -> set[Seat]:
        here = {(c.grant.team, c.grant.role) for c in self.connections if c.grant.plays}
        return here.union(self._expected)

    def _staffed(self) -> Iterator[Seat]:
        for team in self._session.teams.values():
            if team.started and not team.over:
                yield from ((team.name, role) for role in team.exercise.state.staffed)
