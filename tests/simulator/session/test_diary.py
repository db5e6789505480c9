"""A run that is written while it is played: what is there of it whenever the program ends."""

import errno
import os
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
        told = retelling.told_of("team", self.run, Forked(), playing=True)
        self.diary = Diary(self.path, files, header, self.run, told, Pen(disk))

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


def test_it_goes_on_though_the_clock_on_the_wall_is_put_back(player: Player, tmp_path: Path):
    player.let_go_by(300, utc=-3_600_000)
    player.let_go_by(300, utc=EVERY)

    assert recorded(player.left(tmp_path / "killed")).take("team").until == 600


def test_what_lies_in_its_place_by_now_is_left_alone(player: Player, tmp_path: Path):
    # Given a folder that was moved away while it is played, and another play in its place
    player.path.rename(tmp_path / "moved")
    other = Player(tmp_path, Quick())
    there = {path: path.read_bytes() for path in other.path.iterdir() if path.is_file()}
    # When it goes on
    player.play(1)
    with pytest.raises(DiskFailed, match="not the folder any more in which this was begun"):
        player.let_go_by(60, utc=EVERY)
    # Then what was asked stands where it was begun, and the other is as it was
    assert len(recorded(tmp_path / "moved").take("team").run.asked) == 1
    assert {path: path.read_bytes() for path in there} == there


def test_while_it_is_written_nobody_else_takes_it_up(player: Player):
    assert "is in use" in lock.holder(player.path)
    player.diary.finish(player.utc)
    assert not lock.holder(player.path)


def test_where_it_can_t_be_closed_it_is_let_go_of_all_the_same(
    player: Player, monkeypatch: pytest.MonkeyPatch
):
    def close(file: int) -> None:
        os.close(file)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(player.disk, "close", close)
    player.diary.leave()
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


def test_what_there_is_room_for_is_kept(player: Player):
    disk = player.disk
    assert isinstance(disk, FailingDisk)
    for text in ("This one.", "This one, too.", "And one too many."):
        player.run.submit(Note("office", text))
    # A write and a sync later, and at the end once more after opening and cutting what was torn
    for kept, follow, after in ((1, player.diary.follow, 3), (2, player.diary.finish, 5)):
        disk.fault = Fault(disk.done + after, errno.ENOSPC)
        with pytest.raises(DiskFull):
            follow(player.utc)
        assert recorded(player.path).take("team").run.asked == player.run.asked[:kept]


def test_what_is_not_there_any_more_can_t_be_finished(player: Player):
    (player.path / "journal.jsonl").write_bytes(b"")
    with pytest.raises((BadSession, DiskFailed)):
        player.diary.finish(player.utc)
