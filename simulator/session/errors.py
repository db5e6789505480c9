"""What a session says no with: a bad folder, a bad line of its journal, a disk that won't write."""

from __future__ import annotations

import errno
from typing import Final

FULL: Final = frozenset(
    {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG, errno.EMFILE, errno.ENFILE}
)
"""Errors that mean no room, on the disk or among the open files, and nothing worse."""


class BadSession(Exception):
    """A session that can't be used, with one sentence that says what and where."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class BadJournal(BadSession):
    """A journal that isn't what was written; `line` is the first that can't be trusted."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"journal.jsonl, line {line}: {what}")
        self.line = line


class HeldElsewhere(BadSession):
    """Another process holds the session."""


class DiskFull(Exception):
    """There was no room for what had to be written; nothing of it was kept."""


class DiskFailed(Exception):
    """A write or a sync failed: what the disk now holds is not known, so nothing may go on."""


def failure(error: OSError, what: str) -> DiskFull | DiskFailed:
    """Which of the two an error of a write is."""
    kind = DiskFull if error.errno in FULL else DiskFailed
    return kind(f"{what} can't be written: {error.strerror}")
