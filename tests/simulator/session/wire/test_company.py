"""Several people in one seat: each learns what the others read, have opened and write; nobody
else learns anything of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from simulator.session import protocol as p
from simulator.session.drafting import Place
from simulator.session.host import company
from simulator.session.limits import MESSAGES_AT_ONCE
from tests.simulator.session.wire.fuzz import Fuzz
from tests.simulator.session.wire.house import CONTROL, NORTH, SOUTH, Guest, House

OBSERVER = Place("observer", "team", "north")
NOWHERE = {"reads": "", "writes": "", "of": ""}


@pytest.fixture
async def house(tmp_path: Path):
    made = House(tmp_path / "session")
    await made.open(CONTROL, SOUTH, OBSERVER)
    for name in ("Ana", "Besa", ""):
        await made.seat(NORTH, name)
    yield made
    made.fall()


def attend(**said: str) -> str:
    return json.dumps({"type": "attend", **said})


async def attends(guest: Guest, **said: str) -> None:
    await guest.listener.hear(attend(**said))


def told(guest: Guest) -> list[list[dict[str, Any]]]:
    """What they are told of the others in their seat, since they last read."""
    return [message["people"] for message in guest.read() if message["type"] == "company"]


async def test_who_shares_a_seat_is_told_what_the_others_read_and_write(house: House):
    ana = await house.guest("north-1")
    await house.turn()
    assert told(ana) == []
    besa = await house.guest("north-2")
    await house.turn()
    assert told(ana) == [[{"grant": "north-2", "name": "Besa", **NOWHERE, "opened": []}]]
    assert told(besa) == [[{"grant": "north-1", "name": "Ana", **NOWHERE, "opened": []}]]
    await attends(besa, reads="dawn#1", writes="decision", of="flood")
    await house.turn()
    [[person]] = told(ana)
    assert person == {
        "grant": "north-2", "name": "Besa", "reads": "dawn#1", "writes": "decision",
        "of": "flood", "opened": ["dawn#1"],
    }  # fmt: skip
    assert told(besa) == []


async def test_what_was_opened_is_told_once_and_to_a_newcomer_whole(house: House):
    ana, besa = await house.guest("north-1"), await house.guest("north-2")
    opened = []
    for key in ("dawn#1", "wind#1", "dawn#1", ""):
        await attends(besa, reads=key)
        await house.turn()
        opened += [person["opened"] for [person] in told(ana)]
    assert opened == [["dawn#1"], ["wind#1"], [], []]
    third = await house.guest("north-3")
    await house.turn()
    [[first, second]] = told(third)
    assert (first["name"], first["opened"]) == ("Ana", [])
    assert (second["opened"], second["reads"]) == (["dawn#1", "wind#1"], "")
    assert [person["name"] for person in told(ana)[-1]] == ["Besa", "north-3"]


async def test_who_leaves_is_gone_and_comes_back_with_what_they_had_opened(house: House):
    ana, besa = await house.guest("north-1"), await house.guest("north-2")
    await attends(besa, reads="dawn#1", writes="note", of="")
    await house.turn()
    ana.read()
    besa.leaves()
    await house.turn()
    assert told(ana) == [[]]
    await house.guest("north-2")
    await house.turn()
    [[person]] = told(ana)
    assert (person["reads"], person["writes"], person["opened"]) == ("", "", ["dawn#1"])


async def test_of_somebody_with_two_terminals_there_is_one_and_not_for_themselves(house: House):
    ana, besa = await house.guest("north-1"), await house.guest("north-2")
    again = await house.guest("north-2")
    await house.turn()
    assert [person["grant"] for person in told(ana)[-1]] == ["north-2"]
    assert [person["grant"] for [person] in [*told(besa), *told(again)]] == ["north-1"] * 2
    await attends(again, reads="dawn#1")
    await house.turn()
    assert [person["reads"] for person in told(ana)[-1]] == ["dawn#1"]
    assert told(besa) == told(again) == []
    besa.leaves()
    await house.turn()
    assert told(ana) == []


async def test_other_roles_and_who_only_watches_are_neither_told_nor_told_of(house: House):
    strangers = [await house.guest(seat) for seat in ("south-1", "observer-north-1", "control-1")]
    ana, besa = await house.guest("north-1"), await house.guest("north-2")
    for guest in (*strangers, besa):
        await attends(guest, reads="only-here#1")
    await house.passes(2)
    assert {person["grant"] for people in told(ana) for person in people} == {"north-2"}
    for stranger in strangers:
        heard = stranger.read()
        assert "company" not in {message["type"] for message in heard}
        assert "only-here" not in json.dumps(heard)


async def test_nothing_of_it_is_written_down(house: House):
    await house.guest("north-1")
    besa = await house.guest("north-2")
    await house.turn()
    before = house.session_records
    await attends(besa, reads="dawn#1")
    await house.turn()
    assert house.session_records == before
    assert b"dawn#1" not in (house.path / "journal.jsonl").read_bytes()


@pytest.mark.parametrize(
    "said",
    [{"reads": "x" * 201}, {"reads": "\x1b[2J"}, {"writes": "\u202e"}, {"of": 7}, {"by": "Ana"}],
    ids=str,
)
async def test_what_is_no_place_on_a_desk_is_malformed(house: House, said: dict[str, Any]):
    ana, besa = await house.guest("north-1"), await house.guest("north-2")
    await house.turn()
    told(ana)
    besa.read()
    await house.does(besa.listener.hear(json.dumps({"type": "attend", **said})))
    await house.turn()
    assert besa.read() == [{"type": "wrong", "code": "malformed"}]
    assert told(ana) == []


async def test_spoiled_words_of_it_harm_nobody(house: House):
    fuzz = Fuzz(7)
    ana, besa = await house.guest("north-1"), await house.guest("north-2")
    await house.turn()
    ana.read()
    for _ in range(300):
        message = {"type": "attend", "reads": "dawn#1", "writes": "decision", "of": fuzz.word()}
        for _ in range(fuzz.random.choice((0, 1, 2))):
            fuzz.spoil(message)
        besa.read()
        await house.turn(1.0)
        await besa.listener.hear(json.dumps(message))
        await house.turn()
        assert {told["type"] for told in besa.read()} <= {"wrong", "news"}
        for told in ana.read():
            assert p.FROM_HOST.validate_python(told, strict=False).type in ("company", "news")


async def test_wandering_eyes_use_up_what_a_seat_may_say(house: House):
    ana, besa = await house.guest("north-1"), await house.guest("north-2")
    besa.read()
    for number in range(MESSAGES_AT_ONCE + 5):
        await besa.listener.hear(attend(reads=f"dawn#{number}"))
    assert besa.read() == [{"type": "wrong", "code": "too-fast"}] * 5
    await house.turn()
    [person] = told(ana)[-1]
    assert person["reads"] == f"dawn#{MESSAGES_AT_ONCE - 1}"


async def test_no_more_is_remembered_of_anybody_than_may_be(
    house: House, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(company, "OPENED", 2)
    ana, besa = await house.guest("north-1"), await house.guest("north-2")
    for key in ("one", "two", "three"):
        await attends(besa, reads=key)
    await house.turn()
    [person] = told(ana)[-1]
    assert (person["reads"], person["opened"]) == ("three", ["one", "two"])


async def test_in_a_crowd_each_is_told_of_those_who_came_first(
    house: House, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(company, "COMPANY", 1)
    first, second, third = [await house.guest(f"north-{n}") for n in (1, 2, 3)]
    await house.turn()
    for guest, other in ((first, "north-2"), (second, "north-1"), (third, "north-1")):
        assert [person["grant"] for person in told(guest)[-1]] == [other]


async def test_who_does_not_read_has_one_word_of_it_waiting_and_is_told_the_rest_then(
    house: House,
):
    ana, besa = await house.guest("north-1"), await house.guest("north-2")
    await house.turn()
    for key in ("one", "two", "three"):
        await attends(besa, reads=key)
        await house.turn()
    assert [person["reads"] for [person] in told(ana)] == [""]
    await house.turn()
    [[person]] = told(ana)
    assert (person["reads"], person["opened"]) == ("three", ["one", "two", "three"])
