"""How a team stands beside others, and what that says of its tempo."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from simulator.engine.advising import advice, advised
from simulator.engine.commands import Answer
from simulator.engine.comparing import badness, contested, standing
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.state import GaugeState
from simulator.engine.views.comparing import Advice, Standing
from simulator.scenario import load
from simulator.scenario.world import Gauge

TOWNS = load(Path(__file__).parents[2] / "scenarios" / "two-towns")
HOUR = 3600


def played(side: str, *, acts: bool, to: int = 6 * HOUR) -> Exercise:
    run = Exercise(TOWNS, Setup(side=side, staffed=("desk",)))
    run.advance(HOUR + 600)
    if acts:
        run.submit(Answer("desk", "call", "act"))
    run.advance(to)
    return run


def of(**told: Any) -> Standing:
    usual = standing("one", Exercise(TOWNS, Setup()), "en")
    return replace(usual, **{"points": 1, "of": 3} | told)


def test_a_team_stands_as_its_world_does():
    north = standing("north", played("north", acts=True), "en")
    assert (north.team, north.side, north.over, north.outcome) == (
        "north", "North Water", True, "It held",
    )  # fmt: skip
    assert (north.points, north.of, north.met, north.failed, north.measures) == (3, 3, 2, 0, 2)
    assert (north.done, north.stopped, north.steps) == (1, 1, 2)
    assert (north.answered, north.missed, north.took) == (1, 0, 600)
    assert (north.service, north.lowest) == (1000, "Mail")
    assert (north.gauge, north.value, north.badness) == ("Trust", "34", 660)
    assert (north.contest, north.tempo, north.orders) == (None, 1000, 0)

    east = standing("east", played("east", acts=False), "sq")
    assert (east.answered, east.missed, east.took, east.service) == (0, 1, None, 0)


@pytest.mark.parametrize(("bar", "bad"), [(4.0, 0), (3.2, 0), (1.6, 500), (0.0, 1000), (8.75, 500)])
def test_a_physical_gauge_is_as_bad_as_it_is_far_from_normal(bar: float, bad: int):
    normal = {"at_least": 3.2, "at_most": 5.5}
    gauge = Gauge.model_validate(
        {"title": "Pressure", "start": 4, "unit": "bar", "range": {"from": 0, "to": 12},
         "normal": normal}
    )  # fmt: skip
    assert badness(gauge, GaugeState(round(bar * 1000), low=0, high=12_000), 0) == bad


def test_without_a_contest_there_are_no_points_in_it():
    runs = {name: played(name, acts=True, to=2 * HOUR) for name in ("north", "east")}
    stood = [standing(name, run, "en") for name, run in runs.items()]
    assert contested(stood, runs) == tuple(stood)


def test_who_acts_is_ahead_of_who_lets_decisions_pass_and_both_are_told_why():
    stood = [standing("a", played("east", acts=True), "en"),
             standing("b", played("west", acts=False), "en")]  # fmt: skip
    ahead, behind = (it.advice for it in advised(stood, (None, None), "en"))
    assert (ahead.verdict, ahead.tempo) == ("ahead", 70)
    assert (behind.verdict, behind.tempo) == ("behind", 150)
    assert "decides in time" in ahead.reasons
    assert "lets decisions pass" in behind.reasons
    assert len(ahead.reasons) == len(behind.reasons) == 2


def test_alone_a_team_is_held_against_doctrine():
    weak, usual = of(points=0, service=200), of(points=3, answered=1)
    assert advice(weak, (), usual, "en").verdict == "behind"
    assert advice(usual, (), usual, "en") == Advice("level", (), 100)
    assert advice(weak, (), None, "en") == Advice()


def test_who_goes_fast_or_slowly_enough_already_is_left_as_he_is():
    good, bad = of(points=3, tempo=600), of(points=0, service=300, tempo=3000)
    one, other = (it.advice for it in advised((good, bad), (None, None), "en"))
    assert (one.verdict, one.tempo, other.verdict, other.tempo) == ("ahead", 60, "behind", 300)


def test_what_nobody_can_have_yet_says_nothing():
    early = of(points=0, of=0, answered=0, missed=0, steps=0)
    assert advice(early, (early,), None, "en").verdict == "level"


STANDINGS = st.builds(
    of, points=st.integers(0, 9), of=st.just(9), answered=st.integers(0, 5),
    missed=st.integers(0, 5), stopped=st.integers(0, 5), done=st.integers(0, 5),
    service=st.integers(0, 1000), tempo=st.integers(25, 400).map(lambda percent: percent * 10),
)  # fmt: skip


@given(st.lists(STANDINGS, min_size=1, max_size=5))
@example(
    [
        of(points=0, of=9, answered=yes, missed=no, stopped=stops, done=done, service=0, tempo=250)
        for yes, no, stops, done in (
            (1, 1, 2, 1),
            (2, 4, 0, 0),
            (2, 1, 1, 2),
            (2, 4, 0, 0),
            (2, 3, 1, 2),
        )
    ]
)
def test_advice_is_a_tempo_that_control_can_set_and_depends_on_nobodys_name(stood: list[Standing]):
    told = advised(stood, [None] * len(stood), "en")
    assert all(25 <= it.advice.tempo <= 400 for it in told)
    assert all(len(it.advice.reasons) <= 2 for it in told)
    renamed = [replace(it, team=f"{it.team}-too") for it in reversed(stood)]
    again = advised(renamed, [None] * len(stood), "en")
    assert [it.advice for it in reversed(again)] == [it.advice for it in told]


def test_what_a_team_took_off_the_network_itself_is_not_its_lowest_service():
    run = Exercise(TOWNS, Setup())
    mail = run.state.assets["mail"]
    run.state.assets["archive"] = replace(mail, link="isolated", service=0)
    mail.service = 400
    assert standing("one", run, "en").service == 400
