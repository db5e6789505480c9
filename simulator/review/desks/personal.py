"""What one person did in a take, and what lay before them as long as they had their seat."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.review.course import happened
from simulator.review.desks.hands import By, asked_by
from simulator.review.findings import (
    Cites,
    ClockFound,
    DecisionFound,
    Happened,
    ReportFound,
    TeamFound,
    Unread,
)
from simulator.review.recorded import Person, Take


@dataclass(frozen=True, slots=True)
class Personal:
    """Of one person, who had the seat from second `since` to `until`: what they decided, reported
    and ordered, clocks that they met or that ran out on them, and what they left unread."""

    since: int
    until: int
    decisions: tuple[DecisionFound, ...]
    reports: tuple[ReportFound, ...]
    orders: tuple[Happened, ...]
    clocks: tuple[ClockFound, ...]
    unread: tuple[Unread, ...]


def personal(take: Take, found: TeamFound, language: str, person: Person) -> Personal:
    """Out of what was `found` of the take in this language. People of one name are told apart."""
    since, until = seated(take, person)
    by = asked_by(take, (person,))

    def own(cites: Cites) -> bool:
        return any(by.get(place, By()).grant == person.grant for place in cites)

    def there(role: str, at: int) -> bool:
        return role == person.role and since <= at and (person.left is None or at < until)

    return Personal(
        since=since,
        until=until,
        decisions=tuple(it for it in found.decisions if own(it.cites)),
        reports=tuple(it for it in found.reports if own(it.cites)),
        orders=happened(take, language, _orders(take, person)),
        clocks=tuple(
            it
            for it in found.clocks
            if own(it.cites) or (it.sent is None and there(it.role, it.due))
        ),
        unread=tuple(it for it in found.unread if there(it.role, it.sent)),
    )


def seated(take: Take, person: Person) -> tuple[int, int]:
    """The seconds of the take from which and up to which they had their seat."""
    until = take.until if person.left is None else _second(take, person.left)
    return _second(take, person.came), until


def _second(take: Take, utc: int) -> int:
    """Where the team's clock stood at this moment of the real world: at 0 before STARTEX."""
    at = 0
    for tick, then in zip(take.ticks, (*take.ticks[1:], None), strict=True):
        if tick.utc > utc:
            break
        ran = int((utc - tick.utc) * tick.pace / 1000) if tick.running else 0
        at = min(tick.at + ran, take.until if then is None else then.at)
    return at


def _orders(take: Take, person: Person) -> list[int]:
    """The places at which they were given, be it in the seat of another."""
    given = (
        next(n for n in range(deed.begin, deed.end) if isinstance(take.log[n], e.ActionOrdered))
        for deed in take.deeds
        if deed.grant == person.grant and deed.done and isinstance(deed.command, c.Order)
    )
    return [*given]
