"""Clients that read slowly or not at all: what they lose, what they never lose, and nobody else."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from simulator.session import protocol as p
from simulator.session.client.sight import Sight
from simulator.session.host.connection import Connection
from simulator.session.host.outgoing import Eyes
from simulator.session.journal.record import Draft
from simulator.session.limits import (
    KEPT_MESSAGES,
    QUEUE_BYTES,
    QUEUE_MESSAGES,
    QUEUE_SECONDS,
)
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
from tests.simulator.session.wire.network import Wire


@pytest.fixture
async def house(tmp_path: Path):
    made = House(tmp_path / "session")
    await made.open(CONTROL, NORTH, SOUTH)
    control = await made.guest("control-1")
    await control.asks(do(new_id(), "start"))
    control.leaves()
    yield made
    made.fall()


async def news(house: House, count: int, slow: Guest | None = None) -> None:
    """So many times something that everybody is told of; who is `slow` is not taken for gone."""
    for number in range(count):
        await house.has_kept(Draft("paced", team="team", body={"pace": 60.0 + number % 7}))
        if slow:
            slow.connection._busy_since = None
        await house.turn(1.0)


def seen(messages: list[dict[str, Any]], sight: Sight) -> Sight:
    for message in messages:
        if message["type"] in ("view", "news"):
            told = p.FROM_HOST.validate_json(json.dumps(message))
            assert isinstance(told, p.View | p.News)
            sight.take(told)
    return sight


def kinds(messages: list[dict[str, Any]]) -> list[str]:
    return [message["type"] for message in messages]


async def test_who_lets_too_many_messages_wait_gets_the_whole_view_and_follows_on(house: House):
    slow, quick = await house.guest("north-1"), await house.guest("south-1")
    sight, other = Sight(lambda: 0.0), Sight(lambda: 0.0)
    seen(slow.read(), sight)
    for _ in range(QUEUE_MESSAGES + 5):
        await news(house, 1, slow)
        seen(quick.read(), other)
    assert slow.connection.overflows == 1
    told = slow.read()
    assert kinds(told) == ["view"]
    await news(house, 2)
    told += slow.read()
    assert kinds(told) == ["view", "news", "news"]
    assert [m["seq"] for m in told] == [told[0]["seq"] + n for n in range(3)]
    assert seen(told, sight)._plain == json.loads(json.dumps(house.fresh_view("team", "north")))
    assert other._plain == json.loads(json.dumps(house.fresh_view("team", "south")))


async def test_no_answer_is_lost_when_news_overflow(house: House):
    slow = await house.guest("north-1")
    slow.read()
    ids = []
    for _ in range(3):
        ids.append(new_id())
        slow.says(note(ids[-1], "said"))
        await news(house, QUEUE_MESSAGES // 2, slow)
    told = slow.read()
    assert slow.connection.overflows
    assert [m["id"] for m in told if m["type"] == "answer"] == ids


async def test_who_reads_nothing_is_parted_with_in_time_and_nobody_else_notices(house: House):
    slow, quick = await house.guest("north-1"), await house.guest("south-1")
    await house.turn()
    quick.read()
    since = slow.connection._busy_since
    assert since is not None
    while slow.connection.code is None:
        await house.turn(1.0)
        quick.read()
        assert house.hands.wall - since < QUEUE_SECONDS + 2
    assert slow.connection.code == p.TOO_SLOW
    assert house.hands.wall - since > QUEUE_SECONDS
    assert quick.connection.code is None
    answer = await quick.asks(note(new_id(), "still here"))
    assert any(m["type"] == "answer" and m["done"] for m in answer)


async def test_answers_that_nobody_reads_end_the_connection(house: House):
    slow = await house.guest("north-1")
    slow.read()
    for _ in range(QUEUE_MESSAGES + 1):
        await house.does(slow.listener.hear(json.dumps(note(new_id(), "said"))))
        house.hands.move(0.1)
        slow.connection._busy_since = None
    assert slow.connection.code == p.TOO_SLOW


async def test_a_view_longer_than_any_queue_still_reaches_who_reads(house: House):
    # 140 notes of 8,000 characters: more than the queue's bytes, in one message.
    writer = await house.guest("north-1")
    for number in range(1 + QUEUE_BYTES // 7_900):
        await writer.asks(note(new_id(), f"{number} " + "ë" * 7_900))
        await house.turn(0.2)
    writer.leaves()
    wire = Wire(house, house.tokens["north-1"])
    wire.say(p.Hello().model_dump_json())
    wire.carry_up()
    async with asyncio.timeout(10):
        while not any('"view"' in str(text)[:40] for text in wire.down):
            await house.turn(0.2)
    longest = max(len(text) for text in wire.down if isinstance(text, str))
    assert longest > QUEUE_BYTES
    wire.notice()
    await wire.visit


async def test_a_queue_of_many_bytes_overflows_too():
    grant: Any = None
    connection = Connection(grant, Eyes("", "", "en"), lambda: 0.0)
    third = "x" * (QUEUE_BYTES // 3)
    for _ in range(3):
        connection.put(third, replaceable=True)
    assert not connection.stale
    connection.put("four", replaceable=True)
    assert connection.stale
    assert connection.take() == []
    connection.put("an answer")
    assert connection.take() == ["an answer"]


async def test_who_comes_back_is_given_exactly_what_it_missed(house: House):
    guest = await house.guest("north-1")
    await news(house, 12)
    told = [m for m in guest.read() if m["type"] == "news"]
    last = told[-1]["seq"]
    guest.leaves()
    for missed in range(len(told)):
        back = await house.guest("north-1", p.Hello(epoch=house.session.epoch, after=last - missed))
        given = back.read()
        assert kinds(given)[0] == "welcome"
        assert given[0]["after"] == last
        assert given[1:] == told[len(told) - missed :]
        back.leaves()


@pytest.mark.parametrize("ahead", [1, 10**9])
async def test_who_has_seen_what_was_never_sent_gets_the_view(ahead: int, house: House):
    guest = await house.guest("north-1")
    await news(house, 2)
    last = guest.read()[-1]["seq"]
    guest.leaves()
    back = await house.guest("north-1", p.Hello(epoch=house.session.epoch, after=last + ahead))
    assert kinds(back.read())[:2] == ["welcome", "view"]


async def test_what_another_host_counted_is_not_mistaken_for_ones_own(house: House):
    guest = await house.guest("north-1")
    await news(house, 3)
    last = [m for m in guest.read() if "seq" in m][-1]["seq"]
    old = house.session.epoch
    house.fall()
    await house.rise()
    assert house.session.epoch != old
    first = await house.guest("north-1")
    await news(house, 3)
    first.leaves()
    back = await house.guest("north-1", p.Hello(epoch=old, after=last))
    assert kinds(back.read())[:2] == ["welcome", "view"]


async def test_a_stream_that_was_forgotten_gives_no_number_twice(house: House):
    # Two machines share a seat: one leaves for longer than its stream is kept, then the other
    # begins a new one; when the first comes back it has seen another number five than this.
    first = await house.guest("north-1")
    await news(house, 5)
    told = [m for m in first.read() if "seq" in m]
    first.leaves()
    await house.passes(70)
    second = await house.guest("north-1")
    await news(house, 8)
    again = [m for m in second.read() if "seq" in m]
    second.leaves()
    assert min(m["seq"] for m in again) > max(m["seq"] for m in told)
    hello = p.Hello(epoch=house.session.epoch, after=told[-1]["seq"])
    assert kinds((await house.guest("north-1", hello)).read())[:2] == ["welcome", "view"]


async def test_of_more_than_are_kept_the_view_is_given_instead(house: House):
    guest = await house.guest("north-1")
    for _ in range(KEPT_MESSAGES + 10):
        await news(house, 1)
        guest.read()
    numbers = [m["seq"] for m in guest.heard if "seq" in m]
    guest.leaves()
    epoch = house.session.epoch
    kept = await house.guest("north-1", p.Hello(epoch=epoch, after=numbers[-1] - KEPT_MESSAGES))
    await settled()
    # What it is given first may fill its queue, and then the view takes its place.
    assert kinds(kept.read())[1] in ("news", "view")
    kept.leaves()
    lost = await house.guest("north-1", p.Hello(epoch=epoch, after=numbers[-1] - KEPT_MESSAGES - 1))
    assert kinds(lost.read())[:2] == ["welcome", "view"]
