"""Clocks that are set, machines that sleep, hosts that are halted: exercise time never goes back,
and what fell due meanwhile doesn't burst out."""

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.session import acts
from simulator.session.client import door, memory
from simulator.session.client.line import Line
from simulator.session.folder import JOURNAL
from simulator.session.invitation import invitation_from
from simulator.session.journal.reading import read
from simulator.session.limits import ASLEEP, STALL
from simulator.session.team import Team
from tests.simulator.session.programs import GUARD, HOST, Programs
from tests.simulator.session.wire.house import (
    CONTROL,
    NORTH,
    SOUTH,
    TWO_DESKS,
    Guest,
    House,
    do,
    new_id,
    note,
)

SOAK = int(os.environ.get("SOAK", "1"))
HOUR, DAY = 3600.0, 86_400.0


async def started(path: Path, pace: float = 60.0) -> tuple[House, Guest, Guest]:
    house = House(path, pace=pace)
    await house.open(CONTROL, NORTH, SOUTH)
    control, north = await house.guest("control-1"), await house.guest("north-1")
    await control.asks(do(new_id(), "start"))
    return house, control, north


def team_of(house: House) -> Team:
    team = house.session.teams["team"]
    assert isinstance(team, Team)
    return team


@pytest.mark.parametrize("step", [HOUR, -HOUR, DAY, -DAY], ids=["+1 h", "-1 h", "+1 d", "-1 d"])
async def test_setting_the_calendar_clock_changes_nothing_of_the_exercise(
    step: float, tmp_path: Path
):
    house, _, north = await started(tmp_path / "s")
    await house.passes(5)
    house.hands.utc += round(step * 1000)
    await house.passes(5)
    team = team_of(house)
    assert (team.now, team.running, team.why) == (600, True, "")
    assert north.connection.code is None
    assert any(m["type"] == "answer" and m["done"] for m in await north.asks(note(new_id(), "on")))
    house.fall()


@pytest.mark.parametrize("slept", [ASLEEP + 0.1, 60.0, 8 * HOUR])
async def test_a_machine_that_slept_pauses_and_nothing_bursts_out(slept: float, tmp_path: Path):
    house, control, north = await started(tmp_path / "s")
    await house.passes(1)
    north.read()
    house.hands.asleep += slept
    house.hands.utc += round(slept * 1000)
    await house.turn(0.1)
    team = team_of(house)
    assert (team.now, team.running) == (60, False)
    assert team.why == f"the host stood still for {round(slept + 0.1)} seconds"
    await house.passes(5)
    told = [m for m in north.read() if m["type"] == "news"]
    assert team.now == 60
    assert [m["clock"]["stands"] for m in told] == ["paused"]
    await control.asks(do(new_id(), "run"))
    await house.passes(1)
    assert team.now == 120
    house.fall()


async def test_a_short_nap_is_no_reason_to_pause(tmp_path: Path):
    house, _, _ = await started(tmp_path / "s")
    await house.passes(1)
    house.hands.asleep += ASLEEP
    await house.turn(STALL)
    team = team_of(house)
    assert (team.now, team.running) == (60 + 60 * STALL, True)
    house.fall()


async def test_a_host_that_did_not_get_to_run_pauses_and_says_for_how_long(tmp_path: Path):
    house, _, _ = await started(tmp_path / "s")
    await house.turn(1.0)
    await house.turn(STALL + 1.5)
    team = team_of(house)
    assert (team.now, team.running) == (60, False)
    assert team.why == "the host stood still for 6 seconds"
    kinds = [record.draft.kind for record in read(tmp_path / "s" / JOURNAL).records]
    assert kinds[-1] == "paused"
    house.fall()


HAPPENS = st.one_of(
    st.tuples(st.just("passes"), st.floats(0.0, 8.0)),
    st.tuples(st.just("sleeps"), st.floats(0.0, DAY)),
    st.tuples(st.just("is set"), st.floats(-DAY, DAY)),
    st.tuples(st.just("pace"), st.floats(0.01, 1000.0)),
    st.tuples(st.sampled_from(("run", "pause", "note", "restart")), st.just(0.0)),
)


