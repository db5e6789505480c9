"""A second copy of the journal, on another disk or machine. It never stops the first."""

from __future__ import annotations

from pathlib import Path

from simulator.session import system
from simulator.session.errors import BadSession
from simulator.session.journal.disk import Disk
from simulator.speech import Saying


class Mirror:
    """Follows a journal line by line; `lost` says why it no longer does."""

    def __init__(self, journal: Path, folder: Path, disk: Disk, length: int | None = None) -> None:
        """Brings the copy up to the journal, or to as many bytes of it.

        Raises BadSession where the copy holds what the journal lacks; OSError.
        """
        folder.mkdir(parents=True, exist_ok=True, mode=system.PRIVATE_FOLDER)
        self.path = folder / journal.name
        self.lost: Saying | None = None
        self._disk = disk
        copied = self.path.read_bytes() if self.path.exists() else b""
        original = journal.read_bytes()[:length]
        kept = copied[: copied.rfind(b"\n") + 1]
        if not original.startswith(kept):
            raise BadSession(
                f"{self.path} is no copy of this session's journal: it holds {len(kept)} bytes "
                f"that the journal does not begin with. Keep both, and look at them with kulla "
                f"verify"
            )
        self._file = disk.open(self.path)
        disk.truncate(self._file, len(kept))
        self.append(original[len(kept) :])

    def append(self, data: bytes) -> None:
        """Write the same as was written to the journal; gives up on the first error."""
        if self.lost or not data:
            return
        try:
            self._disk.write(self._file, data)
            self._disk.sync(self._file)
        except OSError as error:
            self.lost = Saying(
                "the mirror {path} can't be written: {why}",
                {"path": self.path, "why": error.strerror},
            )

    def close(self) -> None:
        self._disk.close(self._file)
