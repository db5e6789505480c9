"""A stage on which one asks and is answered, brought to a phase of an exercise."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from simulator.scenario.scenario import Scenario
from simulator.session import acts
from simulator.session import protocol as p
from simulator.session.drafting import Place
from simulator.session.journal.record import Header
from tests.simulator.session.journal.scribe import rated
from tests.simulator.session.secrecy.people import SECOND
from tests.simulator.session.secrecy.stage import PULSE, Stage
from tests.simulator.session.secrecy.table import world

SEATS = {
    "control": Place("control"), "player": Place("player", "red", "soc"),
    "csmu": Place("player", "red", "csmu"), "nato": Place("player", "red", "nato"),
    "observer": Place("observer", "red", "soc"), "evaluator": Place("evaluator", "red", "soc"),
    "elsewhere": Place("player", "blue", "soc"),
}  # fmt: skip
BEGUN = (
    ("player", {"ask": "order", "action": "slow"}), ("player", {"ask": "order", "action": "queue"}),
    ("player", {"ask": "order", "action": "plead"}),
    ("csmu", {"ask": "order", "action": "their-plea"}),
    ("csmu", {"ask": "order", "action": "their-ask"}),
    ("csmu", {"ask": "consent", "request": "plead-1", "verdict": "ask", "text": "Why?"}),
)  # fmt: skip


class Table(Stage):
    """A stage on which one asks and is answered."""

    def __init__(self, played: Scenario | None = None) -> None:
        header = Header("session-1", "0", 1, "story", "", 1, ("red", "blue"), pace=60.0)
        super().__init__(played or world(), header)
        self._asked = 0

    def new_id(self) -> str:
        self._asked += 1
        return f"asked-at-the-table-{self._asked}"

    async def ask(self, who: str, command: dict[str, Any], team: str = "") -> dict[str, Any]:
        message = p.Ask.model_construct(id=self.new_id(), command=command, team=team)
        return await self.say(who, message.model_dump_json())

    async def do(self, who: str, act: acts.AnyAct) -> dict[str, Any]:
        return await self.say(who, p.Do(id=self.new_id(), act=act).model_dump_json())

    async def say(self, who: str, text: str) -> dict[str, Any]:
        """The host's answer to this. Time passes only where too much was asked."""
        person = self.people[who]
        if self.host.attendance.allowance(self.grant(who)).left < 2:
            await self.go(SECOND)
        before = len(person.seen)
        person.say(text)
        await self._hear()
        told = [p.FROM_HOST.validate_json(seen.what) for seen in person.seen[before:]]
        [answer] = [one for one in told if isinstance(one, p.Answered | p.Wrong | p.Told)]
        return answer.model_dump()

    @property
    def state(self) -> tuple[Any, ...]:
        """All that must not change where something is refused."""
        session = self.host.session
        worlds = [
            (t.exercise.state.hash(), t.running, t.pace, t.take, t.holds)
            for t in session.teams.values()
        ]
        book = session.notebook
        noted = book.notes, rated(session), book.plan, book.feedback
        alarm = session.emergency, *session.ending.values()
        kept = noted, session.duties.rows
        return *worlds, kept, alarm, session.started, session.closed, tuple(session.grants)


@asynccontextmanager
async def table_at(phase: str) -> AsyncIterator[Table]:
    table = Table()
    await table.open("epoch-0")
    for label, place in SEATS.items():
        await table.seat(label, place)
        table.people[label].enter()
    await table.go(PULSE)
    if phase != "before":
        await begun(table, phase)
    yield table
    await table.end()


async def begun(table: Table, phase: str) -> None:
    await table.do("control", acts.Start())
    await table.go(2 * SECOND)
    for who, command in BEGUN:
        assert (await table.ask(who, command))["done"]
    if phase == "paused":
        await table.do("control", acts.Pause(team="red"))
    elif phase == "held":
        for team in ("red", "blue"):
            await table.do("control", acts.Jump(to=3 * 3600, team=team))
        assert table.host.session.teams["red"].exercise.held
    elif phase == "emergency":
        await table.do("control", acts.NoDuff())
    elif phase == "over":
        for team in ("red", "blue"):
            await table.ask("control", {"ask": "conclude"}, team)
    await table.go(PULSE)


def told(answer: dict[str, Any]) -> str:
    return "done" if answer["done"] else str(answer["code"])
