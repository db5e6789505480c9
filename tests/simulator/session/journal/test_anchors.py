"""Who vouches for which part of a journal, and what nobody does."""

import json
import os
import shutil
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.session import acts, folder
from simulator.session.drafting import Place
from simulator.session.folder import JOURNAL
from simulator.session.grants import Grant
from simulator.session.inspecting import Anchor, Claim, verify
from simulator.session.journal.reading import read
from simulator.session.journal.record import _seal
from simulator.session.session import Seen
from tests.simulator.session.journal.scribe import Quick, Scribe, chained, lines_of, told_by

SOAK = int(os.environ.get("SOAK", "1"))


class Witnessed(NamedTuple):
    """A session with its head, a mirror and a claim of each client, all taken at some moment."""

    path: Path
    mirror: Path
    claims: tuple[Claim, ...]
    upto: dict[str, int]


def claim_of(scribe: Scribe, grant: Grant) -> Claim:
    return Claim(grant.id, scribe.session.header.session, grant.id, scribe.seen(grant))


def witnessed(path: Path, seed: int) -> Witnessed:
    """Two watches and control play; head, mirror and clients each stop looking at some moment."""
    dice = Random(seed)
    scribe = Scribe.begin(path)
    control = scribe.sit(Place("control"))
    seats = [scribe.sit(Place("player", "team", "watch")) for _ in range(2)]
    scribe.do(control, acts.Start())
    seen = {grant.id: claim_of(scribe, grant) for grant in (control, *seats)}
    upto = dict.fromkeys(("head file", "mirror"), scribe.opened.journal.seq)
    upto |= {grant.id: 0 for grant in seats} | {control.id: scribe.opened.journal.seq}
    scribe.keep_head()
    copied = b"".join(lines_of(path))
    looking = {"head file", "mirror", *(grant.id for grant in (control, *seats))}
    for n in range(dice.randint(4, 14)):
        scribe.advance(n * 60)
        asker = dice.choice(seats)
        scribe.note(asker, f"Note {n}")
        seq = scribe.opened.journal.seq
        if "head file" in looking:
            scribe.keep_head()
            upto["head file"] = seq
        if "mirror" in looking:
            copied, upto["mirror"] = b"".join(lines_of(path)), seq
        if asker.id in looking:
            seen[asker.id], upto[asker.id] = claim_of(scribe, asker), seq
        if looking and dice.random() < 0.4:
            looking.discard(dice.choice(sorted(looking)))
    scribe.close()
    mirror = path.parent / "mirror"
    mirror.mkdir()
    (mirror / JOURNAL).write_bytes(copied)
    return Witnessed(path, mirror, tuple(seen.values()), upto)


def heard(it: Witnessed) -> dict[str, Anchor]:
    anchors = verify(it.path, it.mirror, it.claims).anchors
    names = {anchor.name: anchor for anchor in anchors}
    return {who: next(a for name, a in names.items() if who in name) for who in it.upto}


@settings(max_examples=20 * SOAK)
@given(seed=st.integers(0, 10**6))
def test_each_anchor_vouches_for_exactly_what_it_has_seen(
    tmp_path_factory: pytest.TempPathFactory, seed: int
):
    """Whoever rewrites a record, and chains everything after it anew, is contradicted by just
    those who had seen that record: the head, the mirror, and the client whose own record it is."""
    it = witnessed(tmp_path_factory.mktemp("anchors") / "session", seed)
    told, raw = told_by(lines_of(it.path)), (it.path / JOURNAL).read_bytes()
    before = heard(it)
    assert {who: anchor.upto for who, anchor in before.items()} == it.upto
    assert not any(anchor.fault for anchor in before.values())

    notes = [n for n, one in enumerate(told) if one.get("body", {}).get("command")]
    for k in notes:
        forged = json.loads(json.dumps(told))
        salt, _ = forged[k]["words"]["text"]
        forged[k]["words"]["text"] = [salt, "Nothing of the kind."]
        forged[k]["seals"]["text"] = _seal(salt, "Nothing of the kind.")
        (it.path / JOURNAL).write_bytes(b"".join(chained(forged)))
        after = heard(it)
        by = told[k]["by"]
        against = {who for who, anchor in after.items() if anchor.fault}
        expected = {who for who in ("head file", "mirror", by) if it.upto[who] >= k}
        assert against == expected
        assert after["mirror"].upto == min(k - 1, it.upto["mirror"])
        (it.path / JOURNAL).write_bytes(raw)
    shutil.rmtree(it.path.parent)


@settings(max_examples=20 * SOAK)
@given(seed=st.integers(0, 10**6))
def test_a_journal_cut_at_a_line_is_contradicted_by_all_who_had_seen_more(
    tmp_path_factory: pytest.TempPathFactory, seed: int
):
    it = witnessed(tmp_path_factory.mktemp("anchors") / "session", seed)
    lines = lines_of(it.path)

    for kept in range(1, len(lines)):
        (it.path / JOURNAL).write_bytes(b"".join(lines[:kept]))
        after = heard(it)
        for who in ("head file", "mirror"):
            assert bool(after[who].fault) == (it.upto[who] >= kept)
        for claim in it.claims:
            # It has seen the time too, which may be younger than the last record that is left.
            if it.upto[claim.grant] >= kept:
                assert after[claim.grant].fault
    shutil.rmtree(it.path.parent)


def test_what_no_anchor_covers_is_only_what_nobody_was_shown_or_told(session: Path):
    """Behind the last head, and before the client that was answered speaks again, a journal cut
    at the end of a line looks whole. `verify` then says how far it was vouched for."""
    scribe = Scribe(folder.open_(session, disk=Quick()))
    (watch,) = (grant for grant in scribe.session.grants if grant.plays)
    vouched = scribe.opened.journal.seq
    scribe.note(watch, "Acknowledged.")
    seen = scribe.seen(watch)
    scribe.close()
    (session / JOURNAL).write_bytes(b"".join(lines_of(session)[:-1]))

    verdict = verify(session)
    assert verdict.sound
    assert [(a.name, a.upto) for a in verdict.anchors] == [("head file", vouched)]
    claim = Claim("the watch officer", "5e5510", watch.id, seen)
    (against,) = (a for a in verify(session, claims=(claim,)).anchors if a.by)
    assert "has seen more" in against.fault


def test_what_a_client_is_told_it_asked_is_covered_down_to_the_words(session: Path):
    written = read(session / JOURNAL)
    it = folder.played(session, written)
    (watch,) = (grant.id for grant in it.grants if grant.plays)
    claim = Claim("watch", "5e5510", watch, it.told(watch))
    told = told_by(lines_of(session))
    k = next(n for n, one in enumerate(told) if one.get("by") == watch)
    salt, _ = told[k]["words"]["text"]
    told[k]["words"]["text"] = [salt, "Never."]
    told[k]["seals"]["text"] = _seal(salt, "Never.")
    (session / JOURNAL).write_bytes(b"".join(chained(told)))

    (against,) = (a for a in verify(session, claims=(claim,)).anchors if a.by)

    assert against.fault


def test_claims_of_another_session_say_nothing(session: Path):
    claim = Claim("stranger", "another", "watch-1", Seen(99, "x", 0))

    assert verify(session, claims=(claim,)).sound


def test_a_client_whose_seat_was_cut_away_speaks_against_the_journal(session: Path):
    claim = Claim("late", "5e5510", "watch-9", Seen())

    assert not verify(session, claims=(claim,)).sound


def test_a_mirror_that_is_not_there_is_said_to_be_missing(session: Path, tmp_path: Path):
    assert "is not there" in verify(session, tmp_path / "nowhere").anchors[1].fault
