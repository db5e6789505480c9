"""From `kulla play` to the summary, by key presses alone, in a terminal as people have one."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUARD = 90.0

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux here")


class Tmux:
    """One terminal in a server of its own."""

    def __init__(self, socket: Path, columns: int, rows: int) -> None:
        self._socket = socket
        self._home = socket.parent
        self._tmux(
            "-f", "/dev/null", "new-session", "-d", "-s", "play", "-x", str(columns), "-y",
            str(rows), "cat",
        )  # fmt: skip

    def run(self, *command: str) -> None:
        """Put a program in the terminal's place; it stays to be looked at when it has ended."""
        self._tmux("set-option", "-g", "remain-on-exit", "on")
        self._tmux("respawn-pane", "-k", "-t", "play", *command)

    def sees(self) -> str:
        return self._tmux("capture-pane", "-p", "-t", "play")

    def press(self, *keys: str) -> None:
        for key in keys:
            self._tmux("send-keys", "-t", "play", key)

    def write(self, words: str) -> None:
        self._tmux("send-keys", "-t", "play", "-l", words)

    def until(self, *words: str) -> str:
        """Wait until one of these stands on the screen; which it is."""
        begun = time.monotonic()
        while True:
            seen = self.sees()
            for word in words:
                if word in seen:
                    return word
            assert time.monotonic() - begun < GUARD, seen
            assert "Pane is dead" not in seen, seen
            time.sleep(0.1)

    def skip_to(self, words: str) -> None:
        """Skip from one thing to the next, whatever comes, until this stands on the screen."""
        for _ in range(100):
            if self.until(words, "► running", "‖ PAUSED") == words:
                break
            self.press("s")
            time.sleep(0.1)

    def end(self) -> None:
        self._tmux("kill-server")

    def _tmux(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", str(self._socket), *words],
            capture_output=True,
            text=True,
            timeout=GUARD,
            check=True,
            cwd=ROOT,
            env={
                "PATH": os.environ["PATH"],
                "TERM": "xterm-256color",
                "LANG": "C.UTF-8",
                "HOME": str(self._home),
            },
        )
        return done.stdout


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    terminal = Tmux(tmp_path / "tmux", 100, 32)
    try:
        yield terminal
    finally:
        terminal.end()


def test_the_first_watch_is_played_from_the_command_to_the_summary(tmux: Tmux):
    # given somebody who types the command and takes the first exercise and the first seat
    tmux.run(str(Path(sys.executable).with_name("kulla")), "play", "--seed", "3")
    tmux.until("Choose an exercise")
    tmux.press("Enter")
    tmux.until("Your role: enter takes it")
    tmux.press("Enter")
    tmux.until("Begin  enter")
    tmux.press("Enter")
    tmux.until("EXERCISE")

    # when the first decision is due, it is taken with a reason and a confidence
    tmux.skip_to("Due in")
    tmux.press("d")
    tmux.until("Decide  ctrl+s")
    tmux.press("1")
    tmux.until("(●) 1")
    tmux.write("traces")
    tmux.until("traces")
    tmux.press("Enter", "4", "C-s")
    tmux.until("Your decision is taken.")

    # and an action is ordered
    tmux.press("2")
    tmux.until("Actions: enter orders one")
    tmux.press("Enter")
    tmux.until("On which?")
    tmux.press("1")
    tmux.until("(●) 1")
    tmux.press("C-s")
    tmux.until("It is ordered")

    # and the player skips on to the end
    tmux.skip_to("OVER")

    # then the summary tells what came of it
    tmux.until("Outcome")
    seen = tmux.sees()
    assert "EXERCISE OVER" in seen
    tmux.press("q")
    tmux.until("Are you sure?")
    tmux.press("y")
    tmux.until("The seed was 3", "Pane is dead")
