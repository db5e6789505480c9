"""Strangers at the door: requests that are none, hide others or never end, and too many."""

import asyncio
import json
from contextlib import suppress

import pytest

from simulator.session import protocol as p
from simulator.session.host import strangers
from simulator.session.host.web import Visit
from simulator.session.limits import HEADER_BYTES, MESSAGE_BYTES
from tests.simulator.session.wire.house import new_id, note
from tests.simulator.session.wire.raw import (
    CLOSE,
    GUARD,
    PING,
    TEXT,
    Answer,
    eventually,
    frame,
    request,
    upgrade,
)
from tests.simulator.session.wire.street import HASTE, Street


@pytest.mark.usefixtures("haste")
async def test_who_is_let_in_and_says_no_hello_is_shown_out(
    here: Street, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("simulator.session.host.web.STRANGER_SECONDS", HASTE)
    silent = await here.stranger(here.tokens["north-1"])
    assert await silent.ended(5) == p.TOO_SLOW
    hello = p.Hello(now=5).model_dump_json()
    for said in ("{}", "x", "[]", json.dumps(note(new_id(), "x")), hello + "x", hello * 2):
        rude = await here.stranger(here.tokens["north-1"])
        await rude.text(said)
        assert await rude.ended(5) == p.MALFORMED


async def test_what_is_said_before_the_door_has_opened_does_no_harm(
    here: Street, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
):
    # A frame behind the request: too early to be understood, whole or broken.
    serve = Visit.serve

    async def slowly(visit: Visit) -> None:
        await asyncio.sleep(0.05)
        await serve(visit)

    monkeypatch.setattr(Visit, "serve", slowly)
    right = f"Bearer {here.tokens['north-1']}"
    for early in (frame(TEXT, b"{}"), frame(15, b"x"), frame(PING), frame(CLOSE), b"\xff" * 500):
        reader, writer = await here.open()
        writer.write(upgrade("/play", right))
        await asyncio.sleep(0.02)
        writer.write(early)
        async with asyncio.timeout(GUARD):
            assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 101")
        writer.transport.abort()
    assert not [record for record in caplog.records if record.name == "asyncio"]


STRANGE = {
    "no subprotocol": (403, {"Sec_WebSocket_Protocol": ""}),
    "another subprotocol": (403, {"Sec_WebSocket_Protocol": "kulla.v9"}),
    "no key": (400, {"Sec_WebSocket_Key": ""}),
    "half a key": (400, {"Sec_WebSocket_Key": "AAAA"}),
    "another version": (400, {"Sec_WebSocket_Version": "8"}),
    "a body": (0, {"Content_Length": "5"}),
}


async def test_a_handshake_that_is_not_ours_is_refused_before_a_websocket_is_there(here: Street):
    right = f"Bearer {here.tokens['north-1']}"
    for name, (status, headers) in STRANGE.items():
        raw = await here.says(upgrade("/play", right, **headers))
        assert (Answer(raw).status if raw else 0) == status, name
    assert (await here.knocks(right, path="/elsewhere")).status in (403, 404)
    assert (await here.gets("/play")).status == 404
    offered = upgrade("/play", right, Sec_WebSocket_Extensions="permessage-deflate")
    reader, writer = await here.open()
    writer.write(offered)
    assert b"permessage" not in (await reader.readuntil(b"\r\n\r\n")).lower()
    writer.transport.abort()
    assert not here.host.attendance.connections


CHUNKED = b"POST /join HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
SMUGGLED: dict[str, bytes] = {
    "two lengths": request("POST", "/join", b"{}", {"Content-Length": "2\r\nContent-Length: 3"}),
    "a length and chunks": (
        b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    ),
    "odd chunks": CHUNKED.replace(b"chunked", b"xchunked") + b"0\r\n\r\n",
    "a line that ends in LF": b"GET /healthz HTTP/1.1\nHost: x\n\nGET /healthz HTTP/1.1\r\n\r\n",
    "a folded header": b"GET /healthz HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n",
    "a space before the colon": b"GET /healthz HTTP/1.1\r\nHost : x\r\n\r\n",
    "no host": b"GET /healthz HTTP/1.1\r\n\r\n",
    "two hosts": b"GET /healthz HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
    "a NUL": b"GET /healthz HTTP/1.1\r\nHost: x\0y\r\n\r\n",
    "no HTTP": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"x" * 500,
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "a bad chunk": CHUNKED + b"zz\r\nxx\r\n",
    "a header of 9 kB": request("GET", "/healthz", headers={"A": "b" * (HEADER_BYTES + 1000)}),
    "a header of 200 kB": request("GET", "/healthz", headers={"A": "b" * 200_000}),
    "a hundred thousand headers": (
        b"GET /healthz HTTP/1.1\r\nHost: x\r\n" + b"a: b\r\n" * 100_000 + b"\r\n"
    ),
    "a line of 9 kB": request("GET", "/" + "x" * (HEADER_BYTES + 1000)),
}  # fmt: skip


async def test_requests_that_hide_others_get_one_answer_at_most_and_the_door_shuts(
    here: Street, caplog: pytest.LogCaptureFixture
):
    for name, raw in SMUGGLED.items():
        got = await here.says(raw, until=5)
        assert got.count(b"HTTP/1.1 ") <= 1, name
        assert b"kulla" not in got.lower(), name
    pipelined = request("GET", "/version") * 50
    assert (await here.says(pipelined)).count(b"HTTP/1.1 200") == 1
    assert not [record for record in caplog.records if record.name == "asyncio"]


async def test_a_body_longer_than_a_message_is_not_read_to_its_end(here: Street):
    long = b'{"code": "' + b"x" * (MESSAGE_BYTES + 1) + b'"}'
    assert (await here.joins(long)).status == 400
    head = request("POST", "/join", headers={"Content-Length": str(2**40)})
    got = await here.says(head, *[b"x" * 60_000] * 5)
    assert not got or Answer(got).status == 400
    got = await here.says(CHUNKED + b"1\r\nx\r\n" * (MESSAGE_BYTES + 1) + b"0\r\n\r\n")
    assert not got or Answer(got).status == 400


@pytest.mark.usefixtures("haste")
@pytest.mark.parametrize(
    "begun",
    [
        b"", b"G", b"GET /healthz HTTP/1.1\r\nHost: x\r\n",
        request("POST", "/join", headers={"Content-Length": "100"}),
        request("POST", "/join", b'{"code"', {"Content-Length": "100"}),
        upgrade("/play", "Bearer x")[:-2],
    ],
    ids=["silence", "one letter", "half a header", "no body", "half a body", "half a handshake"],
)  # fmt: skip
async def test_a_request_that_is_never_finished_is_given_up_in_time(begun: bytes, here: Street):
    assert await here.says(begun, until=5) == b""
    reader, writer = await here.open()
    async with asyncio.timeout(5):
        with suppress(ConnectionError):
            writer.write(begun)
            while not reader.at_eof():
                writer.write(b"a")
                await asyncio.sleep(HASTE / 5)
    assert await here.gets("/healthz")


async def test_no_more_strangers_than_may_be_are_waited_for(
    here: Street, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(strangers, "STRANGERS", 20)
    before = here.host.measures.refused_sockets
    north = await here.caller(here.tokens["north-1"])
    crowd = [await here.open() for _ in range(60)]
    await north.still_there()
    turned_away = [reader for reader, _ in crowd if await hung_up(reader)]
    assert len(turned_away) == 40
    assert here.host.measures.refused_sockets == before + 40
    assert (await north.asks(note(new_id(), "all is well")))["done"]
    for _, writer in crowd:
        writer.transport.abort()
    await eventually(here.is_well)


async def hung_up(reader: asyncio.StreamReader) -> bool:
    try:
        async with asyncio.timeout(0.05):
            return await reader.read(1) == b""
    except TimeoutError:
        return False
    except ConnectionError:
        return True


async def test_who_has_not_said_hello_still_counts_as_a_stranger(
    here: Street, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(strangers, "STRANGERS", 10)
    token = here.tokens["north-1"]
    silent = [await here.stranger(token) for _ in range(10)]
    assert not await here.is_well()
    silent[0].hangs_up()
    await eventually(here.is_well)
