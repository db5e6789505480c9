"""What no client of ours sends: broken frames, floods, messages that never end. Each ends in time,
with its code, and whoever behaves is not disturbed."""

import asyncio
import json
import resource
from contextlib import suppress
from pathlib import Path

import pytest

from simulator.session import protocol as p
from simulator.session.host import serving
from simulator.session.host.connection import Connection
from simulator.session.limits import CONTROL_FRAMES_AT_ONCE, MESSAGE_BYTES
from tests.simulator.session.wire.house import NORTH, SOUTH, new_id, note
from tests.simulator.session.wire.raw import (
    BINARY,
    CLOSE,
    CONT,
    GUARD,
    PING,
    PONG,
    TEXT,
    Caller,
    eventually,
    frame,
)
from tests.simulator.session.wire.street import HASTE, Street, street

PROTOCOL_ERROR, NO_UTF8, TOO_BIG = 1002, 1007, 1009
BROKEN: dict[str, tuple[int, list[bytes]]] = {
    "not masked": (PROTOCOL_ERROR, [frame(TEXT, b"{}", masked=False)]),
    "reserved bit 1": (PROTOCOL_ERROR, [frame(TEXT, b"{}", rsv=4)]),
    "reserved bit 2": (PROTOCOL_ERROR, [frame(TEXT, b"{}", rsv=2)]),
    "reserved bit 3": (PROTOCOL_ERROR, [frame(PING, b"", rsv=1)]),
    **{
        f"reserved opcode {opcode}": (PROTOCOL_ERROR, [frame(opcode, b"x")])
        for opcode in (3, 7, 11, 15)
    },
    "a text that is no UTF-8": (NO_UTF8, [frame(TEXT, b"\xff\xfe{}")]),
    "half a letter": (NO_UTF8, [frame(TEXT, "ë".encode()[:1])]),
    "a surrogate": (NO_UTF8, [frame(TEXT, b"\xed\xa0\x80")]),
    "half a letter in fragments": (
        NO_UTF8, [frame(TEXT, b"\xc3", fin=False), frame(CONT, b"x")],
    ),
    "a length of 2 to the 62": (TOO_BIG, [frame(TEXT, b"x", size=2**62)]),
    "a length of 2 to the 63": (TOO_BIG, [frame(TEXT, b"x", size=2**63)]),
    "one byte too many": (TOO_BIG, [frame(TEXT, b" " * (MESSAGE_BYTES + 1))]),
    "one byte too many in fragments": (
        TOO_BIG, [frame(TEXT, b" " * MESSAGE_BYTES, fin=False), frame(CONT, b" ")],
    ),
    "fragments without end": (
        p.TOO_FAST,
        [frame(TEXT, b"x", fin=False), *[frame(CONT, b"x", fin=False)] * 60],
    ),
    "empty fragments without end": (
        p.TOO_FAST,
        [frame(TEXT, b"", fin=False), *[frame(CONT, b"", fin=False)] * 60],
    ),
    "a fragment of nothing": (PROTOCOL_ERROR, [frame(CONT, b"x")]),
    "a text within a text": (PROTOCOL_ERROR, [frame(TEXT, b"x", fin=False), frame(TEXT, b"y")]),
    "a ping of 126 bytes": (PROTOCOL_ERROR, [frame(PING, b"x" * 126)]),
    "a ping in fragments": (PROTOCOL_ERROR, [frame(PING, b"x", fin=False)]),
    "a close of one byte": (PROTOCOL_ERROR, [frame(CLOSE, b"x")]),
    "a close with no code there is": (PROTOCOL_ERROR, [frame(CLOSE, b"\x00\x01")]),
    "a close whose reason is no UTF-8": (NO_UTF8, [frame(CLOSE, b"\x03\xe8\xff")]),
    "bytes": (p.NO_TEXT, [frame(BINARY, b"{}")]),
    "bytes in fragments": (p.NO_TEXT, [frame(BINARY, b"{", fin=False), frame(CONT, b"}")]),
    "a flood of pings": (p.TOO_FAST, [frame(PING, b"x" * 125)] * 3_000),
    "a flood of pongs": (p.TOO_FAST, [frame(PONG, b"x" * 125)] * 3_000),
    "a flood of messages": (p.TOO_FAST, [frame(TEXT, b"{}")] * 3_000),
    "a flood of nothing": (p.TOO_FAST, [frame(TEXT, b"")] * 20_000),
}  # fmt: skip


async def test_each_broken_frame_ends_its_connection_with_its_code_and_no_other(here: Street):
    north = await here.caller(here.tokens["north-1"])
    for name, (code, frames) in BROKEN.items():
        south = await here.caller(here.tokens["south-1"])
        with suppress(ConnectionError):
            await south.raw(*frames)
        assert await south.ended(10) == code, name
        south.hangs_up()
        assert (await north.asks(note(new_id(), f"after {name}")))["done"]
        await asyncio.sleep(0.1)  # as much as north may ask in a second
    north.hangs_up()
    await eventually(here.is_empty)


