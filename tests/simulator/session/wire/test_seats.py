"""Seats that are taken, opened twice, handed over and taken away: who is in, and who is not."""

import asyncio
import json
from contextlib import suppress
from pathlib import Path

from simulator.session import protocol as p
from tests.simulator.session.wire.house import CONTROL, NORTH, SOUTH, do, new_id, note
from tests.simulator.session.wire.street import street


async def test_a_code_is_spent_when_its_token_has_opened_a_connection_and_not_before(
    tmp_path: Path,
):
    async with street(tmp_path) as here:
        code = {"code": here.codes[(await here.invite(NORTH)).id], "name": "Ana"}
        first, second = [json.loads((await here.joins(code)).body) for _ in range(2)]
        assert first["token"] != second["token"]
        assert (await here.knocks(f"Bearer {first['token']}")).status == 401
        assert (await here.knocks(f"Bearer {second['token']}")).status == 101
        assert (await here.joins(code)).status == 201, "a handshake alone is no connection"
        third = json.loads((await here.joins(code)).body)
        caller = await here.caller(third["token"])
        assert (await here.joins(code)).status == 401
        caller.hangs_up()
        assert (await here.joins(code)).status == 401


async def test_a_token_that_was_replaced_before_it_said_hello_gets_no_seat(tmp_path: Path):
    async with street(tmp_path) as here:
        code = {"code": here.codes[(await here.invite(NORTH)).id], "name": "Ana"}
        early = await here.stranger(json.loads((await here.joins(code)).body)["token"])
        assert (await here.joins(code)).status == 201
        await early.text(p.Hello().model_dump_json())
        assert await early.ended(5) == p.BAD_TOKEN
        assert not here.host.session.grants["north-1"].spent


async def test_a_seat_that_is_taken_away_is_closed_within_a_second_everywhere(tmp_path: Path):
    async with street(tmp_path, CONTROL, NORTH, SOUTH) as here:
        token = here.tokens["north-1"]
        control = await here.caller(here.tokens["control-1"])
        south = await here.caller(here.tokens["south-1"])
        open_ = [await here.caller(token) for _ in range(3)]
        waiting = await here.stranger(token)
        assert (await control.asks(do(new_id(), "revoke", seat="north-1")))["done"]
        async with asyncio.timeout(1):
            codes = await asyncio.gather(*(caller.ended() for caller in open_))
        assert codes == [p.REVOKED] * 3
        await waiting.text(p.Hello().model_dump_json())
        assert await waiting.ended(5) == p.REVOKED
        assert (await here.knocks(f"Bearer {token}")).status == 401
        await south.still_there()


async def test_what_a_seat_asked_before_it_was_taken_away_has_no_effect_after(tmp_path: Path):
    async with street(tmp_path, CONTROL, NORTH) as here:
        control = await here.caller(here.tokens["control-1"])
        await control.asks(do(new_id(), "start"))
        north = await here.caller(here.tokens["north-1"])
        await control.asks(do(new_id(), "revoke", seat="north-1"))
        with_words = json.dumps(note(new_id(), "one last word"))
        with suppress(ConnectionError):
            await north.text(with_words)
        assert await north.ended(5) == p.REVOKED
        assert not here.host.session.teams["team"].exercise.view("north").log


async def test_the_newest_three_sockets_of_a_seat_win(tmp_path: Path):
    async with street(tmp_path, CONTROL, NORTH, NORTH) as here:
        token = here.tokens["north-1"]
        other = await here.caller(here.tokens["north-2"])
        callers = [await here.caller(token) for _ in range(5)]
        assert [await caller.ended(5) for caller in callers[:2]] == [p.REPLACED] * 2
        for caller in (*callers[2:], other):
            await caller.still_there()


async def test_a_seat_handed_over_is_left_when_the_next_one_arrives(tmp_path: Path):
    async with street(tmp_path, CONTROL, NORTH) as here:
        before = await here.caller(here.tokens["north-1"])
        gift = (await before.asks(do(new_id(), "hand-over", seat="north-1")))["gift"]
        token = json.loads((await here.joins({"code": gift, "name": "Bora"})).body)["token"]
        await before.still_there()
        after = await here.caller(token)
        assert await before.ended(5) == p.REVOKED
        await after.still_there()
        assert (await here.knocks(f"Bearer {here.tokens['north-1']}")).status == 401
        assert (await here.joins({"code": gift})).status == 401


async def test_an_invitation_taken_away_before_its_holder_arrives_moves_nobody(tmp_path: Path):
    async with street(tmp_path, CONTROL, NORTH) as here:
        control = await here.caller(here.tokens["control-1"])
        before = await here.caller(here.tokens["north-1"])
        gift = (await control.asks(do(new_id(), "hand-over", seat="north-1")))["gift"]
        token = json.loads((await here.joins({"code": gift, "name": "Bora"})).body)["token"]
        late = await here.stranger(token)
        await control.asks(do(new_id(), "revoke", seat="north-2"))
        await late.text(p.Hello().model_dump_json())
        assert await late.ended(5) == p.REVOKED
        await before.still_there()
        assert not here.host.session.grants["north-1"].revoked
