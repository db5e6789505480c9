"""One host a session: a lock that the system takes back when its holder ends, however it ends."""

from __future__ import annotations

import json
import os
import platform
from contextlib import suppress
from pathlib import Path
from typing import Final

from simulator.session import system
from simulator.session.errors import HeldElsewhere

NAME: Final = "lock"


class Lock:
    """Held from its making to `release`. Raises HeldElsewhere, which says by whom."""

    def __init__(self, folder: Path, since: str) -> None:
        self._file = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, system.PRIVATE_FILE)
        if not system.try_lock(self._file):
            os.close(self._file)
            raise HeldElsewhere(f"{folder} is in use: {_holder(folder)}")
        told = {"process": os.getpid(), "machine": platform.node(), "since": since}
        # On a full disk the lock holds as well; it only can't say by whom.
        with suppress(OSError):
            os.ftruncate(self._file, 0)
            os.lseek(self._file, 0, os.SEEK_SET)
            os.write(self._file, json.dumps(told).encode() + b"\n")

    def release(self) -> None:
        os.close(self._file)


def holder(folder: Path) -> str:
    """Who holds the session, in a sentence; empty while nobody does. Writes nothing."""
    try:
        file = os.open(folder / NAME, os.O_RDONLY)
    except FileNotFoundError:
        return ""
    try:
        return "" if system.try_lock(file) else f"{folder} is in use: {_holder(folder)}"
    finally:
        os.close(file)


def must_be_free(folder: Path) -> None:
    """Raises HeldElsewhere while somebody holds the session."""
    if told := holder(folder):
        raise HeldElsewhere(told)


def _holder(folder: Path) -> str:
    try:
        told = json.loads((folder / NAME).read_text("utf-8"))
        return f"process {told['process']} on {told['machine']} holds it since {told['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process holds it"
