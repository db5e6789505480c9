"""The real command: in a pipe, at a terminal, and when it is interrupted."""

import io
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from simulator.cli import exits
from tui import play
from tui.lines.console import LONGEST, lines_of

pty = pytest.importorskip("pty", reason="a terminal to play at is made by POSIX")

KULLA = """
import pathlib, sys
from tui.cli import main
try:
    main()
finally:
    pathlib.Path("imported").write_text("\\n".join(sys.modules))
"""
HANGS = 60
"""Seconds after which a program that says nothing hangs."""
PLAY = [sys.executable, "-c", KULLA, "play"]
WATCH = [*PLAY, "first-watch", "--plain", "--role", "watch", "--seed", "7"]


def piped(arguments: list[str], written: bytes, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(arguments, cwd=cwd, input=written, capture_output=True, check=False)


def test_in_a_pipe_nothing_is_asked_and_the_end_of_it_leaves_whatever_was_begun(tmp_path: Path):
    done = piped(WATCH, b"# nobody hears this\n\nnote caf\xff\nmessage agency", tmp_path)
    told = done.stdout.decode().splitlines()
    assert (
        "Write help for all commands; each may be shortened as long as only one is meant." in told
    )
    assert told[-3:] == [
        "Your note is kept.",
        "Write it in one line; back leaves.",
        "You went back; nothing was done.",
    ]
    assert done.stderr == b"The seed was 7: --seed 7 repeats its chances.\n"
    assert done.returncode == exits.FINE
    imported = {name.partition(".")[0] for name in (tmp_path / "imported").read_text().split()}
    assert imported & {"textual", "rich", "websockets"} == set()


def test_everything_is_chosen_in_a_pipe(tmp_path: Path):
    done = piped([*PLAY, "--plain"], b"first-watch\nlanguage sq\n1\nread\nquit\ninbox\n", tmp_path)
    told = done.stdout.decode()
    assert "Keni rojën e natës në qendrën e reagimit" in told
    assert told.endswith("tregon gjithmonë tastet.\n\n"), "after quit nothing is heard"
    assert done.returncode == exits.FINE


def test_a_reader_that_goes_away_ends_the_play_without_many_words(tmp_path: Path):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        WATCH, cwd=tmp_path, stdin=subprocess.DEVNULL, stdout=writer, stderr=subprocess.PIPE,
        check=False,
    )  # fmt: skip
    os.close(writer)
    assert b"Traceback" not in done.stderr


def test_an_interrupt_in_a_pipe_leaves_at_once(tmp_path: Path):
    with subprocess.Popen(
        WATCH, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as started:
        assert started.stdout is not None
        while b"help for all commands" not in started.stdout.readline():
            pass
        started.send_signal(signal.SIGINT)
        assert started.wait(HANGS) == exits.INTERRUPTED
        assert started.stderr is not None
        assert started.stderr.read().startswith(b"The seed was 7")


def test_a_seat_that_is_not_there_is_a_usage_error():
    done = CliRunner().invoke(play.command, ["first-watch", "--plain", "--role", "pirate"])
    assert done.exit_code == exits.USAGE
    assert "This exercise has no role 'pirate'" in done.stderr


class Terminal:
    """A terminal of 60 columns, at which somebody writes and reads."""

    def __init__(self, arguments: list[str], cwd: Path) -> None:
        self.hands, screen = pty.openpty()
        environment = {**os.environ, "COLUMNS": "60"}
        self.program = subprocess.Popen(
            arguments, cwd=cwd, env=environment, stdin=screen, stdout=screen,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        os.close(screen)
        self.told = ""
        self._fresh = ""

    def reads(self, words: str) -> None:
        """Until these words have come, after whatever was read before."""
        while words not in self._fresh:
            ready, _, _ = select.select([self.hands], [], [], HANGS)
            assert ready, f"no {words!r} in {self._fresh!r}"
            self._fresh += os.read(self.hands, 1 << 16).decode().replace("\r\n", "\n")
        self.told += self._fresh
        self._fresh = ""

    def writes(self, line: str) -> None:
        os.write(self.hands, f"{line}\n".encode())

    def interrupts(self) -> None:
        self.program.send_signal(signal.SIGINT)

    def leave(self) -> None:
        self.program.kill()
        self.program.wait()
        os.close(self.hands)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal([*WATCH, "--pace", "1200"], tmp_path)
    yield terminal
    terminal.leave()


def test_at_a_terminal_there_is_a_prompt_and_news_stand_on_lines_of_their_own(terminal: Terminal):
    terminal.reads("\n> ")
    terminal.writes("run")
    terminal.reads("something is due.\n> ")
    assert "> run\nThe clock runs, 1200 exercise seconds a second.\n> \nFri 01:04" in terminal.told
    assert max(map(len, terminal.told.splitlines())) <= 60
    terminal.writes("decide")
    terminal.reads("option> ")
    terminal.interrupts()
    terminal.reads("nothing was done.\n> ")
    terminal.interrupts()
    terminal.reads("\nyes or back> ")
    terminal.interrupts()
    assert terminal.program.wait(HANGS) == exits.INTERRUPTED
    assert "\x1b" not in terminal.told


def test_at_a_terminal_ctrl_d_leaves(terminal: Terminal):
    terminal.reads("\n> ")
    os.write(terminal.hands, b"\x04")
    assert terminal.program.wait(HANGS) == exits.FINE


def test_what_a_user_has_set_counts_at_a_terminal_and_not_in_a_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    # given a user who has set Albanian for every exercise
    monkeypatch.delenv("KULLA_LANG")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.delenv("LANG", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "kulla").mkdir()
    (tmp_path / "kulla" / "settings.toml").write_text('language = "sq"\n', "utf-8")

    # then the exercise is told in it where they sit, and in a pipe as anywhere
    terminal = Terminal(WATCH, tmp_path)
    terminal.reads("Keni rojën e natës")
    terminal.leave()
    assert b"You have the night watch" in piped(WATCH, b"", tmp_path).stdout


class Trickle(io.RawIOBase):
    """Gives what it holds piece by piece, and fails at its end as a lost terminal does."""

    def __init__(self, *pieces: bytes) -> None:
        super().__init__()
        self.pieces = list(pieces)

    def read(self, size: int = -1) -> bytes:
        if not self.pieces:
            raise OSError("the terminal is gone")
        return self.pieces.pop(0)


def test_lines_are_put_together_from_pieces():
    assert list(lines_of(Trickle(b"on", b"e\ntw\xc3", b"\xab\n\nrest"))) == [
        "one",
        "twë",
        "",
        "rest",
    ]


def test_an_endless_line_is_cut():
    assert [len(line) for line in lines_of(Trickle(b"x" * (LONGEST + 1), b"y\n"))] == [
        LONGEST + 1,
        1,
    ]
