"""A client's line: what it does when the host says no, and what it keeps."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from simulator.engine.commands import Note
from simulator.session import acts
from simulator.session import protocol as p
from simulator.session.client import door, line, memory
from simulator.session.client.line import Line
from simulator.session.client.memory import recall, remembered
from simulator.session.invitation import Invitation, invitation_from
from simulator.session.journal.record import Draft
from simulator.session.limits import MESSAGE_BYTES, MESSAGES_AT_ONCE
from tests.simulator.session.wire.house import CONTROL, NORTH
from tests.simulator.session.wire.raw import GUARD
from tests.simulator.session.wire.street import Street, street


@asynccontextmanager
async def line_of(here: Street, grant: str, folder: Path | None = None) -> AsyncIterator[Line]:
    """A line to a seat whose token is known already."""
    invitation = here.invitation(grant)
    joined = p.Joined(token=here.tokens[grant], session="session", grant=grant)
    made = Line(memory.start(folder, invitation, joined))
    running = asyncio.ensure_future(made.run())
    yield made
    running.cancel()


async def until(made: Line, so: object) -> None:
    assert callable(so)
    async with asyncio.timeout(GUARD):
        while not so():
            await made.change()


async def test_who_asks_in_haste_is_answered_in_order_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(line, "BREATH", 0.1)
    async with street(tmp_path, CONTROL, NORTH) as here:
        async with line_of(here, "control-1") as control, line_of(here, "north-1") as north:
            control.do(acts.Start())
            await until(control, lambda: control.answers)
            count = MESSAGES_AT_ONCE + 10
            ids = [north.ask(Note("north", f"note {number}")) for number in range(count)]
            await until(north, lambda: not north.waiting)
            assert [answer.id for answer in north.answers] == ids
            assert all(answer.done for answer in north.answers)
        log = here.host.session.teams["team"].exercise.view("north").log
        notes = [entry.words.partition(": ")[2] for entry in log if entry.kind == "note"]
        assert notes == [f"note {number}" for number in range(count)]


async def test_what_no_host_would_read_is_said_no_to_at_once_and_holds_up_nothing(tmp_path: Path):
    async with (
        street(tmp_path, CONTROL, NORTH) as here,
        line_of(here, "control-1") as control,
        line_of(here, "north-1") as north,
    ):
        control.do(acts.Start())
        await until(control, lambda: control.answers)
        long = north.ask(Note("north", "x" * MESSAGE_BYTES))
        short = north.ask(Note("north", "x"))
        await until(north, lambda: len(north.answers) == 2)
        assert [(it.id, it.done) for it in north.answers] == [(long, False), (short, True)]
        assert north.answers[0].code == "long"


async def test_a_seat_that_was_taken_away_is_forgotten_and_one_that_is_not_known_is_kept(
    tmp_path: Path,
):
    folder = tmp_path / "seats"
    async with street(tmp_path, CONTROL, NORTH) as here:
        async with line_of(here, "north-1", folder) as north:
            await until(north, lambda: north.status.state == "connected")
            [file] = folder.iterdir()
            assert file.stat().st_mode & 0o777 == 0o600
            await here.host.keep(Draft("revoked", body={"grant": "north-1"}))
            await until(north, lambda: north.status.state == "ended")
            assert "taken away" in north.status.why
            # Its token is gone from the disk; what this client can vouch for stays.
            [left] = remembered(file)
            assert (left.token, left.outbox, left.head) == ("", [], north.memory.head)
            assert recall(folder, invitation_from(left.invitation)) is None
        # Another session's host may stand there by mistake, for a while.
        here.tokens["north-1"] = "a-token-of-another-session"
        async with line_of(here, "north-1", folder) as stranger:
            stranger.ask(Note("north", "typed in vain?"))
            await until(stranger, lambda: stranger.status.state == "ended")
            assert "does not know this seat" in stranger.status.why
        kept = memory.recall(folder, here.invitation("north-1"))
        assert kept is not None
        assert [asked["command"]["text"] for asked in kept.outbox] == ["typed in vain?"]


@asynccontextmanager
async def a_host_that_answers(raw: bytes) -> AsyncIterator[int]:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(raw)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


OTHER_VERSION = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"
TOO_MANY = b"HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n"
NONSENSE = b"SSH-2.0-OpenSSH_9.6\r\n"


async def test_a_host_of_another_version_ends_the_line_and_costs_nobody_their_seat(tmp_path: Path):
    async with a_host_that_answers(OTHER_VERSION) as port:
        invitation = Invitation("127.0.0.1", port, "abcdefghijklmnop")
        joined = p.Joined(token="token", session="session", grant="north-1")
        made = Line(memory.start(tmp_path, invitation, joined))
        async with asyncio.timeout(GUARD):
            await made.run()
        assert "does not understand" in made.status.why
        assert memory.recall(tmp_path, invitation) is not None


@pytest.mark.parametrize("raw", [TOO_MANY, NONSENSE, b""], ids=["too many", "nonsense", "nothing"])
async def test_a_host_that_can_not_now_is_tried_again(raw: bytes, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(line, "FIRST_WAIT", 0.001)
    async with a_host_that_answers(raw) as port:
        made = Line(memory.Memory(f"kulla://127.0.0.1:{port}/abcdefghijklmnop", "s", "g", "token"))
        running = asyncio.ensure_future(made.run())
        await until(made, lambda: made.status.tries >= 3)
        assert made.status.state == "reconnecting"
        running.cancel()
        with pytest.raises(door.NotReached):
            await door.join(invitation_from(made.memory.invitation), "Ana")


def test_an_invitation_is_read_however_it_was_copied():
    plain = "kulla://192.0.2.7:7400/abcd-efgh-ijkl-mnop"
    meant = Invitation("192.0.2.7", 7400, "abcd-efgh-ijkl-mnop")
    for copied in (plain, f"  {plain}\n", plain.upper(), plain.replace("-ijkl", "-\n ijkl")):
        assert invitation_from(copied) == meant
    six = Invitation("2001:db8::7", 1, "abcdefghij", "A-_" + "b" * 40)
    assert invitation_from(str(six)) == six


@pytest.mark.parametrize(
    "text",
    [
        "", "kulla", "http://192.0.2.7:7400/abcd-efgh-ijkl", "kulla://192.0.2.7/abcd-efgh-ijkl",
        "kulla://192.0.2.7:0/abcd-efgh-ijkl", "kulla://192.0.2.7:65536/abcd-efgh-ijkl",
        "kulla://192.0.2.7:7400/short", "kulla://192.0.2.7:7400/abcd-efgh-ijkl#short",
        "kulla://192.0.2.7:7400/abcd-efgh-ijk1", "kulla://a b:7400/abcd-efgh/x",
        "kulla://192.0.2.7:\u0667\u0664\u0660\u0660/abcd-efgh-ijkl",
    ],
)  # fmt: skip
def test_what_is_no_invitation_is_refused_with_a_sentence(text: str):
    with pytest.raises(ValueError, match="no invitation"):
        invitation_from(text)
