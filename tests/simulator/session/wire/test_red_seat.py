"""The adversary played by somebody at a host: launched, kept, left to itself, and not seen."""

from pathlib import Path
from typing import Any

import pytest

from simulator.engine.commands import Launch, Vacate
from simulator.session.asking import told
from tests.simulator.session.wire.house import CONTROL, NORTH, SOUTH, TWO_DESKS, House, do, new_id

CAMPAIGN = """\
adversary:
  name: Heron
  modelled_on: Nobody
  steps:
    - {id: dive, title: Dives in, technique: T1078, at: 0s}
    - {id: dig, title: Digs, technique: T1078, after: dive, delay: 1m}
"""


@pytest.fixture
async def house(tmp_path: Path):
    scenario = tmp_path / "hunted.yaml"
    text = TWO_DESKS.read_text("utf-8").replace("South desk}", "South desk, red: true}", 1)
    scenario.write_text(f"{text.rstrip()}\n{CAMPAIGN}", "utf-8")
    made = House(tmp_path / "session", scenario=scenario)
    await made.open(CONTROL, NORTH, SOUTH)
    control = await made.guest("control-1")
    await control.asks(do(new_id(), "start"))
    await made.turn()
    yield made
    made.fall()


def launch(role: str = "south") -> dict[str, Any]:
    return {"type": "ask", "id": new_id(), "command": told(Launch(role, "dive"))}


def phases(house: House) -> dict[str, str]:
    steps = house.session.teams["team"].exercise.state.steps
    return {name: step.phase for name, step in steps.items()}


async def test_it_is_launched_once_and_is_so_after_the_host_was_killed(house: House):
    south = await house.guest("south-1")
    await house.passes(1)
    assert phases(house) == {"dive": "ready", "dig": "waiting"}
    message = launch()
    [answer] = [it for it in await south.asks(message) if it["type"] == "answer"]
    assert answer["done"]
    await house.passes(2)
    before = phases(house)
    assert before == {"dive": "done", "dig": "ready"}
    house.fall()
    await house.rise()
    assert phases(house) == before
    back = await house.guest("south-1")
    [answer] = [it for it in await back.asks(message) if it["type"] == "answer"]
    assert answer["done"]
    assert phases(house) == before


async def test_others_can_not_launch_and_when_it_is_left_the_campaign_goes_on(house: House):
    north, control = await house.guest("north-1"), await house.guest("control-1")
    refused = await north.asks(launch())
    assert [it["code"] for it in refused if it["type"] == "answer"] == ["unknown"]
    await house.passes(1)
    assert phases(house)["dive"] == "ready"
    vacate = told(Vacate("control", "south"))
    await control.asks({"type": "ask", "id": new_id(), "team": "team", "command": vacate})
    await house.passes(2)
    assert phases(house) == {"dive": "done", "dig": "done"}
    assert "Dives in" not in str(north.read())
