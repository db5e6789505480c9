"""What was written and not yet sent, kept for each seat in an owner-only file. No drawing.

A draft is never worth a crash: what can't be read is as if nothing had been written, and what
can't be kept on the disk is kept in memory.
"""

import json
import os
from collections.abc import Hashable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from platformdirs import user_state_path
from pydantic import TypeAdapter

from simulator.session import system

LARGEST: Final = 1 << 20
"""Bytes of a file; the oldest drafts go before it is larger."""
MOST: Final = 64
"""So many drafts of one seat; the oldest go."""

About = tuple[str, str]
"""The kind and id of what is answered, as in `FormWanted`."""


class Draft(NamedTuple):
    """What stands in each field, and the exercise second at which it was written."""

    at: int
    written: dict[str, str]


_KEPT: Final = TypeAdapter(list[tuple[About, int, dict[str, str]]])


def place() -> Path:
    """The folder in which this user's drafts are kept."""
    return user_state_path("kulla", appauthor=False) / "drafts"


def drafts_of(seat: str) -> "Drafts":
    """What this user has begun to write in the seat of this name."""
    return Drafts(place(), seat)


class Drafts:
    """The drafts of the seat of this name, oldest first; without a folder in memory alone."""

    def __init__(self, folder: Path | None = None, seat: str = "") -> None:
        self._path = folder / f"{sha256(seat.encode()).hexdigest()[:24]}.json" if folder else None
        self._drafts = _read(self._path) if self._path else {}
        self._sent: dict[Hashable, tuple[About, Draft]] = {}

    def of(self, about: About) -> Draft | None:
        return self._drafts.get(about)

    def keep(self, about: About, written: Mapping[str, str], at: int) -> None:
        """Keep this in place of what was written before; the date stays where nothing is new."""
        before = self._drafts.get(about)
        if before is not None and before.written == written:
            return
        self._drafts.pop(about, None)
        self._drafts[about] = Draft(at, dict(written))
        self._write()

    def drop(self, about: About) -> None:
        """It is done, or emptied."""
        if self._drafts.pop(about, None) is not None:
            self._write()

    def send(self, about: About, asked: Hashable) -> None:
        """It is on its way as this command; nobody knows yet what becomes of it."""
        if draft := self._drafts.get(about):
            self._sent[asked] = (about, draft)
            self.drop(about)

    def answered(self, asked: Hashable, refused: bool) -> None:
        """What was refused is a draft again, unless there is a newer one."""
        about, draft = self._sent.pop(asked, (("", ""), None))
        if refused and draft and about not in self._drafts:
            self.keep(about, draft.written, draft.at)

    def _write(self) -> None:
        while len(self._drafts) > MOST or len(self._told()) > LARGEST:
            del self._drafts[next(iter(self._drafts))]
        if self._path is None:
            return
        new = self._path.with_suffix(".new")
        with suppress(OSError):
            if not self._drafts:
                self._path.unlink(missing_ok=True)
                return
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=system.PRIVATE_FOLDER)
            new.unlink(missing_ok=True)
            file = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, system.PRIVATE_FILE)
            with os.fdopen(file, "wb") as raw:
                raw.write(self._told())
            new.replace(self._path)

    def _told(self) -> bytes:
        told = [(about, draft.at, draft.written) for about, draft in self._drafts.items()]
        return json.dumps(told).encode()


def _read(path: Path) -> dict[About, Draft]:
    try:
        with path.open("rb") as file:
            kept = _KEPT.validate_json(file.read(LARGEST + 1))
    except (OSError, ValueError):
        return {}
    return {about: Draft(at, written) for about, at, written in kept}
