"""Two players and somebody who asks everything again and again, at one host: how they begin, what
they do, and what must be so when all is over."""

import asyncio
import json
import tempfile
from collections import Counter
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from hypothesis.stateful import RuleBasedStateMachine

from simulator.session import protocol as p
from simulator.session.client import line as lines
from simulator.session.client.memory import Memory
from simulator.session.client.sight import Gap, Sight
from simulator.session.journal.record import Draft
from tests.simulator.session.wire.house import (
    CONTROL,
    NORTH,
    SOUTH,
    Guest,
    House,
    do,
    new_id,
    note,
    settled,
)
from tests.simulator.session.wire.network import Wire, WiredLine

SEATS = {"north-1": "north", "south-1": "south"}
PATIENCE = 400
"""Turns of the host within which all must be well again."""


class Strict(Sight):
    """Remembers a gap: with this network there is none that the host should not know of."""

    gap = False

    def take(self, told: p.View | p.News) -> bool:
        try:
            return super().take(told)
        except Gap:
            self.gap = True
            raise


class Table(RuleBasedStateMachine):
    """Nothing happens here by itself; the rules say what does."""

    def __init__(self) -> None:
        super().__init__()
        self.waits = lines.FIRST_WAIT, lines.BREATH
        vars(lines).update(FIRST_WAIT=0.0, BREATH=0.001)
        self.runner = asyncio.Runner()
        self.path = Path(tempfile.mkdtemp())
        self.asked: dict[str, dict[str, str]] = {seat: {} for seat in SEATS}
        self.told: dict[str, list[p.Answered]] = {seat: [] for seat in SEATS}
        self.repeated: dict[str, str] = {}
        self.repeats: list[Wire] = []
        self.old: list[Wire] = []
        self.number = 0

    def run(self, wish: Coroutine[Any, Any, Any]) -> Any:
        async def settling() -> Any:
            done = await wish
            await settled()
            return done

        return self.runner.run(settling())

    async def _begin(self) -> None:
        self.house = House(self.path / "session")
        await self.house.open(CONTROL, NORTH, SOUTH)
        control = await self.house.guest("control-1")
        await control.asks(do(new_id(), "start"))
        control.leaves()
        self.lines = {
            seat: self.line(Memory("", "house", seat, self.house.tokens[seat])) for seat in SEATS
        }

    def line(self, memory: Memory) -> WiredLine:
        line = WiredLine(self.house, memory)
        line.sight = Strict(lambda: self.house.hands.wall)
        return line

    @property
    def up(self) -> bool:
        return self.house.up.is_set()

    def next_text(self) -> str:
        self.number += 1
        return f"note {self.number}"

    def cut(self, seat: str, noticed: bool) -> None:
        for wire in self.lines[seat].wires[-1:]:
            if noticed:
                wire.notice()
            else:
                wire.lose()

    def wires(self) -> list[Wire]:
        return [*self.old, *(wire for line in self.lines.values() for wire in line.wires)]

    async def _goes_well(self, rounds: int, seconds: float) -> None:
        for _ in range(rounds):
            for line in self.lines.values():
                for wire in line.wires[-1:]:
                    wire.carry_up(99)
                    wire.carry_down(99)
            await self.house.turn(seconds)

    async def fall(self) -> None:
        self.house.fall()
        for wire in self.wires():
            wire.notice()
            wire.visit.cancel()

    async def _ends_well(self) -> None:
        if not self.up:
            await self.house.rise()
        for _ in range(PATIENCE):
            for wire in self.wires():
                if wire.cut:
                    wire.carry_up(99)
                    wire.notice()
                wire.carry_up(99)
                wire.carry_down(99)
            await self.house.turn(0.5)
            await asyncio.sleep(0)
            if self.all_is_well():
                break
        assert self.all_is_well()
        for seat in SEATS:
            self.told[seat] += self.lines[seat].answers
        await self._everything_was_done_once()
        await self._answers_stay(self.house)
        await self.fall()
        await self.house.rise()
        await self._answers_stay(self.house)
        for line in self.lines.values():
            line.task.cancel()
        await self.fall()

    def all_is_well(self) -> bool:
        """Everything was answered, and what is seen is what there is to see."""
        return all(
            not line.waiting
            and line.status.state == "connected"
            and line.sight._plain == json_of(self.house.fresh_view("team", SEATS[seat]))
            for seat, line in self.lines.items()
        )

    async def _everything_was_done_once(self) -> None:
        for seat, role in SEATS.items():
            told = {answer.id: answer for answer in self.told[seat]}
            assert len(told) == len(self.told[seat]), "an answer was given twice"
            assert list(told) == list(self.asked[seat]), "answers are out of order, or missing"
            log = self.house.fresh_view("team", role)["log"]
            written = [line["words"].partition(": ")[2] for line in log if line["kind"] == "note"]
            assert max(Counter(written).values(), default=1) == 1, "something was done twice"
            done = [text for id, text in self.asked[seat].items() if told[id].done]
            mine = set(self.asked[seat].values())
            assert [text for text in written if text in mine] == done

    async def _answers_stay(self, house: House) -> None:
        """A day later, and of another host, the same answers."""
        await house.has_kept(Draft("paced", team="team", body={"pace": 6000.0}))
        await house.passes(5)
        for seat in SEATS:
            guest = await house.guest(seat)
            for answer in self.told[seat]:
                again = await self._asked_again(guest, answer.id, self.asked[seat][answer.id])
                assert again == answer.model_dump()
            if seat == "north-1":
                for id, text in self.repeated.items():
                    first = await self._asked_again(guest, id, text)
                    assert await self._asked_again(guest, id, text) == first
                    other = await self._asked_again(guest, id, "something else")
                    assert other["code"] == "id"
            guest.leaves()

    async def _asked_again(self, guest: Guest, id: str, text: str) -> dict[str, Any]:
        await guest.house.turn(0.2)
        heard = await guest.asks(note(id, text))
        return next(m for m in heard if m["type"] == "answer")


def json_of(view: dict[str, Any]) -> Any:
    return json.loads(json.dumps(view))
