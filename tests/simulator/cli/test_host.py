"""The command `kulla host`: what it refuses before anything is made, and what it begins."""

import asyncio
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from simulator.cli import exits
from simulator.cli import host as host_module
from simulator.cli.choices import HostChoices, Watchers
from simulator.cli.host import command, host_command
from simulator.cli.sentences import OutOfOrder
from simulator.cli.serving import serve
from simulator.session.client import door
from simulator.session.host import certificate, hosting, serving
from simulator.session.host.errand import NotKept
from simulator.session.host.hosting import Hosting
from simulator.session.host.serving import listen
from simulator.session.journal.record import Draft
from tests.simulator.cli.harbour import HARBOUR, Left, call
from tests.simulator.cli.sessions import (
    BROKEN,
    NO_ROOM,
    FailingDisk,
    host,
    invited,
    joined,
    own_certificate,
)
from tests.simulator.session.programs import GUARD


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "session"


@pytest.fixture
def choices(harbour: Path, folder: Path):
    def chosen(**more: Any) -> HostChoices:
        return HostChoices(folder, harbour, **more)

    return chosen


@pytest.fixture
def refused(harbour: Path, folder: Path, never_hosted: None):
    """How the command leaves; the session must not have been begun."""

    def call_it(*arguments: object) -> Left:
        left = call(command, harbour, "--session", folder, "--headless", *arguments)
        assert left.out == ""
        assert not folder.exists()
        return left

    return call_it


# Refused: mistakes of the command line


@pytest.mark.parametrize("written", ["office=2,council", "office,office,council"])
def test_several_may_evaluate_a_role(written: str):
    assert Watchers().convert(written, None, None) == ("office", "office", "council")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--seats", "cook=2"], "this exercise has no role 'cook'."),
        (["--observers", "cook"], "this exercise has no role 'cook'."),
        (["--evaluators", "cook"], "this exercise has no role 'cook'."),
        (["--with", "wings"], "this exercise has no capability 'wings' (it has spares)."),
        (["--level", "hard"], "this exercise has no level 'hard' (it has none)."),
        (["--teams", "4"], "this exercise has no sides that 4 teams could play; name the teams."),
        (["--teams", "red,red"], "two teams have the same name."),
        (["--teams", "Red Barn"], "'Red Barn' is no name; one has lower-case letters"),
        (["--seats", "office=many"], "'office=many' is no seat; one looks like akcesk=2"),
        (["--seats", "office=0"], "'office=0' is no seat"),
        (["--seats", "office,office"], "'office' is no seat"),
        (["--seats", "office=51"], "'office=51' is no seat"),
        (["--evaluators", "office=0"], "'office=0' names nobody; write a role like akcesk=2"),
        (["--evaluators", "office=many"], "'office=many' names nobody"),
        (["--evaluators", "Big Office=2"], "'Big Office' is no name"),
        (["--port", "70000"], "70000 is not in the range 0<=x<=65535"),
        (["--bot-after", "5"], "a duration carries its units"),
        (["--paused"], "A new session waits for control anyway; --paused needs --start."),
    ],
)
def test_a_mistake_of_the_command_line_is_named_and_nothing_is_made(
    refused, arguments: list[str], sentence: str
):
    left = refused(*arguments)
    assert left.code == exits.USAGE
    assert sentence in left.err


def test_a_certificate_needs_its_key(refused, tmp_path: Path):
    (tmp_path / "cert.pem").touch()
    left = refused("--cert", tmp_path / "cert.pem")
    assert (left.code, left.err) == (exits.USAGE, "--cert and --key go together.")


def test_a_scenario_or_a_session_must_be_named_and_not_both(refused, harbour: Path, folder: Path):
    sentence = "Name a scenario to begin, or a session with --resume."
    both = refused("--resume", folder)
    neither = call(command)
    assert (both.code, both.err) == (neither.code, neither.err) == (exits.USAGE, sentence)


def test_a_scenario_with_mistakes_is_not_hosted(refused, harbour: Path):
    harbour.write_text(HARBOUR.replace("length: 6h", "length: 6"), "utf-8")
    left = refused()
    assert left.code == exits.BAD_SCENARIO
    assert "harbour.yaml:5:" in left.err


# Refused: what the machine does not allow


def test_a_port_in_use_is_named(refused):
    taken = listen("127.0.0.1", 0)
    port = taken.getsockname()[1]
    left = refused("--port", port)
    taken.close()
    assert left.code == exits.BAD_SESSION
    assert left.err == f"can't listen on 127.0.0.1, port {port}: Address already in use."


