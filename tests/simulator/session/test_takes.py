"""Control goes back in time: the world is as it was then, and the take before stays kept."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.cli.verify import as_lines
from simulator.engine.commands import Answer, Message, Order
from simulator.scenario.scenario import Scenario
from simulator.session import acts, folder
from simulator.session.drafting import Place
from simulator.session.folder import JOURNAL, SCENARIO
from simulator.session.inspecting import recover, verify
from simulator.session.journal import head
from simulator.session.journal.reading import read
from simulator.session.journal.record import Draft
from simulator.session.session import Seen
from tests.simulator.session.controlled import Controlled
from tests.simulator.session.durability.played import Played
from tests.simulator.session.durability.retold import retold
from tests.simulator.session.durability.test_replay import SOAK, WORLDS
from tests.simulator.session.journal.scribe import FIRST_WATCH, Quick, Scribe, lines_of, stand

SEEDS = st.integers(0, 1_000_000)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Controlled]:
    controlled = Controlled(tmp_path)
    controlled.do(controlled.arta, acts.Start())
    yield controlled
    controlled.scribe.opened.journal.close()


def test_going_back_undoes_what_was_asked_since_and_pauses(room: Controlled):
    room.scribe.advance(60)
    room.scribe.ask(room.soc, Order("soc", "work"))
    room.scribe.advance(7300)
    before = room.team.exercise.state.hash()
    room.scribe.ask(room.soc, Answer("soc", "later", "yes"))

    assert room.do(room.arta, acts.Rewind(to=7300, why="The projector failed.")) == "closed"
    room.scribe.advance(7400)
    assert room.do(room.arta, acts.Rewind(to=7300, why="The projector failed.")) == ""

    team = room.team
    assert (team.now, team.take, team.stands) == (7300, 2, "paused")
    assert team.why == "gone back to T+02:01, take 2: The projector failed."
    assert team.exercise.state.hash() == before
    assert room.scribe.ask(room.soc, Answer("soc", "later", "no")).done
    assert stand(room.replayed()) == stand(room.session)


def test_work_in_progress_and_consents_that_wait_are_as_they_were(room: Controlled):
    room.scribe.advance(60)
    room.scribe.ask(room.soc, Order("soc", "work"))
    room.scribe.ask(room.soc, Order("soc", "plead"))
    room.scribe.advance(600)
    before = room.team.exercise.state.hash()
    assert room.team.exercise.state.orders["work-1"].phase == "running"
    room.scribe.advance(3700)
    assert room.team.exercise.state.orders["work-1"].phase == "done"

    room.do(room.arta, acts.Rewind(to=600))

    assert room.team.exercise.state.hash() == before
    room.scribe.advance(60 + 3600 - 1)
    assert room.team.exercise.state.orders["work-1"].phase == "running"
    room.scribe.advance(60 + 3600)
    assert room.team.exercise.state.orders["work-1"].phase == "done"


def test_a_moment_that_is_not_behind_is_refused(room: Controlled):
    room.scribe.advance(60)
    for to in (60, 61, 10**9):
        assert room.why_not(room.arta, acts.Rewind(to=to)) == "that moment is not behind"
    assert room.team.take == 1


def test_before_startex_there_is_nothing_to_go_back_to(tmp_path: Path):
    room = Controlled(tmp_path)
    assert room.why_not(room.arta, acts.Rewind(to=0)) == "the exercise has not begun"
    room.scribe.opened.journal.close()


def test_whoever_has_a_seat_now_has_it_in_the_new_take(room: Controlled):
    room.scribe.advance(600)
    room.scribe.sit(Place("player", "team", "csmu"), "Ejona")
    room.scribe.advance(900)
    room.scribe.keep(Draft("left", team="team", body={"role": "soc"}))
    assert room.team.exercise.state.staffed == ("csmu",)

    room.do(room.arta, acts.Rewind(to=300))

    assert room.team.exercise.state.staffed == ("csmu",)
    assert stand(room.replayed()) == stand(room.session)


def test_one_goes_back_into_a_discussion_that_holds_the_clock_and_from_the_end(room: Controlled):
    room.scribe.advance(5 * 3600)
    assert room.team.exercise.held
    held = room.team.now
    room.do(room.arta, acts.Rewind(to=held - 60))
    assert not room.team.exercise.held

    room.scribe.advance(held)
    assert room.team.stands == "held"
    room.there(room.arta)
    room.do(room.arta, acts.End(why="Enough."))
    assert room.team.stands == "over"
    room.do(room.arta, acts.Rewind(to=60))
    assert (room.team.take, room.team.stands) == (3, "paused")
    assert stand(room.replayed()) == stand(room.session)


def test_only_the_team_that_is_meant_goes_back(tmp_path: Path):
    room = Controlled(tmp_path, teams=("red", "blue"))
    room.do(room.arta, acts.Start())
    room.scribe.advance(900)

    assert room.do(room.arta, acts.Rewind(to=60, team="blue")) == ""
    assert [(t.now, t.take) for t in room.session.teams.values()] == [(900, 1), (60, 2)]
    assert room.do(room.arta, acts.Rewind(to=50)) == ""
    assert [(t.now, t.take) for t in room.session.teams.values()] == [(50, 2), (50, 3)]
    room.scribe.opened.journal.close()


def test_the_take_before_stays_in_the_journal(room: Controlled):
    room.scribe.advance(600)
    room.scribe.ask(room.soc, Message("soc", ("csmu",), "Said in the first take."))
    room.scribe.advance(700)
    room.do(room.arta, acts.Rewind(to=60))

    written = read(room.path)
    said = [r.draft.words.get("text") for r in written.records]
    assert "Said in the first take." in said
    assert [r.draft.kind for r in written.records][-2:] == ["stood", "rewound"]
    assert "Said in the first take." not in str(room.team.exercise.log)


@settings(max_examples=15 * SOAK)
@given(it=WORLDS, seed=SEEDS)
def test_however_often_control_goes_back_the_world_is_that_of_a_fresh_replay(
    tmp_path_factory: pytest.TempPathFactory, it: Scenario, seed: int
):
    played = Played(tmp_path_factory.mktemp("takes") / JOURNAL, it, seed)
    played.scribe.do(played.control, acts.Start())
    for _ in range(3):
        played.play(12)
        played.rewind()
    played.scribe.opened.journal.close()

    for team in played.scribe.session.teams.values():
        fresh = retold(played.path, it, team.name).exercise
        assert (fresh is not None) == team.started
        if fresh:
            fresh.advance(team.now)
            assert fresh.state.hash() == team.exercise.state.hash()
            assert fresh.log == team.exercise.log


def of_takes(path: Path) -> Scribe:
    """A session that has seen second 3000, and has just gone back to 600."""
    scribe = Scribe.begin(path, FIRST_WATCH)
    control = scribe.sit(Place("control"))
    scribe.sit(Place("player", "team", "watch"))
    scribe.do(control, acts.Start())
    scribe.advance(3000)
    scribe.keep_head()
    scribe.do(control, acts.Rewind(to=600))
    return scribe


def opened_again(path: Path) -> tuple[int, int]:
    again = folder.open_(path, disk=Quick())
    again.close()
    return again.session.teams["team"].now, again.session.teams["team"].take


def test_a_crash_before_the_next_head_does_not_play_the_new_take_on(tmp_path: Path):
    path = tmp_path / "session"
    scribe = of_takes(path)
    scribe.close()

    assert head.read(path).reached == {"team": 3000}
    assert opened_again(path) == (600, 2)
    verdict = verify(path)
    assert verdict.takes == {"team": 2}
    assert any(line.endswith(", in take 2") for line in as_lines(path, verdict))


def test_what_was_seen_of_the_new_take_is_played_on_to(tmp_path: Path):
    path = tmp_path / "session"
    scribe = of_takes(path)
    scribe.advance(900)
    scribe.keep_head()
    scribe.close()

    assert opened_again(path) == (900, 2)
    saved = tmp_path / "saved"
    recover(path, saved, Quick())
    assert opened_again(saved) == (900, 2)


def test_a_lost_rewinding_leaves_the_take_before_where_it_was(tmp_path: Path):
    path = tmp_path / "session"
    of_takes(path).close()
    *kept, _ = lines_of(path)
    (path / JOURNAL).write_bytes(b"".join(kept))

    assert opened_again(path) == (3000, 1)


def test_a_head_from_before_there_were_takes_speaks_of_the_first(tmp_path: Path):
    path = tmp_path / "session"
    scribe = Scribe.begin(path, FIRST_WATCH)
    scribe.do(scribe.sit(Place("control")), acts.Start())
    scribe.advance(3000)
    scribe.keep_head()
    scribe.close()
    told = json.loads((path / head.NAME).read_bytes())
    del told["takes"], told["sum"]
    (path / head.NAME).write_text(json.dumps(told | {"sum": head._sum(told)}))

    assert opened_again(path) == (3000, 1)


def test_who_saw_more_of_a_take_before_is_let_in_and_nobody_who_saw_more_than_that(
    room: Controlled,
):
    room.scribe.advance(3000)
    room.do(room.arta, acts.Rewind(to=600))
    told = room.session.told(room.soc.id)

    for session in (room.session, room.replayed()):
        assert session.vouches_for(room.soc.id, told._replace(now=3000))
        assert not session.vouches_for(room.soc.id, told._replace(now=3001))
        assert not session.vouches_for(room.soc.id, Seen(1, "forged", 60))


def test_however_a_journal_of_takes_is_cut_it_is_a_session_of_its_own(tmp_path: Path):
    path = tmp_path / "session"
    scribe = of_takes(path)
    scribe.advance(700)
    scribe.do(scribe.session.grants["control-1"], acts.Rewind(to=60))
    scribe.stand()
    scribe.close()
    lines, dice = lines_of(path), Random("cut")
    (path / head.NAME).unlink()

    for upto in dice.sample(range(1, len(lines)), 6):
        (path / JOURNAL).write_bytes(b"".join(lines[: upto + 1]))
        session = folder.played(path, read(path / JOURNAL))
        team = session.teams["team"]
        backs = sum(b'"kind":"rewound"' in line for line in lines[: upto + 1])
        assert team.take == 1 + backs
    assert (path / SCENARIO).is_dir()
