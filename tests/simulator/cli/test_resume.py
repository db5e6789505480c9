"""The commands `kulla resume` and `kulla host --resume`: a session is taken up, or refused."""

import os
import shutil
from pathlib import Path

import pytest

from simulator.cli import exits, host, resume
from simulator.cli.choices import HostChoices
from simulator.session.host import certificate, serving
from simulator.session.host.hosting import Hosting
from simulator.session.journal.lock import Lock
from simulator.session.journal.record import Draft
from simulator.session.limits import BOT_AFTER, NEVER
from simulator.session.team import Team
from tests.simulator.cli.harbour import HARBOUR, Left, call, no_session
from tests.simulator.cli.sessions import host as hosts
from tests.simulator.cli.sessions import invited, joined, notes, own_certificate


@pytest.fixture(scope="module")
def stopped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session in which control and the office were, and that was stopped in good order."""
    harbour = tmp_path_factory.mktemp("harbour") / "harbour.yaml"
    harbour.write_text(HARBOUR, "utf-8")
    path = harbour.with_name("session")
    hosts(HostChoices(path, harbour, start=True, name="localhost"), notes(2))
    return path


@pytest.fixture
def folder(stopped: Path, tmp_path: Path) -> Path:
    """A copy of it for this test alone."""
    return Path(shutil.copytree(stopped, tmp_path / "session"))


@pytest.fixture(params=["resume", "host --resume"])
def refused(request: pytest.FixtureRequest, never_hosted: None):
    """How either command leaves; what is in the folder must be as it was."""

    def call_it(folder: Path, *arguments: object) -> Left:
        before = contents(folder)
        if request.param == "resume":
            left = call(resume.command, folder, *arguments)
        else:
            left = call(host.command, "--resume", folder, *arguments)
        assert left.out == ""
        assert contents(folder) == before
        return left

    return call_it


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "lock")
    return {str(path): path.read_bytes() for path in files}


def only_team(it: Hosting) -> Team:
    [team] = it.host.session.teams.values()
    return team


# Refused


def test_a_folder_without_a_session_is_named(refused, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    left = refused(tmp_path / "empty")
    assert left.code == exits.BAD_SESSION
    assert left.err == no_session(tmp_path / "empty")


def test_a_session_in_use_says_who_holds_it(refused, folder: Path):
    held = Lock(folder, "2030-05-03T18:00:00+00:00")
    left = refused(folder)
    held.release()
    assert left.code == exits.BAD_SESSION
    assert left.err.startswith(f"{folder} is in use: process {os.getpid()} on ")
    assert left.err.endswith("holds it since 2030-05-03T18:00:00+00:00; it has to end first.")


def test_a_damaged_journal_is_refused_with_its_line_and_what_saves_the_rest(refused, folder: Path):
    lines = (folder / "journal.jsonl").read_bytes().splitlines(keepends=True)
    lines[3] = lines[3].replace(b"office", b"canteen")
    (folder / "journal.jsonl").write_bytes(b"".join(lines))
    left = refused(folder)
    assert left.code == exits.BAD_SESSION
    assert left.err.startswith(f"{folder}: journal.jsonl, line 4: it was changed, or a line before")
    assert left.err.endswith(f"; kulla recover {folder} NEW_FOLDER saves what is left.")


def test_a_journal_that_lost_its_end_is_refused(refused, folder: Path):
    lines = (folder / "journal.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "journal.jsonl").write_bytes(b"".join(lines[:-1]))
    left = refused(folder)
    assert left.code == exits.BAD_SESSION
    assert "its last lines are missing" in left.err
    assert left.err.endswith(f"; kulla recover {folder} NEW_FOLDER saves what is left.")


def test_a_session_without_its_head_file_is_refused(refused, folder: Path):
    (folder / "head").unlink()
    left = refused(folder)
    assert left.code == exits.BAD_SESSION
    assert left.err == (
        f"{folder}: the head file is missing; kulla verify {folder} tells what can be trusted; "
        f"kulla recover {folder} NEW_FOLDER saves what is left."
    )


def test_a_scenario_that_was_changed_is_refused(refused, folder: Path):
    [file] = (path for path in (folder / "scenario").rglob("*") if path.is_file())
    file.write_text(file.read_text("utf-8").replace("Town council", "City council"), "utf-8")
    left = refused(folder)
    assert left.code == exits.BAD_SESSION
    assert left.err == (
        f"{folder}: its copy of the scenario was changed since the session began; put the files in "
        f"{folder}/scenario back as they were when it began; kulla verify {folder} tells whether "
        "they are."
    )


def test_a_port_that_was_taken_meanwhile_is_named(folder: Path, never_hosted: None):
    taken = serving.listen("127.0.0.1", 0)
    port = taken.getsockname()[1]
    left = call(resume.command, folder, "--port", port)
    taken.close()
    assert left.code == exits.BAD_SESSION
    assert left.err == f"can't listen on 127.0.0.1, port {port}: Address already in use."
    assert hosts(HostChoices(folder)).host.session.started


@pytest.mark.parametrize(
    "option",
    [("--seed", "4"), ("--teams", "red"), ("--with", "spares"), ("--level", "hard"),
     ("--single-controller",)],
)  # fmt: skip
def test_what_a_session_was_begun_with_stays_as_it_is(
    folder: Path, option: tuple[str, ...], never_hosted: None
):
    left = call(host.command, "--resume", folder, *option)
    assert left.code == exits.USAGE
    assert left.err == f"{option[0]} can't be changed when a session is resumed."


# Taken up


def test_after_an_orderly_stop_the_clock_stands(folder: Path):
    async def look(it: Hosting) -> None:
        assert only_team(it).stands == "paused"
        assert only_team(it).why == "the host was stopped"

    hosts(HostChoices(folder), look)


@pytest.mark.parametrize(("paused", "stands"), [(False, "running"), (True, "paused")])
def test_after_a_crash_the_clock_runs_on_unless_told_otherwise(
    folder: Path, tmp_path: Path, paused: bool, stands: str
):
    copy = tmp_path / "crashed"

    async def crash(it: Hosting) -> None:
        await it.host.keep(Draft("ran", team="team"))
        shutil.copytree(folder, copy)

    async def look(it: Hosting) -> None:
        assert only_team(it).stands == stands

    hosts(HostChoices(folder), crash)
    hosts(HostChoices(copy, port=0, paused=paused), look)


def test_those_who_joined_come_back_and_nobody_is_invited_again(
    harbour: Path, tmp_path: Path, capsys
):
    folder = tmp_path / "quiet"
    hosts(HostChoices(folder, harbour), notes(0))
    assert invited(hosts(HostChoices(folder))) == {}


def test_a_session_that_control_never_joined_gets_a_new_invitation_to_it(
    harbour: Path, tmp_path: Path
):
    folder = tmp_path / "early"
    hosts(HostChoices(folder, harbour))
    it = hosts(HostChoices(folder))
    assert list(invited(it)) == ["control-2"]


def test_a_session_that_was_closed_can_be_opened_again_by_a_new_control(folder: Path):
    async def close(it: Hosting) -> None:
        await it.host.keep(Draft("ran", team="team"), Draft("closed"))
        await it.host.ended.wait()

    async def look(it: Hosting) -> None:
        assert only_team(it).stands == "paused"
        line = await joined(invited(it)["control-2"])
        assert line.memory.grant == "control-2"

    hosts(HostChoices(folder), close)
    hosts(HostChoices(folder, name="127.0.0.1"), look)


def test_how_long_a_seat_may_be_empty_stays_as_it_was(harbour: Path, tmp_path: Path):
    path = tmp_path / "patient"
    usual = hosts(HostChoices(path, harbour)).host.session.opened["bot_after"]
    longer = hosts(HostChoices(path, bot_after=NEVER)).host.session.opened["bot_after"]
    again = hosts(HostChoices(path)).host.session.opened["bot_after"]
    assert (usual, longer, again) == (BOT_AFTER, NEVER, NEVER)


def test_it_listens_where_it_listened_before(folder: Path):
    first, again = hosts(HostChoices(folder)), hosts(HostChoices(folder))
    assert again.address == first.address
    assert again.address.address == "localhost"
    assert again.host.alarms == []


def test_control_is_told_where_it_listens_elsewhere(folder: Path):
    port = hosts(HostChoices(folder)).address.port
    [alarm] = hosts(HostChoices(folder, name="127.0.0.1")).host.alarms
    said = alarm.into("en")
    assert said.startswith(f"the session listened at localhost, port {port}, before")


def test_it_can_start_what_was_not_started(harbour: Path, tmp_path: Path):
    folder = tmp_path / "early"
    hosts(HostChoices(folder, harbour))
    assert hosts(HostChoices(folder, start=True)).host.session.started


def test_to_start_again_what_was_started_changes_nothing(folder: Path):
    it = hosts(HostChoices(folder, start=True))
    assert [draft_kind for draft_kind in kinds(it) if draft_kind == "started"] == ["started"]


def kinds(it: Hosting) -> list[str]:
    from simulator.session.journal.reading import read  # noqa: PLC0415

    return [record.draft.kind for record in read(it.host.opened.path / "journal.jsonl").records]


def test_the_certificate_that_was_made_is_used_again(harbour: Path, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(serving, "is_loopback", lambda address: False)
    folder = tmp_path / "session"
    first = hosts(HostChoices(folder, harbour, bind="127.0.0.1"))
    monkeypatch.undo()
    again = hosts(HostChoices(folder))
    assert first.address.fingerprint == again.address.fingerprint != ""


def test_a_certificate_that_was_made_and_is_gone_is_made_anew_and_told(
    harbour: Path, tmp_path: Path, monkeypatch
):
    monkeypatch.setattr(serving, "is_loopback", lambda address: False)
    folder = tmp_path / "session"
    first = hosts(HostChoices(folder, harbour, bind="127.0.0.1"))
    certificate.kept_in(folder).certificate.unlink()
    again = hosts(HostChoices(folder))
    assert first.address.fingerprint != again.address.fingerprint != ""
    [alarm] = again.host.alarms
    assert "or with another certificate" in alarm.into("en")


def test_a_certificate_of_ones_own_must_be_given_again(
    harbour: Path, tmp_path: Path, never_hosted: None
):
    folder = tmp_path / "session"
    cert, key = own_certificate(tmp_path)
    first = hosts(HostChoices(folder, harbour, cert=cert, key=key))
    left = call(resume.command, folder)
    assert left.code == exits.BAD_SESSION
    assert left.err == (
        "those who joined know this session by a certificate of your own: "
        "give the same --cert and --key again."
    )
    again = hosts(HostChoices(folder, cert=cert, key=key))
    assert again.address == first.address


def test_a_second_copy_is_brought_up_to_the_first(folder: Path, tmp_path: Path):
    hosts(HostChoices(folder, mirror=tmp_path / "mirror"))
    copy = tmp_path / "mirror" / "journal.jsonl"
    assert copy.read_bytes() == (folder / "journal.jsonl").read_bytes()
