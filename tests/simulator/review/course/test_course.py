"""What is read off a log agrees with the run that wrote it, played again and counted otherwise."""

import os
from bisect import bisect_right
from collections import Counter
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine import events as e
from simulator.engine.exercise import Exercise
from simulator.engine.recall import Recall
from simulator.review.course import (
    contest,
    control,
    course,
    happened,
    lanes,
    msel,
    series,
    techniques,
)  # fmt: skip
from simulator.review.findings import Series
from simulator.review.reading import recorded
from simulator.review.recorded import Take
from simulator.scenario.load import load
from tests.laws.generated import world
from tests.laws.plays import wander
from tests.simulator.session.journal.golden import unpacked

SOAK = int(os.environ.get("SOAK", "1"))
SEEDS = st.integers(0, 1_000_000)
EVERYTHING = load(Path(__file__).parents[3] / "scenarios" / "everything")
WORLDS = st.one_of(SEEDS.map(world), st.just(EVERYTHING))


def taken(run: Exercise) -> Take:
    return Take("team", 1, 0, run.now, "", run, (), ())


def value(points: tuple[tuple[int, float], ...], at: int) -> float:
    """What a curve says of a second; at a step, what it steps to."""
    place = bisect_right(points, at, key=lambda point: point[0]) - 1
    (since, low), (until, high) = points[place], points[min(place + 1, len(points) - 1)]
    return low if until == since else low + (high - low) * (at - since) / (until - since)


@settings(max_examples=12 * SOAK)
@given(WORLDS, SEEDS, st.lists(st.floats(0, 1), min_size=1, max_size=3))
def test_curves_stand_at_any_second_where_the_world_stood(scenario, seed: int, shares):
    run = wander(scenario, seed).exercise
    curves = {(one.kind, one.id): one for one in series(taken(run), "en")}
    recall = Recall(run)

    for at in (round(run.now * share) for share in shares):
        recall.go_to(at)
        state = recall.state
        for name, asset in state.assets.items():
            assert value(curves["service", name].points, at) == asset.service / 10
        for name, gauge in state.gauges.items():
            said = value(curves["gauge", name].points, at)
            # Kept in whole thousandths, which a line through whole seconds can miss by a few.
            assert abs(said - gauge.at(at) / 1000) <= tolerance(curves["gauge", name])


def tolerance(curve: Series) -> float:
    slopes = [abs(b - a) / (t - s) for (s, a), (t, b) in pairwise(curve.points) if t > s]
    return 0.002 + max(slopes, default=0.0)


@settings(max_examples=12 * SOAK)
@given(WORLDS, SEEDS)
def test_lines_and_rows_hold_what_the_log_holds(scenario, seed: int):
    run = wander(scenario, seed).exercise
    take, sent = taken(run), Counter[str]()
    for event in run.log:
        if isinstance(event, e.InjectSent):
            sent.update(event.to)

    found = {lane.role: lane.marks for lane in lanes(take, "en")}
    rows = {row.inject: row for row in msel(take, "en")}

    for role in run.scenario.roles:
        marks = found.get(role, ())
        assert sum(mark.kind == "inject" for mark in marks) == sent[role]
    for marks in found.values():
        assert all(0 <= mark.at <= mark.end <= run.now for mark in marks)
        assert all(mark.at in {run.log[place].at for place in mark.cites} for mark in marks)
    missed = sum(mark.kind == "missed" for marks in found.values() for mark in marks)
    assert missed == sum(isinstance(event, e.DecisionMissed) for event in run.log)
    assert rows.keys() == run.scenario.inject.keys()
    for name, row in rows.items():
        state = run.state.injects[name]
        assert (row.actual is not None) == (state.sent > 0)
        assert (row.status == "withdrawn") == state.withdrawn
        assert row.hand == bool(state.form)
    begun = {event.step for event in run.log if isinstance(event, e.StepStarted)}
    used = {name for step in begun for name in run.scenario.step[step].technique}
    assert {one.id for one in techniques(take, "en")} == used
    assert len(control(take, "en")) == sum(isinstance(event, e.Steered) for event in run.log)


