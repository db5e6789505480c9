"""The same on disks that are really full, really read-only, and with limits that really bite."""

import asyncio
import contextlib
import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.engine.commands import Note
from simulator.session import acts, folder
from simulator.session.errors import BadSession, DiskFull
from simulator.session.inspecting import recover, verify
from simulator.session.journal import reserve
from simulator.session.journal.disk import Disk
from simulator.session.journal.journal import Journal
from simulator.session.limits import RESERVE_BYTES
from tests.simulator.session.durability.stage import Person, back, begun, template
from tests.simulator.session.durability.virtual import virtually
from tests.simulator.session.journal.scribe import FIRST_WATCH, Quick, header_of

resource = pytest.importorskip("resource", reason="limits are POSIX")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, of eight megabytes; half of them go to the reserve."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m,mode=700", "tmpfs", place],
        capture_output=True, check=False,
    )  # fmt: skip
    if mounted.returncode != 0:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.decode().strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def fill(disk: Path) -> Path:
    """Leave no room on a disk."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        for size in (1 << 16, 1 << 12, 1):
            with contextlib.suppress(OSError):
                while file.write(b"\0" * size) == size:
                    pass
    assert shutil.disk_usage(disk).free == 0
    return ballast


async def until_full(watch: Person) -> None:
    """What is asked finds no room; it is not lost."""
    for n in range(10_000):
        watch.ask(Note("watch", f"Note {n}: " + "x" * 500))
        await watch.push()
        if watch.outbox:
            break
        await asyncio.sleep(0.2)
    assert watch.heard[-1] == "full"


def sound(path: Path, there: list[Person]) -> None:
    verdict = verify(path)
    assert verdict.sound
    assert verdict.written is not None
    texts = [record.draft.words.get("text") for record in verdict.written.records]
    for person in there:
        for id, message in person.asked.items():
            assert person.answers[id].done
            text = getattr(message, "command", {}).get("text")
            assert text is None or texts.count(text) == 1


def test_a_full_disk_stops_the_exercise_until_there_is_room(small_disk: Path):
    async def story() -> list[Person]:
        stage, there = await begun(path, Disk())
        ballast = fill(small_disk)
        await until_full(there[1])
        before = stage.now
        for _ in range(30):
            await asyncio.sleep(1)
            for person in there:
                person.read()
                await person.push()
        assert stage.now == before
        ballast.unlink()
        await back(stage, there)
        await stage.stop()
        return there

    path = template(small_disk / "session")
    sound(path, virtually(story()))


def test_on_a_full_disk_the_last_records_go_where_room_was_set_aside(small_disk: Path):
    async def story() -> list[Person]:
        stage, there = await begun(path, Disk())
        assert (path / reserve.NAME).stat().st_size == RESERVE_BYTES
        fill(small_disk)
        await until_full(there[1])
        there[0].do(acts.Close())
        await there[0].push()
        await stage.running
        return there

    path = template(small_disk / "session")
    control, *_ = virtually(story())
    verdict = verify(path)
    assert verdict.sound
    assert verdict.written is not None
    assert verdict.written.records[-1].draft.kind == "closed"
    assert [answer.done for answer in control.answers.values()] == [True, True]


def test_a_session_is_taken_up_on_a_full_disk_once_there_is_room(small_disk: Path):
    path = template(small_disk / "session")
    ballast = fill(small_disk)

    it = folder.open_(path)
    assert "no room is set aside" in it.notes[0].into("en")
    it.close()
    assert not (path / reserve.NAME).exists()
    with pytest.raises((DiskFull, OSError)):
        folder.create(small_disk / "another", FIRST_WATCH, header_of(FIRST_WATCH))
    assert sorted(p.name for p in small_disk.iterdir()) == ["ballast", "session"]

    ballast.unlink()
    folder.open_(path).close()
    assert (path / reserve.NAME).exists()


def test_a_session_on_a_read_only_disk_can_be_looked_at_and_saved_elsewhere(
    small_disk: Path, tmp_path: Path
):
    path = template(small_disk / "session")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)

    with pytest.raises(OSError, match="Read-only") as refused:
        folder.open_(path)
    assert refused.value.errno == errno.EROFS
    assert verify(path).sound
    assert recover(path, tmp_path / "saved", Quick()).kept > 0
    assert verify(tmp_path / "saved").sound


@contextlib.contextmanager
def limited(kind: int, most: int) -> Iterator[None]:
    before = resource.getrlimit(kind)
    resource.setrlimit(kind, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(kind, before)


def test_a_limit_to_the_size_of_files_is_a_full_disk(tmp_path: Path):
    async def story() -> list[Person]:
        stage, there = await begun(path, Disk())
        with limited(resource.RLIMIT_FSIZE, (path / "journal.jsonl").stat().st_size + 1800):
            await until_full(there[1])
        await back(stage, there)
        await stage.stop()
        return there

    path = template(tmp_path / "session")
    sound(path, virtually(story()))


def test_a_limit_to_open_files_stops_the_exercise_and_loses_nothing(tmp_path: Path):
    async def story() -> list[Person]:
        stage, there = await begun(path, Disk())
        spare = os.dup(0)
        os.close(spare)
        with limited(resource.RLIMIT_NOFILE, spare):
            there[1].ask(Note("watch", "The journal is open already."))
            await there[1].push()
            await asyncio.sleep(1.2)
            there[1].read()
            assert there[1].heard[-1] == "full"
        await back(stage, there)
        await stage.stop()
        return there

    path = template(tmp_path / "session")
    sound(path, virtually(story()))


def test_a_folder_that_was_deleted_while_it_was_hosted_ends_the_host(tmp_path: Path):
    async def story() -> None:
        stage, there = await begun(path, Disk())
        shutil.rmtree(path)
        await asyncio.sleep(2)
        assert stage.host.failed
        there[0].read()
        assert there[0].heard[-1] == "failed"

    path = template(tmp_path / "session")
    virtually(story())


def test_what_lies_in_the_place_of_a_folder_that_is_hosted_is_left_alone(tmp_path: Path):
    async def story() -> None:
        stage, _ = await begun(path, Disk())
        path.rename(tmp_path / "moved")
        shutil.copytree(tmp_path / "moved", path)
        head = (path / "head").read_bytes()
        await asyncio.sleep(2)
        assert "not the folder any more in which this was begun" in stage.host.failed
        assert (path / "head").read_bytes() == head

    path = template(tmp_path / "session")
    virtually(story())


def test_a_journal_that_is_a_folder_or_is_not_ours_is_no_crash(tmp_path: Path):
    path = template(tmp_path / "session")
    (path / "journal.jsonl").unlink()
    (path / "journal.jsonl").mkdir()
    with pytest.raises(BadSession, match="is no session"):
        folder.open_(path)
    with pytest.raises(OSError):  # noqa: PT011 whichever of them the system chooses
        Journal(path / "journal.jsonl", Disk())
