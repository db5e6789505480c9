"""A disk in memory, and what a host asks of a folder beside it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from simulator.session.journal.disk import Disk


class Shelf(Disk):
    """Files in memory."""

    def __init__(self) -> None:
        self.files: dict[Path, bytearray] = {}
        self._open: list[Path] = []

    def open(self, path: Path) -> int:
        self.files.setdefault(path, bytearray())
        self._open.append(path)
        return len(self._open) - 1

    def write(self, file: int, data: bytes) -> None:
        self.files[self._open[file]] += data

    def sync(self, file: int) -> None:
        pass

    def truncate(self, file: int, length: int) -> None:
        del self.files[self._open[file]][length:]

    def close(self, file: int) -> None:
        pass

    def replace(self, path: Path, data: bytes) -> None:
        self.files[path] = bytearray(data)

    def lies_at(self, file: int, path: Path) -> bool:
        return self._open[file] == path

    def free(self, path: Path) -> int:
        return 1 << 40


class OnShelf(NamedTuple):
    """Read like a path."""

    data: bytes

    def open(self, mode: str) -> BytesIO:
        return BytesIO(self.data)


class Unlocked:
    def release(self) -> None:
        pass
