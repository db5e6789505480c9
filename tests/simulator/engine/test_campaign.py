"""The adversary's steps: when each begins, whether it succeeds, what stops it."""

from typing import Any

import pytest

from simulator.engine import events as e
from tests.simulator.engine.playbook import Begin

MAIL = {"mail": {"hosts": 100}}
FACTS: dict[str, Any] = {"door-open": {}}
OPEN = {"fact": "door-open"}
HOUR = {"lasts": "1h"}


def at(time: str, **effect: Any) -> dict[str, Any]:
    """An inject whose one effect is this."""
    return {"id": f"at-{time}", "at": time, "then": [effect]}


def step(name: str = "act", **parts: Any) -> dict[str, Any]:
    return {"id": name} | parts


# When a step begins


@pytest.mark.parametrize(
    ("parts", "begins"),
    [
        ({}, 0),
        ({"at": "1h"}, 3600),
        ({"delay": "20m"}, 1200),
        ({"at": "1h", "delay": "20m"}, 4800),
        ({"after": "first"}, 600),
        ({"after": ["first", "second"]}, 1800),
        ({"after": "first", "delay": "1m"}, 660),
        ({"when": OPEN}, 7200),
        ({"when": OPEN, "after": "first", "delay": "5m"}, 7500),
        ({"at": "3h", "when": OPEN}, 10_800),
    ],
)
def test_a_step_waits_for_all_it_needs_and_then_for_its_delay(
    begin: Begin, parts: dict[str, Any], begins: int
):
    before = [step("first", lasts="10m"), step("second", lasts="30m")]
    play = begin(facts=FACTS, steps=[*before, step(**parts)], injects=[at("2h", **OPEN)]).at("4h")
    assert dict(play.told(e.StepStarted, "step", "at"))["act"] == begins


def test_a_random_delay_is_told_when_it_is_drawn_and_then_kept(begin: Begin):
    delay = {"between": ["20m", "90m"], "likely": "40m"}
    started = set()
    for seed in range(20):
        play = begin(seed=seed, steps=[step(delay=delay)]).at("2h")
        [(at_once, due)] = play.told(e.StepPlanned, "at", "due")
        assert at_once == 0
        assert 1200 <= due <= 5400
        assert play.told(e.StepStarted, "at") == [due]
        started.add(due)
    assert len(started) > 10


def test_a_step_after_one_that_was_stopped_never_begins(begin: Begin):
    play = begin(
        steps=[step("first", **HOUR), step(after="first")],
        injects=[at("30m", step="first", stop=True)],
    ).at("10h")
    assert play.told(e.StepStarted, "step") == ["first"]
    assert play.exercise.state.steps["act"].phase == "waiting"


# Whether it succeeds


def test_a_sure_step_gains_its_foothold_at_once_and_has_its_effects_at_its_end(begin: Begin):
    play = begin(assets=MAIL, facts=FACTS, steps=[step(foothold="mail", then=[OPEN], **HOUR)])
    play.at("2h").then(e.StepStarted, at="0s").then(e.FootholdGained, at="0s", asset="mail")
    play.then(e.StepSucceeded, at="1h").then(e.FactSet, at="1h")


def test_a_hopeless_step_fails_for_good_and_has_its_other_effects(begin: Begin):
    play = begin(facts=FACTS, steps=[step(chance="0%", delay="1h", otherwise=[OPEN])]).at("2h")
    play.then(e.StepFailed, at="1h", final=True).then(e.FactSet, at="1h")
    assert play.told(e.StepStarted) == []


def test_a_step_tries_again_as_often_as_it_may(begin: Begin):
    again = {"after": "20m", "times": 2}
    play = begin(
        facts=FACTS, steps=[step(delay="1h", chance="0%", retry=again, otherwise=[OPEN])]
    ).at("10h")
    assert play.told(e.StepFailed, "at", "final") == [
        (3600, False), (4800, False), (6000, True),
    ]  # fmt: skip
    assert play.told(e.FactSet, "at") == [6000]


def test_a_step_that_may_fail_succeeds_about_as_often_as_its_chance(begin: Begin):
    again = {"after": "20m"}
    first = second = 0
    for seed in range(200):
        play = begin(seed=seed, steps=[step(chance="40%", retry=again)]).at("1h")
        started = play.told(e.StepStarted, "at")
        assert len(play.told(e.StepFailed)) == {(0,): 0, (1200,): 1, (): 2}[tuple(started)]
        first, second = first + (started == [0]), second + (started == [1200])
    assert 60 <= first <= 100
    assert 32 <= second <= 64


# What holds it up, what stops it


def test_a_blocked_step_begins_at_the_second_it_is_free(begin: Begin):
    play = begin(
        facts=FACTS,
        steps=[step(at="1h", blocked_by={"not": OPEN})],
        injects=[at("2h30m", **OPEN)],
    ).at("3h")
    play.then(e.StepBlocked, at="1h").then(e.StepStarted, at="2h30m")


