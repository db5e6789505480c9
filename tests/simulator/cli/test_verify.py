"""The commands `kulla verify` and `kulla recover`: what is said of a session, sound or damaged."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.cli import exits, recover, verify
from simulator.cli.choices import HostChoices
from simulator.session.journal.lock import Lock
from simulator.session.journal.reading import read
from simulator.session.journal.record import without_words, write_header
from tests.simulator.cli.harbour import HARBOUR, Left, call, no_session
from tests.simulator.cli.sessions import host, notes

RECORDS = 14
"""Opened, three invitations, STARTEX, two people who join and arrive, three notes, and the end."""


class Place:
    """A session, its second copy, and what two clients have kept of it."""

    def __init__(self, root: Path) -> None:
        self.session = root / "session"
        self.mirror = root / "mirror"
        self.clients = root / "clients"
        self.journal = self.session / "journal.jsonl"

    def client(self, seat: str) -> Path:
        files = self.clients.glob("*.json")
        return next(file for file in files if json.loads(file.read_text())["grant"] == seat)

    def change(self, act: Callable[[list[bytes]], object]) -> None:
        lines = self.journal.read_bytes().splitlines(keepends=True)
        act(lines)
        self.journal.write_bytes(b"".join(lines))

    def verify(self, *arguments: object) -> Left:
        return call(verify.command, self.session, *arguments)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Place:
    root = tmp_path_factory.mktemp("played")
    (root / "harbour.yaml").write_text(HARBOUR, "utf-8")
    place = Place(root)
    begun = HostChoices(place.session, root / "harbour.yaml", start=True, mirror=place.mirror)
    host(begun, notes(3, place.clients))
    (place.session / "reserve").unlink()
    return place


@pytest.fixture
def place(played: Place, tmp_path: Path) -> Place:
    copy = Place(tmp_path / "copy")
    shutil.copytree(played.session.parent, tmp_path / "copy")
    return copy


# A sound session


def test_a_sound_session_is_told_line_by_line(place: Place):
    header = read(place.journal).header
    size = place.journal.stat().st_size
    told = place.verify()
    lines = told.out.splitlines()
    assert (told.code, told.err) == (exits.FINE, "")
    assert lines[:3] == [
        f"Session {header.session}: harbour, seed 0, teams team; begun with Kulla {header.kulla}",
        f"journal.jsonl: {RECORDS} records in an unbroken chain, {size} bytes",
        f"head file: vouches for records 1 to {RECORDS}",
    ]
    assert lines[3].startswith(f"Played again to record {RECORDS}, team stands at ")
    assert lines[4:] == ["Sound: nothing speaks against this session."]


def test_a_program_gets_one_json_document(place: Place):
    data = place.verify("--format", "json").data
    [state] = data.pop("states").values()
    assert len(state) == 64
    written = read(place.journal)
    assert data == {
        "sound": True,
        "session": written.header.session,
        "records": RECORDS,
        "bytes": written.length,
        "torn_bytes": 0,
        "removed_words": {},
        "takes": {"team": 1},
        "anchors": [{"name": "head file", "upto": RECORDS, "by": "", "fault": ""}],
        "replay": "",
        "fault": None,
    }


def test_the_state_played_again_is_the_one_that_the_host_had(place: Place):
    [state] = place.verify("--format", "json").data["states"].values()
    stood = [it.draft.body for it in read(place.journal).records if it.draft.kind == "stood"]
    assert [{"state": state}] == stood


def test_a_second_copy_vouches_for_what_it_holds(place: Place):
    copy = place.mirror / "journal.jsonl"
    copy.write_bytes(b"".join(copy.read_bytes().splitlines(keepends=True)[:8]))
    told = place.verify("--mirror", place.mirror)
    assert told.code == exits.FINE
    assert f"mirror {copy}: vouches for records 1 to 7" in told.out


@pytest.mark.parametrize("named", ["a file", "a folder"])
def test_a_client_vouches_for_what_it_was_told(place: Place, named: str):
    file = place.client("office-1")
    told = place.verify("--client", file if named == "a file" else place.clients)
    asked = [it.seq for it in read(place.journal).records if it.draft.by == "office-1"]
    assert told.code == exits.FINE
    vouched = f"what office-1 asked and was answered, up to record {asked[-1]}"
    assert f"client {file.name}: vouches for {vouched}\n" in told.out


def test_a_client_that_asked_nothing_vouches_for_nothing_and_is_no_fault(place: Place):
    file = place.client("control-1")
    told = place.verify("--client", file)
    assert told.code == exits.FINE
    assert f"client {file.name}: vouches for no record" in told.out


def test_a_client_of_another_session_says_nothing_of_this_one(place: Place):
    file = place.client("office-1")
    file.write_text(file.read_text().replace(read(place.journal).header.session, "00000000"))
    told = place.verify("--client", file)
    assert told.code == exits.FINE
    assert f"{file.name} is of another session and says nothing of this one." in told.out


def test_a_file_that_no_client_has_kept_is_a_usage_error(place: Place):
    told = place.verify("--client", place.journal)
    assert told.code == exits.USAGE
    assert told.err == f"{place.journal} holds nothing that a client has kept."


def test_words_that_were_taken_out_are_told_and_no_fault(place: Place):
    def forget(lines: list[bytes]) -> None:
        [number] = (n for n, line in enumerate(lines) if b'"note 1"' in line)
        lines[number] = without_words(lines[number].rstrip(b"\n"), {"text"}) + b"\n"

    place.change(forget)
    told = place.verify()
    removed = place.verify("--format", "json").data["removed_words"]
    assert told.code == exits.FINE
    assert list(removed.values()) == [["text"]]
    assert f"  record {next(iter(removed))}: words were taken out (text)" in told.out


def test_an_interrupted_write_is_told_and_no_fault(place: Place):
    with place.journal.open("ab") as journal:
        journal.write(b'{"seq":16,"at"')
    told = place.verify()
    assert told.code == exits.FINE
    assert "  and 14 bytes of an interrupted write, which nobody was told of" in told.out


def test_a_session_can_be_looked_at_while_it_is_hosted(place: Place):
    held = Lock(place.session, "now")
    assert place.verify().code == exits.FINE
    held.release()


# A damaged one


def flip(lines: list[bytes]) -> None:
    lines[9] = lines[9].replace(b"office-1", b"office-2")


def cut(lines: list[bytes]) -> None:
    del lines[-2:]


def test_a_changed_line_is_named(place: Place):
    place.change(flip)
    told = place.verify()
    assert told.code == exits.BAD_SESSION
    assert "journal.jsonl: 8 records in an unbroken chain" in told.out
    assert "journal.jsonl, line 10: it was changed, or a line before it is missing" in told.out
    assert told.out.splitlines()[-1] == (
        f"Not sound. kulla recover {place.session} NEW_FOLDER saves what can be trusted."
    )
    assert place.verify("--format", "json").data["fault"]["line"] == 10


def test_a_first_line_that_asks_for_what_the_exercise_lacks_is_told_with_what_helps(place: Place):
    header = replace(read(place.journal).header, level="nowhere")
    place.change(lambda lines: lines.__setitem__(0, write_header(header).raw + b"\n"))
    told = place.verify()
    assert told.code == exits.BAD_SESSION
    assert f"Played again: {place.session}: " in told.out
    assert told.out.splitlines()[-1] == (
        "Not sound. Only another copy of it, such as a mirror, helps."
    )


def test_the_head_file_notices_that_the_end_is_missing(place: Place):
    place.change(cut)
    told = place.verify()
    assert told.code == exits.BAD_SESSION
    assert (
        f"head file: the journal ends at record {RECORDS - 2}, but the head file has seen record "
        f"{RECORDS}: its last lines are missing" in told.out
    )


def test_a_client_notices_it_where_the_head_file_was_cut_too(place: Place):
    place.change(lambda lines: lines.__delitem__(slice(11, None)))
    (place.session / "head").unlink()
    told = place.verify("--client", place.clients)
    assert told.code == exits.BAD_SESSION
    assert "it has seen more of this session than the journal holds" in told.out


def test_a_second_copy_that_differs_is_named(place: Place):
    copy = place.mirror / "journal.jsonl"
    lines = copy.read_bytes().splitlines(keepends=True)
    flip(lines)
    copy.write_bytes(b"".join(lines))
    told = place.verify("--mirror", place.mirror)
    assert told.code == exits.BAD_SESSION
    assert f"mirror {copy}: it does not agree with the journal's line 10" in told.out


def test_a_second_copy_that_is_not_there_is_named(place: Place, tmp_path: Path):
    told = place.verify("--mirror", tmp_path)
    assert told.code == exits.BAD_SESSION
    assert f"{tmp_path / 'journal.jsonl'} is not there" in told.out


def test_a_world_that_does_not_come_out_the_same_is_named(place: Place):
    [file] = (path for path in (place.session / "scenario").rglob("*") if path.is_file())
    file.write_text(file.read_text("utf-8").replace("start: 70", "start: 71"), "utf-8")
    told = place.verify()
    assert told.code == exits.BAD_SESSION
    assert "its copy of the scenario was changed since the session began" in told.out


@pytest.mark.parametrize("raw", [b"", b"{}\n", b"not a journal\n"])
def test_a_journal_of_nothing_is_refused(place: Place, raw: bytes):
    place.journal.write_bytes(raw)
    told = place.verify()
    assert told.code == exits.BAD_SESSION
    assert told.out.startswith("journal.jsonl, line 1: ")


def test_a_folder_without_a_session_is_named(tmp_path: Path):
    told = call(verify.command, tmp_path)
    assert told.code == exits.BAD_SESSION
    assert told.err == no_session(tmp_path)


# What can be saved of it


def test_what_stands_before_a_changed_line_is_saved(place: Place, tmp_path: Path):
    place.change(flip)
    size, lines = place.journal.stat().st_size, place.journal.read_bytes().splitlines(True)
    lost = size - len(b"".join(lines[:9]))
    told = call(recover.command, place.session, tmp_path / "saved")
    assert told.code == exits.FINE
    assert told.out == (
        f"8 records were saved in {tmp_path / 'saved'}.\n"
        "journal.jsonl, line 10: it was changed, or a line before it is missing: the chain is "
        f"broken. Lost: that line and what followed, {lost} bytes. "
        f"Records 9 to {RECORDS} had been kept and are lost.\n"
    )
    assert told.err == f"kulla resume {tmp_path / 'saved'} goes on with it.\n"
    assert call(verify.command, tmp_path / "saved").code == exits.FINE
    assert host(HostChoices(tmp_path / "saved")).host.session.recovered


def test_what_the_head_file_misses_is_told(place: Place, tmp_path: Path):
    place.change(lambda lines: lines.pop())
    told = call(recover.command, place.session, tmp_path / "saved")
    assert told.code == exits.FINE
    assert told.out.splitlines()[1] == f"Record {RECORDS} had been kept and is lost."


def test_an_interrupted_write_is_left_behind(place: Place, tmp_path: Path):
    with place.journal.open("ab") as journal:
        journal.write(b'{"seq":16,"at"')
    told = call(recover.command, place.session, tmp_path / "saved")
    assert told.out.splitlines()[1] == "14 bytes of an interrupted write were left behind."


def test_of_a_sound_session_nothing_is_lost(place: Place, tmp_path: Path):
    told = call(recover.command, place.session, tmp_path / "saved")
    assert told.code == exits.FINE
    assert told.out.splitlines()[1] == "Nothing is lost."


def test_a_folder_that_is_there_is_not_written_over(place: Place, tmp_path: Path):
    told = call(recover.command, place.session, tmp_path)
    assert told.code == exits.BAD_SESSION
    assert told.err == f"{tmp_path} is there already; name a folder that is not."


def test_nothing_can_be_saved_of_nothing(place: Place, tmp_path: Path):
    place.journal.write_bytes(b"")
    told = call(recover.command, place.session, tmp_path / "saved")
    assert told.code == exits.BAD_SESSION
    assert "nothing can be saved: journal.jsonl, line 1: " in told.err
    assert not (tmp_path / "saved").exists()


def test_a_folder_without_a_session_has_nothing_to_save(tmp_path: Path):
    told = call(recover.command, tmp_path, tmp_path / "saved")
    assert told.code == exits.BAD_SESSION
    assert told.err == no_session(tmp_path)


def test_a_session_that_is_hosted_is_not_recovered(place: Place, tmp_path: Path):
    held = Lock(place.session, "now")
    told = call(recover.command, place.session, tmp_path / "saved")
    held.release()
    assert told.code == exits.BAD_SESSION
    assert "is in use: process " in told.err
