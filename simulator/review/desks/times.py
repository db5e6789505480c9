"""How long each role took, and how much it did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Final

from simulator.engine import events as e
from simulator.engine.titles import Titles
from simulator.review.desks.clocks import running
from simulator.review.desks.hands import Held, held
from simulator.review.desks.letters import Letter, letters, openings
from simulator.review.desks.questions import effect, followed, questions
from simulator.review.findings import RoleTimes
from simulator.review.recorded import Take

DEEDS: Final = {
    e.ReportSent: "reports", e.ActionOrdered: "orders", e.MessageSent: "messages_sent",
    e.DecisionTaken: "decisions",
}  # fmt: skip


@dataclass(slots=True)
class _Row:
    """What is gathered of a role as people held it, or as its bot did."""

    to_read: list[int] = field(default_factory=list)
    to_decide: list[int] = field(default_factory=list)
    to_effect: list[int] = field(default_factory=list)
    messages: int = 0
    decisions: int = 0
    missed: int = 0
    reports: int = 0
    clocks_met: int = 0
    clocks_missed: int = 0
    orders: int = 0
    messages_sent: int = 0

    def count(self, name: str) -> None:
        setattr(self, name, getattr(self, name) + 1)


Rows = Mapping[tuple[str, bool], _Row]


def times(take: Take, language: str) -> tuple[RoleTimes, ...]:
    """By role in the scenario's order; of a role that changed hands, its people first."""
    hands = held(take)
    sent = letters(take, hands)
    rows = {(role, people): _Row() for role in take.scenario.roles for people in (True, False)}
    _read(take, sent, rows)
    _decide(take, hands, openings(sent), rows)
    _report(take, hands, rows)
    for place, event in enumerate(take.log):
        if name := DEEDS.get(type(event)):
            role = event.role  # type: ignore[union-attr]  # all of DEEDS have one
            rows[role, role in hands[place]].count(name)
    titles = Titles(take.scenario, language, take.run.state.orders)
    seats = frozenset().union(take.run.setup.staffed, *hands)
    return tuple(
        _found(titles, role, people, row)
        for (role, people), row in rows.items()
        if row != _Row() or people == (role in seats)
    )


def _read(take: Take, sent: Iterable[Letter], rows: Rows) -> None:
    log = take.log
    for letter in sent:
        row = rows[letter.role, letter.people]
        row.messages += 1
        if letter.people and letter.read is not None:
            row.to_read.append(log[letter.read].at - log[letter.sent].at)


def _decide(
    take: Take, hands: list[Held], opened: Mapping[tuple[str, str], int], rows: Rows
) -> None:
    log, asked = take.log, questions(take)
    after = followed(take, asked)
    for name, question in asked.items():
        place = question.settled
        if place is None:
            continue
        people = question.role in hands[place]
        row = rows[question.role, people]
        if isinstance(log[place], e.DecisionMissed):
            row.missed += 1
            continue
        came, read = effect(take, after[name]), opened.get((question.inject, question.role))
        if came is not None:
            row.to_effect.append(log[came].at - log[place].at)
        if people and read is not None and read < place:
            row.to_decide.append(log[place].at - log[read].at)


def _report(take: Take, hands: list[Held], rows: Rows) -> None:
    for clock in running(take, hands):
        if clock.sent is not None:
            met = take.log[clock.sent].at <= clock.due
            row = rows[clock.role, clock.role in hands[clock.sent]]
            row.count("clocks_met" if met else "clocks_missed")
        elif clock.missed is not None:
            rows[clock.role, clock.role in hands[clock.missed]].clocks_missed += 1


def _found(titles: Titles, role: str, people: bool, row: _Row) -> RoleTimes:
    return RoleTimes(
        role=role,
        title=titles.role(role),
        people=people,
        messages=row.messages,
        read=len(row.to_read),
        to_read=_middle(row.to_read),
        to_decide=_middle(row.to_decide),
        to_effect=_middle(row.to_effect),
        decisions=row.decisions,
        missed=row.missed,
        reports=row.reports,
        clocks_met=row.clocks_met,
        clocks_missed=row.clocks_missed,
        orders=row.orders,
        messages_sent=row.messages_sent,
    )


def _middle(seconds: Iterable[int]) -> int | None:
    """Their median in whole seconds."""
    found = [*seconds]
    return int(median(found)) if found else None
