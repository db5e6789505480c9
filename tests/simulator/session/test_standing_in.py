"""Control speaks for a role that nobody holds: it is on record who did, and nobody else can."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.engine import commands as c
from simulator.engine.commands import CONTROL
from simulator.engine.errors import Refused
from simulator.engine.events import MessageSent, Steered
from simulator.session import acts
from simulator.session.drafting import Place
from simulator.session.journal import shapes
from simulator.session.journal.reading import read
from simulator.session.journal.record import Draft
from tests.simulator.session.controlled import Controlled

HELLO = c.Message("csmu", ("soc",), "This is the ministry.")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Controlled]:
    controlled = Controlled(tmp_path)
    controlled.do(controlled.arta, acts.Start())
    controlled.scribe.advance(60)
    yield controlled
    controlled.ends_as_written()


def test_it_is_done_in_the_place_of_the_role_and_on_record(room: Controlled):
    assert room.scribe.ask(room.arta, HELLO, seat="csmu").done

    steered, sent = room.team.exercise.log[-2:]
    assert isinstance(steered, Steered)
    assert (steered.act, steered.of, steered.by) == ("message", "csmu", "Arta")
    assert isinstance(sent, MessageSent)
    assert sent.role == "csmu"
    body = read(room.path).records[-1].draft.body
    assert (body["seat"], body["command"]["ask"]) == ("csmu", "message")
    assert room.team.exercise.asked[-1].stand_in == "Arta"


def test_going_back_and_on_again_it_is_still_theirs(room: Controlled):
    room.scribe.ask(room.arta, HELLO, seat="csmu")
    room.scribe.advance(900)
    room.do(room.arta, acts.Rewind(to=600))
    assert [one.stand_in for one in room.team.exercise.asked] == ["Arta"]


def test_not_for_a_seat_in_which_people_are(room: Controlled):
    answer = room.scribe.ask(room.arta, c.Message("soc", ("csmu",), "Hm."), seat="soc")
    assert not answer.done
    assert "soc" in answer.why.into("en")


def test_not_for_a_role_that_is_not_there_and_not_with_what_is_controls_own(room: Controlled):
    with pytest.raises(Refused, match="no role 'none'"):
        room.scribe.ask(room.arta, c.Message("none", ("soc",), "Hm."), seat="none")
    assert not room.scribe.ask(room.arta, c.Fire("csmu", "later"), seat="csmu").done


def test_nobody_else_stands_in_for_anybody(room: Controlled):
    watching = room.scribe.sit(Place("evaluator", "team", "csmu"))
    before = len(read(room.path).records)
    for who in (room.soc, watching):
        with pytest.raises(Refused):
            room.scribe.ask(who, HELLO, seat="csmu")
    assert len(read(room.path).records) == before


def test_the_same_id_for_another_seat_is_something_else(room: Controlled):
    id = "0123456789abcdef"
    note = c.Message(CONTROL, ("soc",), "Five minutes.")
    first = room.scribe.ask(room.arta, note, id=id)

    assert room.scribe.ask(room.arta, note, id=id) == first
    with pytest.raises(Refused, match="something else"):
        room.scribe.ask(room.arta, note, id=id, seat="csmu")


@pytest.mark.parametrize(("kind", "body"), [
    ("asked", {"id": "x", "command": {"ask": "proceed"}, "seat": 7}), ("rewound", {"to": -1}),
    ("rewound", {}), ("rewound", {"to": "60"}), ("pointed", {"second": 60}),
    ("pointed", {"second": -1, "off": False}), ("wished", {}), ("ended", {"to": 60}),
    ("assigned", {"duty": "tea", "off": False}), ("alerted", {"why": "Fire."}),
    ("rated", {"objective": "calm", "grade": "A"}), ("paused", {"point": 1}),
    ("observed", {"moment": 0, "objective": "", "role": "", "marks": ["x"], "evidence": []}),
    ("observed", {"moment": 0, "objective": "", "role": "", "marks": [], "evidence": [-1]}),
])  # fmt: skip
def test_a_record_that_no_session_writes_is_known_for_that(kind: str, body: dict[str, object]):
    assert shapes.fault(Draft(kind, body=body))
