"""Clients that vanish at any moment, and parts that fail: nothing of them stays behind, and nobody
else notices."""

import asyncio
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest

from simulator.session import folder
from simulator.session import protocol as p
from simulator.session.host.reception import Reception
from simulator.session.host.web import Visit
from tests.simulator.session.wire.house import (
    CONTROL,
    NORTH,
    SOUTH,
    FastDisk,
    House,
    do,
    new_id,
    note,
)
from tests.simulator.session.wire.raw import GUARD, PING, TEXT, eventually, frame, request, upgrade
from tests.simulator.session.wire.street import Street, street

SOAK = int(os.environ.get("SOAK", "1"))
STEPS = 12
"""More than a visit has moments at which it can end."""


class Bug(Exception):
    """Something that nobody thought of."""


class Vanishing:
    """A client that says hello, asks twice and waits; at its so manieth step something happens."""

    def __init__(self, house: House, last: int, how: str) -> None:
        self.left = last
        self.how = how
        self.gone = asyncio.Event()
        self.says: Iterator[dict[str, Any]] = iter([
            {"type": "websocket.connect"},
            *(
                {"type": "websocket.receive", "text": text}
                for text in (
                    p.Hello().model_dump_json(),
                    json.dumps(note(new_id(), "one")),
                    json.dumps(do(new_id(), "hand-over", seat="north-1")),
                )
            ),
        ])  # fmt: skip
        scope: dict[str, Any] = {
            "type": "websocket", "path": "/play", "client": ("10.0.0.1", 1),
            "headers": [(b"authorization", f"Bearer {house.tokens['north-1']}".encode())],
            "subprotocols": [p.SUBPROTOCOL],
        }  # fmt: skip
        visit = Visit(house.host, house.reception, scope, self._receive, self._send)
        self.visit = asyncio.ensure_future(visit.serve())

    def _step(self) -> None:
        self.left -= 1
        if self.left == 0:
            if self.how == "cut off":
                self.visit.cancel()
            if self.how == "broken":
                raise Bug
            self.gone.set()

    async def _receive(self) -> dict[str, Any]:
        self._step()
        await asyncio.sleep(0)
        if not self.gone.is_set() and (said := next(self.says, None)):
            return said
        await self.gone.wait()
        return {"type": "websocket.disconnect", "code": 1006}

    async def _send(self, message: Any) -> None:
        self._step()
        await asyncio.sleep(0)
        if self.gone.is_set():
            raise ConnectionResetError


@pytest.mark.parametrize("how", ["gone", "cut off", "broken"])
async def test_whenever_a_client_vanishes_nothing_of_it_stays_behind(how: str, tmp_path: Path):
    house = House(tmp_path / "s")
    await house.open(CONTROL, NORTH, SOUTH)
    control, south = await house.guest("control-1"), await house.guest("south-1")
    await control.asks(do(new_id(), "start"))
    tasks = asyncio.all_tasks()
    for last in range(1, STEPS):
        client = Vanishing(house, last, how)
        for _ in range(4):
            await house.turn(0.2)
        client.gone.set()
        await house.turn(0.2)
        assert client.visit.done(), last
        with suppress(Bug, ConnectionResetError, asyncio.CancelledError):
            client.visit.result()
        assert asyncio.all_tasks() == tasks
        left = {connection.grant.id for connection in house.host.attendance.connections}
        assert left == {"control-1", "south-1"}
        assert not followers(house, "north-1")
        assert (await south.asks(note(new_id(), f"{last}")))[0]["done"]
    house.fall()


def followers(house: House, grant: str) -> list[Any]:
    """The connections that would still be shown what this grant is."""
    streams = (board.streams.get(grant) for _, board in house.host.boards)
    return [connection for stream in streams if stream for connection in stream.connections]


async def test_after_many_visits_that_end_anyhow_no_socket_task_or_file_is_left(tmp_path: Path):
    dice = Random(1)
    async with street(tmp_path, CONTROL, NORTH) as here:
        await here.is_well()
        await asyncio.sleep(0.1)
        tasks, files = len(asyncio.all_tasks()), open_files()
        for _ in range(80 * SOAK):
            await a_visit(here, dice)
        here.empty()
        assert await here.is_well()
        await eventually(here.is_deserted)
        await eventually(lambda: so(len(asyncio.all_tasks()) <= tasks))
        await eventually(lambda: so(open_files() <= files))
        assert not here.host.attendance.connections


async def so(it: bool) -> bool:
    return it


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else 0


async def a_visit(here: Street, dice: Random) -> None:
    """Come, say some of what is said, and go in the middle of it."""
    token = here.tokens["north-1"]
    said = [
        upgrade("/play", f"Bearer {dice.choice((token, 'wrong'))}"),
        frame(TEXT, p.Hello().model_dump_json().encode()),
        frame(TEXT, json.dumps(note(new_id(), "x")).encode()),
        dice.choice((frame(PING), frame(TEXT, b"x"), frame(15), b"\x81")),
    ]
    if dice.random() < 0.2:
        said = [request("POST", "/join", b'{"code": "x", "name": "y"}')]
    if dice.random() < 0.2:
        here.reception._addresses._known.clear()
    reader, writer = await here.open()
    try:
        for raw in said[: dice.randrange(len(said) + 1)]:
            writer.write(raw[: dice.choice((len(raw), dice.randrange(len(raw) + 1)))])
            await asyncio.sleep(dice.choice((0, 0, 0.002)))
        if dice.random() < 0.3:
            async with asyncio.timeout(0.01):
                await reader.read(100)
    except (ConnectionError, TimeoutError):
        pass
    if dice.random() < 0.5:
        writer.transport.abort()
    else:
        writer.close()


async def test_what_fails_in_one_request_is_told_in_no_detail_and_disturbs_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    async with street(tmp_path, CONTROL, NORTH) as here:
        north = await here.caller(here.tokens["north-1"])

        async def broken(*args: object) -> None:
            raise Bug("a secret of the house")

        with monkeypatch.context() as patch:
            patch.setattr(Reception, "join", broken)
            answer = await here.joins({"code": "x", "name": "y"})
            assert (answer.status, answer.body) == (500, b"Internal Server Error")
            patch.setattr(Reception, "enter", broken)
            stranger = await here.stranger(here.tokens["control-1"])
            await stranger.text(p.Hello().model_dump_json())
            assert await stranger.ended(5) == 1006
        await (await here.caller(here.tokens["control-1"])).still_there()
        await north.still_there()


async def test_a_host_whose_loop_fails_stops_says_why_and_can_be_taken_up_again(tmp_path: Path):
    def broken() -> Any:
        raise Bug("nobody thought of this")

    with pytest.raises(Bug, match="nobody thought"):  # noqa: PT012 it comes out at the end
        async with asyncio.timeout(GUARD), street(tmp_path, CONTROL, NORTH) as here:
            control = await here.caller(here.tokens["control-1"])
            await control.asks(do(new_id(), "start"))
            north = await here.caller(here.tokens["north-1"])
            assert (await north.asks(note(new_id(), "kept")))["done"]
            failing = asyncio.ensure_future(here.host.want(broken))
            await here.host.ended.wait()
            assert (await here.joins({"code": "x", "name": "y"})).status == 503
            failing.cancel()
    opened = folder.open_(tmp_path / "session", disk=FastDisk())
    log = opened.session.teams["team"].exercise.view("north").log
    assert [line.words for line in log] == ["North desk notes: kept"]
    opened.close()
