"""Sessions of the past are played as they were, whatever the machine calls its time or its hash."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from simulator.session.folder import JOURNAL
from simulator.session.inspecting import verify
from simulator.session.journal.reading import read, read_prefix
from simulator.session.journal.record import FORMAT
from tests.simulator.session.journal import golden
from tests.simulator.session.journal.golden import GOLDEN, KEPT, STANDS, keep, stands, unpacked

FORMATS = KEPT.with_name("formats")
MOST = 250_000
"""Bytes that one of them may take."""


def kept(name: str) -> Any:
    return json.loads((KEPT / name / STANDS).read_text("utf-8"))


@pytest.mark.parametrize("name", GOLDEN)
def test_a_session_of_the_past_stands_as_it_did(
    name: str, tmp_path: Path, pytestconfig: pytest.Config
):
    if pytestconfig.getoption("--update-golden"):
        keep(name, tmp_path / "new")
    session = unpacked(name, tmp_path / "session")
    verdict = verify(session)

    assert verdict.sound
    assert stands(session) == kept(name)
    assert verdict.hashes == {team: it["state"] for team, it in kept(name)["teams"].items()}


@pytest.mark.parametrize(("seed", "zone"), [("0", "UTC"), ("1", "Pacific/Auckland")])
def test_it_stands_so_under_every_hash_seed_and_in_every_time_zone(seed: str, zone: str):
    told = subprocess.run(
        [sys.executable, golden.__file__], check=True, capture_output=True, text=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
    )  # fmt: skip

    assert json.loads(told.stdout) == {name: kept(name) for name in GOLDEN}


def test_the_golden_journals_hold_what_sessions_hold():
    kinds, commands, words = set(), set(), 0
    for name in GOLDEN:
        written = read_prefix(KEPT / name / JOURNAL).written
        assert written is not None
        for record in written.records:
            kinds.add(record.draft.kind)
            commands.add(record.draft.body.get("command", {}).get("ask"))
            words += len(record.draft.words)

    assert kinds == {
        "opened", "invited", "joined", "arrived", "started", "asked", "ran", "paused", "paced",
        "jumped", "left", "returned", "revoked", "stood", "closed", "rewound", "pointed",
        "alerted", "lifted", "wished", "ended", "assigned", "observed", "rated", "refused",
        "set-aside", "planned", "fed-back", "recalled", "retold", "turned",
    }  # fmt: skip
    assert len(commands) > 10
    assert words > 60


def test_a_journal_of_each_format_before_this_one_is_read_whole():
    # Written by the Kulla that had that format, and never written anew.
    kinds = set()
    for format in range(1, FORMAT):
        written = read(FORMATS / f"{format}.jsonl")
        kinds |= {record.draft.kind for record in written.records}
        assert (written.header.journal, written.torn) == (format, 0)
        assert all(record.draft.words or not record.seals for record in written.records)

    assert kinds >= {"joined", "asked", "ran", "stood", "rewound", "alerted", "rated"}


def test_one_was_interrupted_while_its_last_line_was_written():
    written = read_prefix(KEPT / "torn" / JOURNAL).written

    assert written is not None
    assert written.torn > 0
    assert kept("torn")["notes"] == 1


@pytest.mark.parametrize("name", GOLDEN)
def test_they_stay_small(name: str):
    assert sum(file.stat().st_size for file in (KEPT / name).iterdir()) < MOST
