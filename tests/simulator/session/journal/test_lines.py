"""What a journal looks like: lines, a chain over them, words that can be taken out, versions."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import simulator
from simulator.session import folder
from simulator.session.errors import BadJournal, BadSession
from simulator.session.folder import JOURNAL
from simulator.session.inspecting import verify
from simulator.session.journal import shapes
from simulator.session.journal.reading import LONGEST_LINE, read, read_prefix
from simulator.session.journal.record import (
    FORMAT,
    GENESIS,
    TAKEN_OUT,
    Draft,
    Unreadable,
    linked,
    read_record,
    without_words,
    write_record,
)
from simulator.session.limits import MESSAGE_BYTES
from tests.simulator.session.journal.scribe import Scribe, chained, lines_of, stand, told_by

LEAVES = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text()
PLAIN = st.recursive(LEAVES, lambda inner: st.dictionaries(st.text(), inner) | st.lists(inner))
WORDS = st.dictionaries(st.text(min_size=1), st.text(), max_size=3)
DRAFTS = st.builds(
    Draft, st.text(), st.text(), st.text(), st.integers(0, 10**9),
    st.dictionaries(st.text(), PLAIN, max_size=3), WORDS,
)  # fmt: skip


def rewritten(session: Path, lines: list[bytes]) -> None:
    (session / JOURNAL).write_bytes(b"".join(lines))


@given(DRAFTS, st.integers(1, 10**6), st.integers(0, 2**60))
def test_whatever_is_written_is_read_again(draft: Draft, seq: int, utc: int):
    record, line = write_record("before", seq, utc, draft, lambda: "salt")

    assert read_record("before", seq, line.raw) == (record, line.chain)
    assert b"\n" not in line.raw


def test_each_line_is_json_that_begins_with_its_number_and_holds_the_chain(session: Path):
    for number, line in enumerate(lines_of(session)):
        told = json.loads(line)
        assert next(iter(told.items())) == ("seq", number)
        assert len(told["chain"]) == 64


def test_the_chain_can_be_followed_with_nothing_but_sha256(session: Path):
    chain = GENESIS
    for line in lines_of(session):
        front = line[: line.rindex(b',"chain":"')]
        chain = sha256(chain.encode() + b"\n" + front).hexdigest()
        assert json.loads(line)["chain"] == chain
    assert read(session / JOURNAL).chain == chain


def test_what_people_wrote_and_are_called_stands_outside_of_the_chain(session: Path):
    lines = lines_of(session)
    for line in lines:
        hashed = line.partition(b',"chain":"')[0]
        for text in ("Arta", "Besa", "Çfarë", "Back again", "lunch"):
            assert text.encode() not in hashed
    assert sum(b"Arta" in line for line in lines) == 1


def test_the_same_words_are_sealed_differently_each_time():
    draft = Draft("closed", words={"why": "Yes."})
    salts = iter("ab")

    (_, one), (_, other) = (
        write_record(GENESIS, 1, 0, draft, lambda: next(salts)) for _ in range(2)
    )

    assert one.chain != other.chain


def test_words_can_be_taken_out_and_the_chain_still_proves_all_the_rest(session: Path):
    before = read(session / JOURNAL)
    rewritten(session, [without_words(line[:-1], {"text", "name"}) + b"\n"
                        for line in lines_of(session)])  # fmt: skip

    after = read(session / JOURNAL)

    assert after.chains == before.chains
    assert b"Arta" not in (session / JOURNAL).read_bytes()
    removed = {record.seq: record.removed for record in after.records if record.removed}
    assert sorted(removed.values()) == [("name",), ("name",), ("text",), ("text",)]
    for one, other in zip(before.records, after.records, strict=True):
        taken = dict.fromkeys(removed.get(one.seq, ()), TAKEN_OUT)
        assert other.draft.words == one.draft.words | taken
        assert other.draft.body == one.draft.body


def test_a_session_without_its_words_can_still_be_played_again(session: Path):
    rewritten(session, [without_words(line[:-1], {"text", "name"}) + b"\n"
                        for line in lines_of(session)])  # fmt: skip

    verdict = verify(session)

    assert verdict.sound
    assert verdict.written is not None
    assert sum(bool(record.removed) for record in verdict.written.records) == 4


def test_words_that_are_merely_gone_are_missed(session: Path):
    lines = lines_of(session)
    k = next(n for n, line in enumerate(lines) if b'"words"' in line)
    lines[k] = lines[k][: lines[k].index(b',"words"')] + b"}\n"
    rewritten(session, lines)

    with pytest.raises(BadJournal, match="not those that were sealed") as bad:
        read(session / JOURNAL)
    assert bad.value.line == k + 1


def test_words_that_were_never_sealed_are_noticed(session: Path):
    lines = lines_of(session)
    lines[1] = lines[1][:-2] + b',"words":{"text":["salt","I was never here."]}}\n'
    rewritten(session, lines)

    with pytest.raises(BadJournal, match="line 2: its words are not those that were sealed"):
        read(session / JOURNAL)


def test_what_is_not_hashed_can_not_pass_for_what_is(session: Path):
    lines = lines_of(session)
    lines[1] = lines[1][:-2] + b',"words":{},"kind":"closed"}\n'
    rewritten(session, lines)

    with pytest.raises(BadJournal) as bad:
        read(session / JOURNAL)
    assert bad.value.line == 2


def test_a_newer_journal_is_refused_and_both_versions_are_named(session: Path):
    told = told_by(lines_of(session))
    told[0] |= {"journal": FORMAT + 1, "kulla": "9.7.5", "moon": "full"}
    rewritten(session, chained(told))

    with pytest.raises(BadJournal) as bad:
        folder.open_(session)
    for version in (str(FORMAT), str(FORMAT + 1), "9.7.5", simulator.__version__):
        assert version in bad.value.sentence


def test_that_is_said_even_where_a_newer_journal_is_chained_in_another_way(session: Path):
    told = told_by(lines_of(session))
    first = json.dumps({"kulla": "9.7.5", "journal": FORMAT + 1, "link": "blake3:0"}).encode()
    rewritten(session, [first + b"\n", *chained(told)[1:]])

    with pytest.raises(BadJournal, match=r"9\.7\.5"):
        read(session / JOURNAL)


def test_a_session_of_a_newer_engine_is_refused_and_both_are_named(session: Path):
    told = told_by(lines_of(session))
    told[0] |= {"engine": simulator.ENGINE + 1, "kulla": "9.7.5"}
    rewritten(session, chained(told))

    with pytest.raises(BadSession) as bad:
        folder.played(session, read(session / JOURNAL))
    for version in (str(simulator.ENGINE), f"{simulator.ENGINE + 1}", "9.7.5"):
        assert version in bad.value.sentence


def test_a_journal_without_the_settings_that_came_later_is_read_as_it_was_meant(session: Path):
    told = told_by(lines_of(session))
    before = stand(folder.played(session, read(session / JOURNAL)))
    for later in ("bots", "having", "lacking"):
        del told[0][later]
    rewritten(session, chained(told))

    assert stand(folder.played(session, read(session / JOURNAL))) == before


@pytest.mark.parametrize("change", [
    {"seq": 1}, {"seq": False}, {"journal": True}, {"journal": "1"}, {"teams": []},
    {"teams": "team"}, {"teams": ["one", "one"]}, {"teams": [7]}, {"teams": 7}, {"seed": "7"},
    {"seed": 1.5}, {"pace": 0}, {"pace": -1.0}, {"pace": 1e300}, {"pace": float("nan")},
    {"pace": "60"}, {"session": None}, {"having": {}}, {"created": "now"}, {"extra": 1},
])  # fmt: skip
def test_a_header_that_no_session_has_is_refused(session: Path, change: dict[str, Any]):
    told = told_by(lines_of(session))
    told[0] |= change
    rewritten(session, chained(told))

    found = read_prefix(session / JOURNAL)

    assert found.written is None
    assert found.fault is not None
    assert found.fault.line == 1


@pytest.mark.parametrize("change", [
    {"seq": 3}, {"seq": True}, {"seq": "2"}, {"seq": 2.0}, {"at": "0"}, {"at": 0.5}, {"at": None},
    {"utc": True}, {"team": 1}, {"by": None}, {"kind": ["opened"]}, {"kind": "moon"},
    {"body": []}, {"body": None}, {"extra": 1}, {"body": {"epoch": 1}}, {"body": {}},
    {"kind": "paced", "body": {"pace": "fast"}}, {"kind": "paced", "body": {"pace": 1e999}},
    {"kind": "jumped", "body": {"to": "noon"}}, {"kind": "invited", "body": {"grant": {}}},
    {"kind": "invited", "body": {"grant": {"id": "a", "part": "god", "team": "", "role": "",
                                           "code": "", "replaces": ""}}},
    {"kind": "started", "body": {"staffed": ["team"]}}, {"kind": "closed", "body": {"id": [1]}},
    {"kind": "asked", "body": {"id": "x", "command": {}}},
    {"kind": "asked", "body": {"id": "x", "command": {"ask": "moon"}}},
    {"kind": "asked", "body": {"id": "x", "command": {"ask": ["note"]}}},
    {"kind": "asked", "body": {"id": "x", "command": {"ask": "order", "action": 5}}},
    {"kind": "asked", "body": {"id": "x", "command": {"ask": "message", "to": 5}}},
    {"kind": "asked", "body": {"id": "x", "command": {"ask": "message", "to": [{}]}}},
    {"kind": "asked", "body": {"id": "x", "command": {"ask": "send", "report": "r",
                                                      "entries": ["what"]}}},
    {"kind": "asked", "body": {"id": {}, "command": {"ask": "note"}}},
    {"kind": "asked", "body": {"id": "x", "command": {"ask": "note", "role": "control"}}},
    {"kind": "paused", "body": {"lost": "long"}},
    {"kind": "refused", "body": {"code": "x", "sentence": "no {team}", "given": {"seat": "a"}}},
    {"kind": "refused", "body": {"code": "x", "sentence": "no {a.real}", "given": {"a": "b"}}},
    {"kind": "refused", "body": {"code": "x", "sentence": "no {", "given": {"a": "b"}}},
])  # fmt: skip
def test_a_record_that_no_session_has_is_refused_however_rightly_it_is_chained(
    session: Path, change: dict[str, Any]
):
    told = told_by(lines_of(session))
    told[2] |= {"body": {}, **change}
    rewritten(session, chained(told))

    with pytest.raises(BadJournal) as bad:
        read(session / JOURNAL)
    assert bad.value.line == 3


@pytest.mark.parametrize("words", [
    [], "x", 7, {"name": []}, {"name": ["salt"]}, {"name": ["salt", 7]}, {"name": [{}, {}]},
    {"name": "ab"}, {"name": 7}, {"name": ["salt", "another", "text"]}, {"name": {}},
])  # fmt: skip
def test_words_of_another_kind_are_refused(session: Path, words: Any):
    told = told_by(lines_of(session))
    k = next(n for n, one in enumerate(told) if one.get("kind") == "joined")
    lines = lines_of(session)
    front = lines[k][: lines[k].index(b',"words"')]
    lines[k] = front + b',"words":' + json.dumps(words).encode() + b"}\n"
    rewritten(session, lines)

    with pytest.raises(BadJournal) as bad:
        read(session / JOURNAL)
    assert bad.value.line == k + 1


def test_nothing_is_written_that_could_not_be_read_again(tmp_path: Path):
    scribe = Scribe.begin(tmp_path / "session")
    before = lines_of(tmp_path / "session")

    with pytest.raises(ValueError, match="could not be read again"):
        scribe.keep(Draft("closed"), Draft("moon"))

    assert lines_of(tmp_path / "session") == before
    scribe.close()


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1))
def test_no_message_makes_a_line_that_is_too_long_to_be_read(text: str):
    most = (text * (MESSAGE_BYTES // len(text.encode()) + 1))[:MESSAGE_BYTES]
    _, line = write_record(GENESIS, 1, 0, Draft("closed", words={"why": most}), lambda: "f" * 32)

    assert len(line.raw) < LONGEST_LINE


def test_every_kind_of_record_that_a_session_can_do_has_a_shape():
    from simulator.session.session import KINDS  # noqa: PLC0415

    assert KINDS.keys() == shapes.BODIES.keys()


def test_a_line_that_is_none_can_not_be_freed_of_words():
    with pytest.raises(Unreadable):
        without_words(b'{"seq":1}', {"text"})


def test_links_depend_on_everything_before():
    assert linked("a", b"x") != linked("b", b"x") != linked("b", b"y")
