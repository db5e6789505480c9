"""ENDEX: where another controller is connected, they have to ask for it as well."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.engine.commands import CONTROL, Conclude
from simulator.engine.errors import Refused
from simulator.engine.events import ExerciseEnded
from simulator.session import acts
from simulator.session.drafting import Place
from tests.simulator.session.controlled import Controlled
from tests.simulator.session.journal.scribe import stand


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Controlled]:
    controlled = Controlled(tmp_path)
    controlled.do(controlled.arta, acts.Start())
    controlled.scribe.advance(60)
    yield controlled
    assert stand(controlled.replayed()) == stand(controlled.session)
    controlled.scribe.opened.journal.close()


def test_with_nobody_else_it_is_done_at_once(room: Controlled):
    room.there(room.arta)

    assert room.do(room.arta, acts.End(why="All is met.")) == ""
    assert room.team.stands == "over"
    assert isinstance(room.team.exercise.log[-1], ExerciseEnded)
    assert room.team.exercise.asked[-1].command == Conclude(CONTROL, "All is met.", "Arta")
    assert room.do(room.arta, acts.End()) == "over"


def test_of_two_both_have_to_ask_for_it(room: Controlled):
    assert room.do(room.arta, acts.End()) == ""
    assert not room.team.over
    (wish,) = room.session.ending.values()
    assert (wish.team, wish.by) == ("team", "Arta")
    assert room.why_not(room.arta, acts.End()) == (
        "you have asked for ENDEX; another controller has to, too"
    )

    assert room.do(room.besa, acts.End()) == ""
    assert room.team.over
    assert not room.session.ending


def test_a_wish_is_taken_back(room: Controlled):
    room.do(room.arta, acts.End())
    assert room.do(room.besa, acts.End(off=True)) == ""
    assert not room.session.ending
    assert room.why_not(room.besa, acts.End(off=True)) == "nobody has asked for ENDEX"
    assert room.do(room.besa, acts.End()) == ""
    assert not room.team.over


def test_what_somebody_wished_whose_seat_is_gone_counts_no_more(room: Controlled):
    room.do(room.arta, acts.End())
    room.do(room.besa, acts.Revoke(seat=room.arta.id))
    third = room.scribe.sit(Place("control"), "Cara")
    room.there(room.besa, third)

    assert not room.session.ending
    assert room.do(third, acts.End()) == ""
    assert not room.team.over


def test_whoever_is_left_alone_ends_it(room: Controlled):
    room.do(room.arta, acts.End())
    room.there(room.arta)

    assert room.do(room.arta, acts.End()) == ""
    assert room.team.over


def test_no_command_goes_around_it(room: Controlled):
    with pytest.raises(Refused, match="another controller"):
        room.scribe.ask(room.arta, Conclude(CONTROL))
    room.there(room.arta)

    assert room.scribe.ask(room.arta, Conclude(CONTROL)).done


def test_going_back_in_time_takes_the_wish_back(room: Controlled):
    room.do(room.arta, acts.End())
    room.do(room.besa, acts.Rewind(to=30))
    assert not room.session.ending


def test_before_startex_there_is_no_endex(tmp_path: Path):
    room = Controlled(tmp_path)
    assert room.do(room.arta, acts.End()) == "not-now"
    room.scribe.opened.journal.close()


def test_each_team_ends_on_its_own_or_all_together(tmp_path: Path):
    room = Controlled(tmp_path, teams=("red", "blue"))
    room.do(room.arta, acts.Start())
    room.do(room.arta, acts.End(team="red"))
    assert room.do(room.besa, acts.End()) == ""
    red, blue = room.session.teams.values()

    assert (red.over, blue.over) == (True, False)
    assert [*room.session.ending] == ["blue"]
    assert room.do(room.arta, acts.End(team="blue")) == ""
    assert blue.over
    room.scribe.opened.journal.close()
