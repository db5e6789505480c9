"""A program in a real terminal of its own: keys in, bytes out."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
GUARD = 60.0


class Terminal:
    """`written` is all that the program has written so far."""

    def __init__(self, program: subprocess.Popen[bytes], leader: int) -> None:
        self.program = program
        self.written = b""
        self._leader = leader

    def hear(self, seconds: float) -> bytes:
        """Read until nothing has come for so long; what came."""
        before = len(self.written)
        while select.select([self._leader], [], [], seconds)[0]:
            try:
                self.written += os.read(self._leader, 1 << 16)
            except OSError:  # Linux says so when the other end is closed
                break
        return self.written[before:]

    def until(self, words: bytes) -> None:
        """Read until these words were written."""
        begun = time.monotonic()
        while words not in self.written:
            assert time.monotonic() - begun < GUARD, self.written[-2000:]
            assert self.program.poll() is None, self.written[-2000:]
            self.hear(0.1)

    def press(self, keys: str) -> bytes:
        """Type, and read what is drawn."""
        os.write(self._leader, keys.encode())
        return self.hear(0.25)

    def close(self) -> None:
        """The terminal is gone, as when its window is closed, and the program is told."""
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, self._leader)
        os.close(nowhere)
        self.program.send_signal(signal.SIGHUP)


@contextlib.contextmanager
def terminal(
    *command: str, columns: int = 120, rows: int = 35, **environment: str
) -> Iterator[Terminal]:
    """The command in a terminal of this size; whatever becomes of it, it is ended at last."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    program = subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        stdin=follower,
        stdout=follower,
        stderr=follower,
        start_new_session=True,
        env={"PATH": os.environ["PATH"], "TERM": "xterm-256color", **environment},
    )
    os.close(follower)
    try:
        yield Terminal(program, leader)
    finally:
        program.kill()
        program.wait()
        os.close(leader)
