"""The power fails: what was written but not synced may be gone, or half there, or garbage.

A simulation, for no test can show that a given disk does what a sync asks of it.
"""

import asyncio
import os
import shutil
from pathlib import Path
from random import Random

import pytest

from simulator.session import folder
from simulator.session.inspecting import recover, verify
from simulator.session.journal.disk import Disk
from tests.simulator.session.durability.evenings import copied, evening
from tests.simulator.session.durability.stage import Person, Stage, people
from tests.simulator.session.durability.virtual import virtually
from tests.simulator.session.journal.scribe import MINIMAL, Quick, header_of

SOAK = int(os.environ.get("SOAK", "1"))
pytestmark = pytest.mark.usefixtures("known_scenario")


class Caching(Disk):
    """Knows how much of each file would still be there; all of what was in `folder` is."""

    def __init__(self, folder: Path) -> None:
        there = (file for file in folder.rglob("*") if file.is_file())
        self.kept = {file: file.stat().st_size for file in there}
        self._paths: dict[int, Path] = {}

    def open(self, path: Path) -> int:
        file = super().open(path)
        self._paths[file] = path
        self.kept.setdefault(path, 0)
        return file

    def sync(self, file: int) -> None:
        self.kept[self._paths[file]] = os.fstat(file).st_size

    def truncate(self, file: int, length: int) -> None:
        super().truncate(file, length)
        path = self._paths[file]
        self.kept[path] = min(self.kept[path], length)

    def replace(self, path: Path, data: bytes) -> None:
        super().replace(path, data)
        self.kept[path] = self.kept.pop(path.with_name(path.name + ".new"))

    def after_a_crash(self, path: Path, to: Path, dice: Random) -> Path:
        """The folder as it may be found once there is power again."""
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(path, to)
        for file, kept in self.kept.items():
            found = to / file.relative_to(path)
            if found.exists():
                raw = found.read_bytes()
                found.write_bytes(raw[:kept] + self._rest(raw[kept:], dice))
        return to

    def _rest(self, raw: bytes, dice: Random) -> bytes:
        cut = raw[: dice.randrange(len(raw) + 1)]
        return dice.choice(
            (b"", cut, bytes(len(cut)), dice.randbytes(len(cut)).replace(b"\n", b""))
        )


def found(path: Path, there: list[Person]) -> None:
    """A session that can be taken up, and holds all that was acknowledged."""
    it = folder.open_(path, disk=Quick())
    it.close()
    for person in there:
        for id, answer in person.answers.items():
            kept = it.session.answers.first
            assert not answer.answers or kept[person.id, id][1].head == answer.head
        seen = it.session.told(person.id)._replace(now=person.now)
        assert it.session.vouches_for(person.id, seen)


@pytest.mark.parametrize("seed", range(SOAK))
def test_whenever_the_power_fails_what_was_acknowledged_or_shown_is_there(
    kept: Path, tmp_path: Path, seed: int
):
    async def story() -> int:
        disk, dice, failures = Caching(path), Random(f"power/{seed}"), 0
        stage = Stage(path, disk)
        await stage.open()
        there = people(stage)
        for person in there:
            await person.come()

        async def fails() -> None:
            nonlocal failures
            failures += 1
            found(disk.after_a_crash(path, tmp_path / "found", dice), there)

        write = disk.write

        def watched(file: int, data: bytes) -> None:
            # The worst moment: written, and not yet synced.
            write(file, data)
            found(disk.after_a_crash(path, tmp_path / "found", dice), there)

        disk.write = watched
        await evening(there, fails)
        await asyncio.sleep(1)
        await stage.stop()
        await fails()
        return failures

    path = copied(kept, tmp_path / "session")
    assert virtually(story()) > 6


def test_a_session_that_was_begun_is_there_with_its_scenario(tmp_path: Path):
    path = tmp_path / "session"
    disk = Caching(path)
    folder.create(path, MINIMAL, header_of(MINIMAL), disk=disk).close()
    # The files have moved to their place together with the folder.
    moved: dict[Path, int] = {}
    for file, kept in disk.kept.items():
        inside = file.parent.name == folder.SCENARIO
        target = path / file.relative_to(file.parents[1] if inside else file.parent)
        moved[target] = max(kept, moved.get(target, 0))
    disk.kept = moved

    again = disk.after_a_crash(path, tmp_path / "found", Random(1))

    assert verify(again).sound
    assert {file.name for file in disk.kept} >= {"scenario.yaml", "journal.jsonl", "head"}


def test_a_session_that_was_recovered_is_there_with_its_scenario(kept: Path, tmp_path: Path):
    disk = Caching(tmp_path / "saved")
    recover(kept, tmp_path / "saved", disk)
    names = {file.name: kept for file, kept in disk.kept.items()}

    assert {"scenario.yaml", "journal.jsonl", "head"} <= names.keys()
    for file in (tmp_path / "saved").rglob("*"):
        if file.is_file():
            assert names[file.name] == file.stat().st_size
