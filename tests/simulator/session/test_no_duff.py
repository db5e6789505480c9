"""NO DUFF: a real emergency freezes everything, and it takes two people to say that it is over."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.engine.commands import Fire, Note
from simulator.engine.errors import Refused
from simulator.session import acts
from simulator.session.drafting import Place, startex
from simulator.session.host.attendance import Attendance
from simulator.session.host.timekeeping import Times
from tests.simulator.session.controlled import Controlled
from tests.simulator.session.durability.leading import Evening, two_leading
from tests.simulator.session.durability.virtual import virtually
from tests.simulator.session.journal.scribe import stand

STANDS_STILL = "a real emergency: the exercise stands still"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Controlled]:
    controlled = Controlled(tmp_path, teams=("red", "blue"))
    controlled.do(controlled.arta, acts.Start())
    controlled.scribe.advance(60)
    yield controlled
    assert stand(controlled.replayed()) == stand(controlled.session)
    controlled.scribe.opened.journal.close()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return two_leading(tmp_path_factory.mktemp("kept") / "session")


@pytest.fixture
def evening(kept: Path, tmp_path: Path) -> Evening:
    return Evening(shutil.copytree(kept, tmp_path / "session"))


def test_everything_freezes_in_all_teams(room: Controlled):
    assert room.do(room.arta, acts.NoDuff(why="Smoke in the hall.")) == ""

    for team in room.session.teams.values():
        assert (team.stands, team.running, team.why) == ("no-duff", False, "Smoke in the hall.")
    row = room.session.no_duff
    assert row is not None
    assert (row.by, row.why, row.lifted_by, row.wanted) == ("Arta", "Smoke in the hall.", (), 2)


def test_nothing_can_be_asked_of_the_world(room: Controlled):
    room.do(room.arta, acts.NoDuff())
    before = [team.exercise.state.hash() for team in room.session.teams.values()]

    for who, command in ((room.soc, Note("soc", "Hm.")), (room.arta, Fire("control", "later"))):
        answer = room.scribe.ask(who, command, "red")
        assert (answer.code, answer.why.into("en")) == ("no-duff", STANDS_STILL)
    assert [team.exercise.state.hash() for team in room.session.teams.values()] == before


@pytest.mark.parametrize("act", [
    acts.Start(), acts.Run(), acts.Pause(), acts.Pace(pace=60), acts.Jump(to=600),
    acts.HoldPoint(at=600), acts.Rewind(to=1), acts.End(),
])  # fmt: skip
def test_no_clock_is_moved(room: Controlled, act: acts.AnyAct):
    room.do(room.arta, acts.NoDuff())

    assert room.do(room.besa, act) == "no-duff"
    assert room.why_not(room.besa, act) == STANDS_STILL


def test_people_may_still_come_go_and_write_down_what_they_saw(room: Controlled):
    room.do(room.arta, acts.NoDuff())

    for act in (
        acts.Observe(text="All left by the north door.", team="red"),
        acts.Rate(objective="calm", grade="P", team="red"), acts.Duty(duty="clock"),
        acts.Invite(part="control"), acts.HandOver(seat=room.soc.id),
        acts.Revoke(seat=room.soc.id),
    ):  # fmt: skip
        assert room.do(room.arta, act) == "", act
    assert room.why_not(room.besa, acts.NoDuff()) == (
        "everything stands still already for a real emergency"
    )
    assert room.do(room.arta, acts.Close()) == ""


def test_one_alone_can_not_lift_it(room: Controlled):
    room.do(room.arta, acts.NoDuff(why="Smoke."))
    assert room.do(room.arta, acts.Lift()) == ""
    assert room.session.no_duff is not None
    assert room.session.no_duff.lifted_by == (room.arta.id,)
    assert room.why_not(room.arta, acts.Lift()) == (
        "you have said so; another seat of control has to say so, too"
    )

    assert room.do(room.besa, acts.Lift()) == ""
    assert room.session.no_duff is None
    for team in room.session.teams.values():
        assert (team.stands, team.why) == ("paused", "the emergency is over")
    assert room.scribe.ask(room.soc, Note("soc", "Back.")).done
    assert room.do(room.arta, acts.Run()) == ""
    assert room.why_not(room.arta, acts.Lift()) == "there is no emergency"


def test_a_second_emergency_begins_anew(room: Controlled):
    for _ in range(2):
        room.do(room.arta, acts.NoDuff())
        room.do(room.besa, acts.Lift())
        assert room.session.no_duff is not None
        room.do(room.arta, acts.Lift())
        assert room.session.no_duff is None


def test_where_nobody_else_is_there_somebody_is_invited(room: Controlled):
    room.do(room.arta, acts.NoDuff())
    room.do(room.arta, acts.Revoke(seat=room.besa.id))
    room.do(room.arta, acts.Lift())
    third = room.scribe.sit(Place("control"), "Cara")

    assert room.do(third, acts.Lift()) == ""
    assert room.session.no_duff is None


def test_a_single_controller_lifts_it_alone_where_the_session_was_begun_so(tmp_path: Path):
    room = Controlled(tmp_path, single=True)
    room.do(room.arta, acts.NoDuff())

    assert room.do(room.arta, acts.Lift()) == ""
    assert room.session.no_duff is None
    assert room.team.stands == "waiting"
    assert room.replayed().header.single
    room.scribe.opened.journal.close()


def test_nothing_begins_during_an_emergency(tmp_path: Path):
    room = Controlled(tmp_path)
    room.do(room.arta, acts.NoDuff())

    assert room.team.stands == "no-duff"
    with pytest.raises(Refused, match="stands still"):
        startex(room.session)
    room.scribe.opened.journal.close()


def test_no_bot_takes_a_seat_while_everybody_is_outside(room: Controlled):
    wall = 0.0
    there = Attendance(room.session, Times(lambda: wall, lambda: 0, lambda: 0.0), 60.0)
    empty = ("red", "soc")
    assert not [*there.empty_seats()]
    wall = 61.0
    assert [*there.empty_seats()] == [empty]

    room.do(room.arta, acts.NoDuff())
    assert not [*there.empty_seats()]
    for who in (room.arta, room.besa):
        room.do(who, acts.Lift())
    wall = 100.0
    assert not [*there.empty_seats()]
    wall = 161.0
    assert [*there.empty_seats()] == [empty]


def test_under_load_all_that_comes_behind_it_is_refused(evening: Evening):
    """Many ask in the same moment, all of which is drafted in one turn of the host."""

    async def story() -> None:
        await evening.begin()
        dora, ejona, arta = evening.dora, evening.ejona, evening.arta
        before = [dora.ask(Note("watch", f"Before {n}")) for n in range(12)]
        behind = [ejona.ask(Note("watch", f"Behind {n}")) for n in range(12)]
        stop = arta.do(acts.NoDuff(why="Fire."))
        await evening.at_once(dora, arta, ejona)

        assert arta.answers[stop].done
        assert all(dora.answers[id].done for id in before)
        assert {ejona.answers[id].code for id in behind} == {"no-duff"}
        (called,) = evening.records("alerted")
        asked = {r.draft.body["id"]: r.seq for r in evening.records("asked")}
        assert all(asked[id] < called.seq for id in before)
        assert all(asked[id] > called.seq for id in behind)
        now = evening.stage.now
        await evening.wait(5)
        assert evening.stage.now == now
        for watch in (dora, ejona):
            assert (watch.clock.stands, watch.clock.why) == ("no-duff", "Fire.")
        await evening.end()

    virtually(story())


def test_a_host_that_is_taken_up_again_still_stands_still(evening: Evening):
    async def story() -> None:
        await evening.begin()
        await evening.do(evening.arta, acts.NoDuff(why="Fire."))
        await evening.do(evening.arta, acts.Lift())
        await evening.crash()
        await evening.open()
        now = evening.stage.now
        await evening.wait(3)

        assert (evening.stage.now, evening.dora.clock.stands) == (now, "no-duff")
        assert (await evening.do(evening.arta, acts.Lift())).code == "closed"
        assert (await evening.do(evening.besa, acts.Lift())).done
        await evening.wait(2)
        assert (evening.stage.now, evening.dora.clock.stands) == (now, "paused")
        assert (await evening.do(evening.besa, acts.Run())).done
        await evening.wait(2)
        assert evening.stage.now > now
        await evening.end()

    virtually(story())