def test_an_address_of_another_machine_is_named(refused):
    left = refused("--bind", "no such place")
    assert left.code == exits.BAD_SESSION
    assert left.err.startswith("can't listen on no such place, port 0: ")


def test_beyond_this_machine_a_certificate_is_needed(refused, monkeypatch):
    monkeypatch.setattr(certificate, "find_spec", lambda name: None)
    left = refused("--bind", "192.0.2.1")
    assert left.code == exits.BAD_SESSION
    assert left.err == (
        "to make a certificate Kulla needs the extra 'tls': pip install 'kulla[tls]'; "
        "or give your own with --cert and --key."
    )


def test_a_key_that_others_can_read_is_not_used(refused, tmp_path: Path):
    cert, key = own_certificate(tmp_path)
    key.chmod(0o644)
    left = refused("--cert", cert, "--key", key)
    assert (left.code, left.err) == (
        exits.BAD_SESSION,
        f"{key} can be read by others; chmod 600 {key}.",
    )


def test_a_file_for_invitations_that_cannot_be_written_is_a_usage_error(refused, tmp_path: Path):
    file = tmp_path / "nowhere" / "invitations"
    left = refused("--invitations", file)
    assert left.code == exits.USAGE
    assert left.err == f"{file} can't be written: No such file or directory."


def test_a_folder_that_holds_something_is_left_as_it_is(
    harbour: Path, folder: Path, never_hosted: None
):
    folder.mkdir()
    (folder / "diary").write_text("mine")
    left = call(command, harbour, "--session", folder)
    assert left.code == exits.BAD_SESSION
    assert left.err == f"{folder} is there already; kulla resume {folder} goes on with it."
    assert [path.name for path in folder.iterdir()] == ["diary"]


def test_a_full_disk_is_told_and_nothing_half_made_stays(refused, monkeypatch):
    monkeypatch.setattr(hosting, "Disk", lambda: FailingDisk(NO_ROOM))
    left = refused()
    assert left.code == exits.DISK_FAILED
    assert left.err == "The disk can't be written: No space left on device."


def test_a_broken_disk_is_told_at_once(refused, monkeypatch):
    monkeypatch.setattr(hosting, "Disk", lambda: FailingDisk(BROKEN))
    left = refused()
    assert left.code == exits.DISK_FAILED
    assert left.err == "The disk can't be written: Input/output error."


def test_a_folder_that_cannot_be_made_is_told(harbour: Path, tmp_path: Path, never_hosted: None):
    (tmp_path / "file").touch()
    left = call(command, harbour, "--session", tmp_path / "file" / "session")
    assert left.code == exits.BAD_SESSION
    assert left.err == f"{tmp_path / 'file'} can't be used: File exists."


# Begun


def test_everybody_is_invited(choices):
    assert list(invited(host(choices()))) == ["control-1", "office-1", "council-1"]


def test_several_people_share_a_role_and_some_only_watch(choices):
    watching = {"observers": ("council",), "evaluators": ("office", "office")}
    it = host(choices(seats={"office": 2}, **watching))
    assert list(invited(it)) == [
        "control-1", "office-1", "office-2", "observer-council-1", "evaluator-office-1",
        "evaluator-office-2",
    ]  # fmt: skip


def test_each_team_has_its_own_seats(choices):
    it = host(choices(teams=("red", "blue"), seats={"office": 1}))
    assert list(invited(it)) == ["control-1", "red.office-1", "blue.office-1"]
    assert list(it.host.session.teams) == ["red", "blue"]


def test_the_session_is_begun_as_was_chosen(choices):
    header = host(choices(seed=4, pace=12.5, bots="slow", lacking=("spares",))).host.session.header
    assert (header.seed, header.pace, header.bots) == (4, 12.5, "slow")
    assert (header.having, header.lacking) == ((), ("spares",))
    assert (header.single, header.level) == (False, "")


def test_one_may_be_enough_to_lift_an_emergency(choices):
    assert host(choices(single=True)).host.session.header.single


def test_it_waits_for_control_unless_it_is_told_to_start(choices):
    assert not host(choices()).host.session.started


def test_it_can_start_at_once_with_bots_in_the_seats(choices):
    async def look(it: Hosting) -> None:
        [team] = it.host.session.teams.values()
        assert team.stands == "running"
        assert team.exercise.state.staffed == ()

    host(choices(start=True), look)


def test_it_can_start_with_the_clock_standing(choices):
    async def look(it: Hosting) -> None:
        assert [team.stands for team in it.host.session.teams.values()] == ["paused"]

    assert host(choices(start=True, paused=True, pace=1000.0), look).host.session.started


