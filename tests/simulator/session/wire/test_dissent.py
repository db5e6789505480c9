"""Somebody of a role who sees a decision otherwise, at a host: heard, named, kept."""

from pathlib import Path
from typing import Any

import pytest

from simulator.engine.commands import Dissent
from simulator.engine.views import DissentView
from simulator.session.asking import told
from tests.simulator.session.wire.house import CONTROL, NORTH, SOUTH, TWO_DESKS, House, do, new_id

QUESTION = """\
  - id: flood
    at: 0s
    to: north
    kind: inject
    channel: phone
    from: Harbour
    title: Water
    text: It rises.
    decision: {ask: Shut the gates?, options: [{id: shut, label: Shut them}]}
"""


@pytest.fixture
async def house(tmp_path: Path):
    scenario = tmp_path / "flooded.yaml"
    scenario.write_text(TWO_DESKS.read_text("utf-8").rstrip("\n") + "\n" + QUESTION, "utf-8")
    made = House(tmp_path / "session", scenario=scenario)
    await made.open(CONTROL, SOUTH)
    await made.seat(NORTH, "Ana")
    await made.seat(NORTH, "Besa")
    control = await made.guest("control-1")
    await control.asks(do(new_id(), "start"))
    control.leaves()
    await made.turn()
    yield made
    made.fall()


def sees_otherwise(**more: Any) -> dict[str, Any]:
    command = told(Dissent("north", "flood", "It is \x1b[2Jtoo early.", by="Somebody else"))
    return {"type": "ask", "id": new_id(), "command": command | more}


def dissents(house: House, role: str = "north") -> list[DissentView]:
    decisions = house.session.teams["team"].exercise.view(role).decisions
    return [it for decision in decisions for it in decision.dissents]


async def test_who_sees_it_otherwise_is_named_as_their_seat_is_and_not_as_they_say(house: House):
    besa = await house.guest("north-2")
    message = sees_otherwise()
    assert "by" not in message["command"]
    [answer] = [it for it in await besa.asks(message) if it["type"] == "answer"]
    assert answer["done"]
    [dissent] = dissents(house)
    assert dissent.by == "Besa"
    assert "too early." in dissent.text
    assert "\x1b" not in dissent.text
    forged = await besa.asks(sees_otherwise(by="Somebody else"))
    assert [it["code"] for it in forged if it["type"] == "answer"] == ["unknown"]


async def test_it_is_still_there_after_the_host_was_killed_and_asked_again_it_is_once(
    house: House,
):
    besa = await house.guest("north-2")
    message = sees_otherwise()
    await besa.asks(message)
    before = dissents(house)
    house.fall()
    await house.rise()
    assert dissents(house) == before
    back = await house.guest("north-2")
    [answer] = [it for it in await back.asks(message) if it["type"] == "answer"]
    assert answer["done"]
    assert dissents(house) == before


async def test_another_role_can_not_and_does_not_learn_of_it(house: House):
    south, besa = await house.guest("south-1"), await house.guest("north-2")
    answers = await south.asks(sees_otherwise())
    assert [it["code"] for it in answers if it["type"] == "answer"] == ["unknown"]
    await besa.asks(sees_otherwise())
    await house.passes(2)
    assert "too early" not in str(south.read())
    assert dissents(house, "south") == []
