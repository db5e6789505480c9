"""The commands `kulla fork` and `kulla redact`, and `--keep`: what they leave and say."""

import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path
from unittest.mock import Mock

import click
import pytest
from click.testing import CliRunner

from simulator.cli import exits, redact, verify
from simulator.cli import keep as keeping
from simulator.cli import run as running
from simulator.cli.choices import HostChoices
from simulator.cli.fork import Alone, fork_command
from simulator.cli.keep import Keep
from simulator.cli.keeping import kept
from simulator.engine.commands import Note
from simulator.engine.exercise import Exercise, Setup
from simulator.review.reading import recorded
from simulator.scenario.load import load
from simulator.session import system
from simulator.session.errors import BadSession, DiskFull
from tests.simulator.cli.harbour import HARBOUR, Left, call, run
from tests.simulator.cli.sessions import host, invited
from tests.simulator.review.rich import rich

HOUR = 3600
PLAYED: list[Alone] = []


def play(alone: Alone) -> int:
    """Somebody plays on for a minute, and leaves."""
    with kept(alone.keep):
        sitting = alone.sit("en")
        sitting.run(wall=0)
        sitting.submit(Note(alone.role, "And on."), wall=60 / alone.pace)
        PLAYED.append(alone)
    return 7


def fork(*arguments: object) -> Left:
    return call(fork_command(play), *arguments)


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return rich(tmp_path / "rich")


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.yaml"
    path.write_text(HARBOUR, "utf-8")
    return path


def sound(path: Path) -> bool:
    return call(verify.command, path).code == exits.FINE


def test_a_session_that_goes_on_elsewhere_is_hosted_as_it_stood(session: Path, tmp_path: Path):
    # Given that all go on from one in the afternoon
    left = fork(session, "--at", "13:00", "--to", tmp_path / "new")
    assert left.code == exits.FINE
    assert "north stands at T+05:00; people played archive, council.\n" in left.out
    assert "kulla resume" in left.err
    assert sound(tmp_path / "new")
    assert "north begins as take 2 of north of session 5e5510, up to T+05:00" in (
        call(verify.command, tmp_path / "new").out
    )
    # When it is hosted, those who played are invited again, and nothing runs
    it = host(HostChoices(tmp_path / "new"))
    assert set(invited(it)) == {
        "control-1", "north.archive-1", "north.council-1", "south.archive-1", "harbour.archive-1",
    }  # fmt: skip
    teams = it.host.session.teams.values()
    assert {(team.stands, team.now) for team in teams} == {("paused", 5 * HOUR)}
    # And the next time nobody is invited twice
    assert set(invited(host(HostChoices(tmp_path / "new")))) <= {"control-2"}


def test_a_team_that_was_over_by_then_stays_so_beside_those_that_go_on(
    session: Path, tmp_path: Path
):
    left = fork(session, "--at", "11h", "--to", tmp_path / "new", "--seed", 4)

    assert left.code == exits.FINE
    assert "south stands at T+11:00; people played archive.\n" in left.out
    assert "harbour was over at T+09:00 and stays so; people played archive.\n" in left.out
    assert sound(tmp_path / "new")
    was, now = recorded(session).take("harbour"), recorded(tmp_path / "new").take("harbour")
    assert now.run.over
    assert list(now.log) == list(was.log)
    # And the two others are where they were, with other luck to come
    assert recorded(tmp_path / "new").take("north").run.turns == [(11 * HOUR, 4)]
    # A fork of the fork knows it, too
    again = fork(tmp_path / "new", "--at", "11h", "--to", tmp_path / "again")
    assert "harbour was over at T+09:00 and stays so" in again.out


def test_one_goes_on_alone_and_what_comes_of_it_is_kept(session: Path, tmp_path: Path):
    folder = tmp_path / "mine"
    left = fork(
        session, "--at", "T+00:21", "--team", "north", "--take", 1, "--role", "council",
        "--seed", 5, "--plain", "--keep", folder,
    )  # fmt: skip

    assert left.code == 7
    assert f"What was played is kept in {folder}" in left.err
    assert PLAYED[-1].pace == 600.0
    assert sound(folder)
    read = recorded(folder)
    assert read.forked["north"][:4] == ("5e5510", "north", 1, 21 * 60)
    assert read.take("north").run.turns == [(21 * 60, 5)]
    # Whoever played is in the report, and has no seat that could be joined
    assert [(it.name, it.part, it.role) for it in read.people] == [("council", "player", "council")]
    assert [*read.session.grants] == []
    deed = read.take("north").deeds[-1]
    assert (deed.at, deed.grant, deed.command) == (
        22 * 60,
        "north.council",
        Note("council", "And on."),
    )


