"""What operating systems do differently: syncs, locks, permissions, open files, time asleep.

The one module that may need POSIX; everywhere else it is done without.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

try:
    import fcntl
except ImportError:  # Windows has other locks
    fcntl = None  # type: ignore[assignment]
try:
    import msvcrt
except ImportError:
    msvcrt = None  # type: ignore[assignment]
try:
    import resource
except ImportError:
    resource = None  # type: ignore[assignment]

PRIVATE_FILE: Final = 0o600
PRIVATE_FOLDER: Final = 0o700

datasync: Final[Callable[[int], None]] = getattr(os, "fdatasync", os.fsync)
"""Returns when the data of an open file are on the disk; raises OSError."""


def sync_folder(path: Path) -> None:
    """Make a new or replaced name in this folder survive a loss of power, where that can be."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def try_lock(file: int) -> bool:
    """Lock an open file for this process until it is closed or the process ends."""
    try:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        elif msvcrt is not None:
            locking: Any = msvcrt
            # Far behind the text, so that others can still read who holds it.
            os.lseek(file, 1 << 20, os.SEEK_SET)
            locking.locking(file, locking.LK_NBLCK, 1)
    except OSError:
        return False
    return True


def make_private(path: Path) -> None:
    """Owner-only, where the system knows owners by mode."""
    with suppress(NotImplementedError):
        path.chmod(PRIVATE_FOLDER if path.is_dir() else PRIVATE_FILE)


def open_to_others(path: Path) -> bool:
    """Whether people other than the owner may read or write the file."""
    return os.name == "posix" and bool(path.stat().st_mode & 0o077)


def asleep() -> float:
    """Seconds this machine has spent suspended since it was started, 0.0 where that is unknown."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    if boot is None:
        return 0.0
    return time.clock_gettime(boot) - time.monotonic()


def most_open_files() -> tuple[int, int] | None:
    """How many files this process may open, and how many it may ask for; None where unknown."""
    if resource is None:
        return None
    endless = 1 << 62
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    return tuple(endless if n == resource.RLIM_INFINITY else n for n in (soft, hard))  # type: ignore[return-value]


def allow_open_files(wanted: int) -> None:
    """Let this process open so many files, or as many as it may ask for."""
    limits = most_open_files()
    if limits and limits[0] < wanted:
        most = min(wanted, limits[1])
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, limits[1]))
