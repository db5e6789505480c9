"""A client's line in a seat that others play too, and in more than one language."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from simulator.engine.commands import Note
from simulator.session import acts
from simulator.session import protocol as p
from simulator.session.client import company as company_module
from simulator.session.client import line, memory
from simulator.session.client.line import Line
from tests.simulator.session.wire.house import CONTROL, NORTH
from tests.simulator.session.wire.raw import GUARD
from tests.simulator.session.wire.street import Street, street


@pytest.fixture(autouse=True)
def _swift(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(company_module, "EASE", 0.01)
    monkeypatch.setattr(line, "FIRST_WAIT", 0.01)


@asynccontextmanager
async def line_of(here: Street, grant: str, folder: Path | None = None) -> AsyncIterator[Line]:
    joined = p.Joined(token=here.tokens[grant], session="session", grant=grant)
    made = Line(memory.start(folder, here.invitation(grant), joined))
    running = asyncio.ensure_future(made.run())
    try:
        await until(made, lambda: made.status.state == "connected")
        yield made
    finally:
        running.cancel()


async def until(made: Line, so: Callable[[], object]) -> None:
    async with asyncio.timeout(GUARD):
        while not so():
            await made.change()


async def cut(here: Street, made: Line) -> None:
    """The network loses the connection."""
    before = made.status
    here.empty()
    for connection in list(here.host.attendance.connections):
        if connection.grant.id == made.memory.grant:
            connection.close(p.RESTARTING)
    await until(made, lambda: made.status is not before)
    await until(made, lambda: made.status.state == "connected")


def opened(made: Line) -> list[str]:
    [person] = made.company.people
    return [*person.opened]


async def test_two_in_one_seat_hear_of_each_other_also_after_a_connection_was_lost(
    tmp_path: Path,
):
    async with (
        street(tmp_path, NORTH, NORTH) as here,
        line_of(here, "north-1") as ana,
        line_of(here, "north-2") as besa,
    ):
        besa.company.attend("dawn#1", "decision", "flood")
        await until(ana, lambda: ana.company.people and ana.company.people[0].reads)
        [person] = ana.company.people
        assert (person.grant, person.writes, person.of) == ("north-2", "decision", "flood")
        await cut(here, besa)
        await until(ana, lambda: ana.company.people and ana.company.people[0].reads)
        assert opened(ana) == ["dawn#1"]
        besa.company.attend("wind#1", "", "")
        await until(ana, lambda: ana.company.people[0].reads == "wind#1")
        assert opened(ana) == ["dawn#1", "wind#1"]
        await cut(here, ana)
        await until(ana, lambda: ana.company.people)
        assert opened(ana) == ["dawn#1", "wind#1"]


async def test_a_line_without_its_host_knows_of_nobody(tmp_path: Path):
    async with (
        street(tmp_path, NORTH, NORTH) as here,
        line_of(here, "north-1") as ana,
        line_of(here, "north-2"),
    ):
        await until(ana, lambda: ana.company.people)
        for connection in here.host.attendance.connections:
            connection.close(p.GOING_AWAY)
        await until(ana, lambda: ana.status.state == "ended")
        await until(ana, lambda: not ana.company.people)


async def test_a_line_that_speaks_another_language_keeps_what_was_asked_and_remembers_it(
    tmp_path: Path,
):
    async with street(tmp_path, CONTROL, NORTH) as here, line_of(here, "control-1") as control:
        control.do(acts.Start())
        await until(control, lambda: control.answers)
        async with line_of(here, "north-1", tmp_path / "seats") as north:
            ids = [north.ask(Note("north", "before"))]
            north.speak("sq")
            ids.append(north.ask(Note("north", "after")))
            await until(north, lambda: north.welcome and north.welcome.language == "sq")
            await until(north, lambda: not north.waiting)
            assert [(answer.id, answer.done) for answer in north.answers] == [
                (id, True) for id in ids
            ]
            assert north.status.tries == 0
            await until(north, lambda: "after" in str(north.sight.role_view()))
            kept = memory.recall(tmp_path / "seats", here.invitation("north-1"))
            assert kept is not None
            assert kept.language == "sq"
            await cut(here, north)
            assert north.welcome is not None
            assert north.welcome.language == "sq"


async def test_a_change_of_language_that_the_connection_did_not_live_to_see_is_made_up_for(
    tmp_path: Path,
):
    async with street(tmp_path, NORTH) as here, line_of(here, "north-1") as north:
        await until(north, lambda: north.sight.seq)
        for connection in here.host.attendance.connections:
            connection.close(p.RESTARTING)
        north.speak("sq")
        await until(north, lambda: north.welcome and north.welcome.language == "sq")
        await until(north, lambda: north.sight.seq)
        assert {eyes.language for eyes, _ in here.host.boards} == {"en", "sq"}
