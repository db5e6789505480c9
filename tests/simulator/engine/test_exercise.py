"""An exercise from outside: what is told when the clock moves or something is asked."""

from dataclasses import replace

from simulator.engine import events as e
from simulator.engine.commands import Note, Order
from simulator.engine.exercise import Exercise, Setup
from tests.simulator.engine.playbook import scenario

WORLD = scenario(
    roles={"soc": {}, "csmu": {}},
    actions={"scan": {"takes": {"time": "1h"}}},
    injects=[{"id": "early", "at": "1h"}, {"id": "late", "at": "2h", "to": "csmu"}],
)
SILENT = Setup(bots="silent")


def test_moving_the_clock_tells_what_happened_in_that_stretch():
    exercise = Exercise(WORLD, SILENT)
    assert exercise.advance(0) == []
    assert [type(event) for event in exercise.log] == [e.ExerciseStarted, e.InjectsPlanned]
    assert exercise.advance(3599) == []
    assert exercise.advance(7200) == [
        e.InjectSent(3600, ("soc",), "early", "", 1, ()),
        e.InjectSent(7200, ("csmu",), "late", "", 1, ()),
    ]
    assert exercise.now == 7200


def test_the_clock_does_not_go_back():
    exercise = Exercise(WORLD, SILENT)
    exercise.advance(600)
    assert exercise.advance(60) == []
    assert exercise.now == 600


def test_asking_tells_what_it_led_to_at_that_second():
    exercise = Exercise(WORLD, SILENT)
    exercise.advance(60)
    told = exercise.submit(Order("soc", "scan"))
    assert [type(event) for event in told] == [e.ActionOrdered, e.OrderQueued, e.WorkStarted]


def test_what_is_asked_at_a_second_comes_after_all_that_is_due_at_it():
    exercise = Exercise(WORLD, SILENT)
    exercise.advance(3599)
    exercise.advance(3600)
    exercise.submit(Note("soc", "Now."))
    assert [type(event) for event in exercise.log[-2:]] == [e.InjectSent, e.NoteTaken]


def test_it_is_known_when_something_is_due_next():
    exercise = Exercise(WORLD, SILENT)
    exercise.advance(0)
    assert exercise.next_at() == 3600
    exercise.advance(3600)
    assert exercise.next_at() == 7200


def test_a_role_is_told_what_is_addressed_to_it():
    exercise = Exercise(WORLD, SILENT)
    exercise.advance(3600)
    assert [type(event) for event in exercise.known_to("soc")] == [e.ExerciseStarted, e.InjectSent]
    exercise.advance(7200)
    assert [type(event) for event in exercise.known_to("soc")] == [e.ExerciseStarted, e.InjectSent]
    assert [x.at for x in exercise.known_to("csmu")] == [0, 7200]


def test_a_view_is_built_anew_only_when_the_clock_has_moved_or_something_has_happened():
    exercise = Exercise(WORLD, SILENT)
    exercise.advance(60)
    before = exercise.view("soc")
    assert exercise.view("soc") is before
    exercise.submit(Note("csmu", "Hm."))
    exercise.advance(61)
    assert exercise.view("soc") == replace(before, now=61)
    exercise.submit(Order("soc", "scan"))
    assert [order.action for order in exercise.view("soc").orders] == ["scan"]


def test_every_event_can_be_written_as_plain_data():
    event = e.InjectSent(60, ("soc",), "early", "", 1, (("time", "00:01"),))
    assert e.as_data(event) == {
        "event": "inject-sent", "at": 60, "to": ("soc",), "inject": "early", "variant": "",
        "number": 1, "values": (("time", "00:01"),),
    }  # fmt: skip
    assert len(set(e.WORDS.values())) == len(e.KINDS)


def test_what_is_asked_first_of_all_comes_after_what_is_due_at_startex():
    exercise = Exercise(scenario(injects=[{"id": "opening", "at": "0s"}]), SILENT)
    told = exercise.submit(Note("soc", "Here."))
    assert [type(event) for event in told] == [e.NoteTaken]
    assert [type(x) for x in exercise.log] == [
        e.ExerciseStarted, e.InjectsPlanned, e.InjectSent, e.NoteTaken,
    ]  # fmt: skip