async def test_what_is_in_order_is_answered_however_it_is_cut_up(here: Street):
    north = await here.caller(here.tokens["north-1"])
    said = json.dumps(note(new_id(), "ë" * 3_000), ensure_ascii=False).encode()
    parts = [frame(TEXT, said[:1], fin=False), frame(CONT, said[1:40], fin=False), frame(PING)]
    parts += [frame(CONT, b"", fin=False), frame(CONT, said[40:])]
    whole = b"".join(parts)
    for at in range(0, len(whole), 700):
        await north.raw(whole[at : at + 700])
        await asyncio.sleep(0)
    assert (await north.until("answer"))["done"]
    several = [note(new_id(), f"{n}") for n in range(5)]
    await north.raw(*(frame(TEXT, json.dumps(each).encode()) for each in several))
    assert [(await north.until("answer"))["id"] for _ in several] == [it["id"] for it in several]
    await north.raw(frame(CLOSE, b"\x03\xe8"))
    assert await north.ended() == 1000


async def test_a_message_of_exactly_so_many_bytes_is_read(here: Street):
    north = await here.caller(here.tokens["north-1"])
    said = json.dumps(note(new_id(), "x"))
    await north.text(said + " " * (MESSAGE_BYTES - len(said)))
    assert (await north.until("answer"))["done"]


async def test_as_many_pings_as_may_be_are_answered(here: Street):
    north = await here.caller(here.tokens["north-1"])
    for _ in range(CONTROL_FRAMES_AT_ONCE - 5):
        await north.still_there()


@pytest.mark.usefixtures("haste")
@pytest.mark.parametrize(
    ("begun", "drop"),
    [
        (frame(TEXT, b'{"type":', size=200), b"x"),
        (frame(TEXT, b"{", fin=False), frame(CONT, b"x", fin=False)),
        (b"\x81", b""),
        (b"\x81\xfe\x01", b""),
    ],
    ids=["half a frame", "half a message", "one byte", "half a length"],
)
async def test_a_message_that_is_never_finished_ends_the_connection_in_time(
    begun: bytes, drop: bytes, here: Street
):
    north = await here.caller(here.tokens["north-1"])
    await north.raw(begun)
    assert await north.ended(5) == 1006
    # Nor does it help to say something whole before it, or a little from time to time.
    north = await here.caller(here.tokens["north-1"])
    await north.raw(frame(TEXT, json.dumps(note(new_id(), "x")).encode()) + begun)
    drip = asyncio.ensure_future(dripping(north, drop))
    assert await north.ended(5) == 1006
    drip.cancel()
    north.hangs_up()


async def dripping(caller: Caller, drop: bytes) -> None:
    with suppress(ConnectionError):
        while drop:
            await caller.raw(drop)
            await asyncio.sleep(HASTE / 4)


async def test_who_answers_no_ping_is_taken_for_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(serving, "PING_SECONDS", 0.2)
    async with street(tmp_path, NORTH, SOUTH) as made:
        silent = await made.caller(made.tokens["north-1"])
        other = await made.caller(made.tokens["south-1"])
        listening = asyncio.ensure_future(other.ended())
        await eventually(lambda: alone(made, "south-1"))
        listening.cancel()
        while (got := await silent.frame())[0] != CLOSE:
            assert got[0] in (PING, TEXT)
        assert got[1][:2] == b"\x03\xf3"


async def alone(made: Street, grant: str) -> bool:
    return [it.grant.id for it in made.host.attendance.connections] == [grant]


@pytest.mark.parametrize("how", ["asks to be closed", "floods", "is shown out", "is silent"])
async def test_a_socket_is_free_again_soon_after_its_end_though_nothing_is_read(
    how: str, here: Street
):
    caller = await here.caller(here.tokens["north-1"], buffer=4_096)
    caller.transport.pause_reading()
    [connection] = here.host.attendance.connections
    while not caller_is_full(connection):
        connection.put(json.dumps({"type": "much", "text": "x" * 100_000}))
        await asyncio.sleep(0.01)
    if how == "asks to be closed":
        await caller.raw(frame(CLOSE, b"\x03\xe8"))
    elif how == "floods":
        with suppress(ConnectionError):
            await caller.raw(*[frame(PING, b"x" * 125)] * 500)
    elif how == "is shown out":
        connection.close(p.REVOKED)
    else:
        connection._busy_since = here.host.times.wall() - 60
    await eventually(here.is_deserted)


def caller_is_full(connection: Connection) -> bool:
    """Whether what is put into it has begun to wait."""
    return len(connection._queue) > 3


async def test_a_host_stops_in_good_order_while_clients_misbehave(tmp_path: Path):
    async with asyncio.timeout(GUARD):
        async with street(tmp_path, NORTH) as here:
            token = here.tokens["north-1"]
            for frames in (
                [frame(CLOSE, b"\x03\xe8")],
                [frame(15, b"x")],
                [frame(TEXT, b"", size=9)],
            ):
                caller = await here.caller(token)
                caller.transport.pause_reading()
                await caller.raw(*frames)
            await here.stranger(token)
            _, writer = await here.open()
            writer.write(b"POST /join HTTP/1.1\r\n")
    assert here.host.ended.is_set()


async def test_the_memory_of_the_host_stays_bounded_under_a_flood(here: Street):
    # Forty thousand empty messages fit into what a socket hands over at once.
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    flood = frame(TEXT, b"") * 40_000
    for _ in range(5):
        south = await here.caller(here.tokens["south-1"])
        with suppress(ConnectionError):
            await south.raw(flood)
        assert await south.ended(10) == p.TOO_FAST
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert after - before < 30_000, "kB"
