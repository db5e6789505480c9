"""What a host says besides its messages: logs, numbers, words to strangers, files at both ends."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.scenario.load import load
from simulator.session import acts
from simulator.session.client import door, memory
from simulator.session.client.line import Line
from simulator.session.folder import JOURNAL
from simulator.session.host import hosting
from simulator.session.host.logs import LOG, AsJson
from simulator.session.host.metrics import exposition

FIRST_WATCH = Path(__file__).parents[4] / "scenarios" / "first-watch"
SAID = "a word between us"
NAME = "Ana of the night shift"


@pytest.fixture
def logged() -> Any:
    """What the host writes to standard error."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(AsJson())
    before = LOG.level, LOG.handlers[:]
    LOG.handlers[:] = [handler]
    LOG.setLevel(logging.DEBUG)
    yield stream
    LOG.level, LOG.handlers[:] = before


class Evening:
    """A session on this machine, played for a moment by two people."""

    def __init__(self, hosting_: hosting.Hosting, folder: Path) -> None:
        self.hosting = hosting_
        self.folder = folder
        self.lines: list[Line] = []
        self.tasks: list[asyncio.Task[None]] = []

    async def arrive(self, invitation: Any) -> Line:
        joined = await door.join(invitation, NAME)
        line = Line(memory.start(self.folder / "client", invitation, joined))
        self.lines.append(line)
        self.tasks.append(asyncio.create_task(line.run()))
        await until(line, lambda: line.sight.face is not None or line.sight.room() is not None)
        return line


async def until(line: Line, so: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not so():
            await line.change()


async def answered(line: Line, id: str) -> Any:
    await until(line, lambda: any(a.id == id for a in line.answers))
    return next(a for a in line.answers if a.id == id)


@asynccontextmanager
async def evening(folder: Path) -> AsyncIterator[Evening]:
    scenario = load(FIRST_WATCH)
    plan = hosting.Plan(FIRST_WATCH, seed=7_193_482_716_345)
    opened = hosting.begin(folder / "session", plan, scenario)
    async with hosting.begun(opened, hosting.Address(), plan) as here:
        there = Evening(here, folder)
        yield there
        for task in there.tasks:
            task.cancel()


async def request(here: hosting.Hosting, text: str) -> str:
    """The whole answer to these bytes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", here.address.port)
    writer.write(text.encode())
    async with asyncio.timeout(10):
        told = await reader.read()
    writer.close()
    await writer.wait_closed()
    return told.decode()


async def get(here: hosting.Hosting, path: str, *headers: str) -> str:
    lines = [f"GET {path} HTTP/1.1", "Host: x", "Connection: close", *headers, "", ""]
    return await request(here, "\r\n".join(lines))


async def test_no_secret_is_logged_counted_told_to_strangers_or_left_in_a_file(
    tmp_path: Path, logged: StringIO
):
    async with evening(tmp_path) as there:
        here = there.hosting
        lines = [await there.arrive(invitation) for _, invitation in here.invitations]
        control, *players = lines
        await answered(control, control.do(acts.Start()))
        await answered(players[0], players[0].ask(c.Note("watch", SAID)))
        await answered(players[0], players[0].ask(c.Fire("watch", "nothing")))
        seat = here.invitations[1][0].id
        gift = (await answered(control, control.do(acts.HandOver(seat=seat)))).gift
        strangers = [
            await get(here, "/healthz"), await get(here, "/readyz"), await get(here, "/version"),
            await get(here, "/play", "Authorization: Bearer guess"), await get(here, "/nowhere"),
            await request(here, "POST /join HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                          "Content-Length: 16\r\n\r\n" + '{"code":"guess"}'),
        ]  # fmt: skip
        numbers = exposition(here.host)
        strangers.append((numbers or b"").decode())
        files = contents(tmp_path)
    tokens = [line.memory.token for line in lines]
    codes = [gift, *(invitation.code for _, invitation in here.invitations)]
    texts = SAID, NAME, "7193482716345"
    for secret in (*tokens, *codes, *texts):
        assert secret not in logged.getvalue()
        assert not [told for told in strangers if secret in told]
    kept = {line.memory.path: {line.memory.token, line.memory.invitation} for line in lines}
    for file, (text, mode) in files.items():
        assert mode & 0o077 == 0, file
        found = {secret for secret in (*tokens, *codes) if secret in text}
        assert all(any(secret in own for own in kept.get(file, ())) for secret in found), file


def contents(folder: Path) -> dict[Path, tuple[str, int]]:
    """What stands in each file, but for the scenario and the reserve, and who may read it."""
    files = (file for file in folder.rglob("*") if file.is_file() and "scenario" not in file.parts)
    return {
        file: (file.read_text("utf-8"), file.stat().st_mode)
        for file in files if file.name != "reserve"
    }  # fmt: skip


async def test_feedback_without_a_name_is_logged_nowhere_and_leaves_the_chain_of_answers(
    tmp_path: Path, logged: StringIO
):
    async with evening(tmp_path) as there:
        control, player = [
            await there.arrive(invitation) for _, invitation in there.hosting.invitations[:2]
        ]
        await answered(control, control.do(acts.Start()))
        await answered(control, control.do(acts.End()))
        journal = tmp_path / "session" / JOURNAL
        before = journal.read_bytes()
        chained = player.memory.answers, player.memory.head
        form = acts.Feedback(
            sheet=player.memory.sheet, scores=(("pace", 2),), texts=(("well", SAID),),
            anonymous=True,
        )  # fmt: skip
        id = player.do(form)
        assert (await answered(player, id)).done
        assert (player.memory.answers, player.memory.head) == chained
        await until(control, lambda: SAID in repr(control.sight.room()))
        room = control.sight.room()
        assert room is not None
        kept = journal.read_bytes()[len(before) :].splitlines()
        (told,) = (line for line in kept if b'"fed-back"' in line)
        traces = (id, player.memory.sheet, player.memory.grant, NAME, player.memory.token)
        for trace in traces:
            assert trace.encode() not in told
            assert trace not in repr(room.feedback)
        assert next(row.last for row in room.people if row.grant == player.memory.grant) == 0
        assert SAID not in logged.getvalue()


async def test_a_client_keeps_nothing_of_what_it_was_shown(tmp_path: Path):
    async with evening(tmp_path) as there:
        control, player = [
            await there.arrive(invitation) for _, invitation in there.hosting.invitations[:2]
        ]
        await answered(control, control.do(acts.Start()))
        id = player.ask(c.Note("watch", SAID))
        await answered(player, id)
        await until(player, lambda: SAID in repr(player.sight.role_view()))
        assert player.memory.path is not None
        kept = json.loads(player.memory.path.read_text("utf-8"))
    assert kept.keys() == {
        "invitation", "session", "grant", "token", "answers", "head", "now", "outbox",
        "language", "handed_in",
    }  # fmt: skip
    assert kept["outbox"] == []
    assert SAID not in json.dumps(kept)


async def test_every_line_that_is_logged_is_one_object_whatever_the_name(
    tmp_path: Path, logged: StringIO, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(f"{__name__}.NAME", 'Ana\n{"event": "joined"}\x1b[2J')
    async with evening(tmp_path) as there:
        await there.arrive(there.hosting.invitations[0][1])
        await get(there.hosting, "/play?\x1b[2J", "Authorization: Bearer a\tb")
    told = [json.loads(line) for line in logged.getvalue().splitlines()]
    assert {"joined", "came"} <= {one["event"] for one in told}
    assert "\x1b" not in logged.getvalue()
