"""Measures: what the engine judges by itself, and how points become a rating."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import Send
from simulator.engine.results import rating, results
from tests.simulator.engine.playbook import Begin, Story

FACTS: dict[str, Any] = {"done": {}, "hit": {}, "up": {"start": True}}
DONE, HIT, UP = {"fact": "done"}, {"fact": "hit"}, {"fact": "up"}


def turning(time: str, fact: dict[str, Any], so: bool = True) -> dict[str, Any]:
    name = f"{fact['fact']}-{time}-{so}".lower()
    return {"id": name, "at": time, "then": [fact | {"set": so}]}


def judged(begin: Begin, measure: dict[str, Any], *turns: dict[str, Any], **parts: Any) -> Story:
    return begin(facts=FACTS, injects=turns, objectives={"aim": {"measures": [measure]}}, **parts)


def met(play: Story) -> bool:
    exercise = play.exercise
    [objective] = results(exercise.scenario, exercise.state, exercise.now)
    return objective.measures[0].met


@pytest.mark.parametrize(
    ("parts", "turns", "good"),
    [
        ({}, [], False),
        ({}, [turning("9h", DONE)], True),
        ({"within": "2h"}, [turning("2h", DONE)], True),
        ({"within": "2h"}, [turning("2h1s", DONE)], False),
        ({"within": "2h"}, [], False),
        ({"within": "2h", "since": HIT}, [turning("3h", HIT), turning("5h", DONE)], True),
        ({"within": "2h", "since": HIT}, [turning("3h", HIT), turning("5h1s", DONE)], False),
        ({"within": "2h", "since": HIT}, [turning("5h", DONE)], True),
        ({"within": "2h", "since": HIT}, [turning("1h", DONE), turning("3h", HIT)], True),
        ({"within": "2h", "since": HIT}, [turning("3h", HIT)], False),
        ({"since": HIT}, [turning("3h", HIT), turning("9h", DONE)], True),
    ],
)
def test_something_is_done_in_time(
    begin: Begin, parts: dict[str, Any], turns: list[dict[str, Any]], good: bool
):
    assert met(judged(begin, {"done": DONE} | parts, *turns).at("10h")) is good


def test_what_was_done_counts_though_it_is_undone_later(begin: Begin):
    turns = [turning("1h", DONE), turning("1h1m", DONE, so=False)]
    assert met(judged(begin, {"done": DONE, "within": "2h"}, *turns).at("10h"))


def test_a_clock_is_told_when_it_runs_and_when_it_has_run_out(begin: Begin):
    play = judged(begin, {"done": DONE, "within": "2h", "since": HIT}, turning("3h", HIT)).at("10h")
    assert play.told(e.MeasureTurned, "at", "measure", "now") == [
        (3 * 3600, "aim/0", "running"), (5 * 3600 + 1, "aim/0", "failed"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "parts", "good"),
    [
        ("2h", {"within": "2h"}, True),
        ("2h1s", {"within": "2h"}, False),
        ("5h", {"within": "2h", "since": HIT}, True),
        ("5h1s", {"within": "2h", "since": HIT}, False),
        ("1h", {"within": "2h", "since": HIT}, True),
        (None, {"within": "2h", "since": HIT}, False),
    ],
)
def test_something_is_reported_in_time(
    begin: Begin, sent: str | None, parts: dict[str, Any], good: bool
):
    reports = {"warning": {"by": "soc", "to": "soc"}}
    play = judged(begin, {"reported": "warning"} | parts, turning("3h", HIT), reports=reports)
    if sent:
        play.at(sent).when(Send("soc", "warning"))
    assert met(play.at("10h")) is good


@pytest.mark.parametrize(
    ("parts", "turns", "good"),
    [
        ({}, [], True),
        ({}, [turning("4h", UP, so=False)], False),
        ({}, [turning("4h", UP, so=False), turning("4h1s", UP)], False),
        ({"at": "end"}, [turning("4h", UP, so=False), turning("9h", UP)], True),
        ({"at": "end"}, [turning("10h", UP, so=False)], False),
        ({"share": "60%"}, [turning("6h", UP, so=False)], True),
        ({"share": "60%"}, [turning("5h59m59s", UP, so=False)], False),
        ({"share": "60%"}, [turning("1h", UP, so=False), turning("5h", UP)], True),
        ({"share": "60%"}, [turning("1h", UP, so=False), turning("5h1s", UP)], False),
        ({"share": "0%"}, [turning("0s", UP, so=False)], True),
    ],
)
def test_something_is_kept_at_the_end_or_for_a_share_of_the_time(
    begin: Begin, parts: dict[str, Any], turns: list[dict[str, Any]], good: bool
):
    assert met(judged(begin, {"keep": UP} | parts, *turns).at("10h")) is good


def test_what_is_kept_is_judged_by_the_time_that_was_played(begin: Begin):
    outcomes = {"over": {"when": HIT, "ends": True}}
    turns = [turning("4h", UP, so=False), turning("6h", HIT)]
    for share, good in (("66%", True), ("67%", False)):
        play = judged(begin, {"keep": UP, "share": share}, *turns, outcomes=outcomes).at("10h")
        assert play.exercise.now == 6 * 3600
        assert met(play) is good


@pytest.mark.parametrize(
    ("turns", "good"),
    [([], True), ([turning("4h", HIT)], False),
     ([turning("4h", HIT), turning("4h1m", HIT, so=False)], False)],
)  # fmt: skip
def test_something_never_happened(begin: Begin, turns: list[dict[str, Any]], good: bool):
    assert met(judged(begin, {"never": HIT}, *turns).at("10h")) is good


@pytest.mark.parametrize(
    ("points", "of", "letter"),
    [
        (10, 10, "P"), (9, 10, "P"), (89, 100, "S"), (65, 100, "S"), (64, 100, "M"),
        (35, 100, "M"), (34, 100, "U"), (0, 10, "U"), (0, 0, "P"),
    ],
)  # fmt: skip
def test_a_rating_follows_from_the_share_of_points(points: int, of: int, letter: str):
    assert rating(points, of) == letter


def test_an_objective_adds_up_what_its_tasks_are_worth(begin: Begin):
    tasks = {
        "see": {"title": "See it", "measures": [{"done": DONE, "worth": 3}]},
        "keep": {"title": "Keep it", "measures": [{"keep": UP, "worth": 2}, {"never": HIT}]},
    }
    play = begin(
        facts=FACTS,
        injects=[turning("2h", DONE), turning("5h", HIT)],
        objectives={"aim": {"title": "The aim", "tasks": tasks, "measures": [{"never": DONE}]}},
    ).at("10h")
    debrief = play.exercise.view("soc").debrief
    assert debrief is not None
    [aim] = debrief.objectives
    assert (aim.id, aim.title, aim.points, aim.of, aim.rating) == ("aim", "The aim", 5, 7, "S")
    assert [(m.title, m.points, m.worth, m.met) for m in aim.measures] == [
        ("never happened", 0, 1, False), ("See it", 3, 3, True), ("Keep it", 2, 2, True),
        ("Keep it", 0, 1, False),
    ]  # fmt: skip
