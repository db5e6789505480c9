"""Reporting clocks: met, late or never."""

from __future__ import annotations

from typing import NamedTuple

from simulator.engine import events as e
from simulator.engine.titles import Titles
from simulator.review.desks.hands import Held, held
from simulator.review.findings import ClockFound
from simulator.review.recorded import Take


class Clock(NamedTuple):
    """Places in the log: where it was opened, where the report was sent first after that, and where
    it ran out. `role` is who sent it; else who of those that should have was a person's seat."""

    report: str
    role: str
    due: int
    opened: int
    sent: int | None = None
    missed: int | None = None

    @property
    def cites(self) -> tuple[int, ...]:
        places = (self.opened, self.missed, self.sent)
        return tuple(sorted(place for place in places if place is not None))


def running(take: Take, hands: list[Held]) -> list[Clock]:
    """Every clock that was opened, in that order."""
    found: list[Clock] = []
    newest: dict[str, int] = {}
    for place, event in enumerate(take.log):
        if isinstance(event, e.ReportDue):
            newest[event.report] = len(found)
            role = _asked(event.to, hands[place])
            found.append(Clock(event.report, role, event.due, place))
        elif isinstance(event, e.ReportSent) and event.report in newest:
            number = newest[event.report]
            if found[number].sent is None:
                found[number] = found[number]._replace(sent=place, role=event.role)
        elif isinstance(event, e.ReportMissed):
            number = newest[event.report]
            role = found[number].role
            if role not in hands[place]:
                role = _asked(event.to, hands[place])
            found[number] = found[number]._replace(missed=place, role=role)
    return found


def _asked(roles: tuple[str, ...], people: Held) -> str:
    """The first of these that people hold; where they hold none, the first."""
    return next((role for role in roles if role in people), roles[0])


def clocks(take: Take, language: str) -> tuple[ClockFound, ...]:
    """In the order in which they were opened."""
    titles = Titles(take.scenario, language, take.run.state.orders)
    return tuple(_found(take, titles, clock) for clock in running(take, held(take)))


def _found(take: Take, titles: Titles, clock: Clock) -> ClockFound:
    log = take.log
    sent = None if clock.sent is None else log[clock.sent].at
    met = sent is not None and sent <= clock.due
    return ClockFound(
        report=clock.report,
        title=titles.words(take.scenario.reports[clock.report].title),
        role=clock.role,
        since=log[clock.opened].at,
        due=clock.due,
        sent=sent,
        met=met,
        late=None if sent is None or met else sent - clock.due,
        cites=clock.cites,
        role_title=titles.role(clock.role),
        open=sent is None and clock.missed is None,
    )
