"""Reading a journal back: all of it is what was written, or the first line that isn't is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from simulator.session.errors import BadJournal
from simulator.session.journal import shapes
from simulator.session.journal.record import (
    Header,
    Newer,
    Record,
    Unreadable,
    read_header,
    read_record,
)

LONGEST_LINE: Final = 1 << 20
"""Bytes; a line of ours is much shorter."""


class Written(NamedTuple):
    """A journal that was read. `length` is how many bytes are right, `torn` how many follow that
    an interrupted write left behind, never acknowledged to anybody."""

    header: Header
    records: tuple[Record, ...]
    chains: tuple[str, ...]
    length: int
    torn: int

    @property
    def seq(self) -> int:
        return len(self.records)

    @property
    def chain(self) -> str:
        return self.chains[-1]


class Found(NamedTuple):
    """The longest right beginning of a journal, and why it goes no further."""

    written: Written | None
    fault: BadJournal | None


def read(path: Path) -> Written:
    """The whole journal. Raises BadJournal with the first line that can't be trusted; OSError."""
    found = read_prefix(path)
    if found.fault:
        raise found.fault
    assert found.written is not None
    return found.written


def read_prefix(path: Path) -> Found:
    """As much of the journal as can be trusted. Raises OSError."""
    with path.open("rb") as file:
        lines = _lines(file)
        first = next(lines, None)
        if first is None or not first.endswith(b"\n"):
            cut = "the file is empty or its first line is cut off"
            return Found(None, BadJournal(1, cut, "copy"))
        try:
            header, chain = read_header(first[:-1])
        except Newer as why:
            return Found(None, BadJournal(1, str(why), "kulla"))
        except Unreadable as why:
            return Found(None, BadJournal(1, str(why), "copy"))
        return _read_on(lines, header, chain, len(first))


def _read_on(lines: Iterator[bytes], header: Header, chain: str, length: int) -> Found:
    records: list[Record] = []
    chains = [chain]
    torn, fault = 0, None
    for raw in lines:
        if not raw.endswith(b"\n") and len(raw) < LONGEST_LINE:
            torn = len(raw)
            break
        try:
            record, chain = read_record(chain, len(records) + 1, raw[:-1])
            if wrong := shapes.fault(record.draft):
                raise Unreadable(wrong)
        except Unreadable as why:
            fault = BadJournal(len(records) + 2, str(why))
            break
        records.append(record)
        chains.append(chain)
        length += len(raw)
    return Found(Written(header, tuple(records), tuple(chains), length, torn), fault)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    while line := file.readline(LONGEST_LINE):
        yield line
