"""The journal as a file that only grows. What `append` returns from is on the disk for good."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from pathlib import Path

from simulator.session.errors import DiskFailed, failure
from simulator.session.journal import shapes
from simulator.session.journal.disk import Disk
from simulator.session.journal.mirror import Mirror
from simulator.session.journal.record import Draft, Header, Record, write_header, write_record
from simulator.session.journal.whole import NAME


def new_salt() -> str:
    return secrets.token_hex(16)


class Journal:
    """One writer's end. Not for several threads at once."""

    def __init__(self, path: Path, disk: Disk, salt: Callable[[], str] = new_salt) -> None:
        """Opens or creates the file; raises OSError."""
        self._disk = disk
        self._salt = salt
        self._file = disk.open(path)
        self.mirror: Mirror | None = None
        self.seq = 0
        self.chain = ""
        self.length = 0

    def begin(self, header: Header) -> None:
        """Write the first line of a new journal. Raises DiskFull and DiskFailed."""
        line = write_header(header)
        self._put(line.raw + b"\n")
        self.chain = line.chain

    def go_on(self, seq: int, chain: str, length: int) -> None:
        """Take up a journal that was read: what stands behind `length` bytes was never kept."""
        self.seq, self.chain, self.length = seq, chain, length
        self._disk.truncate(self._file, length)

    def append(self, drafts: Iterable[Draft], utc: int) -> list[Record]:
        """Put all of these on the disk at once, or none.

        Raises DiskFull when there was no room, and the journal is as before; DiskFailed when
        nobody can say what is on the disk, and it must not be used any more.
        """
        seq, chain, records, lines = self.seq, self.chain, [], []
        for draft in drafts:
            if wrong := shapes.fault(draft):
                raise ValueError(f"nothing is written that could not be read again: {wrong}")
            seq += 1
            record, line = write_record(chain, seq, utc, draft, self._salt)
            chain = line.chain
            records.append(record)
            lines.append(line.raw)
        self._put(b"".join(raw + b"\n" for raw in lines))
        self.seq, self.chain = seq, chain
        return records

    def must_lie_in(self, folder: Path) -> None:
        """Raises DiskFailed where this folder has another journal by now, or none: what else is
        kept in it would be put beside that one."""
        try:
            same = self._disk.lies_at(self._file, folder / NAME)
        except OSError as error:
            raise DiskFailed(f"{folder} can't be looked at: {error.strerror}") from error
        if not same:
            raise DiskFailed(f"{folder} is not the folder any more in which this was begun")

    def close(self) -> None:
        self._disk.close(self._file)
        if self.mirror:
            self.mirror.close()

    def _put(self, data: bytes) -> None:
        try:
            self._disk.write(self._file, data)
        except OSError as error:
            self._take_back()
            raise failure(error, "journal.jsonl") from error
        try:
            self._disk.sync(self._file)
        except OSError as error:
            # What a failed sync leaves on the disk is unknown; to try again would hide the loss.
            raise DiskFailed(f"journal.jsonl can't be synced: {error.strerror}") from error
        self.length += len(data)
        if self.mirror:
            self.mirror.append(data)

    def _take_back(self) -> None:
        """Cut off what was written in part."""
        try:
            self._disk.truncate(self._file, self.length)
        except OSError as error:
            raise DiskFailed(f"journal.jsonl can't be mended: {error.strerror}") from error