@settings(max_examples=60 * SOAK)
@given(st.lists(HAPPENS, max_size=15))
def test_exercise_time_never_goes_back_nor_further_than_people_could_see_it_go(
    happens: list[tuple[str, float]],
):
    with TemporaryDirectory() as path:
        asyncio.run(lives_through(Path(path) / "s", happens))


async def lives_through(path: Path, happens: list[tuple[str, float]]) -> None:
    house, control, north = await started(path)
    seen = 0
    for what, much in happens:
        team = team_of(house)
        before = far = team.now
        pace = team.pace if team.running else 0.0
        elapsed = 0.0
        if what == "passes":
            elapsed = much
        elif what == "sleeps":
            house.hands.asleep += much
        elif what == "is set":
            house.hands.utc += round(much * 1000)
        elif what == "restart":
            # What nobody was shown may be lost.
            before = seen
            house.fall()
            await house.rise()
            control, north = await house.guest("control-1"), await house.guest("north-1")
        elif what == "note":
            await north.asks(note(new_id(), "a note"))
        else:
            named = {"pace": much} if what == "pace" else {}
            await control.asks(do(new_id(), what, **named))
        await house.turn(elapsed)
        after = team_of(house).now
        assert before <= after <= far + elapsed * pace + 1
        assert elapsed <= STALL or after == before
        shown = [m["clock"]["now"] for m in north.read() if m.get("clock")]
        assert [seen, *shown] == sorted([seen, *shown])
        seen = max([seen, *shown])
    house.fall()


@pytest.fixture(params=["UTC", "Europe/Tirane", "Pacific/Apia"])
def zone(request: pytest.FixtureRequest) -> Iterator[str]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield request.param
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


SUMMER_BEGINS = 1_806_195_600_000
"""28 March 2027, 01:00 UTC: clocks in Tirana go from two to three."""


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="time zones are set by POSIX")
async def test_where_the_host_is_and_whether_it_is_summer_makes_no_difference(
    zone: str, tmp_path: Path
):
    house = House(tmp_path / "s")
    house.hands.utc = SUMMER_BEGINS - 2_000
    await house.open(CONTROL, NORTH)
    control, north = await house.guest("control-1"), await house.guest("north-1")
    await control.asks(do("0123456789abcdef", "start"))
    await house.passes(4)
    await north.asks(note("fedcba9876543210", "summer"))
    team = team_of(house)
    assert (team.now, team.running) == (240, True)
    records = read(tmp_path / "s" / JOURNAL).records
    assert [record.utc - SUMMER_BEGINS for record in records[-2:]] == [-2_000, 2_000]
    house.fall()


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="hosts are halted by POSIX")
async def test_a_real_host_that_is_halted_pauses_and_says_why(programs: Programs, tmp_path: Path):
    path = tmp_path / "s"
    options = ["--seats", "north=1", "--session", str(path), "--pace", "60", "--start"]
    host = programs.start([*HOST, str(TWO_DESKS), *options], tmp_path)
    assert host.stdout is not None
    lines: dict[str, Line] = {}
    while len(lines) < 2:
        name, _, text = host.stdout.readline().strip().partition("\t")
        lines[name] = await a_line(text)
    control, north = lines.values()
    running = [asyncio.ensure_future(line.run()) for line in lines.values()]
    await until(control, lambda: room_of(control) and north.sight.role_view())
    before = room_of(control)[0].now
    host.send_signal(signal.SIGSTOP)
    await asyncio.sleep(STALL + 1.2)  # nothing to wait for: it is the length that matters
    host.send_signal(signal.SIGCONT)
    await until(control, lambda: room_of(control)[0].stands == "paused")
    row = room_of(control)[0]
    assert row.why.startswith("the host stood still for")
    assert before <= row.now < before + 60 * STALL
    await until(north, lambda: north.sight.face and north.sight.face.stands == "paused")
    control.do(acts.Run())
    await until(control, lambda: room_of(control)[0].stands == "running")
    assert room_of(control)[0].now >= row.now
    for task in running:
        task.cancel()


async def a_line(text: str) -> Line:
    invitation = invitation_from(text)
    return Line(memory.start(None, invitation, await door.join(invitation, "Ana")))


def room_of(line: Line) -> Any:
    room = line.sight.room()
    return room.teams if room else ()


async def until(line: Line, so: Any) -> None:
    async with asyncio.timeout(GUARD):
        while not so():
            await line.change()
