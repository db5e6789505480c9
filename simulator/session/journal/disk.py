"""The few things a journal asks of a disk, so that a test can put a failing one in its place."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from os.path import samestat
from pathlib import Path
from typing import Final

from simulator.session import system

CHUNK: Final = 1 << 20


class Disk:
    """Files of one folder. Everything raises OSError as the system gives it."""

    def open(self, path: Path) -> int:
        """Open a file to append to, owner-only where it is new."""
        return os.open(
            path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0),
            system.PRIVATE_FILE,
        )  # fmt: skip

    def write(self, file: int, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]

    def sync(self, file: int) -> None:
        system.datasync(file)

    def truncate(self, file: int, length: int) -> None:
        os.ftruncate(file, length)

    def close(self, file: int) -> None:
        os.close(file)

    def replace(self, path: Path, data: bytes) -> None:
        """Put a whole file in place of another at once; either is there after any interruption."""
        new = path.with_name(path.name + ".new")
        with suppress(FileNotFoundError):
            new.unlink()
        file = self.open(new)
        try:
            self.write(file, data)
            self.sync(file)
        finally:
            self.close(file)
        new.replace(path)
        system.sync_folder(path.parent)

    def lies_at(self, file: int, path: Path) -> bool:
        """Whether an open file is the one that this path leads to by now."""
        return samestat(os.fstat(file), path.stat())

    def free(self, path: Path) -> int:
        """Bytes that can still be written there."""
        return shutil.disk_usage(path).free
