"""What control enquires of an oracle that takes its time: the host goes on meanwhile."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from simulator.engine.views.foresight import Preview
from simulator.session.host.enquiries import AT_ONCE
from simulator.session.host.oracle import Unforeseen, Voided
from tests.simulator.session.wire.house import CONTROL, NORTH, Guest, House, do, new_id, note

NOTHING = Preview("", (), (), (), (), ())


class Slow:
    """An oracle that says what the test has it say, when the test has it."""

    def __init__(self) -> None:
        self.asked: list[asyncio.Future[Any]] = []
        self.ended = False

    def _wait(self, *about: Any) -> asyncio.Future[Any]:
        self.asked.append(asyncio.get_running_loop().create_future())
        return self.asked[-1]

    preview = outlook = _wait

    def end(self) -> None:
        self.ended = True


@pytest.fixture
async def house(tmp_path: Path):
    made = House(tmp_path / "session")
    await made.open(CONTROL, NORTH)
    made.host.enquiries._oracle = Slow()  # type: ignore[assignment]
    yield made
    made.fall()


def oracle(house: House) -> Slow:
    slow: Any = house.host.enquiries._oracle
    assert isinstance(slow, Slow)
    return slow


def enquiry(about: str, id: str = "", **named: Any) -> str:
    return json.dumps({"type": "enquire", "id": id or new_id(), "about": about, **named})


def preview(id: str = "", inject: str = "noon", **named: Any) -> str:
    return enquiry("preview", id, command={"ask": "skip", "inject": inject}, **named)


async def told(guest: Guest) -> list[dict[str, Any]]:
    await guest.house.turn()
    return [message for message in guest.read() if message["type"] == "told"]


async def started(house: House) -> Guest:
    control = await house.guest("control-1")
    await control.asks(do(new_id(), "start"))
    return control


async def test_the_host_goes_on_while_the_oracle_thinks_and_one_alone_is_answered(house: House):
    control, other, north = (
        await started(house), await house.guest("control-1"), await house.guest("north-1"),
    )  # fmt: skip
    id = new_id()
    await control.asks(preview(id))
    # Said again, it is still asked once.
    await control.asks(preview(id))
    assert len(oracle(house).asked) == 1
    assert (await north.asks(note(new_id(), "Hm.")))[0]["done"]
    assert await told(control) == []
    oracle(house).asked[0].set_result(NOTHING)
    [answer] = await told(control)
    assert (answer["id"], answer["about"], answer["sentence"]) == (id, "preview", "")
    assert answer["body"]["dies"] == []
    assert await told(other) == await told(north) == []
    records = house.session_records
    await control.asks(preview())
    assert house.session_records == records


async def test_what_the_oracle_can_not_tell_is_a_sentence(house: House):
    control = await started(house)
    await control.asks('{"type": "speak", "language": "en"}')
    for trouble, words in ((Voided(), "since"), (Unforeseen("gone"), "can't be told")):
        await control.asks(preview())
        oracle(house).asked[-1].set_exception(trouble)
        [answer] = await told(control)
        assert words in answer["sentence"]
        assert answer["body"] == {}


async def test_what_makes_no_sense_is_refused_in_a_sentence(house: House):
    control = await started(house)
    for asked, words in (
        (enquiry("preview"), "no such command"),
        (enquiry("preview", command={"ask": "skip", "inject": 7}), "understands"),
        (enquiry("preview", command={"ask": "skip", "inject": "noon", "role": "x"}), "no such"),
        (preview(team="nowhere"), "no team 'nowhere'"),
        (preview(seat="nobody"), "no role 'nobody'"),
        (enquiry("script", inject="nothing"), "no inject 'nothing'"),
    ):
        [answer] = [m for m in await control.asks(asked) if m["type"] == "told"]
        assert words in answer["sentence"]
        assert answer["body"] == {}
    assert oracle(house).asked == []


async def test_before_startex_nothing_can_be_previewed_yet(house: House):
    control = await house.guest("control-1")
    [answer] = [m for m in await control.asks(preview()) if m["type"] == "told"]
    assert "not begun" in answer["sentence"]


async def test_only_so_much_waits_for_the_oracle_and_who_leaves_leaves_nothing_behind(house: House):
    control = await started(house)
    for _ in range(AT_ONCE + 1):
        last = await control.asks(preview())
    assert len(oracle(house).asked) == AT_ONCE
    assert "too much" in last[-1]["sentence"]
    control.leaves()
    for waiting in oracle(house).asked:
        waiting.set_result(NOTHING)
    await house.turn()
    assert house.host.enquiries._open == {}
    again = await house.guest("control-1")
    await again.asks(preview())
    house.host.enquiries.end()
    await house.turn()
    assert oracle(house).ended
    assert house.host.enquiries._open == {}
    assert oracle(house).asked[-1].cancelled()
