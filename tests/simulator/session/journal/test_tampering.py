"""Somebody has changed a journal, and may know how it is chained. `SOAK` makes more of it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.session import folder
from simulator.session.errors import BadJournal
from simulator.session.folder import JOURNAL
from simulator.session.journal import head
from simulator.session.journal.reading import read, read_prefix
from simulator.session.journal.record import Draft
from tests.simulator.session.journal.opening import SOAK, refusal, tried
from tests.simulator.session.journal.scribe import (
    Quick,
    Scribe,
    chained,
    lines_of,
    told_by,
)

Edit = Callable[[list[bytes], int], list[bytes]]


def edited(lines: list[bytes], k: int) -> list[bytes]:
    return [*lines[:k], lines[k].replace(b'"utc":18', b'"utc":17'), *lines[k + 1 :]]


def removed(lines: list[bytes], k: int) -> list[bytes]:
    return [*lines[:k], *lines[k + 1 :]]


def doubled(lines: list[bytes], k: int) -> list[bytes]:
    return [*lines[: k + 1], *lines[k:]]


def swapped(lines: list[bytes], k: int) -> list[bytes]:
    return [*lines[:k], lines[k + 1], lines[k], *lines[k + 2 :]]


def emptied(lines: list[bytes], k: int) -> list[bytes]:
    return [*lines[:k], b"\n", *lines[k + 1 :]]


def joined(lines: list[bytes], k: int) -> list[bytes]:
    return [*lines[:k], lines[k][:-1] + lines[k + 1], *lines[k + 2 :]]


@pytest.mark.parametrize(
    ("edit", "after"),
    [(edited, 0), (removed, 0), (doubled, 1), (swapped, 0), (emptied, 0), (joined, 0)],
)
def test_lines_that_were_tampered_with_are_named(session: Path, edit: Edit, after: int):
    lines = lines_of(session)

    for k in range(1, len(lines) - 1):
        (session / JOURNAL).write_bytes(b"".join(edit(lines, k)))
        with pytest.raises(BadJournal) as bad:
            read(session / JOURNAL)
        assert bad.value.line == k + 1 + after


Forge = Callable[[list[dict[str, Any]], int], None]


def another_word(told: list[dict[str, Any]], k: int) -> None:
    told[k]["at"] += 1


def another_date(told: list[dict[str, Any]], k: int) -> None:
    told[k]["utc"] -= 86_400_000


def one_less(told: list[dict[str, Any]], k: int) -> None:
    del told[k]
    for number, one in enumerate(told):
        one["seq"] = number


def one_more(told: list[dict[str, Any]], k: int) -> None:
    told.insert(k, dict(told[1]))
    for number, one in enumerate(told):
        one["seq"] = number


def another_order(told: list[dict[str, Any]], k: int) -> None:
    told[k], told[k - 1] = told[k - 1], told[k]
    for number, one in enumerate(told):
        one["seq"] = number


def cut_off(told: list[dict[str, Any]], k: int) -> None:
    del told[k:]


@pytest.mark.parametrize(
    "forge", [another_word, another_date, one_less, one_more, another_order, cut_off]
)
@pytest.mark.usefixtures("known_scenario")
def test_what_was_rewritten_and_chained_anew_is_refused_by_the_head(session: Path, forge: Forge):
    told = told_by(lines_of(session))

    for k in range(2, len(told)):
        forged = json.loads(json.dumps(told))
        forge(forged, k)
        (session / JOURNAL).write_bytes(b"".join(chained(forged)))
        sentence = refusal(session)
        assert "head file" in sentence or "journal.jsonl, line" in sentence


@pytest.mark.usefixtures("known_scenario")
@settings(max_examples=150 * SOAK)
@given(data=st.data())
def test_whatever_is_chained_rightly_is_refused_or_played_but_breaks_nothing(
    written: Path, steered: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
):
    """Somebody who knows how writes any journal they like, and the head to it."""
    session = tmp_path_factory.mktemp("forged") / "session"
    shutil.copytree(data.draw(st.sampled_from([written, steered])), session)
    told = told_by(lines_of(session))
    for _ in range(data.draw(st.integers(1, 3))):
        scrambled(told, data)
    for number, one in enumerate(told):
        one["seq"] = number
    (session / JOURNAL).write_bytes(b"".join(chained(told)))
    found = read_prefix(session / JOURNAL).written
    if found:
        reached = {"team": data.draw(st.integers(0, 10**12)), "nobody": 5}
        takes = {"team": data.draw(st.integers(0, 3))}
        new = head.Head(found.header.session, found.seq, found.chain, reached, 0, takes)
        head.write(session, new, Quick())

    assert tried(session)
    shutil.rmtree(session)


ODD: st.SearchStrategy[Any] = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just([])
)
SCRAPS = st.recursive(
    ODD, lambda x: st.lists(x, max_size=2) | st.dictionaries(st.text(max_size=5), x, max_size=2)
)


def scrambled(told: list[dict[str, Any]], data: st.DataObject) -> None:
    """Something of one line becomes something else, or the line stands elsewhere."""
    k = data.draw(st.integers(1, len(told) - 1))
    how = data.draw(st.sampled_from(["part", "body", "inside", "copy", "kind", "move"]))
    one = told[k]
    if how == "part":
        one[data.draw(st.sampled_from(sorted(one)))] = data.draw(SCRAPS)
    elif how == "body":
        one["body"] = data.draw(st.dictionaries(st.text(max_size=5), SCRAPS, max_size=2))
    elif how == "inside" and isinstance(one["body"], dict) and one["body"]:
        one["body"][data.draw(st.sampled_from(sorted(one["body"])))] = data.draw(SCRAPS)
    elif how == "copy":
        told.insert(k, json.loads(json.dumps(told[data.draw(st.integers(1, len(told) - 1))])))
    elif how == "kind":
        one["kind"] = data.draw(st.sampled_from([other["kind"] for other in told[1:]]))
    else:
        told.insert(data.draw(st.integers(1, len(told) - 1)), told.pop(k))


def test_the_journal_of_another_session_is_refused(session: Path, tmp_path: Path):
    other = Scribe.begin(tmp_path / "other")
    told = told_by(lines_of(other.opened.path))
    told[0]["session"] = "another"
    other.close()
    (session / JOURNAL).write_bytes(b"".join(chained(told)))

    assert "belongs to session" in refusal(session)


def test_an_earlier_journal_of_the_same_session_is_refused(session: Path):
    lines = lines_of(session)
    (session / JOURNAL).write_bytes(b"".join(lines[:-3]))

    assert "its last lines are missing" in refusal(session)


def test_a_world_that_does_not_stand_as_it_did_is_refused_with_its_line(session: Path):
    told = told_by(lines_of(session))
    k = next(n for n, one in enumerate(told) if one.get("kind") == "stood")
    told[k]["body"]["state"] = "0" * 64
    (session / JOURNAL).write_bytes(b"".join(chained(told)))
    found = read(session / JOURNAL)
    head.write(session, head.Head("5e5510", found.seq, found.chain, {}, 0), Quick())

    sentence = refusal(session)

    assert f"line {k + 1}: record {k}" in sentence
    assert "does not stand" in sentence


def test_a_record_that_speaks_of_nobody_is_refused_with_its_line(session: Path):
    scribe = Scribe(folder.open_(session, disk=Quick()))
    scribe.opened.journal.append([Draft("revoked", body={"grant": "nobody-1"})], 0)
    scribe.close()

    assert f"line {len(lines_of(session))}: record" in refusal(session)
