"""A folder that is there whole, on the disk for good, or not at all."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from simulator.session import system
from simulator.session.errors import BadSession
from simulator.session.journal.disk import Disk

NAME: Final = "journal.jsonl"
"""What makes a folder a session's."""


def must_lie_outside(path: Path) -> None:
    """Raises BadSession where it would lie inside of a session."""
    around = (folder for folder in path.resolve().parents if (folder / NAME).is_file())
    if session := next(around, None):
        raise BadSession(f"{path} lies inside of the session {session}; name a folder elsewhere")


@contextmanager
def whole(path: Path, disk: Disk) -> Iterator[Path]:
    """Gives an owner-only folder to fill, which takes this name at the end; not after an error.

    Whoever is killed meanwhile leaves a hidden folder behind, and nothing under the name. Files
    must be closed by then. Raises BadSession where there is something already, or where it would
    lie inside of a session; OSError.
    """
    must_lie_outside(path)
    if path.is_file() or (path.exists() and any(path.iterdir())):
        raise BadSession(f"{path} is there already")
    path.parent.mkdir(parents=True, exist_ok=True)
    # A name may be as long as the system lets it be.
    new = path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}")
    new.mkdir(mode=system.PRIVATE_FOLDER)
    try:
        system.make_private(new)
        yield new
        _sync(new, disk)
        if path.exists():
            path.rmdir()
        new.rename(path)
        system.sync_folder(path.parent)
    finally:
        # Not there any more where all went well.
        shutil.rmtree(new, ignore_errors=True)


def _sync(folder: Path, disk: Disk) -> None:
    for path in folder.iterdir():
        if path.is_dir():
            _sync(path, disk)
            continue
        file = disk.open(path)
        try:
            disk.sync(file)
        finally:
            disk.close(file)
    system.sync_folder(folder)
