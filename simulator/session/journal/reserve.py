"""Room set aside on the disk, so that a session's last records can be written on a full one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from simulator.session.journal.disk import CHUNK, Disk
from simulator.session.limits import RESERVE_BYTES

NAME: Final = "reserve"


def set_aside(folder: Path, disk: Disk, size: int = RESERVE_BYTES) -> None:
    """Fill the reserve. Raises OSError, and takes no room, where there is not that much."""
    path = folder / NAME
    if path.exists() and path.stat().st_size >= size:
        return
    file = disk.open(path)
    try:
        disk.truncate(file, 0)
        # Written out, because a file with holes takes no room.
        for _ in range(0, size, CHUNK):
            disk.write(file, b"\0" * min(CHUNK, size))
        disk.sync(file)
    except OSError:
        give_up(folder)
        raise
    finally:
        disk.close(file)


def give_up(folder: Path) -> None:
    with suppress(OSError):
        (folder / NAME).unlink()
