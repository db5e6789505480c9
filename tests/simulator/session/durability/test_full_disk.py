"""A disk without room: what is kept possible, who is told what, and what waits."""

import asyncio
import errno
import os
from pathlib import Path

import pytest

from simulator.engine.commands import Note
from simulator.session import acts
from simulator.session.folder import JOURNAL
from simulator.session.host.errand import NotKept
from simulator.session.journal import reserve
from simulator.session.journal.reading import read
from simulator.session.protocol import GOING_AWAY, RESTARTING
from tests.simulator.session.durability.evenings import again, copied, settled
from tests.simulator.session.durability.stage import Person, Stage, begun
from tests.simulator.session.durability.virtual import virtually
from tests.simulator.session.journal.scribe import Quick

pytestmark = pytest.mark.usefixtures("known_scenario")


class Crowded(Quick):
    """A disk on which there is room for nothing, but for what the reserve gives up."""

    def __init__(self, path: Path) -> None:
        self.reserve = path / reserve.NAME
        self.crowded = self.hopeless = False

    def _look(self) -> None:
        if self.hopeless or (self.crowded and self.reserve.exists()):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def open(self, path: Path) -> int:
        self._look()
        return super().open(path)

    def write(self, file: int, data: bytes) -> None:
        self._look()
        super().write(file, data)

    def free(self, path: Path) -> int:
        return 0 if self.crowded else 1 << 30


async def crowded(path: Path) -> tuple[Stage, Crowded, list[Person]]:
    """An exercise that runs, a disk that is full, and a note that waits for room."""
    disk = Crowded(path)
    stage, there = await begun(path, disk)
    watch = there[1]
    disk.crowded = True
    watch.ask(Note("watch", "There is no room for this."))
    await watch.push()
    assert stage.host.state == "full"
    assert watch.outbox
    return stage, disk, there


@pytest.mark.parametrize("by", ["control", "the host"])
def test_a_session_can_be_closed_on_a_full_disk(kept: Path, tmp_path: Path, by: str):
    async def story() -> None:
        stage, disk, there = await crowded(path)
        if by == "control":
            there[0].do(acts.Close())
            await there[0].push()
            await stage.running
        else:
            await stage.stop()
        for person in there:
            person.read()
            assert person.code == (GOING_AWAY if by == "control" else RESTARTING)
        assert not disk.reserve.exists()
        last = read(path / JOURNAL).records[-1]
        assert last.draft.kind == ("closed" if by == "control" else "paused")
        disk.crowded = False
        await again(stage, there)
        assert disk.reserve.exists()
        await stage.stop()
        settled(path, there)

    path = copied(kept, tmp_path / "session")
    virtually(story())


def test_where_not_even_the_reserve_is_room_enough_the_host_ends_and_the_session_is_whole(
    kept: Path, tmp_path: Path
):
    async def story() -> None:
        stage, disk, there = await crowded(path)
        disk.hopeless = True
        await stage.stop()
        disk.hopeless = disk.crowded = False
        await again(stage, there)
        await stage.stop()
        settled(path, there)

    path = copied(kept, tmp_path / "session")
    virtually(story())


def test_who_comes_while_the_disk_is_full_is_told_so_or_asked_to_come_again(
    kept: Path, tmp_path: Path
):
    async def story() -> None:
        stage, disk, (control, watch, other) = await crowded(path)
        other.leave()
        await other.come()
        assert other.heard[-1] == "full"
        control.leave()
        stage.host.boards.forget(asyncio.get_running_loop().time() + 1)
        with pytest.raises(NotKept):
            await control.come()
        disk.crowded = False
        await asyncio.sleep(1.2)
        await control.come()
        for person in (control, watch, other):
            person.read()
            await person.push()
        await stage.stop()
        settled(path, [control, watch, other])

    path = copied(kept, tmp_path / "session")
    virtually(story())


def test_a_machine_that_slept_while_its_disk_was_full_finds_the_exercise_paused(
    kept: Path, tmp_path: Path
):
    async def story() -> None:
        stage, disk, there = await crowded(path)
        before = stage.now
        stage.slept += 3600
        await asyncio.sleep(1)
        disk.crowded = False
        await asyncio.sleep(1.5)
        team = stage.host.session.teams["team"]
        assert team.stands == "paused"
        assert "stood still for 3600 seconds" in team.why
        # Less than a pulse of it went by at sixty seconds a second.
        assert team.now - before <= 60 * 0.2
        for person in there:
            person.read()
            await person.push()
        await stage.stop()
        settled(path, there)

    path = copied(kept, tmp_path / "session")
    virtually(story())