LATE = ("rich is there already", "lies inside of the session")
"""What is wrong not with what was asked, but with what is there."""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--at", "1h"], "Say with --team whose run you go on with (north, south, harbour)."),
        (["--at", "soon", "--team", "south"], "--at: 'soon' is no moment"),
        (
            ["--at", "1h", "--team", "north"],
            "Say with --role which seat you take (archive, council).",
        ),
        (["--at", "1h", "--team", "west"], "there is no team 'west' in it"),
        (["--at", "1h", "--team", "north", "--take", 3], "north has no take 3; its last is 2"),
        (["--at", "12h", "--to", "new"], "take 1 of south was over by T+12:00"),
        (["--at", "2d", "--to", "new"], "was played up to T+12:00, and no further"),
        (["--at", "2d", "--team", "south"], "take 1 of south was played up to T+12:00"),
        (["--at", "1h", "--take", 1, "--to", "new"], "--take needs --team"),
        (["--at", "1h", "--role", "archive", "--to", "new"], "--role is for playing alone"),
        (["--at", "1h", "--team", "south", "--keep", "rich"], "rich is there already"),
        (["--at", "1h", "--to", "rich"], "rich is there already"),
        (["--at", "1h", "--to", "rich/fork"], "lies inside of the session"),
    ],
)
def test_what_can_t_be_is_said_in_a_sentence(
    session: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[object], words: str
):
    monkeypatch.chdir(session.parent)
    left = fork("rich", *arguments, *([] if "--to" in arguments else ["--plain"]))

    assert left.code == (exits.USAGE if words not in LATE else exits.BAD_SESSION)
    assert words in left.err
    assert [it.name for it in session.parent.iterdir()] == ["rich"]


def test_without_a_terminal_it_is_said_what_to_add(session: Path):
    left = fork(session, "--at", "1h")
    assert left.code == exits.USAGE
    assert "--plain" in left.err
    assert "--to NEW_FOLDER" in left.err


def test_a_run_is_kept_with_those_whom_its_script_played(harbour: Path, tmp_path: Path):
    script = tmp_path / "script.yaml"
    script.write_text(
        "- {at: 1h10m, role: office, command: {answer: alarm, option: cut}}\n", "utf-8"
    )

    left = run(harbour, "--script", script, "--seed", 3, "--keep", tmp_path / "kept")

    assert left.code == exits.FINE
    assert f"What was played is kept in {tmp_path / 'kept'}" in left.err
    assert sound(tmp_path / "kept")
    read = recorded(tmp_path / "kept")
    again = run(harbour, "--script", script, "--seed", 3, "--format", "json").data
    assert read.take("team").run.state.hash() == again["state_hash"]
    assert [person.role for person in read.people] == ["office"]
    assert read.forked["team"].alone
    told = call(verify.command, tmp_path / "kept").out
    assert "record 1: team was played alone, with bots, and kept" in told


def test_what_would_be_written_over_is_seen_before_anything_is_played(
    harbour: Path, tmp_path: Path
):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "letter").touch()

    left = run(harbour, "--keep", tmp_path / "kept")

    assert left.code == exits.BAD_SESSION
    assert left.out == ""
    assert "kept is there already; name a folder that is not" in left.err


def test_where_it_could_not_be_kept_is_seen_before_anything_is_played(
    session: Path, harbour: Path, tmp_path: Path
):
    with pytest.raises(BadSession, match="lies inside of the session"):
        Keep(session / "kept", harbour)
    longest = "k" * 255
    keep, _ = begun(harbour, tmp_path / longest)
    assert longest in keep.write()


def begun(harbour: Path, folder: Path) -> tuple[Keep, Exercise]:
    world = load(harbour)
    keep, exercise = Keep(folder, harbour), Exercise(world, Setup(1, ("office",)))
    keep.begin(world, exercise, 60.0)
    exercise.advance(600)
    return keep, exercise


def test_what_was_played_is_kept_whatever_ends_it(harbour: Path, tmp_path: Path):
    keep, _ = begun(harbour, tmp_path / "kept")
    with pytest.raises(KeyboardInterrupt), kept(keep):
        raise KeyboardInterrupt
    assert recorded(tmp_path / "kept").take("team").until == 600
    assert keep.write() == ""  # once is enough


def test_what_was_played_is_kept_though_its_folder_or_the_scenario_was_changed_meanwhile(
    harbour: Path, tmp_path: Path
):
    keep, _ = begun(harbour, tmp_path / "kept")
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "letter").touch()
    harbour.write_text(HARBOUR.replace("Harbour office", "Office"), "utf-8")

    assert "kept-2" in keep.write()

    assert recorded(tmp_path / "kept-2").take("team").until == 600
    assert [it.name for it in (tmp_path / "kept").iterdir()] == ["letter"]


def test_what_was_kept_while_it_was_played_is_told_anew_where_it_is_gone(
    harbour: Path, tmp_path: Path
):
    # Given that it is kept while it is played
    keep, exercise = begun(harbour, tmp_path / "kept")
    assert keep.follow() == ""
    assert recorded(tmp_path / "kept").take("team").until == 600
    # When somebody puts something else in its place
    shutil.rmtree(tmp_path / "kept")
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "letter").touch()
    exercise.submit(Note("office", "And on."))
    # Then all of it is kept beside that
    assert "kept-2" in keep.write()
    assert len(recorded(tmp_path / "kept-2").take("team").run.asked) == 1