def test_a_seat_left_empty_so_long_goes_to_its_bot(choices):
    async def come_and_go(it: Hosting) -> None:
        control, office = [await joined(invited(it)[seat]) for seat in ("control-1", "office-1")]
        leading, playing = (asyncio.create_task(line.run()) for line in (control, office))

        def staffed() -> bool | None:
            room = control.sight.room()
            return next((row.staffed for row in room.seats), None) if room else None

        async with asyncio.timeout(GUARD):
            while not staffed():
                await control.change()
            playing.cancel()
            while staffed():
                await control.change()
        leading.cancel()

    it = host(choices(start=True, bot_after=0), come_and_go)
    assert it.host.session.teams["team"].exercise.state.staffed == ()


def test_the_invitations_are_written_for_the_owner_alone(choices, tmp_path: Path):
    file = tmp_path / "invitations"
    file.write_text("of another session")
    file.chmod(0o644)
    it = host(choices(invitations=file))
    lines = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
    assert lines == [[seat, str(invitation)] for seat, invitation in invited(it).items()]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600 or os.name != "posix"
    assert not file.with_name("invitations.new").exists()


def test_the_name_and_port_chosen_stand_in_the_invitations(choices):
    free = listen("127.0.0.1", 0)
    port = free.getsockname()[1]
    free.close()
    it = host(choices(port=port, name="barn.example"))
    assert {(i.address, i.port) for i in invited(it).values()} == {("barn.example", port)}


async def test_beyond_this_machine_everything_is_encrypted(choices, folder: Path, monkeypatch):
    monkeypatch.setattr(serving, "is_loopback", lambda address: False)
    from simulator.cli.serving import hosted, opened_by  # noqa: PLC0415

    chosen = choices(bind="127.0.0.1")
    async with hosted(chosen, opened_by(chosen)) as it:
        invitation = invited(it)["office-1"]
        assert invitation.fingerprint == certificate.kept_in(folder).fingerprint()
        assert (await joined(invitation)).memory.grant == "office-1"
        with pytest.raises(door.NotReached):
            await joined(invited(it)["council-1"]._replace(fingerprint=""))


async def test_the_facilitators_own_certificate_is_used(choices, tmp_path: Path):
    from simulator.cli.serving import hosted, opened_by  # noqa: PLC0415

    cert, key = own_certificate(tmp_path)
    chosen = choices(cert=cert, key=key)
    async with hosted(chosen, opened_by(chosen)) as it:
        assert (await joined(invited(it)["office-1"])).memory.grant == "office-1"


def test_a_disk_that_fails_in_play_ends_the_host_with_74(choices, monkeypatch):
    disk = FailingDisk()
    monkeypatch.setattr(hosting, "Disk", lambda: disk)

    async def fail(it: Hosting) -> None:
        disk.error = BROKEN
        with pytest.raises(NotKept):
            await it.host.keep(Draft("revoked", body={"grant": "office-1"}))
        await it.host.ended.wait()

    with pytest.raises(OutOfOrder) as left:
        serve(choices(), fail)
    assert left.value.exit_code == exits.DISK_FAILED
    assert left.value.message == (
        "journal.jsonl can't be written: Input/output error. Nothing was acknowledged after that."
    )


def test_a_disk_that_fails_before_anybody_comes_ends_it_too(choices, folder: Path, monkeypatch):
    disk = FailingDisk()
    monkeypatch.setattr(hosting, "Disk", lambda: disk)
    begin = hosting.begin

    def begin_and_fail(*arguments: Any):
        opened = begin(*arguments)
        disk.error = BROKEN
        return opened

    monkeypatch.setattr(hosting, "begin", begin_and_fail)
    with pytest.raises(OutOfOrder) as left:
        host(choices())
    assert left.value.message == f"Nothing can be written to {folder}."


# On a screen


@pytest.mark.parametrize(
    ("terminal", "more", "screen"),
    [(True, [], True), (False, [], False), (True, ["--headless"], False)],
)
def test_a_screen_is_used_only_where_there_is_a_terminal(
    terminal: bool, more: list[str], screen: bool, harbour: Path, folder: Path, monkeypatch
):
    shown = []

    async def show(it: Hosting) -> None:
        shown.append("screen")

    async def plainly(it: Hosting) -> None:
        shown.append("plain")

    monkeypatch.setattr(host_module, "at_terminal", lambda: terminal)
    monkeypatch.setattr("simulator.cli.serving.plainly", plainly)
    left = call(host_command(show), harbour, "--session", folder, *more)
    assert (left.code, left.out) == (exits.FINE, "")
    assert shown == ["screen" if screen else "plain"]
