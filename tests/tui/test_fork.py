"""`kulla fork` alone, from the command line to a seat: on screens, and in lines of text."""

import os
import signal
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.cli import exits
from simulator.cli import fork as choosing
from simulator.review.reading import recorded
from tests.simulator.review.rich import rich
from tui import fork
from tui.app import KullaApp
from tui.lines import play as lines
from tui.lines.console import Talk
from tui.screens.exercise import ExerciseScreen

SEATED: list[ExerciseScreen] = []


class Pipe:
    """Somebody writes a note and leaves."""

    at_terminal = interrupted = False

    def width(self) -> int:
        return 100

    async def hold(self, talk: Talk) -> None:
        talk.begin()
        talk.hear("note I was here.")
        talk.hear("quit")


@pytest.fixture(autouse=True)
def places(monkeypatch: pytest.MonkeyPatch) -> None:
    def looked_at(app: KullaApp) -> None:
        assert isinstance(app._first, ExerciseScreen)
        SEATED.append(app._first)

    monkeypatch.setattr(KullaApp, "run", looked_at)
    monkeypatch.setattr(lines, "Console", Pipe)
    monkeypatch.setattr(choosing, "at_terminal", lambda: True)


def fork_of(session: Path, *arguments: object) -> Result:
    given = [str(it) for it in (session, "--at", "1h", "--team", "north", *arguments)]
    return CliRunner().invoke(fork.command, given, standalone_mode=False)


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return rich(tmp_path / "rich")


def test_the_screens_open_on_the_seat_at_that_moment(session: Path):
    done = fork_of(session, "--role", "council", "--lang", "sq", "--pace", 30)

    assert done.return_value == exits.FINE
    assert SEATED[-1].onward
    seat = SEATED[-1].seat
    view = seat.view()
    assert (view.role.id, view.now, view.language) == ("council", 3600, "sq")
    assert (seat.clock.running, seat.clock.pace, seat.kept_in) == (False, 30, "")


def test_lines_are_written_at_the_seat_and_what_was_played_is_kept(session: Path, tmp_path: Path):
    done = fork_of(session, "--role", "archive", "--plain", "--keep", tmp_path / "kept")

    assert done.return_value == exits.FINE
    assert "What was played is kept in" in done.stderr
    deed = recorded(tmp_path / "kept").take("north").deeds[-1]
    assert (deed.at, deed.command.text) == (3600, "I was here.")  # type: ignore[union-attr]


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such signals")
def test_screens_that_are_told_to_end_are_left_as_if_by_their_player(
    session: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(KullaApp, "run", lambda app: os.kill(os.getpid(), signal.SIGTERM))

    done = fork_of(session, "--role", "council", "--keep", tmp_path / "kept")

    assert done.return_value == exits.TERMINATED
    assert "What was played is kept in" in done.stderr


@pytest.mark.parametrize("how", [(), ("--plain",)])
def test_a_seat_that_is_not_there_is_a_usage_error(session: Path, how: tuple[str, ...]):
    done = fork_of(session, "--role", "pirate", *how)
    assert "This exercise has no role 'pirate' (it has archive, " in str(done.exception)
