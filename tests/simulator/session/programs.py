"""Programs that a test starts, and that end with it."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Timer
from typing import Final

HOST: Final = (
    sys.executable,
    "-c",
    "import sys; from tui.cli import main; sys.argv[1:1] = ['host', '--headless']; main()",
)
"""`kulla host --headless`, to be followed by its other arguments."""
GUARD: Final = 60.0
"""Seconds that nothing takes unless it hangs."""


class Programs:
    """Processes of one test; all of them end with it, or before it where they hang."""

    def __init__(self) -> None:
        self._all: list[subprocess.Popen[str]] = []
        self._guard = Timer(2 * GUARD, self._kill)
        self._guard.daemon = True
        self._guard.start()

    def start(self, command: Sequence[str], folder: Path) -> subprocess.Popen[str]:
        with (folder / f"stderr-{len(self._all)}").open("w") as complaints:
            program = subprocess.Popen(
                command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=complaints, encoding="utf-8",
            )  # fmt: skip
        self._all.append(program)
        return program

    def _kill(self) -> None:
        for program in self._all:
            program.kill()

    def end(self) -> None:
        self._guard.cancel()
        self._kill()
        for program in self._all:
            program.communicate(timeout=GUARD)
