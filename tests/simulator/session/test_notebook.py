"""What control and evaluators write down for the review: kept, sealed, and theirs alone."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from simulator.engine.commands import Message
from simulator.engine.errors import Refused
from simulator.session import acts
from simulator.session.drafting import Place
from simulator.session.grants import Grant
from simulator.session.journal.reading import read
from simulator.session.journal.record import without_words
from tests.simulator.session.controlled import Controlled
from tests.simulator.session.journal.scribe import rated


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Controlled]:
    controlled = Controlled(tmp_path, teams=("red", "blue"))
    yield controlled
    controlled.ends_as_written()


@pytest.fixture
def eva(room: Controlled) -> Grant:
    return room.scribe.sit(Place("evaluator", "red", "soc"), "Eva")


def begin(room: Controlled) -> None:
    room.do(room.arta, acts.Start())
    room.scribe.advance(900)


def test_an_observation_says_who_when_and_about_what(room: Controlled, eva: Grant):
    begin(room)
    seen = acts.Observe(
        text=" Asked for help in time. ", objective="calm", role="soc", at=600,
        marks=("hot-wash", "promise"), evidence=(0,),
    )  # fmt: skip
    assert room.do(eva, seen) == ""
    assert room.do(room.arta, acts.Observe(text="Quiet.", team="blue")) == ""

    first, last = room.session.notebook.notes
    assert (first.id, first.team, first.take, first.at) == (1, "red", 1, 600)
    assert (first.grant, first.by, first.text) == (eva.id, "Eva", "Asked for help in time.")
    assert (first.objective, first.role, first.marks) == ("calm", "soc", ("hot-wash", "promise"))
    assert (first.evidence, first.utc) == ((0,), room.scribe.utc - 1000)
    assert (last.id, last.team, last.at, last.by) == (2, "blue", 900, "Arta")


def test_it_is_possible_before_startex_after_endex_and_all_between(room: Controlled, eva: Grant):
    assert room.do(eva, acts.Observe(text="They wait.")) == ""
    begin(room)
    room.do(room.arta, acts.Pause())
    assert room.do(eva, acts.Observe(text="A pause.")) == ""
    room.do(room.arta, acts.Rewind(to=60))
    # what was begun before the clock was set back is not lost
    assert room.do(eva, acts.Observe(text="Once more.", at=900)) == ""
    room.there(room.arta)
    room.do(room.arta, acts.End())
    assert room.do(eva, acts.Observe(text="They go home.")) == ""
    assert room.do(eva, acts.Rate(objective="2", grade="M")) == ""
    assert [rating.objective for rating in rated(room.session).ratings] == ["order"]

    notes = [(note.take, note.at) for note in room.session.notebook.notes]
    assert notes == [(1, 0), (1, 900), (2, 60), (2, 60)]


@pytest.mark.parametrize(("act", "why"), [
    (acts.Observe(text="Hm.", objective="none"), "this exercise has no objective 'none'"),
    (acts.Observe(text="Hm.", role="none"), "this exercise has no role 'none'"),
    (acts.Observe(text="Hm.", team="none"), "there is no team 'none'"),
    (acts.Observe(text="Hm.", team="blue"), "there is no team 'blue'"),
    (acts.Rate(objective="9", grade="P"), "this exercise has no objective '9'"),
    (acts.Observe(text="Hm.", evidence=(10_000,)), "the log has no such place"),
    (acts.Observe(text=" \n "), "there is nothing to read in it"),
    (acts.Rate(objective="none", grade="P"), "this exercise has no objective 'none'"),
])  # fmt: skip
def test_what_is_not_there_is_refused_and_nothing_of_it_is_written(
    room: Controlled, eva: Grant, act: acts.AnyAct, why: str
):
    begin(room)
    assert room.why_not(eva, act) == why
    assert not room.session.notebook.notes
    assert not read(room.path).records[-1].draft.words


def test_control_says_which_of_several_teams_it_means(room: Controlled):
    assert room.why_not(room.arta, acts.Observe(text="Hm.")) == "say which team: red, blue"


def test_an_evaluator_points_to_nothing_that_their_role_was_not_told(room: Controlled, eva: Grant):
    begin(room)
    log = room.session.teams["red"].exercise.log
    told: Sequence[object] = room.session.teams["red"].exercise.known_to("soc")
    hidden = next(n for n, event in enumerate(log) if event not in told)

    assert room.do(room.arta, acts.Observe(text="Hm.", team="red", evidence=(hidden,))) == ""
    why = room.why_not(eva, acts.Observe(text="Hm.", evidence=(hidden,)))
    assert why == room.why_not(eva, acts.Observe(text="Hm.", evidence=(len(log),)))


def test_each_rates_on_their_own_and_their_last_word_counts(room: Controlled, eva: Grant):
    other = room.scribe.sit(Place("evaluator", "red", "csmu"), "Ola")
    room.do(eva, acts.Rate(objective="calm", grade="P", text="At first."))
    room.do(other, acts.Rate(objective="calm", grade="U"))
    room.do(eva, acts.Rate(objective="order", grade="S"))
    room.do(eva, acts.Rate(objective="calm", grade="M", text="Later."))
    room.do(room.arta, acts.Rate(objective="calm", grade="S", team="blue"))

    ratings = {(r.by, r.objective, r.team): (r.grade, r.text) for r in rated(room.session).ratings}
    assert ratings == {
        ("Eva", "calm", "red"): ("M", "Later."), ("Ola", "calm", "red"): ("U", ""),
        ("Eva", "order", "red"): ("S", ""), ("Arta", "calm", "blue"): ("S", ""),
    }  # fmt: skip


def test_the_words_are_sealed_and_may_be_taken_out(room: Controlled, eva: Grant):
    room.do(eva, acts.Observe(text="A name that nobody should read."))
    room.do(eva, acts.Rate(objective="calm", grade="S", text="That name again."))
    raw = room.path.read_bytes()
    lines = [without_words(line, {"text"}) for line in raw.splitlines()]
    room.path.write_bytes(b"\n".join(lines) + b"\n")
    told = room.path.read_text()

    assert "nobody should read" not in told
    assert "That name again" not in told
    (note,) = room.replayed().notebook.notes
    assert note.text == "…"
    room.path.write_bytes(raw)


def test_going_back_in_time_leaves_the_notebook_as_it_is(room: Controlled, eva: Grant):
    begin(room)
    room.do(eva, acts.Observe(text="Seen in the first take."))
    room.do(room.arta, acts.Rewind(to=60, team="red"))
    room.do(room.arta, acts.NoDuff())
    assert room.do(eva, acts.Observe(text="Out in time.")) == ""

    assert [note.take for note in room.session.notebook.notes] == [1, 2]
    assert not room.scribe.ask(room.soc, Message("soc", ("csmu",), "Hm.")).done


@pytest.mark.parametrize("place", [Place("observer", "red", "soc"), Place("player", "red", "soc")])
def test_nobody_else_writes_into_it(room: Controlled, place: Place):
    who = room.scribe.sit(place)
    for act in (acts.Observe(text="Hm."), acts.Rate(objective="calm", grade="P")):
        with pytest.raises(Refused):
            room.do(who, act)
    assert not room.session.notebook.notes
