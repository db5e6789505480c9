"""One host a session: a second is told who holds it, and a dead one holds nothing."""

import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.session import folder
from simulator.session.drafting import Place
from simulator.session.errors import HeldElsewhere
from simulator.session.inspecting import recover, verify
from simulator.session.journal import lock
from simulator.session.journal.lock import Lock
from simulator.session.journal.record import Draft
from tests.simulator.session.journal.scribe import Quick, Scribe
from tests.simulator.session.programs import GUARD, Programs

HOLDER = """
import sys
from pathlib import Path
from simulator.session.journal.lock import Lock
held = Lock(Path(sys.argv[1]), "2030-01-01T12:00:00+00:00")
print("held", flush=True)
sys.stdin.read()
"""


def elsewhere(programs: Programs, session: Path, tmp_path: Path) -> subprocess.Popen[str]:
    """Another process that holds the session."""
    program = programs.start([sys.executable, "-c", HOLDER, str(session)], tmp_path)
    assert program.stdout is not None
    assert program.stdout.readline() == "held\n"
    return program


def test_a_second_host_is_told_which_process_holds_the_session_where_and_since_when(
    session: Path, tmp_path: Path, programs: Programs
):
    holder = elsewhere(programs, session, tmp_path)

    for attempt in (lambda: folder.open_(session), lambda: recover(session, tmp_path / "new")):
        with pytest.raises(HeldElsewhere) as held:
            attempt()
        assert f"process {holder.pid} on {platform.node()}" in held.value.sentence
        assert "since 2030-01-01T12:00:00+00:00" in held.value.sentence
    assert not (tmp_path / "new").exists()


def test_after_kill_9_the_session_is_free_at_once(
    session: Path, tmp_path: Path, programs: Programs
):
    holder = elsewhere(programs, session, tmp_path)
    holder.kill()
    holder.wait(GUARD)

    it = folder.open_(session, disk=Quick())

    assert json.loads((session / lock.NAME).read_text())["process"] == os.getpid()
    it.close()


def test_two_hosts_in_one_process_are_two_hosts(session: Path):
    first = folder.open_(session, disk=Quick())
    with pytest.raises(HeldElsewhere):
        folder.open_(session, disk=Quick())
    first.close()

    folder.open_(session, disk=Quick()).close()


def test_a_host_that_could_not_begin_holds_nothing(session: Path):
    (session / "head").unlink()
    for _ in range(2):
        with pytest.raises(Exception, match="head file is missing"):
            folder.open_(session, disk=Quick())


@pytest.mark.parametrize("told", [b"", b"\xff", b"[]", b"{}", b'"x"', b"7"])
def test_whatever_the_lock_file_says_it_holds(session: Path, told: bytes):
    held = Lock(session, "now")
    (session / lock.NAME).write_bytes(told)

    with pytest.raises(HeldElsewhere, match="another process holds it"):
        Lock(session, "now")
    held.release()


def test_a_session_can_be_verified_while_it_is_held(session: Path):
    held = Lock(session, "now")
    before = (session / lock.NAME).read_bytes()

    assert verify(session).sound
    assert lock.holder(session)
    held.release()
    assert lock.holder(session) == ""
    assert (session / lock.NAME).read_bytes() == before


def test_who_was_never_held_is_free(tmp_path: Path):
    assert lock.holder(tmp_path) == ""
    assert [*tmp_path.iterdir()] == []


def test_a_copied_folder_is_a_session_of_its_own_and_neither_takes_the_others_clients(
    tmp_path: Path,
):
    """A session may be moved to another machine, so a copy can be hosted. From then on the two
    are told apart by what each has answered, not by their names."""
    original = Scribe.begin(tmp_path / "original")
    watch = original.sit(Place("player", "team", "watch"))
    control = original.sit(Place("control"))
    shutil.copytree(tmp_path / "original", tmp_path / "copy")

    copy = Scribe(folder.open_(tmp_path / "copy", disk=Quick()), seed=2)
    copy.keep(Draft("opened", body={"epoch": "another"}))
    assert copy.session.header.session == original.session.header.session
    assert copy.session.epoch != original.session.epoch
    assert copy.session.vouches_for(watch.id, original.seen(watch))
    for scribe, text in ((original, "Here."), (copy, "There.")):
        scribe.note(watch, text)

    assert not copy.session.vouches_for(watch.id, original.seen(watch))
    assert not original.session.vouches_for(watch.id, copy.seen(watch))
    assert copy.session.vouches_for(control.id, original.seen(control))
    original.close()
    copy.close()
