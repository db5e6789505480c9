"""What control saw at a moment, put together from the record."""

from pathlib import Path

import pytest

from simulator.engine.exercise import Exercise
from tests.simulator.review.stopped import SMOKE, stopped
from tui.replaying.chair import ReplayChair
from tui.replaying.opening import opened
from tui.replaying.projector import Projector
from tui.replaying.screens import ReplayRoom


@pytest.fixture(scope="module")
def projector(session: Path) -> Projector:
    return opened(session, team="north")


def chair_at(projector: Projector, at: int, team: str = "north") -> ReplayChair:
    projector.look(projector.sight._replace(team=team, take=0))
    projector.go_to(at)
    return ReplayChair(projector, wall=lambda: 0.0)


def test_each_team_is_as_it_was_at_that_second_of_its_own(projector: Projector):
    room = chair_at(projector, 4000).room()
    for row in room.teams:
        run = projector.recorded.take(row.name).run
        then = Exercise.again(
            projector.recorded.scenario, run.setup, run.asked, 4000, inclusive=True
        )
        assert (row.now, row.met, row.points, row.service) == (
            then.now, then.board().met, then.board().points, then.board().service,
        )  # fmt: skip
    assert [row.team for row in room.standings] == [*projector.recorded.takes]


def test_who_was_there_is_who_had_come_and_had_not_left(projector: Projector):
    take = projector.recorded.take("north")
    late = chair_at(projector, 3000).room()
    utc = take.utc(3000)
    assert utc is not None
    assert {row.grant for row in late.people} == {
        it.grant for it in projector.recorded.people
        if it.came <= utc and (it.left is None or utc < it.left)
    }  # fmt: skip


def test_notes_and_ratings_come_at_their_moment_and_go_when_one_goes_back(projector: Projector):
    chair = chair_at(projector, 1800)
    before = chair.room()
    projector.go_to(1860)
    after = chair.room()
    assert [note.at for note in after.notes if note not in before.notes] == [1860]
    projector.go_to(projector.until)
    assert len(chair.room().ratings) > len(after.ratings)
    projector.go_to(1800)
    assert chair.room() == before


def test_the_contest_is_as_it_stood_then_also_when_one_has_gone_back(projector: Projector):
    chair = chair_at(projector, 5000)
    late = chair.room()
    assert {row.team: row.solved for row in late.scores}["north"] == 1
    projector.go_to(3700)
    early = chair.room()
    assert not any(row.solved for row in early.scores)
    projector.go_to(5000)
    assert chair.room() == late


def test_the_panel_is_the_same_thing_as_long_as_nothing_changes(projector: Projector):
    chair = chair_at(projector, 3000)
    assert chair.tick()
    assert not chair.tick()
    panel = chair.panel()
    assert panel is not None
    assert panel.team == "north"
    assert chair.panel() is panel
    chair.watch("south", "archive")
    assert chair.tick()
    other, over = chair.panel(), chair.shoulder()
    assert other is not None
    assert other.team == "south"
    assert over is not None
    assert over.role.id == "archive"
    assert over.now == 3000


def test_how_control_stood_then_is_in_its_room(tmp_path: Path):
    """Given a session that stood for an emergency; when its room is looked at at that second and
    later; then who called it, duties, hold points and a wish for ENDEX are those of then."""
    projector = opened(stopped(tmp_path / "session"), take=1)
    room = chair_at(projector, 600, "north").room()
    projector.look(projector.sight._replace(take=1))
    assert room.no_duff
    assert (room.no_duff.by, room.no_duff.why) == ("Besa", SMOKE)
    assert [(team.stands, team.why) for team in room.teams] == [("no-duff", SMOKE)] * 2

    chair = ReplayChair(projector)
    projector.go_to(25 * 60)
    room = chair.room()
    assert room.no_duff is None
    assert [team.holds for team in room.teams] == [(1800,), ()]
    assert [row.by for row in room.duties if row.duty == "clock"] == ["Luan"]
    projector.go_to(30 * 60)
    assert [(team.why, team.holds) for team in chair.room().teams] == [("hold point", ()), ("", ())]
    assert chair.room().ending == ()
    projector.go_to(45 * 60)
    assert [wish.by for wish in chair.room().ending] == ["Besa"]


def test_an_alarm_names_no_key_where_nothing_can_be_done(projector: Projector):
    chair_at(projector, 15_000)
    told = ReplayRoom(projector).alarmed()
    assert any("too much at once" in alarm.words for alarm in told)
    assert not any(alarm.proposal for alarm in told)
