"""A second copy of the journal: the same bytes elsewhere, which never stops the first."""

import errno
from pathlib import Path

import pytest

from simulator.session import folder
from simulator.session.drafting import Place
from simulator.session.errors import BadSession
from simulator.session.folder import JOURNAL
from simulator.session.inspecting import verify
from simulator.session.journal.record import Draft
from tests.simulator.session.journal.scribe import MINIMAL, Quick, Scribe, header_of


class Elsewhere(Quick):
    """A disk whose other half, the mirror, has `broken`."""

    def __init__(self, mirror: Path) -> None:
        self.mirror = mirror
        self.broken = 0
        self._theirs: set[int] = set()

    def open(self, path: Path) -> int:
        file = super().open(path)
        self._theirs.discard(file)
        if path.parent == self.mirror:
            self._theirs.add(file)
        return file

    def write(self, file: int, data: bytes) -> None:
        if self.broken and file in self._theirs:
            raise OSError(self.broken, "broken")
        super().write(file, data)


def mirrored(tmp_path: Path) -> Scribe:
    disk = Elsewhere(tmp_path / "mirror")
    it = folder.create(
        tmp_path / "session", MINIMAL, header_of(MINIMAL), mirror=disk.mirror, disk=disk
    )
    return Scribe(it)


def copies(tmp_path: Path) -> tuple[bytes, bytes]:
    return tuple((tmp_path / name / JOURNAL).read_bytes() for name in ("session", "mirror"))  # type: ignore[return-value]


def test_both_hold_the_same_after_every_record(tmp_path: Path):
    scribe = mirrored(tmp_path)
    scribe.keep(Draft("opened", body={"epoch": "one"}))
    scribe.sit(Place("control"))
    one, other = copies(tmp_path)

    assert one == other
    assert verify(tmp_path / "session", tmp_path / "mirror").sound
    scribe.close()


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_broken_mirror_is_lost_and_says_so_but_the_session_goes_on(tmp_path: Path, code: int):
    scribe = mirrored(tmp_path)
    disk, mirror = scribe.opened.disk, scribe.opened.journal.mirror
    assert isinstance(disk, Elsewhere)
    assert mirror is not None
    disk.broken = code
    scribe.sit(Place("control"))
    disk.broken = 0
    scribe.sit(Place("control"))
    scribe.close()

    assert mirror.lost is not None
    assert "mirror" in mirror.lost.into("en")
    original, copy = copies(tmp_path)
    assert original.startswith(copy)
    assert len(copy) < len(original)
    again = folder.open_(tmp_path / "session", mirror=tmp_path / "mirror", disk=Quick())
    again.close()
    assert copies(tmp_path) == (original, original)


def test_a_mirror_cut_anywhere_is_brought_up_again(tmp_path: Path):
    scribe = mirrored(tmp_path)
    scribe.sit(Place("control"))
    scribe.keep_head()
    scribe.close()
    original, _ = copies(tmp_path)

    for cut in range(0, len(original), 97):
        (tmp_path / "mirror" / JOURNAL).write_bytes(original[:cut])
        folder.open_(tmp_path / "session", mirror=tmp_path / "mirror", disk=Quick()).close()
        assert copies(tmp_path) == (original, original)


def test_a_mirror_that_holds_more_speaks_up_and_neither_is_touched(tmp_path: Path):
    scribe = mirrored(tmp_path)
    scribe.keep_head()
    scribe.sit(Place("control"))
    scribe.close()
    original, _ = copies(tmp_path)
    cut = original[: original.rindex(b"\n", 0, -1) + 1] + b'{"torn'
    (tmp_path / "session" / JOURNAL).write_bytes(cut)

    with pytest.raises(BadSession, match="is no copy of"):
        folder.open_(tmp_path / "session", mirror=tmp_path / "mirror", disk=Quick())

    assert copies(tmp_path) == (cut, original)
    folder.open_(tmp_path / "session", disk=Quick()).close()


def test_the_mirror_of_another_session_is_left_alone(tmp_path: Path):
    mirrored(tmp_path).close()
    before = copies(tmp_path)[1]

    with pytest.raises(BadSession, match="is no copy of"):
        folder.create(
            tmp_path / "other", MINIMAL, header_of(MINIMAL, seed=8), mirror=tmp_path / "mirror",
            disk=Quick(),
        )  # fmt: skip
    assert copies(tmp_path)[1] == before
    assert not (tmp_path / "other").exists()
