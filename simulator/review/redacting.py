"""Copies a session without some of the words that people wrote; all else proves what it did."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final, NamedTuple

from simulator.engine.events import Event, as_data
from simulator.review.reading import played, recorded
from simulator.review.recorded import Deed, Recorded
from simulator.session import folder
from simulator.session.errors import BadJournal, BadSession, with_cure
from simulator.session.folder import JOURNAL, SCENARIO
from simulator.session.journal import head, lock
from simulator.session.journal.disk import Disk
from simulator.session.journal.head import Head
from simulator.session.journal.reading import read
from simulator.session.journal.record import TAKEN_OUT, Record, without_words
from simulator.session.journal.whole import whole
from simulator.session.session import Session

CHAIN: Final = b',"chain":"'


class Words(NamedTuple):
    """What a record says under a name."""

    seq: int
    name: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """`removed` are the words that were taken out. `left` are, by texts, the records that hold it
    where no words are: in what the chain proves."""

    removed: tuple[Words, ...]
    left: dict[str, tuple[int, ...]]


def redact(
    path: Path, to: Path, wanted: Sequence[tuple[int, str]], texts: Sequence[str],
    disk: Disk | None = None,
) -> Redacted:  # fmt: skip
    """Write a copy of a session without the words named in `wanted`, each by its record and its
    name, all of a record where that is empty, and without all words that hold one of the `texts`,
    in whichever case.

    Raises BadSession where there are no such words, or where the exercise would play otherwise
    without them, and then nothing is written; HeldElsewhere while a host runs; DiskFull,
    DiskFailed, OSError.
    """
    folder.must_be_there(path)
    with with_cure(path):
        lock.must_be_free(path)
    before, kept = recorded(path), head.read(path)
    chosen = {*_named(before.records, wanted), *_holding(before.records, texts)}
    chosen |= {*_called(before.records, chosen)}
    removed = tuple(sorted(chosen))
    _check(before, removed, kept)
    raw = (path / JOURNAL).read_bytes()[: before.written.length].splitlines(keepends=True)
    _copy(path, to, _without(raw, removed), disk or Disk())
    return Redacted(removed, {text: _left(raw, text) for text in texts})


def _named(records: Sequence[Record], wanted: Iterable[tuple[int, str]]) -> Iterator[Words]:
    for seq, name in wanted:
        if not 0 < seq <= len(records):
            raise BadSession(f"there is no record {seq}; the last is {len(records)}")
        words = _words(records[seq - 1])
        if not words or (name and name not in words):
            what = f"words '{name}'" if name else "words"
            there = ", ".join(words) or "none"
            raise BadSession(f"record {seq} has no {what} that could be taken out ({there})")
        yield from (Words(seq, each) for each in words if name in ("", each))


def _holding(records: Iterable[Record], texts: Iterable[str]) -> Iterator[Words]:
    for text in texts:
        found = [
            Words(record.seq, name)
            for record in records
            for name in _words(record)
            if text.casefold() in record.draft.words[name].casefold()
        ]
        if not found:
            raise BadSession(f"nobody's words hold '{text}'")
        yield from found


def _words(record: Record) -> list[str]:
    """The names of the words that are still there."""
    return [name for name in record.draft.words if name not in record.removed]


def _called(records: Sequence[Record], chosen: Iterable[Words]) -> Iterator[Words]:
    """Where else the name of somebody stands whose name is to go: where they joined once more, and
    beside what they asked."""
    gone = {
        records[seq - 1].draft.body["grant"]
        for seq, name in chosen
        if name == "name" and records[seq - 1].draft.kind == "joined"
    }
    for record in records:
        draft, there = record.draft, _words(record)
        if draft.by in gone and "by" in there:
            yield Words(record.seq, "by")
        if draft.kind == "joined" and draft.body["grant"] in gone and "name" in there:
            yield Words(record.seq, "name")


def _check(before: Recorded, removed: Sequence[Words], kept: Head) -> None:
    """Raises BadSession where the world hangs on any of these words: of that record, which."""
    if not _otherwise(before, removed, kept):
        return
    low, high = 0, len(removed)
    while high - low > 1:
        middle = (low + high) // 2
        if _otherwise(before, removed[:middle], kept):
            high = middle
        else:
            low = middle
    seq, name = removed[high - 1]
    at = _otherwise(before, removed[:high], kept)
    raise BadSession(
        f"record {seq} can't do without its words '{name}': the exercise would have gone otherwise "
        f"without them, {at}"
    )


def _otherwise(before: Recorded, removed: Sequence[Words], kept: Head) -> str:
    """From where on it would all have gone otherwise without these words; empty where nowhere."""
    gone = _by_record(removed)
    records = tuple(
        _silent(record, gone[record.seq]) if record.seq in gone else record
        for record in before.records
    )
    session = Session(before.scenario, before.header)
    try:
        after = played(session, before.written._replace(records=records), kept)
    except BadJournal as bad:
        return f"from record {bad.line - 1} on"
    called = {grant.id for grant in session.grants if not grant.name}
    return _first_difference(before, after, (TAKEN_OUT, *called))


def _silent(record: Record, names: set[str]) -> Record:
    """The record as it is read back without these words."""
    draft = replace(record.draft, words=record.draft.words | dict.fromkeys(names, TAKEN_OUT))
    return replace(record, draft=draft, removed=(*record.removed, *sorted(names)))


def _first_difference(before: Recorded, after: Recorded, instead: tuple[str, ...]) -> str:
    for team, takes in before.takes.items():
        for was, now in zip_longest(takes, after.takes[team]):
            if was is None or now is None:
                return f"in the takes of {team}"
            for one, other in zip_longest(was.log, now.log):
                if not _alike(one, other, instead):
                    return f"from second {(one or other).at} of {team} on"
            for deed, again in zip_longest(was.deeds, now.deeds):
                if _answer(deed) != _answer(again):
                    return f"in what record {(deed or again).seq} was answered"
    for grant in before.session.grants:
        if before.session.told(grant.id) != after.session.told(grant.id):
            return f"in what {grant.id} was answered"
    return ""


def _answer(deed: Deed | None) -> tuple[int, str] | None:
    return deed and (deed.seq, deed.code)


def _alike(one: Event | None, other: Event | None, instead: tuple[str, ...]) -> bool:
    """Whether two events are the same but for words that were taken out."""
    if one is None or other is None:
        return False
    return _same(as_data(one), as_data(other), instead)


def _same(one: Any, other: Any, instead: tuple[str, ...]) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        if one.startswith("{") and other.startswith("{"):  # an inject that control has written
            return _same(json.loads(one), json.loads(other), instead)
        return one == other or any(text in other for text in instead)
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[k], other[k], instead) for k in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        pairs = zip_longest(one, other)
        return len(one) == len(other) and all(_same(a, b, instead) for a, b in pairs)
    return bool(one == other)


def _by_record(removed: Iterable[Words]) -> dict[int, set[str]]:
    gone: dict[int, set[str]] = {}
    for seq, name in removed:
        gone.setdefault(seq, set()).add(name)
    return gone


def _without(raw: Sequence[bytes], removed: Iterable[Words]) -> bytes:
    gone = _by_record(removed)
    return b"".join(
        without_words(line[:-1], gone[seq]) + b"\n" if seq in gone else line
        for seq, line in enumerate(raw)
    )


def _left(raw: Sequence[bytes], text: str) -> tuple[int, ...]:
    """The records that hold this text outside of their words."""
    wanted = json.dumps(text, ensure_ascii=False)[1:-1].casefold()
    fronts = (line[: line.rfind(CHAIN)].decode("utf-8", "replace").casefold() for line in raw)
    return tuple(seq for seq, front in enumerate(fronts) if seq and wanted in front)


def _copy(path: Path, to: Path, journal: bytes, disk: Disk) -> None:
    """All but the certificate, whose key is nobody's who is given a copy."""
    with whole(to, disk) as new:
        shutil.copytree(path / SCENARIO, new / SCENARIO)
        disk.replace(new / JOURNAL, journal)
        disk.replace(new / head.NAME, (path / head.NAME).read_bytes())
        folder.vouched(new, head.read(new), read(new / JOURNAL))
