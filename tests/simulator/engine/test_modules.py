"""Discussion: the clock is held at a module's border until someone goes on."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import Discuss, Message, Proceed
from simulator.engine.views import QuestionView
from tests.simulator.engine.playbook import Begin, Story

ROLES: dict[str, Any] = {"soc": {}, "csmu": {}}
QUESTIONS = [
    {"id": "first", "to": ["soc", "csmu"], "ask": "What comes first?", "expected": "Power."},
    {"id": "second", "to": "csmu", "ask": "And then?"},
]
MORNING = {"at": "2h", "questions": QUESTIONS, "situation": "Mail at ${asset.mail.service} %."}


@pytest.fixture
def told(begin: Begin) -> Begin:
    """A story with people at the table and something due every half hour."""
    halves = [{"id": f"half-{n}", "at": f"{30 * n}m"} for n in range(1, 9)]

    def play(*more: dict[str, Any], staffed: tuple[str, ...] = ("soc",), **modules: Any) -> Story:
        return begin(
            roles=ROLES, assets={"mail": {"hosts": 2}}, facts={"rested": {}}, modules=modules,
            injects=[*halves, *more], staffed=staffed,
        )  # fmt: skip

    return play


def test_the_clock_is_held_exactly_at_the_border(told: Begin):
    play = told(morning=MORNING).at("4h")
    assert (play.exercise.now, play.exercise.held) == (7200, True)
    play.then(e.ModuleOpened, at="2h", to=("soc", "csmu"), module="morning")
    assert play.at("9h").exercise.now == 7200
    assert play.exercise.advance(8 * 3600) == []


def test_everything_else_that_is_due_at_that_second_still_happens(told: Begin):
    late = [
        {"id": "same", "at": "2h"},
        {"id": "after-that", "after": "same"},
        {"id": "next", "at": "2h1s"},
    ]
    play = told(*late, morning=MORNING).at("4h")
    sent = [inject for at, inject in play.told(e.InjectSent, "at", "inject") if at == 7200]
    assert sent == ["half-4", "same", "after-that"]
    assert play.exercise.state.injects["next"].sent == 0


def test_people_can_act_while_the_clock_is_held(told: Begin):
    play = told(morning=MORNING).at("4h").when(Message("soc", ("csmu",), "Hello"))
    play.then(e.MessageSent, at="2h")
    assert play.exercise.held


def test_when_someone_goes_on_the_clock_runs_from_there(told: Begin):
    play = told(morning=MORNING | {"then": [{"fact": "rested"}]}).at("4h").when(Proceed("csmu"))
    play.then(e.ModuleClosed, at="2h", module="morning", role="csmu").then(e.FactSet, at="2h")
    assert not play.exercise.held
    assert play.at("4h").exercise.now == 4 * 3600
    assert play.exercise.state.injects["half-8"].last == 4 * 3600


def test_questions_are_answered_by_those_they_are_for_and_may_be_answered_anew(told: Begin):
    play = told(morning=MORNING).at("2h").when(Discuss("soc", "first", "The power."))
    play.when(Discuss("csmu", "first", "The mail."), Discuss("soc", "first", "No, the mail."))
    play.then(e.QuestionAnswered, to=("soc",), module="morning", question="first", role="soc")
    play.refuses("unknown", Discuss("soc", "second", "Sleep."))
    play.refuses("unknown", Discuss("soc", "third", "Eat."))
    play.refuses("empty", Discuss("soc", "first", " "))
    module = play.exercise.view("soc").module
    assert module is not None
    assert module.questions == (QuestionView("first", "What comes first?", "No, the mail."),)
    assert module.situation == "Mail at 100 %."
    module = play.exercise.view("csmu").module
    assert module is not None
    assert [q.answer for q in module.questions] == ["The mail.", ""]


def test_outside_a_module_nothing_is_discussed_and_nobody_goes_on(told: Begin):
    play = told(morning=MORNING).at("1h")
    assert play.exercise.view("soc").module is None
    play.refuses("unknown", Discuss("soc", "first", "The power."))
    play.refuses("closed", Proceed("soc"))
    play.at("3h").when(Proceed("soc")).refuses("closed", Proceed("soc"))


def test_two_modules_at_one_moment_open_one_after_the_other(told: Begin):
    play = told(morning=MORNING, noon=MORNING | {"questions": []}).at("4h")
    assert play.told(e.ModuleOpened, "module") == ["morning"]
    play.when(Proceed("soc"))
    assert play.told(e.ModuleOpened, "at", "module") == [(7200, "morning"), (7200, "noon")]
    assert play.exercise.held
    assert play.when(Proceed("soc")).at("4h").exercise.now == 4 * 3600


def test_a_module_may_open_when_something_has_happened(told: Begin):
    wiped = {"id": "blow", "at": "3h15m", "then": [{"asset": "mail", "wipe": 1}]}
    when = {"asset": "mail", "wiped": {"above": 0}}
    play = told(wiped, loss={"when": when, "situation": "Mail at ${asset.mail.service} %."})
    assert play.at("9h").exercise.now == 3 * 3600 + 900
    module = play.exercise.view("soc").module
    assert module is not None
    assert module.situation == "Mail at 50 %."


def test_a_module_with_time_and_condition_waits_for_both(told: Begin):
    when = {"inject": "half-6"}
    assert told(loss={"at": "2h", "when": when}).at("9h").exercise.now == 3 * 3600
    assert told(loss={"at": "4h", "when": when}).at("9h").exercise.now == 4 * 3600


def test_where_only_bots_sit_the_discussion_is_over_at_once(told: Begin):
    noon = MORNING | {"then": [{"fact": "rested"}]}
    play = told(morning=MORNING, noon=noon, staffed=()).at("10h")
    assert play.told(e.ModuleOpened, "at", "module") == [(7200, "morning"), (7200, "noon")]
    assert play.told(e.ModuleClosed, "at", "role") == [(7200, ""), (7200, "")]
    play.then(e.FactSet, at="2h").then(e.ExerciseEnded, at="10h")


def test_that_a_module_is_open_or_closed_can_be_asked_for(told: Begin):
    opened = {"id": "opened", "when": {"module": "morning", "is": "open"}}
    closed = {"id": "closed", "when": {"module": "morning"}, "delay": "1m"}
    play = told(opened, closed, morning=MORNING).at("4h")
    assert play.exercise.state.injects["opened"].last == 7200
    play.when(Proceed("soc")).at("4h")
    assert play.exercise.state.injects["closed"].last == 7260