def test_what_can_t_be_kept_while_it_is_played_is_said_and_tried_again_at_the_end(
    harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    keep, _ = begun(harbour, tmp_path / "kept")
    with monkeypatch.context() as full:
        full.setattr(keeping, "Diary", Mock(side_effect=DiskFull("there is no room")))
        assert keep.follow() == keep.follow() == "there is no room"
    assert f"kept in {tmp_path / 'kept'}" in keep.write()


def test_a_disk_that_takes_its_time_holds_up_nobody(
    harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    # Given a disk that does not come back before it is told to
    keep, exercise = begun(harbour, tmp_path / "kept")
    assert keep.follow() == ""
    ready = threading.Event()
    monkeypatch.setattr(keeping, "PATIENCE", 0.01)
    monkeypatch.setattr(system, "datasync", lambda file: ready.wait())
    # When somebody plays on meanwhile
    for text in ("And on.", "And on and on."):
        exercise.submit(Note("office", text))
        assert keep.follow() == ""
    # Then all of it is kept once it can be
    ready.set()
    assert f"kept in {tmp_path / 'kept'}" in keep.write()
    assert recorded(tmp_path / "kept").take("team").run.asked == exercise.asked


def test_a_run_that_is_interrupted_keeps_what_was_played(
    harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def interrupted(exercise: Exercise, *_: object) -> None:
        exercise.advance(HOUR)
        raise KeyboardInterrupt

    monkeypatch.setattr(running, "play_out", interrupted)
    left = CliRunner().invoke(running.command, [str(harbour), "--keep", str(tmp_path / "kept")],
                              standalone_mode=False)  # fmt: skip
    assert isinstance(left.exception, click.Abort)  # for which `kulla` leaves with 130
    assert f"What was played is kept in {tmp_path / 'kept'}" in left.stderr
    assert recorded(tmp_path / "kept").take("team").until == HOUR


def test_where_nothing_was_played_no_folder_is_left(tmp_path: Path):
    keep = Keep(tmp_path / "deep" / "kept")
    assert keep.write() == ""
    assert not (tmp_path / "deep" / "kept").exists()


PROGRAM = """
from pathlib import Path
import os, signal, sys, time
from simulator.cli.keeping import kept
from tests.simulator.cli.test_fork import begun
keep, exercise = begun(Path(sys.argv[1]), Path(sys.argv[2]))
write = keep.write
def told_again():
    os.kill(os.getpid(), signal.SIGHUP)
    os.kill(os.getpid(), signal.SIGTERM)
    return write()
keep.write = told_again
with kept(keep):
    print("playing", flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such signals")
def test_a_program_that_is_told_to_end_and_told_again_keeps_what_was_played(
    harbour: Path, tmp_path: Path
):
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, harbour, tmp_path / "kept"], stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )  # fmt: skip
    assert program.stdout is not None
    with program, program.stdout:
        assert program.stdout.readline() == b"playing\n"
        program.send_signal(signal.SIGTERM)
        _, said = program.communicate(timeout=30)
    assert program.returncode == -signal.SIGTERM
    assert said.startswith(b"What was played is kept in")
    assert sound(tmp_path / "kept")


def test_a_copy_without_words_is_written_and_it_is_said_what_went(session: Path, tmp_path: Path):
    left = call(redact.command, session, tmp_path / "copy", "--record", "37", "--record",
                "49:reason", "--text", "arta")  # fmt: skip

    assert left.code == exits.FINE
    assert left.out.splitlines() == [
        "Record 15: words were taken out (name)",
        "Record 37: words were taken out (reason)",
        "Record 49: words were taken out (reason)",
        "Record 57: words were taken out (by)",
    ]
    told = call(verify.command, tmp_path / "copy").out
    assert "Sound" in told
    for line in left.out.splitlines():
        assert line.replace("Record", "  record") in told


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Say with --record or --text"),
        (["--text", ""], "Say with --record or --text"),
        (["--record", "x:text"], "'x:text' is no record; one looks like 54, or 54:text"),
        (["--text", "silverfish"], "record 58 can't do without its words 'answer'"),
    ],
)
def test_what_can_t_be_taken_out_is_said(
    session: Path, tmp_path: Path, arguments: list[str], words: str
):
    left = call(redact.command, session, tmp_path / "copy", *arguments)
    assert left.code in (exits.USAGE, exits.BAD_SESSION)
    assert words in left.err
    assert not (tmp_path / "copy").exists()


def test_the_command_knows_no_screens_by_itself(session: Path):
    assert isinstance(fork_command(), click.Command)
    assert call(fork_command(), session, "--at", "1h", "--plain").code == exits.USAGE
