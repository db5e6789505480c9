"""Whether files have changed since one last asked: by name, time and size."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

PAUSE = 0.2
"""Seconds between two looks."""


class Seen(NamedTuple):
    """A file as one look found it."""

    path: str
    changed: int
    size: int


class Watched:
    """Files, and folders with all that is in them, hidden things apart."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)
        self._seen = look(self._paths)

    def changed(self) -> bool:
        """Whether any file came, went or changed since this was last asked."""
        before, self._seen = self._seen, look(self._paths)
        return before != self._seen

    def also(self, paths: Iterable[Path]) -> None:
        """Watch these from now on, too."""
        new = tuple(path for path in paths if path not in self._paths)
        self._paths += new
        self._seen |= look(new)


def look(paths: Iterable[Path]) -> frozenset[Seen]:
    return frozenset(seen for path in paths for seen in _look(path))


def _look(path: Path) -> Iterator[Seen]:
    if not os.path.isdir(path):  # noqa: PTH112 a name of any length has an answer
        yield from _seen(str(path))
    for folder, inside, files in os.walk(path):
        inside[:] = [name for name in inside if not name.startswith(".")]
        for name in files:
            if not name.startswith("."):
                yield from _seen(os.path.join(folder, name))  # noqa: PTH118 five times a second


def _seen(path: str) -> Iterator[Seen]:
    try:
        stat = os.stat(path)  # noqa: PTH116 it is asked for every file, five times a second
    except OSError:
        return  # it is being replaced
    yield Seen(path, stat.st_mtime_ns, stat.st_size)
