"""What stands beside a journal, its head and the scenario as it was, is judged as strictly."""

import json
import shutil
from pathlib import Path

import pytest

from simulator.session import folder
from simulator.session.journal import head
from tests.simulator.session.journal.opening import flipped, flips, opened, refusal, tried
from tests.simulator.session.journal.scribe import (
    Quick,
    Scribe,
)


@pytest.mark.usefixtures("known_scenario")
def test_a_turned_bit_in_the_head_is_noticed(session: Path):
    raw, whole = (session / head.NAME).read_bytes(), opened(session)[0]

    for bit in flips(raw, 1200):
        (session / head.NAME).write_bytes(flipped(raw, bit))
        found = tried(session)
        assert found == whole or "head file" in found


def test_a_turned_bit_in_the_scenario_is_noticed(session: Path):
    copy = session / folder.SCENARIO / "scenario.yaml"
    raw = copy.read_bytes()

    for bit in flips(raw, 60):
        copy.write_bytes(flipped(raw, bit))
        assert "its copy of the scenario was changed" in refusal(session)


def heads(session: Path) -> dict[str, bytes]:
    kept = head.read(session)
    raw = (session / head.NAME).read_bytes()
    other = json.dumps({"session": "x", "seq": 1, "chain": "", "reached": {}, "utc": 0})
    return {
        "empty": b"", "zeros": bytes(len(raw)), "half": raw[: len(raw) // 2], "words": b"hello\n",
        "list": b"[1,2]", "number": b"7", "deep": b"[" * 100_000, "long": b'"' + b"x" * (2 << 20),
        "without sum": other.encode(), "latin": "{\"session\":\"é\"}".encode("latin-1"),
        "later": raw.replace(f'"seq": {kept.seq}'.encode(), f'"seq": {kept.seq + 1}'.encode()),
    }  # fmt: skip


@pytest.mark.parametrize("name", ["empty", "zeros", "half", "words", "list", "number", "deep",
                                  "long", "without sum", "latin", "later"])  # fmt: skip
def test_a_head_that_is_none_is_refused(session: Path, name: str):
    (session / head.NAME).write_bytes(heads(session)[name])

    assert "head file" in refusal(session)


def test_a_missing_head_is_named(session: Path):
    (session / head.NAME).unlink()

    assert "the head file is missing" in refusal(session)


def test_the_head_of_another_session_is_refused(session: Path):
    kept = head.read(session)
    foreign = head.Head("another", kept.seq, kept.chain, kept.reached, kept.utc)
    head.write(session, foreign, Quick())

    assert "belongs to session another" in refusal(session)


def test_a_head_that_counts_from_behind_is_refused(session: Path):
    kept = head.read(session)
    head.write(session, head.Head(kept.session, -1, kept.chain, {}, kept.utc), Quick())

    assert "head file" in refusal(session)


def test_with_an_older_head_all_records_are_there_and_time_goes_on_from_the_last(session: Path):
    scribe = Scribe(folder.open_(session, disk=Quick()))
    (watch,) = (grant for grant in scribe.session.grants if grant.plays)
    old = (session / head.NAME).read_bytes()
    scribe.advance(200)
    scribe.note(watch, "Later.")
    scribe.advance(300)
    scribe.keep_head()
    scribe.close()
    (session / head.NAME).write_bytes(old)

    again = folder.open_(session, disk=Quick())

    assert again.session.teams["team"].now == 200
    assert again.journal.seq == scribe.opened.journal.seq
    again.close()


@pytest.mark.parametrize("change", ["gone", "no yaml", "one more", "another text", "no text"])
def test_a_scenario_that_is_not_the_one_of_the_session_is_refused(session: Path, change: str):
    copy = session / folder.SCENARIO
    main = copy / "scenario.yaml"
    if change == "gone":
        shutil.rmtree(copy)
    elif change == "no yaml":
        main.write_text("roles: [")
    elif change == "one more":
        (copy / "injects").mkdir()
        (copy / "injects" / "more.yaml").write_text("injects: []\n")
    elif change == "another text":
        main.write_text(main.read_text().replace("Nothing happens", "Nothing happened"))
    else:
        main.write_bytes(b"\xff\xfe\x00")

    assert "its copy of the scenario" in refusal(session)
