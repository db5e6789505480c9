"""Codes and tokens: what opens a seat, and that nothing else does, whatever is wrong with it."""

import asyncio
import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator.session import protocol as p
from simulator.session.grants import CODE_LIFE, TOKEN_LIFE
from simulator.session.journal.record import Draft
from simulator.session.limits import FAILURES_A_MINUTE
from tests.simulator.session.wire.house import CONTROL, NORTH, SOUTH, do, new_id, note
from tests.simulator.session.wire.raw import Answer
from tests.simulator.session.wire.street import Shift, street


def bits(secret: str) -> list[str]:
    """The secret with one bit changed, in several places."""
    raw = secret.encode()
    places = (0, len(raw) // 2, len(raw) - 1)
    return [
        (raw[:at] + bytes([raw[at] ^ bit]) + raw[at + 1 :]).decode("latin-1")
        for at in places
        for bit in (1, 2, 4)
    ]


async def fresh(asked: Any, shift: Shift) -> Answer:
    """The answer to somebody who has not failed yet."""
    shift.by += 61.0
    answer = await asked
    assert isinstance(answer, Answer)
    return answer


async def test_whatever_is_wrong_with_a_token_the_answer_is_the_same(tmp_path: Path):
    shift = Shift()
    async with (
        street(tmp_path / "other", NORTH) as elsewhere,
        street(tmp_path, CONTROL, NORTH, SOUTH, shift=shift) as here,
    ):
        token = here.tokens["north-1"]
        await here.host.keep(Draft("revoked", body={"grant": "south-1"}))
        invited = await here.invite(NORTH)
        wrong = [
            "wrong", "", " ", token[:-1], token + "A", token.swapcase(), f" {token}", f"{token} x",
            elsewhere.tokens["north-1"], here.tokens["south-1"], here.codes[invited.id],
            here.codes["north-1"], token.replace(token[3], "\u00c5"), "\u00ff" * 43, "A" * 4_000,
            *bits(token),
        ]  # fmt: skip
        asked: list[Callable[[], Any]] = [
            *(lambda text=text: here.knocks(f"Bearer {text}") for text in wrong),
            here.knocks,
            lambda: here.knocks("Bearer"),
            lambda: here.knocks(token),
            lambda: here.knocks(f"Basic {token}"),
            lambda: here.knocks(f"Token {token}"),
            lambda: here.knocks(f"Bearer {token}", f"Bearer {token}"),
            lambda: here.knocks("Bearer wrong", f"Bearer {token}"),
            lambda: here.knocks(path=f"/play?token={token}"),
            lambda: here.knocks(path=f"/play?access_token={token}&Authorization=Bearer%20{token}"),
            lambda: here.knocks(Cookie=f"token={token}"),
            lambda: here.knocks(Sec_WebSocket_Protocol=f"{p.SUBPROTOCOL}, {token}"),
        ]
        answers = [await fresh(ask(), shift) for ask in asked]
        assert {answer.status for answer in answers} == {401}
        assert len({answer.same for answer in answers}) == 1
        right = [f"Bearer {token}", f"bearer {token}", f"BEARER {token}"]
        assert {(await fresh(here.knocks(shown), shift)).status for shown in right} == {101}


async def test_an_expired_token_is_like_one_that_never_was_and_what_it_opened_is_closed(
    tmp_path: Path,
):
    shift = Shift()
    async with street(tmp_path, CONTROL, NORTH, shift=shift) as here:
        token = here.tokens["north-1"]
        never = await here.knocks("Bearer never")
        caller = await here.caller(token)
        shift.by += TOKEN_LIFE / 1000
        assert await caller.ended(within=5) == p.REVOKED
        assert (await here.knocks(f"Bearer {token}")).same == never.same


async def test_whatever_is_wrong_with_a_code_the_answer_is_the_same(tmp_path: Path):
    shift = Shift()
    async with (
        street(tmp_path / "other") as elsewhere,
        street(tmp_path, CONTROL, NORTH, shift=shift) as here,
    ):
        (await here.caller(here.tokens["north-1"])).hangs_up()
        good = await here.invite(SOUTH, "kkkk-ssss-aaaa-bbbb-cccc-dddd-22")
        revoked, expiring = await here.invite(SOUTH), await here.invite(SOUTH)
        await here.host.keep(Draft("revoked", body={"grant": revoked.id}))
        stranger = await elsewhere.invite(SOUTH)
        code = here.codes[good.id]
        wrong = [
            "wrong", "", "-", code[:-1], code + "2", code.replace("2", "1"),
            code.replace("-", "\u2013"), code.replace("k", "\u212a"), code.replace("s", "\u017f"),
            code.replace("a", "\u0430"), here.tokens["north-1"], here.codes["north-1"],
            here.codes[revoked.id],
            elsewhere.codes[stranger.id], "x" * 200, *bits(code.replace("-", "")),
        ]  # fmt: skip
        answers = [await fresh(here.joins({"code": text, "name": "Ana"}), shift) for text in wrong]
        shift.by += CODE_LIFE / 1000
        late = here.codes[expiring.id]
        answers.append(await fresh(here.joins({"code": late, "name": "Ana"}), shift))
        assert {answer.status for answer in answers} == {401}
        assert len({answer.same for answer in answers}) == 1


async def test_a_code_is_taken_however_it_was_copied(tmp_path: Path):
    async with street(tmp_path) as here:
        code = here.codes[(await here.invite(NORTH)).id]
        plain = code.replace("-", "")
        for copied in (
            code,
            code.upper(),
            plain,
            f" {code} ",
            code.replace("-", " "),
            plain.title(),
        ):
            answer = await here.joins({"code": copied, "name": "Ana"})
            assert answer.status == 201, copied


async def test_what_is_no_request_to_join_is_refused_without_a_try(tmp_path: Path):
    async with street(tmp_path) as here:
        code = here.codes[(await here.invite(NORTH)).id]
        tower = "e" + "\u0301" * 40
        bad: list[Any] = [
            b"", b"x", b"[]", b"{}", b"\xff\xfe", b'{"code": "a", "code": "b", "name": ""}',
            {"code": 7}, {"code": code, "name": "x" * 201}, {"code": code, "name": 7},
            {"code": "x" * 201}, {"code": code, "role": "control"}, {"code": code, "name": tower},
            b'{"code": "\\ud800"}', b'{"code": "x", "name": NaN}', b"[" * 100,
        ]  # fmt: skip
        answers = [await here.joins(body) for body in bad]
        assert {answer.status for answer in answers} == {400}
        assert len({answer.same for answer in answers}) == 1
        assert (await here.joins({"code": code, "name": "Ana"})).status == 201


async def test_after_ten_failures_a_minute_an_address_waits_whatever_it_brings(tmp_path: Path):
    shift = Shift()
    async with street(tmp_path, CONTROL, NORTH, shift=shift) as here:
        right = f"Bearer {here.tokens['north-1']}"
        code = here.codes[(await here.invite(SOUTH)).id]
        tries = [
            here.knocks("Bearer no") if n % 2 else here.joins({"code": "no"}) for n in range(12)
        ]
        statuses = [(await each).status for each in tries]
        assert statuses == [401] * FAILURES_A_MINUTE + [429] * 2
        for answer in (await here.knocks(right), await here.joins({"code": code})):
            assert (answer.status, answer.headers["retry-after"]) == (429, "60")
        # Who is in stays in, and who has waited may try again.
        shift.by += 4
        assert (await here.knocks(right)).status == 429
        shift.by += 4
        assert (await here.knocks(right)).status == 101
        assert (await here.knocks("Bearer no")).status == 401
        assert (await here.knocks(right)).status == 429
        shift.by += 61
        assert (await here.joins({"code": code})).status == 201


async def test_many_guesses_at_once_are_no_more_than_ten(tmp_path: Path):
    async with street(tmp_path) as here:
        code = here.codes[(await here.invite(NORTH)).id]
        guesses = [here.joins({"code": "no"}) for _ in range(40)]
        right = here.joins({"code": code})
        await asyncio.gather(*guesses)
        assert (await right).status == 429


@pytest.mark.parametrize("origin", ["null", "http://127.0.0.1", "https://kulla.example", "file://"])
async def test_a_page_in_a_browser_gets_no_foot_in_the_door(origin: str, tmp_path: Path):
    async with street(tmp_path, CONTROL) as here:
        right = f"Bearer {here.tokens['control-1']}"
        assert (await here.knocks(right, Origin=origin)).status == 403
        code = here.codes[(await here.invite(NORTH)).id]
        assert (await here.joins({"code": code}, Origin=origin)).status == 403
        assert (await here.joins({"code": code})).status == 201


async def test_no_secret_gets_into_a_log_a_file_an_answer_or_a_number(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    async with street(tmp_path, CONTROL, NORTH) as here:
        invited = await here.invite(SOUTH)
        code = here.codes[invited.id]
        token = json.loads((await here.joins({"code": code, "name": "Ana"})).body)["token"]
        south = await here.caller(token)
        control = await here.caller(here.tokens["control-1"])
        gift = (await control.asks(do(new_id(), "invite", team="team", role="north")))["gift"]
        await control.asks(do(new_id(), "start"))
        await south.asks(note(new_id(), "a note"))
        await here.knocks(f"Bearer {token}x", path=f"/play?{token}")
        await here.joins({"code": code})
        told = json.dumps(south.heard) + json.dumps(
            [{**message, "gift": ""} for message in control.heard]
        )
        told += (await here.gets("/metrics")).body.decode()
        kept = [path.read_bytes().decode() for path in here.path.rglob("*") if path.is_file()]
    secrets = [code, code.replace("-", ""), token, gift, *here.tokens.values()]
    logged = "\n".join(json.dumps(vars(record), default=repr) for record in caplog.records)
    assert "south-1" in logged
    for secret in secrets:
        assert secret not in told
        assert secret not in logged
        assert not [text for text in kept if secret in text]
