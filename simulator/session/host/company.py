"""Who shares a seat: each is told what the others who play it read, have opened and write.

Nothing of it is written down, for it changes nothing in the exercise.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from simulator.session import protocol as p
from simulator.session.grants import Grant
from simulator.session.host import outgoing
from simulator.session.host.attendance import Attendance, Seat
from simulator.session.host.connection import Connection
from simulator.session.limits import COMPANY, OPENED


class Seen(NamedTuple):
    """What somebody was at when it was told; of what they have opened only how much."""

    reads: str = ""
    writes: str = ""
    of: str = ""
    opened: int = 0


Known = dict[str, Seen]
"""By the ids of grants, the first of a seat: one more than anybody is told of, for nobody is told
of themselves."""


class Attention:
    """Of one grant. What was opened is known again when its holder comes back."""

    def __init__(self) -> None:
        self.said = p.Attend()
        self.opened: dict[str, None] = {}

    def turn_to(self, said: p.Attend) -> None:
        self.said = said
        if said.reads and len(self.opened) < OPENED:
            self.opened[said.reads] = None

    @property
    def seen(self) -> Seen:
        said = self.said
        return Seen(said.reads, said.writes, said.of, len(self.opened))


class Companies:
    """Of one host: the people of every seat."""

    def __init__(self, attendance: Attendance) -> None:
        self._attendance = attendance
        self._attention: dict[str, Attention] = {}
        self._now: dict[Seat, Known] = {}
        self._told: dict[Connection, Known] = {}
        self._stirred: set[Seat] = set()
        self._turns = 0

    def attend(self, grant: Grant, said: p.Attend) -> None:
        """Somebody says where their eyes and their pen are."""
        if grant.plays:
            self._of(grant.id).turn_to(said)
            self._stirred.add((grant.team, grant.role))

    def tell(self) -> None:
        """Tell everybody whose company has changed since they were last told."""
        moved, self._turns = self._turns != self._attendance.turns, self._attendance.turns
        if not (moved or self._stirred):
            return
        seats = self._seats()
        if moved:
            self._forget({c.grant.id for here in seats.values() for c in here})
        stirred, self._stirred = seats if moved else self._stirred, set()
        for seat, here in seats.items():
            if seat in stirred:
                self._tell(seat, here)

    def _seats(self) -> dict[Seat, list[Connection]]:
        seats: dict[Seat, list[Connection]] = {}
        for connection in self._attendance.connections:
            if (grant := connection.grant).plays:
                seats.setdefault((grant.team, grant.role), []).append(connection)
        return seats

    def _forget(self, here: Collection[str]) -> None:
        """What those who have gone were at."""
        for id, attention in self._attention.items():
            if id not in here:
                attention.said = p.Attend()
        there = self._attendance.connections
        self._told = {c: told for c, told in self._told.items() if c in there}

    def _tell(self, seat: Seat, here: list[Connection]) -> None:
        grants = {connection.grant.id: connection.grant for connection in here}
        now = {id: self._of(id).seen for id in [*grants][: COMPANY + 1]}
        before = self._now.get(seat)
        # The same object for as long as it is the same, so that most are soon passed over.
        now = self._now[seat] = before if before and [*before.items()] == [*now.items()] else now
        word = cache(lambda id, since: self._word(grants[id], since))
        for connection in here:
            known = self._told.get(connection, {})
            if known is now:
                continue
            told, others = (_others(it, connection.grant.id) for it in (known, now))
            words = [word(id, told[id].opened if id in told else 0) for id in others]
            if told == others or connection.put_aside(outgoing.company(words), "company"):
                self._told[connection] = now
            else:
                # It has not taken the last one yet, and is told when it has.
                self._stirred.add(seat)

    def _word(self, grant: Grant, since: int) -> str:
        """What is told of somebody to all who know so much of what they have opened."""
        attention = self._of(grant.id)
        said, opened = attention.said, tuple([*attention.opened][since:])
        return outgoing.present(grant, said, opened)

    def _of(self, id: str) -> Attention:
        return self._attention.setdefault(id, Attention())


def _others(known: Known, own: str) -> Known:
    """Those whom the holder of this grant is told of."""
    return dict([one for one in known.items() if one[0] != own][:COMPANY])
