"""A damaged journal is refused with its line named, or nothing of it was damaged.

What an interrupted write leaves at the end was never acknowledged to anybody and is dropped with
a note. Nothing is ever reset, and what is refused is left as it is. `SOAK=2` tries every bit.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.session import folder
from simulator.session.errors import BadJournal, BadSession
from simulator.session.folder import JOURNAL
from simulator.session.journal import head
from simulator.session.journal.reading import LONGEST_LINE, Written, read, read_prefix
from tests.simulator.session.journal.opening import DICE, flipped, flips, opened, refusal
from tests.simulator.session.journal.scribe import (
    Quick,
    Scribe,
    lines_of,
)


def test_cut_anywhere_it_holds_the_lines_before_and_knows_what_is_torn(session: Path):
    journal = session / JOURNAL
    whole, raw = read(journal), journal.read_bytes()
    ends = [n + 1 for n, byte in enumerate(raw) if byte == ord("\n")]

    for cut in reversed(range(len(raw))):
        os.truncate(journal, cut)
        written, fault = read_prefix(journal)
        if cut < ends[0]:
            assert written is None
            assert fault is not None
            assert fault.line == 1
            continue
        there = sum(end <= cut for end in ends)
        assert fault is None
        assert written == Written(
            whole.header, whole.records[: there - 1], whole.chains[:there], ends[there - 1],
            cut - ends[there - 1],
        )  # fmt: skip


def cuts(raw: bytes) -> Iterator[int]:
    ends = [n + 1 for n, byte in enumerate(raw) if byte == ord("\n")]
    near = [end + by for end in ends for by in (-1, 0, 1)]
    yield from sorted({0, *near, *DICE.sample(range(len(raw)), 40)} - {len(raw) + 1}, reverse=True)


@pytest.mark.usefixtures("known_scenario")
def test_cut_behind_what_the_head_has_seen_only_the_torn_line_is_dropped(session: Path):
    whole, raw = opened(session)[0], (session / JOURNAL).read_bytes()
    scribe = Scribe(folder.open_(session, disk=Quick()))
    (watch,) = (grant for grant in scribe.session.grants if grant.plays)
    scribe.note(watch, "Nobody was told of this.")
    scribe.close()
    longer = (session / JOURNAL).read_bytes()

    for cut in range(len(raw) + 1, len(longer)):
        (session / JOURNAL).write_bytes(longer[:cut])
        stands, notes = opened(session)
        assert stands == whole
        assert f"{cut - len(raw)} bytes" in notes[0]
        assert (session / JOURNAL).read_bytes() == raw


@pytest.mark.usefixtures("known_scenario")
def test_cut_within_what_the_head_has_seen_it_is_refused(session: Path):
    raw = (session / JOURNAL).read_bytes()
    seen = head.read(session).seq

    for cut in cuts(raw):
        (session / JOURNAL).write_bytes(raw[:cut])
        if cut == len(raw):
            opened(session)
            continue
        sentence = refusal(session)
        assert f"has seen record {seen}" in sentence or "line 1" in sentence
        assert "recover" in sentence or "line 1" in sentence


def test_a_turned_bit_in_the_journal_is_named_with_its_line(session: Path):
    journal = session / JOURNAL
    whole, raw = read(journal), journal.read_bytes()
    last = len(raw) - 1

    for bit in flips(raw, 3000):
        journal.write_bytes(flipped(raw, bit))
        written, fault = read_prefix(journal)
        line = raw[: bit // 8].count(b"\n") + 1
        if bit // 8 == last:
            # Like a cut there: only an anchor knows that the line was whole.
            assert fault is None
            assert written is not None
            assert (written.seq, written.torn > 0) == (whole.seq - 1, True)
        elif fault is None:
            assert written is not None
            assert written.records == whole.records
        else:
            assert fault.line == line
            assert written is None or written.records == whole.records[: line - 2]


@pytest.mark.parametrize("tail", [
    b"\0" * 512, b"\0" * 4096, b"garbage", b"{", b'{"seq":12,"at":', b"\xff" * 100, b"\r",
    b"x" * (LONGEST_LINE - 1),
])  # fmt: skip
def test_what_a_loss_of_power_leaves_at_the_end_is_dropped_with_a_note(session: Path, tail: bytes):
    whole, raw = opened(session)[0], (session / JOURNAL).read_bytes()
    with (session / JOURNAL).open("ab") as journal:
        journal.write(tail)

    stands, notes = opened(session)

    assert stands == whole
    assert notes == (
        f"{len(tail)} bytes of an interrupted write were dropped; nobody was told of them",
    )
    assert (session / JOURNAL).read_bytes() == raw


@pytest.mark.parametrize("line", [
    b"\n", b"garbage\n", b"\0" * 512 + b"\n", b"[" * 100_000 + b"\n", b"{}\n", b"\xff\n",
    b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"\n", b"x" * LONGEST_LINE, b"y" * (50 << 20),
])  # fmt: skip
def test_a_whole_line_that_is_none_is_refused_and_named(session: Path, line: bytes):
    end = len(lines_of(session))
    with (session / JOURNAL).open("ab") as journal:
        journal.write(line)

    with pytest.raises(BadJournal) as bad:
        folder.open_(session, disk=Quick())
    assert bad.value.line == end + 1


@pytest.mark.parametrize(
    "front", [b'{"a":' * 100_000 + b"1" + b"}" * 100_000, b'{"n":' + b"9" * 9999]
)
def test_a_line_too_deep_to_be_read_is_refused_even_when_it_is_chained(session: Path, front: bytes):
    from simulator.session.journal.record import linked  # noqa: PLC0415

    chain = linked(read(session / JOURNAL).chain, front)
    end = len(lines_of(session))
    with (session / JOURNAL).open("ab") as journal:
        journal.write(front + b',"chain":"' + chain.encode() + b'"}\n')

    with pytest.raises(BadJournal, match="it holds what no journal holds") as bad:
        read(session / JOURNAL)
    assert bad.value.line == end + 1


@pytest.mark.parametrize("first", [b"", b"{}\n", b"\0" * 10_000 + b"\n", b"x" * (2 << 20), b"\n\n"])
def test_a_journal_without_a_header_is_refused(session: Path, first: bytes):
    (session / JOURNAL).write_bytes(first)

    assert refusal(session).startswith(f"{session}: journal.jsonl, line 1:")


def test_a_folder_that_holds_no_session_is_named(tmp_path: Path):
    with pytest.raises(BadSession, match="is no session"):
        folder.open_(tmp_path)
