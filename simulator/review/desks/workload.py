"""How much lay before each role, from STARTEX to the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, field
from typing import Any, Final

from simulator.engine import events as e
from simulator.engine.titles import Titles
from simulator.review.findings import Load, Workload
from simulator.review.recorded import Take

SAMPLES: Final = 96
"""So many of them are taken at most, besides those of the first and the last second."""


def workload(take: Take, language: str) -> tuple[Workload, ...]:
    """Of every role before which anything ever lay, in the scenario's order."""
    room = _Room(take)
    step = max(1, -(-take.until // SAMPLES))
    moments = iter([*range(0, take.until, step), take.until])
    moment, now = next(moments), 0
    for event in take.log:
        if event.at != now:
            room.weigh(now)
            while moment < event.at:
                room.sample(moment)
                moment = next(moments)
            now = event.at
        if fold := FOLDS.get(type(event)):
            fold(room, event)
    room.weigh(now)
    for at in (moment, *moments):
        room.sample(at)
    titles = Titles(take.scenario, language, take.run.state.orders)
    return tuple(
        Workload(role, titles.role(role), tuple(desk.loads), desk.peak, desk.peak_at)
        for role, desk in room.desks.items()
        if any(load[1:] != NOTHING for load in map(astuple, desk.loads))
    )


NOTHING: Final = (0, 0, 0, 0)


@dataclass(slots=True)
class _Desk:
    """What lies before one role now, by its ids, and how much lay there before."""

    unread: set[str] = field(default_factory=set)
    waiting: set[str] = field(default_factory=set)
    working: set[str] = field(default_factory=set)
    queued: set[str] = field(default_factory=set)
    loads: list[Load] = field(default_factory=list)
    peak: int = 0
    peak_at: int = 0

    def stand(self, at: int, people: bool) -> Load:
        unread = len(self.unread) if people else 0
        return Load(at, unread, len(self.waiting), len(self.working), len(self.queued))


class _Room:
    """The desks of all roles as the log goes by."""

    def __init__(self, take: Take) -> None:
        self.scenario = take.scenario
        self.desks = {role: _Desk() for role in take.scenario.roles}
        self.people = {*take.run.setup.staffed}
        self.actions: dict[str, str] = {}
        self.askers: dict[str, tuple[str, str]] = {}

    def sample(self, at: int) -> None:
        for role, desk in self.desks.items():
            desk.loads.append(desk.stand(at, role in self.people))

    def weigh(self, at: int) -> None:
        """At the end of a second: whether any desk was never as full."""
        for role, desk in self.desks.items():
            lying = len(desk.waiting) + (len(desk.unread) if role in self.people else 0)
            if lying > desk.peak:
                desk.peak, desk.peak_at = lying, at

    def of_order(self, order: str) -> Iterator[_Desk]:
        """The desks of those whose teams it takes."""
        takes = self.scenario.actions[self.actions[order]].takes
        for role in dict.fromkeys(self.scenario.team[team][0] for team in takes.people):
            yield self.desks[role]

    def clear(self, thing: str) -> None:
        """Nobody waits for this any more."""
        for desk in self.desks.values():
            desk.waiting.discard(thing)


def _sent(room: _Room, event: e.InjectSent) -> None:
    for role in event.to:
        room.desks[role].unread.add(event.inject)


def _read(room: _Room, event: e.InjectRead) -> None:
    room.desks[event.role].unread.discard(event.inject)


def _withdrawn(room: _Room, event: e.InjectWithdrawn) -> None:
    for desk in room.desks.values():
        desk.unread.discard(event.inject)
    room.clear(f"decision/{event.decision}")


def _opened(room: _Room, event: e.DecisionOpened) -> None:
    desk = room.desks[room.scenario.decider(event.decision)]
    desk.waiting.add(f"decision/{event.decision}")


def _settled(room: _Room, event: e.DecisionTaken | e.DecisionMissed) -> None:
    room.clear(f"decision/{event.decision}")


def _asked(room: _Room, event: e.ConsentAsked) -> None:
    room.askers[event.request] = event.role, event.of
    _lay(room, event.request, event.of)


def _questioned(room: _Room, event: e.ConsentQuestioned) -> None:
    asker, _ = room.askers[event.request]
    _lay(room, event.request, asker)


def _replied(room: _Room, event: e.ConsentReplied) -> None:
    _, of = room.askers[event.request]
    _lay(room, event.request, of)


def _lay(room: _Room, request: str, role: str) -> None:
    """It waits for this role now."""
    room.clear(f"request/{request}")
    room.desks[role].waiting.add(f"request/{request}")


def _answered(room: _Room, event: e.ConsentGiven | e.ConsentRefused) -> None:
    room.clear(f"request/{event.request}")


def _due(room: _Room, event: e.ReportDue) -> None:
    for role in room.scenario.reports[event.report].by:
        room.desks[role].waiting.add(f"report/{event.report}")


def _reported(room: _Room, event: e.ReportSent) -> None:
    room.clear(f"report/{event.report}")


def _ordered(room: _Room, event: e.ActionOrdered) -> None:
    room.actions[event.order] = event.action


def _queued(room: _Room, event: e.OrderQueued) -> None:
    for desk in room.of_order(event.order):
        desk.queued.add(event.order)


def _begun(room: _Room, event: e.WorkStarted) -> None:
    for desk in room.of_order(event.order):
        desk.queued.discard(event.order)
        desk.working.add(event.order)


def _ended(room: _Room, event: e.WorkDone | e.OrderCancelled | e.OrderRefused) -> None:
    room.clear(f"request/{event.order}")
    for desk in room.of_order(event.order):
        desk.queued.discard(event.order)
        desk.working.discard(event.order)


FOLDS: Final[dict[type, Callable[[_Room, Any], None]]] = {
    e.SeatTaken: lambda room, event: room.people.add(event.seat),
    e.SeatVacated: lambda room, event: room.people.discard(event.seat),
    e.InjectSent: _sent, e.InjectRead: _read, e.InjectWithdrawn: _withdrawn,
    e.DecisionOpened: _opened, e.DecisionTaken: _settled, e.DecisionMissed: _settled,
    e.ConsentAsked: _asked, e.ConsentGiven: _answered, e.ConsentRefused: _answered,
    e.ConsentQuestioned: _questioned, e.ConsentReplied: _replied,
    e.ReportDue: _due, e.ReportSent: _reported,
    e.ActionOrdered: _ordered, e.OrderQueued: _queued, e.WorkStarted: _begun,
    e.WorkDone: _ended, e.OrderCancelled: _ended, e.OrderRefused: _ended,
}  # fmt: skip
