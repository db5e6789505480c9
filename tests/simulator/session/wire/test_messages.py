"""Messages within limits and beyond, spoiled in thousands of ways: each is answered with a message
of the protocol, and what was refused has changed nothing."""

import asyncio
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.session import protocol as p
from simulator.session.drafting import Place
from simulator.session.host import attendance
from simulator.session.limits import (
    LARGEST_NUMBER,
    MESSAGE_BYTES,
    MESSAGE_DEPTH,
    MESSAGE_NODES,
    MESSAGES_A_SECOND,
    MESSAGES_AT_ONCE,
)
from simulator.session.strict import Malformed, parse
from tests.simulator.session.wire.fuzz import Fuzz
from tests.simulator.session.wire.house import (
    CONTROL,
    NORTH,
    Guest,
    House,
    do,
    new_id,
    note,
    settled,
)
from tests.simulator.session.wire.street import street

SOAK = int(os.environ.get("SOAK", "1"))
OBSERVER = Place("observer", "team", "south")
AT_A_TIME = 25


def nested(depth: int) -> str:
    return '{"a":' + "[" * (depth - 1) + "]" * (depth - 1) + "}"


def with_nodes(count: int) -> str:
    # The object and its list are two of them.
    return json.dumps({"a": [0] * (count - 2)})


WITHIN = {
    "nothing": "{}",
    "as deep as may be": nested(MESSAGE_DEPTH),
    "as many parts as may be": with_nodes(MESSAGE_NODES),
    "as long as may be": '{"a":"' + "x" * (MESSAGE_BYTES - 8) + '"}',
    "as long as may be in letters of two bytes": '{"a":"' + "ë" * (MESSAGE_BYTES // 2 - 4) + '"}',
    "the largest numbers": f'{{"a":[{LARGEST_NUMBER},-{LARGEST_NUMBER},{float(LARGEST_NUMBER)}]}}',
    "a small number": '{"a":-0.0000001}',
    "brackets that somebody wrote": json.dumps({"text": "[" * 500 + '"{' + "{" * 500 + "\\["}),
    "two keys in two places": '{"a":{"b":1},"c":{"b":1}}',
    "a surrogate pair": '{"a":"\\ud83d\\ude00"}',
}
BEYOND = {
    "nothing at all": "",
    "a list": "[]",
    "a text": '"x"',
    "a number": "7",
    "two objects": "{}{}",
    "one deeper than may be": nested(MESSAGE_DEPTH + 1),
    "far deeper": "[" * 60_000,
    "deep behind a text": '{"a":"x\\"","b":' + "[" * 40 + "]" * 40 + "}",
    "one part too many": with_nodes(MESSAGE_NODES + 1),
    "one byte too many": '{"a":"' + "x" * (MESSAGE_BYTES - 7) + '"}',
    "one byte too many in letters of two bytes": '{"a":"' + "ë" * (MESSAGE_BYTES // 2 - 3) + '"}',
    "a number one too large": f'{{"a":{LARGEST_NUMBER + 1}}}',
    "a number one too small": f'{{"a":-{LARGEST_NUMBER + 1}}}',
    "a fraction too large": '{"a":1e16}',
    "no number at all": '{"a":NaN}',
    "endlessness": '{"a":-Infinity}',
    "endlessness in digits": '{"a":1e999}',
    "five thousand digits": '{"a":' + "9" * 5_000 + "}",
    "five thousand digits behind a point": '{"a":0.' + "9" * 5_000 + "}",
    "a key twice": '{"a":1,"a":1}',
    "a key twice, deep down": '{"x":[{"a":1,"\\u0061":2}]}',
    "half a letter": '{"a":["\\ud800"]}',
    "half a letter in a key": '{"x":{"a\\udfff":1}}',
    "half a letter as it is": '{"a":"\ud800"}',
    "half a letter in two halves of text": '{"a\\ud83d":1,"\\ude00":2}',
    "a comma too many": '{"a":1,}',
    "a tab in a text": '{"a":"\t"}',
    "a comment": "{/**/}",
    "a mark of byte order": "\ufeff{}",
}


@pytest.mark.parametrize("text", WITHIN.values(), ids=WITHIN)
def test_within_the_limits_it_is_what_json_says(text: str):
    assert parse(text) == json.loads(text)


@pytest.mark.parametrize("text", BEYOND.values(), ids=BEYOND)
def test_beyond_the_limits_it_is_refused(text: str):
    with pytest.raises(Malformed):
        parse(text)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.text(max_size=4), PLAIN, max_size=4))
def test_whatever_json_can_say_is_read_as_it_was_said(said: dict[str, Any]):
    assert parse(json.dumps(said)) == said
    assert parse(json.dumps(said, ensure_ascii=False)) == said


@given(st.text(alphabet='{}[]":,0123456789.eE+-truefalsn\\u " x', max_size=40))
def test_whatever_text_comes_is_read_as_json_reads_it_or_refused(text: str):
    try:
        read = parse(text)
    except Malformed:
        return
    assert read == json.loads(text)


class Endless:
    def take(self) -> bool:
        return True


