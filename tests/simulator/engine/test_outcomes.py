"""How an exercise ends, and that nothing happens after."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import Conclude, Message
from tests.simulator.engine.playbook import Begin

FACTS: dict[str, Any] = {"lost": {}, "quiet": {"start": True}}
LOST = {"id": "blow", "at": "3h", "then": [{"fact": "lost"}]}


def test_it_ends_as_soon_as_an_ending_holds(begin: Begin):
    play = begin(
        facts=FACTS,
        injects=[LOST, {"id": "later", "at": "3h1s"}],
        outcomes={"defeat": {"when": {"fact": "lost"}, "ends": True}},
    ).at("10h")
    play.then(e.ExerciseEnded, at="3h", to=("soc",), outcome="defeat", why="outcome")
    assert (play.exercise.now, play.exercise.over) == (3 * 3600, True)
    assert play.exercise.state.outcome == "defeat"


def test_an_outcome_that_does_not_end_it_is_told_at_the_end(begin: Begin):
    outcomes = {
        "defeat": {"when": {"fact": "lost"}},
        "calm": {"when": {"fact": "quiet"}},
        "else": {},
    }
    play = begin(facts=FACTS, injects=[LOST], outcomes=outcomes).at("10h")
    play.then(e.ExerciseEnded, at="10h", outcome="defeat", why="time")


@pytest.mark.parametrize(
    ("order", "outcome"),
    [(("quiet", "lost", "else"), "quiet"), (("lost", "quiet"), "lost"), (("never",), "")],
)
def test_of_several_that_hold_the_first_in_the_file_is_told(
    begin: Begin, order: tuple[str, ...], outcome: str
):
    every = {
        "quiet": {"when": {"fact": "quiet"}},
        "lost": {"when": {"fact": "lost"}},
        "never": {"when": {"not": {"fact": "quiet"}}},
        "else": {},
    }
    play = begin(facts=FACTS, injects=[LOST], outcomes={name: every[name] for name in order})
    play.at("10h").then(e.ExerciseEnded, outcome=outcome, why="time")


def test_an_effect_may_end_it_after_what_goes_on_at_that_moment(begin: Begin):
    effects = [{"inject": "farewell"}, {"end": "closed"}, {"fact": "lost"}]
    shut = {"id": "shut", "at": "2h", "then": effects, "decision": {"ask": "Any last words?"}}
    play = begin(
        facts=FACTS,
        outcomes={"open": {}, "closed": {}},
        injects=[shut, {"id": "farewell", "by_hand": True}, {"id": "later", "at": "2h1s"}],
    ).at("10h")
    play.then(e.DecisionOpened, at="2h").then(e.InjectSent, at="2h", inject="farewell")
    play.then(e.ExerciseEnded, at="2h", outcome="closed", why="outcome")
    assert play.exercise.state.facts["lost"]
    assert [d.id for d in play.exercise.view("soc").decisions] == ["shut"]


def test_control_may_end_it_with_the_outcome_that_holds(begin: Begin):
    outcomes = {"defeat": {"when": {"fact": "lost"}}, "calm": {"when": {"fact": "quiet"}}}
    play = begin(facts=FACTS, injects=[LOST], outcomes=outcomes).at("1h")
    play.when(Conclude("control")).then(e.ExerciseEnded, at="1h", outcome="calm", why="control")
    assert play.at("5h").exercise.now == 3600


def test_what_is_due_at_the_last_second_still_happens(begin: Begin):
    chain = [
        {"id": "a", "at": "10h"},
        {"id": "b", "after": "a", "then": [{"inject": "c"}]},
        {"id": "c", "by_hand": True, "then": [{"fact": "lost"}]},
        {"id": "d", "when": {"fact": "lost"}},
        {"id": "e", "at": "10h", "delay": "1s"},
    ]
    play = begin(facts=FACTS, injects=chain).at("11h")
    assert play.told(e.InjectSent, "inject") == ["a", "b", "c", "d"]
    play.then(e.ExerciseEnded, at="10h", why="time")
    assert type(play.exercise.log[-1]) is e.ExerciseEnded


def test_after_the_end_nothing_happens_and_nothing_is_allowed(begin: Begin):
    play = begin(injects=[{"id": "late", "at": "10h", "delay": "1h"}]).at("10h")
    told = len(play.exercise.log)
    assert play.exercise.advance(99 * 3600) == []
    assert (play.exercise.now, len(play.exercise.log)) == (36_000, told)
    assert play.refuses("over", Message("soc", ("soc",), "Hello?")) == "the exercise is over"
    assert play.refuses("over", Conclude("control")) == "the exercise is over"


@pytest.mark.parametrize("staffed", [(), ("soc",)])
def test_a_discussion_that_would_open_as_it_ends_does_not(begin: Begin, staffed: tuple[str, ...]):
    shut = {"id": "shut", "at": "2h", "then": [{"end": "closed"}]}
    ended = {"when": {"all": [{"inject": "shut"}, {"inject": "last"}]}}
    last = {"id": "last", "after": "shut", "then": [{"end": "closed"}]}
    play = begin(
        modules={"after": ended}, outcomes={"closed": {}}, injects=[shut, last], staffed=staffed
    ).at("10h")
    assert play.told(e.ModuleOpened) == []
    play.then(e.ExerciseEnded, at="2h")


def test_the_end_tells_everything(begin: Begin):
    play = begin(
        roles={"soc": {}, "csmu": {}},
        assets={"mail": {"hosts": 4, "data": 9}},
        steps=[{"id": "in", "foothold": "mail"}],
        gauges={"trust": {"start": 50}},
        outcomes={"calm": {"title": "It is calm", "text": "${role.soc} sleeps."}},
        history=[{"at": "2030-01-01T02:00:00+02:00", "what": "It rained."}],
    ).at("9h")
    assert play.exercise.view("csmu").debrief is None
    assert play.exercise.view("csmu").assets == ()
    debrief = play.at("10h").exercise.view("csmu").debrief
    assert debrief is not None
    assert (debrief.outcome, debrief.text) == ("It is calm", "soc sleeps.")
    assert [(a.id, a.foothold, a.leaked) for a in debrief.assets] == [("mail", True, 0)]
    assert [gauge.id for gauge in debrief.gauges] == ["trust"]
    assert [(past.at, past.what) for past in debrief.history] == [(0, "It rained.")]
