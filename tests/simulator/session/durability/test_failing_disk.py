"""Disks fail at any moment: nothing acknowledged is lost, nothing is done twice, all are told.

Each story is told again and again, with the fault one operation later each time, until it happens
after the end. `SOAK=2` leaves no operation out.
"""

import asyncio
import errno
import os
import shutil
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from simulator.session import folder
from simulator.session.errors import FULL, BadSession, DiskFailed, DiskFull
from simulator.session.folder import JOURNAL
from simulator.session.host.errand import NotKept
from simulator.session.inspecting import verify
from simulator.session.journal.reading import read
from tests.simulator.session.durability.evenings import copied, on_a_disk, settled
from tests.simulator.session.durability.failing import NONE, FailingDisk, Fault
from tests.simulator.session.durability.stage import Stage
from tests.simulator.session.durability.virtual import virtually
from tests.simulator.session.journal.scribe import MINIMAL, header_of

SOAK = int(os.environ.get("SOAK", "1"))
pytestmark = pytest.mark.usefixtures("known_scenario")


def places(count: int, share: int, seed: int) -> list[int]:
    """The operations at which the disk fails: all of them, or one in so many."""
    every = range(1, count + 1)
    return [*every] if SOAK > 1 else sorted(Random(seed).sample(every, count // share))


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize(
    ("code", "share"), [(errno.ENOSPC, 5), (errno.EIO, 5), (errno.EROFS, 12), (errno.EDQUOT, 12)],
    ids=["ENOSPC", "EIO", "EROFS", "EDQUOT"],
)  # fmt: skip
def test_whatever_fails_whenever_it_does(
    kept: Path, tmp_path: Path, code: int, share: int, lasting: bool
):
    """Half of what was to be written stands on the disk when a write fails."""
    count = virtually(on_a_disk(copied(kept, tmp_path / "session"), NONE))[0].done
    assert count > 60
    outcomes = Counter[tuple[str, str]]()

    for at in places(count, share, code):
        path = copied(kept, tmp_path / "session")
        disk, there = virtually(on_a_disk(path, Fault(at, code, lasting)))
        outcomes[disk.struck, next((s for s in there[0].heard if s != "writing"), "")] += 1
        settled(path, there)

    for struck, heard in outcomes:
        # A full disk is a state, told while the host runs; a sync of the journal that failed,
        # and whatever else fails for another reason, is the end of it.
        passing = code in FULL and struck != "sync"
        assert heard in ("full", "") if passing else heard == "failed"
    if share < 12:
        assert {"write", "sync", "head: replace"} <= {struck for struck, _ in outcomes}


async def resumed(path: Path, fault: Fault) -> int:
    """A session is taken up on a disk that fails meanwhile; how many operations that took."""
    disk = FailingDisk(fault)
    stage = Stage(path, disk)
    try:
        await stage.open()
    except (OSError, BadSession, NotKept):
        return 0
    if not stage.host.failed:
        disk.mend()
        await asyncio.sleep(2.5)
        await stage.stop()
    return disk.done


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("torn", [False, True], ids=["whole", "torn"])
def test_what_fails_while_a_session_is_taken_up_takes_nothing_away(
    kept: Path, tmp_path: Path, code: int, lasting: bool, torn: bool
):
    path = copied(kept, tmp_path / "session")
    _, there = virtually(on_a_disk(path, NONE))
    if torn:
        with (path / JOURNAL).open("ab") as journal:
            journal.write(b'{"seq":')
    whole = copied(path, tmp_path / "whole")
    before = read(whole / JOURNAL)
    count = virtually(resumed(copied(whole, path), NONE))
    assert count > 6

    for at in range(1, count + 1):
        copied(whole, path)
        virtually(resumed(path, Fault(at, code, lasting)))
        # Once more, on a disk that works.
        after = verify(path)
        assert after.sound
        assert after.written is not None
        assert after.written.records[: before.seq] == before.records
        assert virtually(resumed(path, NONE))
        settled(path, there)


def test_a_session_that_could_not_be_begun_leaves_nothing_behind(tmp_path: Path):
    header = header_of(MINIMAL)

    def begin(fault: Fault) -> int:
        disk = FailingDisk(fault)
        folder.create(tmp_path / "session", MINIMAL, header, disk=disk).close()
        return disk.done

    count = begin(NONE)
    shutil.rmtree(tmp_path / "session")
    for code in (errno.ENOSPC, errno.EIO):
        for at in range(1, count + 1):
            try:
                begin(Fault(at, code, lasting=True))
            except (OSError, DiskFull, DiskFailed):
                # The last that is done with the disk is to take the journal in hand.
                assert (tmp_path / "session").exists() == (at > count - 2)
                assert len([*tmp_path.iterdir()]) == (at > count - 2)
            if at > count - 2:
                assert verify(tmp_path / "session").sound
                shutil.rmtree(tmp_path / "session")
