"""What a client keeps on its own disk: its seat, what it has seen, and what it still has to send.

One owner-only file for each invitation, so that the same command gets back into the same seat.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from simulator.session import system
from simulator.session.invitation import Invitation
from simulator.session.protocol import Joined


@dataclass(slots=True)
class Memory:
    """`outbox` holds what was asked and not yet answered, oldest first; `answers`, `head` and
    `now` are what this client can vouch for. `language` is empty where none was chosen, and
    `handed_in` says how feedback was sent: `named`, `unnamed`, or empty for not yet."""

    invitation: str
    session: str
    grant: str
    token: str
    answers: int = 0
    head: str = ""
    now: int = 0
    language: str = ""
    outbox: list[dict[str, Any]] = field(default_factory=list)
    path: Path | None = None
    handed_in: str = ""

    @property
    def sheet(self) -> str:
        """The token of this seat's feedback: the same whenever the seat is taken again, and not to
        be made from anything that a host keeps."""
        return hashlib.sha256(f"feedback\n{self.token}".encode()).hexdigest()[:32]

    def keep(self) -> None:
        """Write it down; a disk that can't be written is no reason to stop playing."""
        if self.path is None:
            return
        told = asdict(self)
        del told["path"]
        new = self.path.with_suffix(".new")
        with suppress(OSError):
            file = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, system.PRIVATE_FILE)
            with os.fdopen(file, "w", encoding="utf-8") as text:
                json.dump(told, text)
            new.replace(self.path)

    def next(self, *, full: bool) -> dict[str, Any] | None:
        """What is asked next: the oldest, or what ends the session where nothing else is kept."""
        return next((told for told in self.outbox if not full or _closes(told)), None)

    def done(self, id: str) -> bool:
        """This is answered; whether it was waited for."""
        waiting = [asked for asked in self.outbox if asked["id"] != id]
        waited = len(waiting) < len(self.outbox)
        self.outbox[:] = waiting
        return waited

    def forget(self) -> None:
        """The seat is gone: nothing stays behind but what this client can vouch for."""
        self.token, self.outbox = "", []
        self.keep()


MEMORY: Final = TypeAdapter(Memory)


def place_of(folder: Path, invitation: Invitation) -> Path:
    """The file for this invitation; its code is not in the name."""
    name = hashlib.sha256(invitation.code.encode()).hexdigest()[:24]
    return folder / f"{name}.json"


def recall(folder: Path, invitation: Invitation) -> Memory | None:
    """What was kept of the seat that this invitation gave; None where there is nothing."""
    memory = _read(place_of(folder, invitation))
    return memory if memory and memory.token else None


def remembered(place: Path) -> Iterator[Memory]:
    """Everything that was kept in a folder, or in this one file."""
    for path in sorted(place.glob("*.json")) if place.is_dir() else (place,):
        if memory := _read(path):
            yield memory


def start(folder: Path | None, invitation: Invitation, joined: Joined) -> Memory:
    """Begin to remember a seat, in a folder, or in memory alone. Raises OSError."""
    path = None
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True, mode=system.PRIVATE_FOLDER)
        path = place_of(folder, invitation)
    memory = Memory(str(invitation), joined.session, joined.grant, joined.token, path=path)
    memory.keep()
    return memory


def _closes(asked: dict[str, Any]) -> bool:
    """Whether this ends the session, for which a full disk has room set aside."""
    return bool(asked.get("act", {}).get("act") == "close")


def _read(path: Path) -> Memory | None:
    try:
        memory = MEMORY.validate_json(path.read_bytes(), strict=True)
    except (OSError, ValueError):
        return None
    memory.path = path
    return memory