def test_what_blocks_only_a_beginning_does_not_hold_up_a_step_that_runs(begin: Begin):
    play = begin(
        facts=FACTS, steps=[step(blocked_by=OPEN, **HOUR)], injects=[at("30m", **OPEN)]
    ).at("2h")
    assert play.told(e.StepBlocked) == []
    play.then(e.StepSucceeded, at="1h")


def test_a_running_step_is_stopped_at_that_very_second(begin: Begin):
    play = begin(
        facts=FACTS,
        steps=[step(stopped_by=OPEN, then=[{"fact": "door-open", "set": False}], **HOUR)],
        injects=[at("59m59s", **OPEN)],
    ).at("2h")
    play.then(e.StepStopped, at="59m59s")
    assert play.told(e.StepSucceeded) == []
    assert play.exercise.state.facts["door-open"] is True


def test_a_step_whose_end_comes_first_is_not_stopped_any_more(begin: Begin):
    play = begin(facts=FACTS, steps=[step(stopped_by=OPEN, **HOUR)], injects=[at("1h1s", **OPEN)])
    assert play.at("2h").told(e.StepStopped) == []
    assert play.exercise.state.steps["act"].phase == "done"


def test_a_step_that_would_be_stopped_at_once_never_begins(begin: Begin):
    play = begin(facts={"door-open": {"start": True}}, steps=[step(at="1h", stopped_by=OPEN)]).at(
        "2h"
    )
    assert play.told(e.StepStarted) == []
    play.then(e.StepStopped, at="1h")


# Effects steer steps


@pytest.mark.parametrize("time", ["10m", "1h", "1h30m"])
def test_an_effect_stops_a_step_whether_it_waits_is_planned_or_runs(begin: Begin, time: str):
    play = begin(
        steps=[step(at="30m", delay="40m", **HOUR)], injects=[at(time, step="act", stop=True)]
    ).at("4h")
    play.then(e.StepStopped, at=time)
    assert play.told(e.StepSucceeded) == []


@pytest.mark.parametrize("time", ["10m", "1h"])
def test_an_effect_starts_a_step_that_waits_or_is_planned(begin: Begin, time: str):
    play = begin(
        steps=[step(at="30m", delay="40m")], injects=[at(time, step="act", start=True)]
    ).at("4h")
    play.then(e.StepStarted, at=time)
    assert len(play.told(e.StepStarted)) == 1


@pytest.mark.parametrize("time", ["10m", "1h"])
def test_an_effect_delays_a_step_that_has_not_begun(begin: Begin, time: str):
    play = begin(
        steps=[step(at="30m", delay="40m")], injects=[at(time, step="act", delay="2h")]
    ).at("4h")
    assert play.told(e.StepStarted, "at") == [3 * 3600 + 600]
    assert play.told(e.StepPlanned, "due")[-1] == 3 * 3600 + 600


def test_a_delay_counts_once_even_if_the_step_has_to_try_again(begin: Begin):
    play = begin(
        steps=[step(delay="1h", chance="0%", retry={"after": "20m"})],
        injects=[at("30m", step="act", delay="2h")],
    ).at("5h")
    assert play.told(e.StepFailed, "at") == [3 * 3600, 3 * 3600 + 1200]


def test_a_step_that_was_started_and_failed_waits_before_it_tries_again(begin: Begin):
    play = begin(
        steps=[step(delay="1h", chance="0%", retry={"after": "20m"})],
        injects=[at("30m", step="act", start=True)],
    ).at("5h")
    assert play.told(e.StepFailed, "at") == [1800, 3000]


@pytest.mark.parametrize("effect", [{"delay": "1h"}, {"start": True}, {"stop": True}])
def test_a_step_that_is_over_can_not_be_steered(begin: Begin, effect: dict[str, Any]):
    play = begin(steps=[step(**HOUR)], injects=[at("2h", step="act", **effect)]).at("4h")
    assert play.told(e.StepStarted, "at") == [0]
    assert play.told(e.StepStopped) == []


def test_a_step_may_steer_itself_to_no_avail(begin: Begin):
    itself = [{"step": "act", "stop": True}, {"step": "act", "start": True}]
    play = begin(steps=[step(then=itself)]).at("1h")
    assert play.exercise.state.steps["act"].phase == "done"


@pytest.mark.parametrize(
    ("effect", "begins"), [({"delay": "1h"}, [5400]), ({"start": True}, [0]), ({"stop": True}, [])]
)
def test_what_a_country_has_steers_steps_from_the_start(
    begin: Begin, effect: dict[str, Any], begins: list[int]
):
    means = {"watch": {"has": True, "then": [{"step": "act"} | effect]}}
    play = begin(capabilities=means, steps=[step(delay="30m")]).at("4h")
    assert play.told(e.StepStarted, "at") == begins
