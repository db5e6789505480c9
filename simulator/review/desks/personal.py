"""What one person did, and what lay before them as long as they had their seat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.review.desks.hands import asked_by
from simulator.review.findings import (
    Calibration,
    Cites,
    ClockFound,
    DecisionFound,
    Participant,
    ReportFound,
    Solved,
    TeamFound,
    Unread,
)
from simulator.review.recorded import Person, Take


class Doings(NamedTuple):
    """Of one person, who had the seat from second `since` to `until`: the places of the answers,
    reports and solutions that they gave, and of their orders."""

    since: int
    until: int
    did: Cites
    orders: Cites


def doings(take: Take, people: Sequence[Person]) -> dict[str, Doings]:
    """By grant. People of one name are told apart, and what was done in the seat of another
    counts."""
    did, orders = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    for place, by in asked_by(take, people).items():
        did[by.grant].append(place)
    for place, grant in _orders(take):
        orders[grant].append(place)
    return {
        one.grant: Doings(*seated(take, one), tuple(did[one.grant]), tuple(orders[one.grant]))
        for one in people
    }


@dataclass(frozen=True, slots=True)
class Personal:
    """What somebody decided, what nobody decided in their role while they were there, what they
    reported and solved, clocks that they met or that ran out on them, what they left unread, and
    how sure they were."""

    decisions: tuple[DecisionFound, ...]
    missed: tuple[DecisionFound, ...]
    reports: tuple[ReportFound, ...]
    clocks: tuple[ClockFound, ...]
    unread: tuple[Unread, ...]
    solved: tuple[Solved, ...]
    calibration: tuple[Calibration, ...]


def personal(found: TeamFound, one: Participant) -> Personal:
    """Out of all that was found of their team."""
    did = {*one.did}

    def there(role: str, at: int) -> bool:
        return role == one.role and one.since <= at and (one.left is None or at < one.until)

    return Personal(
        decisions=tuple(it for it in found.decisions if not did.isdisjoint(it.cites)),
        missed=tuple(
            it
            for it in found.decisions
            if it.phase == "missed"
            and not it.bot
            and it.decided is not None
            and there(it.role, it.decided)
        ),
        reports=tuple(it for it in found.reports if not did.isdisjoint(it.cites)),
        clocks=tuple(
            it
            for it in found.clocks
            if not did.isdisjoint(it.cites) or (it.sent is None and there(it.role, it.due))
        ),
        unread=tuple(it for it in found.unread if there(it.role, it.sent)),
        solved=tuple(it for it in found.contest if not did.isdisjoint(it.cites)),
        calibration=tuple(
            it for it in found.calibration if it.grant == one.grant and it.grant and it.answers
        ),
    )


def seated(take: Take, person: Person) -> tuple[int, int]:
    """The seconds of the take from which and up to which they had their seat."""
    until = take.until if person.left is None else _second(take, person.left)
    return _second(take, person.came), until


def _second(take: Take, utc: int) -> int:
    """Where the team's clock stood at this moment of the real world: at 0 before STARTEX."""
    at = 0
    for tick, then in zip(take.ticks, [*take.ticks[1:], None], strict=False):
        if tick.utc > utc:
            break
        ran = int((utc - tick.utc) * tick.pace / 1000) if tick.running else 0
        at = min(tick.at + ran, take.until if then is None else then.at)
    return at


def _orders(take: Take) -> Iterator[tuple[int, str]]:
    """The places at which they were given, and by whom, be it in the seat of another."""
    for deed in take.deeds:
        if deed.done and isinstance(deed.command, c.Order):
            given = range(deed.begin, deed.end)
            place = next(at for at in given if isinstance(take.log[at], e.ActionOrdered))
            yield place, deed.grant