def test_a_service_that_fell_is_cited_where_it_fell_below_half_and_where_it_was_lowest(tmp_path):
    take = recorded(unpacked("wiper-2022", tmp_path / "s")).take("blue-barn")
    fallen = [one for one in series(take, "en") if one.kind == "service" and one.lowest < 50]

    assert fallen
    for one in fallen:
        levels = [event.level for event in take.log
                  if isinstance(event, e.ServiceChanged) and event.asset == one.id]  # fmt: skip
        assert one.lowest == min(levels) / 10
        events = [take.log[place] for place in one.cites]
        cited = [event.level for event in events if isinstance(event, e.ServiceChanged)]
        assert min(cited) == min(levels)
        falls = sum(before >= 500 > after for before, after in pairwise([1000, *levels]))
        assert falls <= len(cited) <= falls + 1


def test_what_the_adversary_hit_did_not_fall_in_defence_be_it_mended_since(tmp_path):
    take = recorded(unpacked("wiper-2022", tmp_path / "s")).take("blue-barn")
    hit = {event.asset for event in take.log if isinstance(event, e.HostsHit)}
    cut = {event.asset for event in take.log if isinstance(event, e.LinkChanged)}
    own = {one.id for one in series(take, "en") if one.defence}

    assert own
    assert own <= cut - hit
    assert hit


def test_a_gauge_cites_what_it_passed_and_its_farthest_leaps(tmp_path):
    take = recorded(unpacked("wiper-2022", tmp_path / "s")).take("blue-barn")
    gauges = [one for one in series(take, "en") if one.kind == "gauge"]
    assert any(one.cites for one in gauges)
    for one in gauges:
        events = [take.log[place] for place in one.cites]
        assert all(getattr(event, "gauge", "") == one.id for event in events)
        assert sum(isinstance(event, e.GaugeMoved) for event in events) <= 3


def test_what_was_asked_is_told_with_its_record_and_what_followed_with_its_cause(tmp_path):
    found = recorded(unpacked("control-room", tmp_path / "s"))
    take = found.take("team", 1)
    told = happened(take, "en", range(len(take.log)))

    for one in told:
        if one.seq:
            record = found.records[one.seq - 1]
            assert record.draft.kind == "asked"
            assert record.draft.at == one.at
    asked = {deed.seq for deed in take.deeds if deed.done and deed.begin < deed.end}
    assert {one.seq for one in told} - {0} == asked
    assert [one.because for one in told] == [
        None if before < 0 else before for before in take.run.annals.because
    ]


def test_the_second_take_shares_its_beginning_with_the_first(tmp_path):
    found = recorded(unpacked("control-room", tmp_path / "s"))
    first, second = found.takes["team"]
    until = second.since

    assert second.number == 2
    assert [it for it in first.log if it.at < until] == [it for it in second.log if it.at < until]
    assert first.until > until
    assert [deed for deed in second.deeds if deed.at < until] == [
        deed for deed in first.deeds if deed.at < until
    ]


def test_a_board_is_told_only_where_there_is_a_contest(tmp_path):
    run = Exercise(EVERYTHING)
    run.advance(run.state.end)
    solved = {it.challenge for it in run.log if isinstance(it, e.ChallengeSolved)}

    rows = contest(taken(run), "en")

    assert {row.challenge for row in rows if row.solved is not None} == solved
    for row in rows:
        assert all(e.subject(run.log[it]) == f"challenge '{row.challenge}'" for it in row.cites)
    assert course(taken(run), "sq")
    other = Exercise(load(Path(__file__).parents[3] / "scenarios" / "minimal.yaml"))
    assert contest(taken(other), "en") == ()