async def at_table(path: Path) -> tuple[House, list[Guest]]:
    house = House(path)
    await house.open(CONTROL, CONTROL, NORTH, OBSERVER)
    guests = [await house.guest(seat) for seat in house.tokens]
    await guests[0].asks(do(new_id(), "start"))
    for guest in guests:
        guest.read()
    return house, guests[1:]


@pytest.mark.parametrize("seed", range(4))
async def test_spoiled_messages_are_answered_and_what_is_refused_changes_nothing(
    seed: int, tmp_path: Path
):
    fuzz = Fuzz(seed)
    codes: set[str] = set()
    house, guests = await at_table(tmp_path / "0")
    for number in range(1250 * SOAK // AT_A_TIME):
        if any(guest.connection.code for guest in guests) or house.session.closed:
            house.fall()
            house, guests = await at_table(tmp_path / f"{number + 1}")
        codes |= await a_handful(fuzz, house, fuzz.random.choice(guests))
    house.fall()
    assert {"malformed", "unknown", ""} <= codes


async def a_handful(fuzz: Fuzz, house: House, guest: Guest) -> set[str]:
    """The codes of what one guest is answered to some messages that it sends at once."""
    exercise = house.session.teams["team"].exercise
    before = exercise.state.hash(), len(exercise.log)
    guest.listener._allowance = Endless()  # type: ignore[assignment]
    texts = [fuzz.message() for _ in range(AT_A_TIME)]
    saying = [guest.says(text) for text in texts]
    await house.turn()
    await settled()
    for text, said in zip(texts, saying, strict=True):
        assert said.done(), text
        said.result()
    replies = [p.FROM_HOST.validate_json(json.dumps(told)) for told in guest.read()]
    answers = [it for it in replies if isinstance(it, p.Answered)]
    wrongs = [it for it in replies if isinstance(it, p.Wrong)]
    looked = [it for it in replies if isinstance(it, p.Told | p.Welcome)]
    assert len(answers) + len(wrongs) + len(looked) == AT_A_TIME or guest.connection.code
    exercise = house.session.teams["team"].exercise
    if not any(answer.done for answer in answers):
        assert (exercise.state.hash(), len(exercise.log)) == before
    return {it.code for it in answers} | {it.code for it in wrongs}


async def test_spoiled_messages_over_a_socket_are_all_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(attendance, "MESSAGES_A_SECOND", 1e6)
    monkeypatch.setattr(attendance, "MESSAGES_AT_ONCE", 10**6)
    fuzz = Fuzz(99)
    async with street(tmp_path, NORTH) as here:
        north = await here.caller(here.tokens["north-1"])
        sent = 0
        while sent < 300 * SOAK:
            text = fuzz.message().encode(errors="replace").decode()
            if len(text.encode()) > MESSAGE_BYTES:
                continue
            await north.text(text)
            sent += 1
        told = 0
        async with asyncio.timeout(30):
            while told < sent:
                message = await north.message()
                assert message is not None, north.code
                told += message["type"] in ("answer", "wrong")
        await north.still_there()
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def said(guest: Guest, count: int) -> list[str]:
    """What becomes of so many messages at once: `yes`, or the code of a no."""
    guest.read()
    saying = [guest.says(note(new_id(), "x")) for _ in range(count)]
    await guest.house.turn()
    assert all(each.done() for each in saying)
    told = [m for m in guest.read() if m["type"] in ("answer", "wrong")]
    return [m["code"] or "yes" for m in told]


@pytest.fixture
async def house(tmp_path: Path):
    made = House(tmp_path / "session")
    await made.open(CONTROL, NORTH)
    control = await made.guest("control-1")
    await control.asks(do(new_id(), "start"))
    control.leaves()
    made.hands.move(1)
    await made.turn()
    yield made
    made.fall()


async def test_thirty_messages_at_once_and_then_ten_a_second(house: House):
    north = await house.guest("north-1")
    told = await said(north, MESSAGES_AT_ONCE + 5)
    assert sorted(told) == ["too-fast"] * 5 + ["yes"] * MESSAGES_AT_ONCE
    for seconds in (1.0, 0.5):
        await house.turn(seconds)
        told = await said(north, 20)
        assert told.count("yes") == MESSAGES_A_SECOND * seconds
    assert north.connection.code is None


async def test_a_seat_may_say_no_more_over_several_connections_or_after_coming_back(house: House):
    one, two = await house.guest("north-1"), await house.guest("north-1")
    assert (await said(one, 20)).count("yes") == 20
    assert (await said(two, 20)).count("yes") == MESSAGES_AT_ONCE - 20
    one.leaves()
    assert (await said(await house.guest("north-1"), 5)).count("yes") == 0


@pytest.mark.parametrize("a_second", [40, 200, 5_000])
async def test_who_goes_on_too_fast_is_parted_with(a_second: int, house: House):
    north = await house.guest("north-1")
    for _ in range(20 * 10):
        if north.connection.code is not None:
            break
        await said(north, a_second // 10)
        await house.turn(0.1)
    assert north.connection.code == p.TOO_FAST


async def test_who_is_a_little_too_fast_now_and_then_stays(house: House):
    north = await house.guest("north-1")
    for _ in range(20):
        await said(north, 35)
        await house.turn(4.0)
    assert north.connection.code is None
