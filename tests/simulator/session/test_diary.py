"""A run that is written while it is played: what is there of it whenever the program ends."""

import errno
import shutil
from pathlib import Path

import pytest

from simulator.engine.commands import Note
from simulator.engine.exercise import Exercise, Setup
from simulator.review.reading import recorded
from simulator.scenario.load import load
from simulator.session import retelling
from simulator.session.diary import EVERY, Diary
from simulator.session.errors import BadSession, DiskFailed, DiskFull
from simulator.session.folder import files_of
from simulator.session.inspecting import verify
from simulator.session.journal import lock
from simulator.session.recalling import Forked
from simulator.session.retelling import Pen
from tests.simulator.cli.harbour import HARBOUR
from tests.simulator.session.durability.failing import FailingDisk, Fault
from tests.simulator.session.journal.scribe import MORNING, Quick


class Player:
    """Plays alone and writes a note every ten minutes."""

    def __init__(self, tmp: Path, disk: Quick) -> None:
        scenario = tmp / "harbour.yaml"
        scenario.write_text(HARBOUR, "utf-8")
        world, setup = load(scenario), Setup(3, ("office",))
        self.run = Exercise(world, setup)
        self.run.advance(0)
        header = retelling.header_of(world, setup, ("team",), 60.0, MORNING)
        self.path, self.utc, self.disk = tmp / "kept", MORNING, disk
        files = files_of(scenario)
        self.diary = Diary(self.path, files, header, self.run, Forked(), Pen(disk))

    def play(self, notes: int) -> None:
        for _ in range(notes):
            self.run.advance(self.run.now + 600)
            self.utc += 1000
            self.run.submit(Note("office", f"At {self.run.now}."))
            self.diary.follow(self.utc)

    def let_go_by(self, seconds: int, utc: int) -> None:
        self.run.advance(self.run.now + seconds)
        self.utc += utc
        self.diary.follow(self.utc)

    def left(self, to: Path) -> Path:
        """What is on the disk when it is looked at now."""
        return Path(shutil.copytree(self.path, to))


@pytest.fixture
def player(tmp_path: Path) -> Player:
    return Player(tmp_path, FailingDisk())


def test_whoever_is_killed_has_lost_nothing_that_was_asked(player: Player, tmp_path: Path):
    for notes in range(3):
        path = player.left(tmp_path / f"after-{notes}")
        take = recorded(path).take("team")
        assert take.run.asked == player.run.asked
        assert (len(take.run.asked), take.until) == (notes, 600 * notes)
        assert take.run.state.hash() == player.run.state.hash()
        assert verify(path).sound
        player.play(1)


def test_of_the_time_that_goes_by_a_few_seconds_are_lost(player: Player, tmp_path: Path):
    player.let_go_by(300, utc=EVERY)
    player.let_go_by(300, utc=EVERY - 1)

    assert recorded(player.left(tmp_path / "killed")).take("team").until == 300


def test_while_it_is_written_nobody_else_takes_it_up(player: Player):
    assert "is in use" in lock.holder(player.path)
    player.diary.finish(player.utc)
    assert not lock.holder(player.path)


def test_at_the_end_it_is_what_would_be_told_of_the_whole_run(player: Player, tmp_path: Path):
    player.play(2)
    player.run.advance(1500)
    player.diary.finish(player.utc)

    told = retelling.told_of("team", player.run, Forked())
    files = files_of(player.path / "scenario")
    retelling.write(
        tmp_path / "whole", files, recorded(player.path).header, [told], MORNING, Pen(Quick())
    )
    one, other = (recorded(path) for path in (player.path, tmp_path / "whole"))
    drafts = [[record.draft for record in read.records] for read in (one, other)]
    assert drafts[0] == drafts[1]
    assert one.take("team").until == other.take("team").until == 1500
    assert verify(player.path).sound


def test_a_line_that_was_interrupted_and_all_behind_it_is_told_at_the_end(player: Player):
    player.play(1)
    with (player.path / "journal.jsonl").open("ab") as journal:
        journal.write(b'{"seq":3,"at":')
    player.run.submit(Note("office", "Not written yet."))

    player.diary.finish(player.utc)

    assert recorded(player.path).take("team").run.asked == player.run.asked
    assert verify(player.path).sound


def test_on_a_full_disk_it_waits_for_room(player: Player):
    disk = player.disk
    assert isinstance(disk, FailingDisk)
    disk.fault = Fault(disk.done + 1, errno.ENOSPC)
    with pytest.raises(DiskFull):
        player.play(1)
    disk.mend()

    player.play(1)

    assert len(recorded(player.path).take("team").run.asked) == 2


def test_what_is_not_there_any_more_can_t_be_finished(player: Player):
    (player.path / "journal.jsonl").write_bytes(b"")
    with pytest.raises((BadSession, DiskFailed)):
        player.diary.finish(player.utc)
