"""A clock pauses by itself at each of its hold points, and nothing lets it go past one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.session import acts, folder
from simulator.session.drafting import hold_points
from simulator.session.journal import head
from simulator.session.limits import HOLD_POINTS
from tests.simulator.session.controlled import Controlled
from tests.simulator.session.durability.leading import Evening, two_leading
from tests.simulator.session.durability.virtual import virtually
from tests.simulator.session.journal.scribe import Quick, stand


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Controlled]:
    controlled = Controlled(tmp_path)
    yield controlled
    controlled.scribe.opened.journal.close()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return two_leading(tmp_path_factory.mktemp("kept") / "session")


@pytest.fixture
def evening(kept: Path, tmp_path: Path) -> Evening:
    return Evening(shutil.copytree(kept, tmp_path / "session"))


def test_the_clock_stops_at_the_point_and_says_why(room: Controlled):
    assert room.do(room.arta, acts.HoldPoint(at=600)) == ""
    assert room.do(room.arta, acts.HoldPoint(at=300)) == ""
    room.do(room.arta, acts.Start())
    assert [*room.team.holds] == [300, 600]

    room.scribe.advance(5000)
    assert (room.team.now, room.team.at_hold_point) == (300, True)
    room.scribe.keep(*hold_points(room.session))

    assert (room.team.stands, room.team.why) == ("paused", "hold point")
    assert [*room.team.holds] == [600]
    room.do(room.arta, acts.Run())
    room.scribe.advance(599)
    assert not room.team.at_hold_point
    room.scribe.stand()
    assert stand(room.replayed()) == stand(room.session)


def test_a_jump_stops_at_the_first_point_on_its_way(room: Controlled):
    room.do(room.arta, acts.Start())
    room.do(room.arta, acts.Pause())
    room.do(room.arta, acts.HoldPoint(at=600))

    assert room.do(room.arta, acts.Jump(to=900)) == ""
    assert (room.team.now, room.team.why, room.team.holds) == (600, "hold point", ())
    assert room.do(room.arta, acts.Jump(to=900)) == ""
    assert room.team.now == 900
    assert stand(room.replayed()) == stand(room.session)


def test_what_can_not_be_a_hold_point_is_refused(room: Controlled):
    assert room.why_not(room.arta, acts.HoldPoint(at=0)) == "that moment is not ahead"
    room.do(room.arta, acts.Start())
    room.scribe.advance(60)
    assert room.why_not(room.arta, acts.HoldPoint(at=60)) == "that moment is not ahead"
    assert room.why_not(room.arta, acts.HoldPoint(at=90, off=True)) == (
        "there is no such hold point"
    )
    for at in range(100, 100 + HOLD_POINTS):
        assert room.do(room.arta, acts.HoldPoint(at=at)) == ""
    assert room.why_not(room.arta, acts.HoldPoint(at=100)) == "there is a hold point already"
    assert room.why_not(room.arta, acts.HoldPoint(at=90)) == "a clock has 100 hold points at most"


def test_a_point_that_was_taken_away_holds_nobody(room: Controlled):
    room.do(room.arta, acts.Start())
    room.do(room.arta, acts.HoldPoint(at=300))
    assert room.do(room.besa, acts.HoldPoint(at=300, off=True)) == ""
    room.scribe.advance(900)
    assert (room.team.now, room.team.holds) == (900, ())


def test_of_several_teams_only_the_one_that_is_meant_is_held(tmp_path: Path):
    room = Controlled(tmp_path, teams=("red", "blue"))
    room.do(room.arta, acts.HoldPoint(at=300, team="blue"))
    room.do(room.arta, acts.Start())
    room.scribe.advance(900)
    assert [team.now for team in room.session.teams.values()] == [900, 300]
    room.scribe.opened.journal.close()


def test_points_that_lie_ahead_of_where_control_goes_back_to_stay(room: Controlled):
    room.do(room.arta, acts.Start())
    room.do(room.arta, acts.HoldPoint(at=1200))
    room.scribe.advance(900)
    room.do(room.arta, acts.Rewind(to=60))
    room.do(room.arta, acts.Run())
    room.scribe.advance(9000)
    assert room.team.now == 1200


def test_a_host_keeps_the_pause_and_everybody_sees_it(evening: Evening):
    async def story() -> None:
        await evening.begin()
        at = evening.stage.now + 90
        await evening.do(evening.arta, acts.HoldPoint(at=at))
        await evening.wait(4)

        assert evening.stage.now == at
        clock = evening.dora.clock
        assert (clock.now, clock.stands, clock.why) == (at, "paused", "hold point")
        (paused,) = evening.records("paused")
        assert (paused.draft.at, paused.draft.body, paused.draft.by) == (at, {"point": True}, "")
        assert (await evening.do(evening.besa, acts.Run())).done
        await evening.wait(2)
        assert evening.stage.now > at
        await evening.end()

    virtually(story())


def test_a_host_that_died_at_a_hold_point_pauses_there_when_it_is_back(evening: Evening):
    async def story() -> None:
        await evening.begin()
        at = evening.stage.now + 90
        await evening.do(evening.arta, acts.HoldPoint(at=at))
        opened = evening.stage.host.opened
        await evening.crash()
        # It had shown the second, and died before it had kept that the clock stands.
        opened.session.teams["team"].advance(at)
        head.write(opened.path, folder.head_of(opened, 0), Quick())
        await evening.open()
        assert evening.stage.now == at
        await evening.wait(3)

        assert evening.stage.now == at
        team = evening.stage.host.session.teams["team"]
        assert (team.holds, team.why) == ((), "hold point")
        await evening.end()

    virtually(story())
