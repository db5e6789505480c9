"""What a session says no with: a bad folder, a bad line of its journal, a disk that won't write."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote
from typing import Final, Literal

FULL: Final = frozenset(
    {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG, errno.EMFILE, errno.ENFILE}
)
"""Errors that mean no room, on the disk or among the open files, and nothing worse."""


Cure = Literal["", "recover", "copy", "scenario", "kulla", "wait"]
CURES: Final[dict[Cure, str]] = {
    "recover": "kulla verify {path} tells what can be trusted; kulla recover {path} NEW_FOLDER "
               "saves what is left",
    "copy": "only another copy of it, such as a mirror, helps",
    "scenario": "put the files in {path}/scenario back as they were when it began; "
                "kulla verify {path} tells whether they are",
    "kulla": "use a Kulla of that version",
    "wait": "it has to end first",
}  # fmt: skip
"""What to do about a session that can't be used."""


class BadSession(Exception):
    """A session that can't be used, with one sentence that says what and where. `cure` is what
    helps, until it stands in the sentence as well: see `with_cure`."""

    def __init__(self, sentence: str, cure: Cure = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.cure: Cure = cure


class BadJournal(BadSession):
    """A journal that isn't what was written; `line` is the first that can't be trusted."""

    def __init__(self, line: int, what: str, cure: Cure = "recover") -> None:
        super().__init__(f"journal.jsonl, line {line}: {what}", cure)
        self.line = line


class HeldElsewhere(BadSession):
    """Another process holds the session."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, "wait")


def cure_of(path: Path, cure: Cure) -> str:
    """What helps with the session in this folder, as part of a sentence; empty where nothing is
    known to."""
    return CURES[cure].format(path=quote(str(path))) if cure else ""


@contextmanager
def with_cure(path: Path) -> Iterator[None]:
    """Lets what is wrong with the session in this folder say where and what to do about it."""
    try:
        yield
    except BadSession as bad:
        if cure := cure_of(path, bad.cure):
            # Of a journal's own file only the line is told; all others name the folder.
            where = f"{path}: " if isinstance(bad, BadJournal) else ""
            bad.sentence, bad.cure = f"{where}{bad.sentence}; {cure}", ""
            bad.args = (bad.sentence,)
        raise


class DiskFull(Exception):
    """There was no room for what had to be written; nothing of it was kept."""


class DiskFailed(Exception):
    """A write or a sync failed: what the disk now holds is not known, so nothing may go on."""


def failure(error: OSError, what: str) -> DiskFull | DiskFailed:
    """Which of the two an error of a write is."""
    kind = DiskFull if error.errno in FULL else DiskFailed
    return kind(f"{what} can't be written: {error.strerror}")
