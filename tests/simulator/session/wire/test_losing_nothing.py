"""Clients over a network that loses, delays, repeats and cuts, and a host that is killed: whatever
happens, all that was asked is done once, answered as it was, and shown without a gap.

`make soak` plays fifty times as much.
"""

import json
import os
import shutil
from contextlib import suppress
from dataclasses import asdict

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from simulator.engine.commands import Note
from simulator.session import protocol as p
from simulator.session.client import line as lines
from simulator.session.client.memory import Memory
from simulator.session.journal.record import Draft
from tests.simulator.session.wire.house import (
    new_id,
    note,
    settled,
)
from tests.simulator.session.wire.network import Wire
from tests.simulator.session.wire.table import SEATS, Table

SOAK = int(os.environ.get("SOAK", "1"))
SEAT = st.sampled_from(sorted(SEATS))
WHICH = st.integers(0, 3)


class Killed(Exception):
    """The host is killed here."""


class Play(Table):
    """Two players, each with a line; and a program that sits beside one of them and asks the same
    again and again, over several connections, in any order."""

    @initialize()
    def begins(self) -> None:
        self.run(self._begin())

    # What clients do

    @rule(seat=SEAT)
    def asks(self, seat: str) -> None:
        async def ask() -> None:
            text = self.next_text()
            self.asked[seat][self.lines[seat].ask(Note(SEATS[seat], text))] = text

        self.run(ask())

    @rule(seat=SEAT)
    def starts_its_program_again(self, seat: str) -> None:
        async def again() -> None:
            line = self.lines[seat]
            self.told[seat] += line.answers
            line.task.cancel()
            self.old += line.wires
            await settled()
            kept = json.loads(json.dumps(asdict(line.memory)))
            self.lines[seat] = self.line(Memory(**kept))

        self.run(again())

    @precondition(lambda self: self.up)
    @rule(new=st.booleans())
    def the_repeater_connects(self, new: bool) -> None:
        async def connect() -> None:
            if new or not self.repeats:
                wire = Wire(self.house, self.house.tokens["north-1"])
                self.repeats = [*self.repeats, wire][-3:]
                self.old.append(wire)
                wire.say(p.Hello().model_dump_json())
                wire.carry_up()

        self.run(connect())

    @rule(which=WHICH, of=WHICH, new=st.booleans(), late=st.booleans())
    def the_repeater_asks(self, which: int, of: int, new: bool, late: bool) -> None:
        """`late` leaves it on the way, to overtake and be overtaken."""

        async def ask() -> None:
            live = [wire for wire in self.repeats if not wire.cut]
            if not live:
                return
            if new or not self.repeated:
                self.repeated[new_id()] = self.next_text()
            id = list(self.repeated)[-1 - of % len(self.repeated)]
            wire = live[which % len(live)]
            wire.say(json.dumps(note(id, self.repeated[id])))
            if not late:
                wire.carry_up(99)

        self.run(ask())

    # What the network does

    @rule(seat=SEAT, which=WHICH, most=st.integers(1, 3), twice=st.booleans())
    def carries_up(self, seat: str, which: int, most: int, twice: bool) -> None:
        async def carry() -> None:
            for wire in self.lines[seat].wires[-1 - which :][:1]:
                wire.carry_up(most, twice=twice)

        self.run(carry())

    @rule(seat=SEAT, most=st.integers(1, 5))
    def carries_down(self, seat: str, most: int) -> None:
        async def carry() -> None:
            for wire in self.lines[seat].wires[-1:]:
                wire.carry_down(most)

        self.run(carry())

    @rule(seat=SEAT, noticed=st.booleans())
    def cuts(self, seat: str, noticed: bool) -> None:
        async def cut() -> None:
            self.cut(seat, noticed)

        self.run(cut())

    @rule(which=WHICH)
    def the_host_notices(self, which: int) -> None:
        async def notice() -> None:
            lost = [wire for wire in self.wires() if wire.cut and not wire.noticed]
            for wire in lost[which : which + 1]:
                wire.notice()

        self.run(notice())

    @precondition(lambda self: self.up)
    @rule(rounds=st.integers(1, 4), seconds=st.sampled_from((0.2, 1.0)))
    def all_goes_well_for_a_while(self, rounds: int, seconds: float) -> None:
        self.run(self._goes_well(rounds, seconds))

    @precondition(lambda self: self.up)
    @rule(seat=SEAT, missed=st.integers(0, 3), noticed=st.booleans())
    def somebody_is_away_for_a_moment(self, seat: str, missed: int, noticed: bool) -> None:
        async def miss() -> None:
            await self._goes_well(3, 0.2)
            self.lines[seat].calls.clear()
            self.cut(seat, noticed)
            for _ in range(missed):
                self.number += 1
                pace = {"pace": 60.0 + self.number}
                await self.house.has_kept(Draft("paced", team="team", body=pace))
                await self.house.turn(1.0)
            self.lines[seat].calls.set()
            await self._goes_well(2, 0.2)

        self.run(miss())

    # What the host does

    @precondition(lambda self: self.up)
    @rule(seconds=st.sampled_from((0.0, 0.2, 1.0, 4.0)))
    def takes_a_turn(self, seconds: float) -> None:
        self.run(self.house.turn(seconds))

    @precondition(lambda self: self.up)
    @rule(pace=st.sampled_from((60.0, 6000.0)))
    def goes_at_another_pace(self, pace: float) -> None:
        self.run(self.house.has_kept(Draft("paced", team="team", body={"pace": pace})))

    @precondition(lambda self: self.up)
    @rule(between=st.booleans())
    def is_killed(self, between: bool) -> None:
        """`between` kills it when a command is on the disk, and neither done nor answered."""

        async def kill() -> None:
            if between:
                self.house.host._apply = killed
                with suppress(Killed):
                    await self.house.turn()
            await self.fall()

        self.run(kill())

    @precondition(lambda self: not self.up)
    @rule()
    def is_started_again(self) -> None:
        self.run(self.house.rise())

    # What always holds

    @invariant()
    def nobody_is_turned_away(self) -> None:
        for line in getattr(self, "lines", {}).values():
            assert line.status.state != "ended", line.status
            assert not line.task.done() or line.task.exception() is None
            assert not line.sight.gap, "messages are missing"

    def teardown(self) -> None:
        try:
            if hasattr(self, "lines"):
                self.run(self._ends_well())
        finally:
            self.runner.close()
            vars(lines).update(zip(("FIRST_WAIT", "BREATH"), self.waits, strict=True))
            shutil.rmtree(self.path)


def killed(record: object) -> None:
    raise Killed


Play.TestCase.settings = settings(max_examples=25 * SOAK, stateful_step_count=40)
TestPlay = Play.TestCase
