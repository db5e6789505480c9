"""Whatever happens in some run is possible, and no sooner than the unfolding says."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.authoring.logic import found
from simulator.authoring.logic.terms import term
from simulator.authoring.logic.unfolding import Unfolding
from simulator.engine.commands import CONTROL, Proceed
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.policies import POLICIES, PolicyName
from simulator.engine.results import met
from simulator.engine.truth import compiled
from simulator.rehearsal.playing import play
from simulator.rehearsal.reached import Point, points, reached
from simulator.scenario import Scenario, load
from simulator.scenario import conditions as c
from simulator.scenario.parts import Loc, every
from tests.laws.generated import world
from tests.laws.plays import setup_for

ROOT = Path(__file__).parents[4]
SHIPPED = [
    ROOT / "scenarios/wiper-2022",
    ROOT / "scenarios/first-watch",
    ROOT / "tests/scenarios/everything",
]
LEAVES = frozenset(c.KINDS.values())


def asked(scenario: Scenario) -> list[Any]:
    """Every condition that stands in it and names no target of an order."""
    found = every(LEAVES, scenario)
    return [
        condition
        for kind in LEAVES
        for _, condition in found[kind]
        if "'target'" not in repr(condition)
    ]


def moments(scenario: Scenario, seed: int, stops: int) -> Iterator[Exercise]:
    """One run without people's commands, looked at now and then and at its end."""
    dice = Random(seed)
    run = Exercise(scenario, setup_for(scenario, dice))
    for stop in sorted(dice.randrange(scenario.length) for _ in range(stops)):
        run.advance(stop)
        if run.held and not run.over:
            run.submit(Proceed(CONTROL))
        yield run
    while not run.over:
        run.advance(scenario.length)
        if run.held and not run.over:
            run.submit(Proceed(CONTROL))
    yield run


def holds_to_its_word(scenario: Scenario, seed: int, stops: int = 12) -> None:
    unfolded = Unfolding(scenario)
    tests = [
        (condition, compiled(condition), [
            unfolded.earliest(term(scenario, condition, so)) for so in (False, True)
        ])
        for condition in asked(scenario)
    ]  # fmt: skip
    for run in moments(scenario, seed, stops):
        for condition, test, earliest in tests:
            now = test.holds(run.state, run.now)
            assert earliest[now] <= run.now, (condition, now, run.now)


def impossible(scenario: Scenario) -> set[Point]:
    """What no run comes to, as it is unfolded."""
    unfolded = Unfolding(scenario)

    def may(point: Point) -> bool:
        kind, name = point
        if kind == "outcome":
            return not any(f.code == "L45" and f.loc[1] == name for f in found(scenario))
        subject, value = {
            "inject": (("inject", name), "sent"), "option": (("chosen", name), True),
            "action": (("action", name, "done", ""), True), "step": (("started", name), True),
            "report": (("report", name, "sent"), True), "module": (("module", name), "open"),
            "challenge": (("challenge", name, "solved"), True),
        }[kind]  # fmt: skip
        return value in unfolded.values(subject)

    return {point for point in points(scenario) if not may(point)}


def verdicts(scenario: Scenario) -> Iterator[tuple[Loc, bool]]:
    """By the place of each measure whose verdict is certain, whether it is met."""
    for finding in found(scenario):
        if finding.code == "L44":
            yield finding.loc[:-1], "always" in finding.sentence


def judges_rightly(scenario: Scenario, policy: PolicyName, seed: int) -> None:
    run = play(scenario, Setup(seed, bots=policy), (), None)
    assert not reached(run) & impossible(scenario)
    for loc, is_met in verdicts(scenario):
        _, objective, *task, _, number = loc
        one = scenario.objectives[str(objective)]
        mine = one.tasks[str(task[1])].measures if task else one.measures
        place = [m for _, m in one.every_measure()].index(mine[int(number)])
        state = run.state.measures[f"{objective}/{place}"]
        assert met(mine[int(number)], state, run.now) is is_met


MANY = int(os.environ.get("SOAK", "1"))


@settings(max_examples=8 * MANY, deadline=None)
@given(st.integers(0, 1_000_000), st.integers(0, 1000))
def test_what_is_seen_in_play_was_never_called_impossible(told: int, played: int):
    holds_to_its_word(world(told), played, stops=6)


@settings(max_examples=8 * MANY, deadline=None)
@given(st.integers(0, 1_000_000), st.sampled_from(POLICIES))
def test_nor_was_what_a_run_comes_to_and_how_it_is_judged(told: int, policy: PolicyName):
    judges_rightly(world(told), policy, told % 7)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_nor_in_the_scenarios_that_are_shipped(path: Path):
    holds_to_its_word(load(path), 1, stops=6)
    judges_rightly(load(path), "random", 1)


def test_nor_at_any_level_of_difficulty():
    scenario = load(SHIPPED[-1])
    unfolded = Unfolding(scenario)
    assert scenario.levels
    for level in scenario.levels:
        run = play(scenario, Setup(2, level=level), (), None)
        for condition in asked(scenario):
            now = compiled(condition).holds(run.state, run.now)
            assert unfolded.earliest(term(scenario, condition, now)) <= run.now, condition
