"""Saving is replay: what a journal holds, played anew, is the session that was played."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine.commands import Note
from simulator.scenario.load import load
from simulator.scenario.scenario import Scenario
from simulator.session import acts, folder
from simulator.session.asking import taken_apart
from simulator.session.drafting import Place, standing
from simulator.session.folder import JOURNAL, Opened
from simulator.session.grants import Part
from simulator.session.journal.reading import read
from simulator.session.journal.record import Draft
from simulator.session.session import Session
from tests.laws.generated import world
from tests.simulator.engine.playbook import scenario
from tests.simulator.session.durability.played import Played, again, glance, written_down
from tests.simulator.session.journal.scribe import FIRST_WATCH, ROOT, Quick, Scribe, stand

SOAK = int(os.environ.get("SOAK", "1"))
HANG = 120.0
"""Seconds after which something hangs."""
WRITTEN = [load(ROOT / path) for path in ("tests/scenarios/everything", "scenarios/first-watch")]
SEEDS = st.integers(0, 1_000_000)
WORLDS = st.one_of(SEEDS.map(world), st.sampled_from(WRITTEN))

law = settings(max_examples=50 * SOAK)


@law
@given(it=WORLDS, seed=SEEDS)
def test_a_journal_played_anew_is_the_session_that_was_played(
    tmp_path_factory: pytest.TempPathFactory, it: Scenario, seed: int
):
    played = Played(tmp_path_factory.mktemp("played") / JOURNAL, it, seed)
    played.play()
    live = played.scribe.session
    written = read(played.path)

    anew = Session(it, written.header)
    for record, before in zip(written.records, played.after, strict=True):
        # Every beginning of the journal is a session too, and the same one.
        anew.apply(record)
        assert glance(anew, record) == before
    for team in anew.teams.values():
        team.advance(live.teams[team.name].now)
    assert stand(anew) == stand(live)
    assert written.chain == played.scribe.opened.journal.chain
    played.scribe.opened.journal.close()


@law
@given(it=WORLDS, seed=SEEDS)
def test_what_was_answered_once_is_answered_the_same_for_ever(
    tmp_path_factory: pytest.TempPathFactory, it: Scenario, seed: int
):
    """Asked again of the session as it is read back, nothing more is written down."""
    played = Played(tmp_path_factory.mktemp("played") / JOURNAL, it, seed)
    played.play()
    live, journal = played.scribe.session, played.scribe.opened.journal
    anew = again(played.path, it)
    before, seq = stand(anew), journal.seq
    scribe = Scribe(Opened(played.path, anew, journal, None, Quick()))  # type: ignore[arg-type]

    answers = [ask(scribe) for ask in played.asked]

    known = [answer for _, answer in live.answers.first.values()]
    assert sorted(answers) == sorted(known)
    assert stand(anew) == before
    assert journal.seq == seq
    journal.close()


@pytest.mark.parametrize("act", [acts.Pause(why="Not yet."), acts.Close()])
def test_control_may_stop_in_the_very_second_in_which_it_began(tmp_path: Path, act: acts.Act):
    """How the world stands is written down then, and something happens at second 0."""
    opening = scenario(injects=[{"id": "first", "at": "0s"}])
    scribe = written_down(tmp_path / JOURNAL, opening)
    control = scribe.sit(Place("control"))

    assert scribe.do(control, acts.Start()).done
    assert scribe.do(control, act).done

    assert stand(again(tmp_path / JOURNAL, opening)) == stand(scribe.session)
    scribe.opened.journal.close()


@pytest.mark.parametrize("part", ["player", "observer"])
def test_who_arrives_arrives_at_the_second_to_which_their_team_has_come(tmp_path: Path, part: Part):
    """Also where a seat has somebody already, and nothing in the world changes."""
    quiet = scenario(roles={"soc": {}})
    scribe = written_down(tmp_path / JOURNAL, quiet)
    control = scribe.sit(Place("control"))
    scribe.sit(Place("player", "team", "soc"))
    scribe.do(control, acts.Start())
    scribe.advance(1234)

    scribe.sit(Place(part, "team", "soc"))

    assert again(tmp_path / JOURNAL, quiet).teams["team"].now == 1234
    scribe.opened.journal.close()


@pytest.fixture(scope="module")
def long_session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten thousand records of a session of some hours."""
    path = tmp_path_factory.mktemp("long") / "session"
    scribe = Scribe.begin(path, FIRST_WATCH)
    control = scribe.sit(Place("control"))
    seats = [scribe.sit(Place("player", "team", role)) for role in scribe.session.scenario.roles]
    scribe.do(control, acts.Start())
    team = scribe.session.teams["team"]
    for hundred in range(100):
        drafts = []
        for n in range(100):
            seat = seats[n % len(seats)]
            command, words = taken_apart(Note(seat.role, f"Note {n} of {hundred}: " + "x" * 80))
            body = {"id": scribe.dice.randbytes(16).hex(), "command": command}
            drafts.append(Draft("asked", seat.id, "team", 0, body, words))
        team.advance(hundred * 100)
        scribe.keep(*drafts)
    scribe.keep(standing(team))
    scribe.keep_head()
    scribe.close()
    return path


def test_ten_thousand_records_are_taken_up_again(long_session: Path):
    begun = time.perf_counter()
    it = folder.open_(long_session, disk=Quick())
    seconds = time.perf_counter() - begun
    it.close()

    assert it.journal.seq > 10_000
    assert len(it.session.answers.first) > 10_000
    sys.stdout.write(f"{it.journal.seq} records were taken up again in {seconds:.2f} s\n")
    # Two seconds is the aim, which benchmarks measure; here a hang is noticed.
    assert seconds < HANG


def test_reading_takes_time_in_proportion_to_length(long_session: Path):
    """A look at the work done rather than at a clock: each line is parsed once."""
    calls = 0

    def count(frame: Any, event: str, arg: Any) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        written = read(long_session / JOURNAL)
    finally:
        sys.setprofile(None)
    assert calls < 40 * written.seq
