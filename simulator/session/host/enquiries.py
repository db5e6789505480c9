"""What control enquires: answered at once, or by the oracle while the host goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Final

from simulator.engine.commands import CONTROL
from simulator.engine.errors import Refused
from simulator.engine.foresight import Recipe
from simulator.engine.views.foresight import Outlook, Preview
from simulator.session.asking import command_of
from simulator.session.host import outgoing
from simulator.session.host.connection import Connection
from simulator.session.host.logs import log
from simulator.session.host.oracle import Oracle, Unforeseen, Voided
from simulator.session.protocol import Enquire
from simulator.session.session import Session
from simulator.session.team import Team
from simulator.speech import say

AT_ONCE: Final = 4
"""How many of one connection may wait for the oracle, which tells the newest of a seat alone."""

Key = tuple[Connection, str]


class Enquiries:
    """Of one host. An answer waits in the connection that asked for it, and nowhere else."""

    def __init__(self, session: Session, oracle: Oracle) -> None:
        self._session = session
        self._oracle = oracle
        self._open: dict[Key, asyncio.Task[None]] = {}

    def hear(self, connection: Connection, wanted: Enquire) -> None:
        """Only ever called for control."""
        language = connection.eyes.language
        if (connection, wanted.id) in self._open:
            return
        try:
            team = self._team(wanted.team)
            if wanted.about == "script":
                script = team.exercise.script(wanted.inject, language)
                connection.put(outgoing.told(wanted, script))
            else:
                self._wait_for(connection, wanted, self._foreseen(connection, wanted, team))
        except Refused as refused:
            connection.put(outgoing.untold(wanted, refused.into(language)))

    def end(self) -> None:
        """Nothing is told any more."""
        for task in self._open.values():
            task.cancel()
        self._oracle.end()

    def _foreseen(
        self, connection: Connection, wanted: Enquire, team: Team
    ) -> Awaitable[Outlook | Preview]:
        """What the oracle will say. Raises Refused."""
        grant, language = connection.grant, connection.eyes.language
        if self._many(connection) >= AT_ONCE:
            raise Refused("closed", "too much is asked at once")
        recipe = Recipe.of(team.exercise)
        if wanted.about == "outlook":
            until = team.exercise.state.end if wanted.until is None else wanted.until
            return self._oracle.outlook(grant.id, recipe, until, wanted.acting, language)
        if not team.started:
            raise Refused("not-now", "the exercise has not begun")
        if wanted.seat and wanted.seat not in team.exercise.scenario.roles:
            raise Refused("unknown", "this exercise has no role '{role}'", role=wanted.seat)
        command = command_of(wanted.seat or CONTROL, wanted.command or {}, grant.called)
        stand_in = grant.called if wanted.seat else None
        return self._oracle.preview(grant.id, recipe, command, stand_in, language)

    def _wait_for(
        self, connection: Connection, wanted: Enquire, answer: Awaitable[Outlook | Preview]
    ) -> None:
        key = connection, wanted.id
        task = asyncio.ensure_future(self._tell(connection, wanted, answer))
        self._open[key] = task
        task.add_done_callback(lambda _: self._open.pop(key, None))

    async def _tell(
        self, connection: Connection, wanted: Enquire, answer: Awaitable[Outlook | Preview]
    ) -> None:
        language = connection.eyes.language
        try:
            told = outgoing.told(wanted, await answer)
        except Voided:
            told = outgoing.untold(wanted, say(language, "something else was asked since"))
        except Unforeseen as why:
            log("nothing was foreseen", seat=connection.grant.id, why=str(why))
            told = outgoing.untold(wanted, say(language, "it can't be told what is to come"))
        connection.put(told)

    def _many(self, connection: Connection) -> int:
        return sum(one is connection for one, _ in self._open)

    def _team(self, name: str) -> Team:
        """The team of this name, the first where there is none."""
        teams = self._session.teams
        if name and name not in teams:
            raise Refused("unknown", "there is no team '{team}'", team=name)
        return teams[name or next(iter(teams))]
