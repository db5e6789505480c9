"""What a client has seen is an anchor: a journal that lost its end can't pass it by."""

import asyncio
import shutil
from pathlib import Path

import pytest

from simulator.engine.commands import Note
from simulator.session.folder import JOURNAL
from simulator.session.host.reception import Shut
from simulator.session.inspecting import recover, verify
from simulator.session.journal import head
from simulator.session.protocol import AHEAD
from tests.simulator.session.durability.stage import Person, Stage, begun, people, template
from tests.simulator.session.durability.virtual import virtually
from tests.simulator.session.journal.scribe import Quick, lines_of


async def crashed(stage: Stage, there: list[Person]) -> None:
    """The host dies where it stands."""
    stage.running.cancel()
    await asyncio.wait([stage.running])
    for person in there:
        person.leave()


async def cut_behind_the_head(path: Path) -> tuple[Stage, list[Person]]:
    """A note is acknowledged, the host dies before the next head, and the last line vanishes."""
    stage, there = await begun(path, Quick())
    there[1].ask(Note("watch", "Acknowledged, and then lost."))
    await there[1].push()
    assert there[1].answers
    await crashed(stage, there)
    (path / JOURNAL).write_bytes(b"".join(lines_of(path)[:-1]))
    assert verify(path).sound
    return stage, there


async def alarms(stage: Stage, control: Person) -> tuple[str, ...]:
    """What control is shown."""
    await asyncio.sleep(1.1)
    control.read()
    return tuple(control.room["alarms"])


def test_a_client_that_saw_more_is_not_let_in_and_control_is_alarmed(tmp_path: Path):
    async def story() -> None:
        stage, (control, watch, other) = await cut_behind_the_head(path)
        await stage.open()
        await control.come()
        await other.come()

        for _ in range(2):
            with pytest.raises(Shut) as shut:
                await watch.come()
            assert shut.value.code == AHEAD
        alarm = "watch-1 has seen more of this session than its journal holds"
        assert await alarms(stage, control) == (alarm,)
        await stage.stop()

    path = template(tmp_path / "session")
    virtually(story())


def test_what_was_recovered_lets_them_in_again_with_an_alarm_and_play_goes_on(tmp_path: Path):
    async def story() -> None:
        stage, (control, watch, other) = await cut_behind_the_head(path)
        recover(path, tmp_path / "saved", Quick())
        stage.path = tmp_path / "saved"
        await stage.open()
        watch.alarmed = True
        for person in (control, watch, other):
            await person.come()
        watch.ask(Note("watch", "I had said something else."))
        await watch.push()

        assert not watch.outbox
        recovered, seen_more = await alarms(stage, control)
        assert "was recovered" in recovered
        assert seen_more.startswith("watch-1 has seen more")
        await stage.stop()
        assert verify(stage.path).sound

    path = template(tmp_path / "session")
    virtually(story())


def test_a_client_that_saw_a_later_time_is_an_anchor_too(tmp_path: Path):
    """An old head is put back: no record is missing, but somebody was shown a later second."""

    async def story() -> None:
        stage, there = await begun(path, Quick())
        old = (path / head.NAME).read_bytes()
        await asyncio.sleep(5)
        for person in there:
            person.read()
        assert there[1].now > 60
        await crashed(stage, there)
        (path / head.NAME).write_bytes(old)
        await stage.open()

        with pytest.raises(Shut) as shut:
            await there[1].come()
        assert shut.value.code == AHEAD
        await stage.stop()

    path = template(tmp_path / "session")
    virtually(story())


def test_a_copy_that_went_its_own_way_takes_no_client_of_the_other(tmp_path: Path):
    async def story() -> None:
        stage, there = await begun(path, Quick())
        copy = Stage(Path(shutil.copytree(path, tmp_path / "copy")), Quick(), "copy")
        there[1].ask(Note("watch", "Asked of the original."))
        await there[1].push()
        await copy.open()
        strangers = people(copy)
        await strangers[1].come()
        strangers[1].ask(Note("watch", "Asked of the copy."))
        await strangers[1].push()
        assert copy.host.session.epoch != stage.host.session.epoch

        there[1].leave()
        strangers[1].leave()
        there[1].stage, strangers[1].stage = copy, stage
        for person in (there[1], strangers[1]):
            with pytest.raises(Shut) as shut:
                await person.come()
            assert shut.value.code == AHEAD
        await copy.stop()
        await stage.stop()

    path = template(tmp_path / "session")
    virtually(story())


def test_after_every_crash_nobody_was_shown_more_than_there_is(tmp_path: Path):
    """Killed at any pulse, a host takes up no less than each client had seen."""

    async def story() -> None:
        stage, there = await begun(path, Quick())
        for round in range(12):
            there[1].ask(Note("watch", f"Round {round}"))
            await there[1].push()
            await asyncio.sleep(0.03 + 0.09 * round)
            for person in there:
                person.read()
            await crashed(stage, there)
            await stage.open()
            for person in there:
                await person.come()
        assert stage.host.alarms == []
        await stage.stop()

    path = template(tmp_path / "session")
    virtually(story())
