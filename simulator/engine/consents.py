"""Consent: a chain of roles asked one after the other, each by a person or by a bot."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any, NamedTuple

import simpy

from simulator.engine import events as e
from simulator.engine.machine import Machine
from simulator.engine.policies import Policy
from simulator.engine.texts import own_words
from simulator.scenario.actions import ConsentFrom


class Verdict(NamedTuple):
    """`kind`: grant, refuse, ask, reply, or expired."""

    kind: str
    text: str = ""


class Pending(NamedTuple):
    """The link a request waits at now."""

    link: ConsentFrom
    answer: simpy.Event
    deadline: int


class Consents:
    """The requests that wait for a role's consent, by request id."""

    def __init__(self, machine: Machine, policy: Policy) -> None:
        self._machine = machine
        self._policy = policy
        self._pending: dict[str, Pending] = {}

    def settle(self, request: str, verdict: Verdict, link: ConsentFrom | None = None) -> None:
        """A word on the request that waits; nothing if none does, or if `link` is over."""
        pending = self._pending.get(request)
        if pending is None or pending.answer.triggered or self._machine.now > pending.deadline:
            return
        if link is None or link is pending.link:
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
            name = f"{request}/{number}"
            self._machine.record(self._asked(request, role, link))
            self._bot_answers(request, link, name)
            if not (yield from self._until_settled(request, role, link, name)):
                return False
        return True

    def _asked(self, request: str, role: str, link: ConsentFrom) -> e.ConsentAsked:
        now = self._machine.now
        return e.ConsentAsked(now, (role, link.role), request, role, link.role, now + link.due)

    def _until_settled(
        self, request: str, role: str, link: ConsentFrom, name: str
    ) -> Generator[simpy.Event, Any, bool]:
        machine, to = self._machine, (role, link.role)
        while True:
            verdict: Verdict = yield self._wait(request, link)
            if verdict.kind == "ask":
                machine.record(
                    e.ConsentQuestioned(machine.now, to, request, link.role, verdict.text)
                )
                self._bot_replies(request, role, link, name)
            elif verdict.kind == "reply":
                due = machine.now + link.due
                machine.record(e.ConsentReplied(machine.now, to, request, role, verdict.text, due))
                self._bot_answers(request, link, f"{name}/again", may_ask=False)
            else:
                return self._end(request, link, to, verdict)

    def _wait(self, request: str, link: ConsentFrom) -> simpy.Event:
        """An event for the next word on the request, in time at the second of its deadline."""
        machine = self._machine
        answer = machine.env.event()
        pending = Pending(link, answer, machine.now + link.due)
        self._pending[request] = pending
        machine.later(link.due + 1, lambda: self._expire(request, pending))
        return answer

    def _expire(self, request: str, pending: Pending) -> None:
        if self._pending.get(request) is pending and not pending.answer.triggered:
            pending.answer.succeed(Verdict("expired"))

    def _end(self, request: str, link: ConsentFrom, to: e.Roles, verdict: Verdict) -> bool:
        del self._pending[request]
        kind = verdict.kind
        if kind == "expired":
            kind = "grant" if link.default == "granted" else "refuse"
        tell = e.ConsentGiven if kind == "grant" else e.ConsentRefused
        self._machine.record(tell(self._machine.now, to, request, link.role, verdict.text))
        return kind == "grant"

    def _bot_answers(
        self, request: str, link: ConsentFrom, name: str, may_ask: bool = True
    ) -> None:
        delay = self._policy.consents_after(link.role, link.takes, name)
        if delay is None:
            return
        chance = self._machine.chance
        ask = link.asks_back if may_ask else None
        if ask and chance.happens(ask.chance, "asks-back", name):
            verdict = Verdict(
                "ask", own_words(self._machine.scenario, ask.question, self._machine.now)
            )
        elif chance.happens(link.chance, "consent", name):
            verdict = Verdict("grant")
        else:
            verdict = Verdict("refuse")
        self._machine.later(delay, lambda: self.settle(request, verdict, link))

    def _bot_replies(self, request: str, role: str, link: ConsentFrom, name: str) -> None:
        delay = self._policy.answers_after(role, f"reply/{name}")
        if delay is not None:
            self._machine.later(delay, lambda: self.settle(request, Verdict("reply"), link))
