"""What of a damaged session is saved, and how; the original stays as it is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator.session import acts, folder
from simulator.session.drafting import Place
from simulator.session.errors import BadSession
from simulator.session.folder import JOURNAL
from simulator.session.inspecting import recover, verify
from simulator.session.journal import head
from simulator.session.journal.reading import read
from simulator.session.journal.record import Draft
from tests.simulator.session.journal.scribe import Quick, Scribe, chained, lines_of, told_by


def damaged(session: Path, how: str) -> int:
    """How many records are still right."""
    lines = lines_of(session)
    if how == "edited":
        lines[6] = lines[6].replace(b'"seq":6', b'"seq":7')
        kept = 5
    elif how == "cut":
        lines, kept = lines[:7], 6
    elif how == "torn":
        lines, kept = [*lines, b'{"seq":'], len(lines) - 1
    elif how == "unplayable":
        told = told_by(lines)
        told[6] = {**told[6], "kind": "revoked", "body": {"grant": "nobody-1"}, "team": ""}
        told[6].pop("words", None)
        told[6].pop("seals", None)
        lines, kept = chained(told), 5
    else:
        kept = len(lines) - 1
    (session / JOURNAL).write_bytes(b"".join(lines))
    return kept


def everything(path: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(file.relative_to(path)): (file.read_bytes(), file.stat().st_mtime_ns)
        for file in path.rglob("*")
        if file.is_file()
    }


@pytest.mark.parametrize("how", ["edited", "cut", "torn", "unplayable", "nothing"])
def test_the_longest_right_beginning_is_saved_and_the_original_stays(
    session: Path, tmp_path: Path, how: str
):
    total = len(lines_of(session)) - 1
    kept = damaged(session, how)
    before, raw = everything(session), (session / JOURNAL).read_bytes()

    saved = recover(session, tmp_path / "saved", Quick())

    assert everything(session) == before
    assert saved.kept == kept
    assert saved.vouched == total
    assert saved.lost_bytes == len(raw) - sum(map(len, raw.splitlines(keepends=True)[: kept + 1]))
    assert (saved.fault is None) == (how in ("cut", "torn", "nothing"))
    verdict = verify(tmp_path / "saved")
    assert verdict.sound
    assert verdict.written is not None
    *rest, last = verdict.written.records
    assert tuple(rest) == read_upto(session, kept)
    assert last.draft.kind == "recovered"
    assert last.draft.body == {"lost": saved.lost_bytes}


def read_upto(session: Path, kept: int) -> tuple[Any, ...]:
    (session / JOURNAL).write_bytes(b"".join(lines_of(session)[: kept + 1]))
    return read(session / JOURNAL).records


def test_who_had_seen_more_is_refused_by_a_cut_journal_and_let_in_by_a_recovered_one(
    session: Path, tmp_path: Path
):
    it = folder.open_(session, disk=Quick())
    (watch,) = (grant.id for grant in it.session.grants if grant.plays)
    seen = it.session.told(watch)
    it.close()
    (session / JOURNAL).write_bytes(b"".join(lines_of(session)[:-1]))

    recover(session, tmp_path / "saved", Quick())
    again = folder.open_(tmp_path / "saved", disk=Quick())

    assert again.session.recovered
    assert not again.session.vouches_for(watch, seen)
    again.close()


def test_times_that_people_were_shown_are_saved_where_they_are_still_true(
    session: Path, tmp_path: Path
):
    scribe = Scribe(folder.open_(session, disk=Quick()))
    scribe.advance(1234)
    scribe.keep_head()
    scribe.close()

    recover(session, tmp_path / "all", Quick())
    assert folder.open_(tmp_path / "all", disk=Quick()).session.teams["team"].now == 1234

    (session / JOURNAL).write_bytes(b"".join(lines_of(session)[:-1]))
    recover(session, tmp_path / "less", Quick())
    assert folder.open_(tmp_path / "less", disk=Quick()).session.teams["team"].now < 1234


@pytest.mark.parametrize("how", ["file", "folder", "full folder"])
def test_nothing_is_ever_recovered_over_something(session: Path, tmp_path: Path, how: str):
    to = tmp_path / "saved"
    if how == "file":
        to.write_text("mine")
    else:
        to.mkdir()
        (to / "mine").write_text("mine") if how == "full folder" else None
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(BadSession, match="is there already"):
        recover(session, to, Quick())
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("raw", [b"", b"garbage\n", b"\0" * 4096])
def test_without_a_header_nothing_can_be_saved(session: Path, tmp_path: Path, raw: bytes):
    (session / JOURNAL).write_bytes(raw)

    with pytest.raises(BadSession, match="nothing can be saved"):
        recover(session, tmp_path / "saved", Quick())
    assert not (tmp_path / "saved").exists()


def test_what_another_engine_plays_otherwise_is_not_taken_for_damage(session: Path, tmp_path: Path):
    told = told_by(lines_of(session))
    told[0]["engine"] -= 1
    next(one for one in told if one.get("kind") == "stood")["body"]["state"] = "0" * 64
    (session / JOURNAL).write_bytes(b"".join(chained(told)))

    with pytest.raises(BadSession, match="does not stand"):
        recover(session, tmp_path / "saved", Quick())


class Failing(Quick):
    """Is interrupted at the n-th call, a write in its middle."""

    def __init__(self, at: int) -> None:
        self.left = at

    def _count(self) -> bool:
        self.left -= 1
        return self.left == 0

    def open(self, path: Path) -> int:
        if self._count():
            raise KeyboardInterrupt
        return super().open(path)

    def write(self, file: int, data: bytes) -> None:
        last = self._count()
        super().write(file, data[: len(data) // 2] if last else data)
        if last:
            raise KeyboardInterrupt

    def sync(self, file: int) -> None:
        if self._count():
            raise KeyboardInterrupt


def interrupted(act: Callable[[Failing], object]) -> int:
    """Interrupt this at each of its calls to the disk, until it comes through."""
    at = 0
    while True:
        at += 1
        disk = Failing(at)
        try:
            act(disk)
        except KeyboardInterrupt:
            continue
        return at


def test_interrupted_anywhere_a_recovery_leaves_the_original_and_nothing_else(
    session: Path, tmp_path: Path
):
    damaged(session, "edited")
    before = everything(session)

    def attempt(disk: Failing) -> None:
        try:
            recover(session, tmp_path / "saved", disk)
        finally:
            assert everything(session) == before
            assert (tmp_path / "saved").exists() == (disk.left > 0)

    assert interrupted(attempt) > 8
    assert verify(tmp_path / "saved").sound
    assert sorted(path.name for path in tmp_path.iterdir()) == ["saved", "session"]


def test_a_recovered_session_goes_on(session: Path, tmp_path: Path):
    damaged(session, "edited")
    recover(session, tmp_path / "saved", Quick())
    scribe = Scribe(folder.open_(tmp_path / "saved", disk=Quick()), seed=3)
    scribe.keep(Draft("opened", body={"epoch": "after"}))
    control = scribe.sit(Place("control"))
    scribe.do(control, acts.Start())
    scribe.keep_head()
    scribe.close()

    assert verify(tmp_path / "saved").sound
    assert head.read(tmp_path / "saved").seq == scribe.opened.journal.seq
