"""Consent: a chain of roles asked one after the other, each by a person or by a bot."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any, NamedTuple

import simpy

from simulator.engine import events as e
from simulator.engine.machine import Machine
from simulator.engine.policies import Policy
from simulator.engine.seats import Seats
from simulator.engine.texts import own_words
from simulator.scenario.actions import ConsentFrom
from simulator.scenario.values import Span


class Verdict(NamedTuple):
    """`kind`: grant, refuse, ask, reply, or expired."""

    kind: str
    text: str = ""


class Asking(NamedTuple):
    """A request of `role` at one link of its chain; `name` is its own, for chance."""

    request: str
    role: str
    link: ConsentFrom
    name: str

    @property
    def to(self) -> e.Roles:
        return self.role, self.link.role


class Pending(NamedTuple):
    """What a request waits for now, `again` once the link's question was replied to."""

    asking: Asking
    again: bool
    answer: simpy.Event
    deadline: int


class Consents:
    """The requests that wait for a role's consent, by request id."""

    def __init__(self, machine: Machine, policy: Policy, seats: Seats) -> None:
        self._machine = machine
        self._policy = policy
        self._seats = seats
        self._pending: dict[str, Pending] = {}
        seats.wakes.append(self._sit_down)

    def settle(self, request: str, verdict: Verdict, asking: Asking | None = None) -> None:
        """A word on the request that waits; nothing if none does, or if `asking` is over."""
        pending = self._pending.get(request)
        if pending is None or pending.answer.triggered or self._machine.now > pending.deadline:
            return
        if asking is None or asking is pending.asking:
            pending.answer.succeed(verdict)

    def chain(
        self, request: str, role: str, links: Sequence[ConsentFrom]
    ) -> Generator[simpy.Event, Any, bool]:
        """A process part: ask every link in turn; True when all have agreed.

        A role does not ask itself: what it wants it has consented to.
        """
        for number, link in enumerate(links):
            if link.role == role:
                continue
            asking, now = Asking(request, role, link, f"{request}/{number}"), self._machine.now
            self._machine.record(
                e.ConsentAsked(now, asking.to, request, role, link.role, now + link.due)
            )
            self._bot_answers(asking)
            if not (yield from self._until_settled(asking)):
                return False
        return True

    def _until_settled(self, asking: Asking) -> Generator[simpy.Event, Any, bool]:
        machine, (request, role, link, _) = self._machine, asking
        again = False
        while True:
            verdict: Verdict = yield self._wait(asking, again)
            if verdict.kind == "ask":
                machine.record(
                    e.ConsentQuestioned(machine.now, asking.to, request, link.role, verdict.text)
                )
                self._bot_replies(asking)
            elif verdict.kind == "reply":
                again, due = True, machine.now + link.due
                machine.record(
                    e.ConsentReplied(machine.now, asking.to, request, role, verdict.text, due)
                )
                self._bot_answers(asking, again)
            else:
                return self._end(asking, verdict)

    def _wait(self, asking: Asking, again: bool) -> simpy.Event:
        """An event for the next word on the request, in time at the second of its deadline."""
        machine, due = self._machine, asking.link.due
        answer = machine.env.event()
        pending = Pending(asking, again, answer, machine.now + due)
        self._pending[asking.request] = pending
        machine.later(due + 1, lambda: self._expire(pending))
        return answer

    def _expire(self, pending: Pending) -> None:
        waits = self._pending.get(pending.asking.request) is pending
        if waits and not pending.answer.triggered:
            pending.answer.succeed(Verdict("expired"))

    def _end(self, asking: Asking, verdict: Verdict) -> bool:
        request, _, link, _ = asking
        del self._pending[request]
        kind = verdict.kind
        if kind == "expired":
            kind = "grant" if link.default == "granted" else "refuse"
        tell = e.ConsentGiven if kind == "grant" else e.ConsentRefused
        self._machine.record(tell(self._machine.now, asking.to, request, link.role, verdict.text))
        return kind == "grant"

    def _sit_down(self, seat: str) -> None:
        """The bot of this seat takes up the requests that wait for it."""
        for request, (asking, again, _, _) in self._pending.items():
            questioned = self._machine.state.requests[request].phase == "questioned"
            if questioned and asking.role == seat:
                self._bot_replies(asking)
            elif not questioned and asking.link.role == seat:
                self._bot_answers(asking, again)

    def _bot_answers(self, asking: Asking, again: bool = False) -> None:
        """A bot that has had its question answered does not ask back again."""
        request, _, link, name = asking
        name = f"{name}/again" if again else name
        chance_of, takes = self._swayed(link)
        delay = self._policy.consents_after(link.role, takes, name)
        if delay is None:
            return
        chance, ask = self._machine.chance, link.asks_back
        if ask and not again and chance.happens(ask.chance, "asks-back", name):
            verdict = Verdict(
                "ask", own_words(self._machine.scenario, ask.question, self._machine.now)
            )
        elif chance.happens(chance_of, "consent", name):
            verdict = Verdict("grant")
        else:
            verdict = Verdict("refuse")
        self._seats.plan(link.role, delay, lambda: self.settle(request, verdict, asking))

    def _swayed(self, link: ConsentFrom) -> tuple[float, Span]:
        """How likely it grants it, and how long that takes, as things stand when it is asked."""
        for sway in link.swayed:
            if self._machine.holds(sway.when):
                chance = link.chance if sway.chance is None else sway.chance
                return chance, sway.takes or link.takes
        return link.chance, link.takes

    def _bot_replies(self, asking: Asking) -> None:
        delay = self._policy.answers_after(asking.role, f"reply/{asking.name}")
        if delay is not None:
            reply = Verdict("reply")
            self._seats.plan(asking.role, delay, lambda: self.settle(asking.request, reply, asking))
