"""Clients that play over real sockets, come back by themselves, and remember what they heard."""

from __future__ import annotations

import asyncio
from random import Random

from simulator.engine import commands as c
from simulator.session import acts
from simulator.session import protocol as p
from simulator.session.asking import told
from simulator.session.client.line import Line
from simulator.session.client.memory import Memory
from simulator.session.grants import Grant, code_of
from simulator.session.invitation import Invitation
from tests.laws.plays import _sensible
from tests.simulator.session.journal.scribe import Scribe


class Impatient(Random):
    """Does not spread its returns, as there are so few of them."""

    def uniform(self, a: float, b: float) -> float:
        return 0.02


class Sailor:
    """One client. `told` is their own list of all that was acknowledged."""

    def __init__(self, scribe: Scribe, grant: Grant, port: int, busy: int) -> None:
        invitation = str(Invitation("127.0.0.1", port, code_of(bytes(16))))
        session = scribe.session.header.session
        memory = Memory(invitation, session, grant.id, scribe.tokens[grant.id])
        self.grant = grant
        self.line = Line(memory, dice=Impatient(1))
        self.asked: dict[str, dict[str, object]] = {}
        self.told: dict[str, p.Answered] = {}
        self._dice = Random(grant.id)
        self._busy = busy

    async def sail(self) -> None:
        """Ask for one thing after the other, for as long as this runs."""
        async with asyncio.TaskGroup() as at_once:
            at_once.create_task(self.line.run())
            while True:
                self.hear()
                assert self.line.status.state != "ended", self.line.status
                while self.line.waiting < self._busy:
                    self._ask()
                await self.line.change()

    async def rest(self) -> None:
        """Ask for nothing more, until all is answered."""
        self._busy = 0
        while self.line.waiting:
            await self.line.change()

    def hear(self) -> None:
        while self.line.answers:
            answer = self.line.answers.popleft()
            assert answer.id not in self.told
            self.told[answer.id] = answer

    def _ask(self) -> None:
        dice = self._dice
        if self.grant.leads and dice.random() < 0.3:
            pace = acts.Pace(pace=dice.choice((30.0, 60.0)))
            self.asked[self.line.do(dice.choice((acts.Pause(why="Tea."), acts.Run(), pace)))] = {}
            return
        command = self._something()
        self.asked[self.line.ask(command)] = told(command)

    def _something(self) -> c.Command:
        """A note that nobody else makes, or what the view offers."""
        role, view = self.grant.role or c.CONTROL, self.line.sight.role_view()
        note = c.Note(role, f"Note {len(self.asked)} of {self.grant.id}")
        offered = [*_sensible(view, self._dice)] if view and self._dice.random() < 0.4 else []
        return self._dice.choice([note, note, *offered])
