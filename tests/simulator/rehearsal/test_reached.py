"""What runs came to of a scenario, and how much of it that is."""

import json
from pathlib import Path

import pytest

from simulator.authoring.trying.navigator import layer
from simulator.engine.exercise import Setup
from simulator.rehearsal.covering import coverage, loc_of, reached_by
from simulator.rehearsal.playing import play
from simulator.rehearsal.reached import REACHED, Point, points, reached
from simulator.rehearsal.rehearsing import rehearse
from simulator.scenario import examine
from simulator.scenario.library import find


@pytest.fixture(scope="module")
def examined():
    return examine(find("first-watch"))


@pytest.fixture(scope="module")
def night(examined):
    return examined.scenario


@pytest.fixture(scope="module")
def silent(night):
    return play(night, Setup(bots="silent"), (), None)


def test_a_silent_night_comes_to_defaults_and_to_all_that_the_adversary_does(night, silent):
    came_to = reached(silent)
    assert Point("option", "clerk/carry-on") in came_to
    assert Point("outcome", "lamp-out") in came_to
    assert {point.id for point in came_to if point.kind == "step"} == set(night.step)
    assert not {point.kind for point in came_to} & {"action", "report"}


def test_every_kind_of_point_is_reached_by_some_event(night):
    assert {kind for kind, _ in REACHED.values()} >= {point.kind for point in points(night)}


def test_what_is_reached_is_among_the_points_of_the_scenario(night):
    all_of_it = set(points(night))
    for run in rehearse(night, seeds=2).runs:
        assert reached(run) <= all_of_it


def test_shares_add_up_and_what_was_never_reached_keeps_the_authors_order(night, silent):
    found = coverage(night, [reached_by(silent)])
    assert found.whole.reached == sum(share.reached for share in found.kinds.values())
    assert found.whole.of == len(points(night)) == found.whole.reached + len(found.whole.never)
    assert [point for point in points(night) if not found.times[point]] == list(found.whole.never)


def test_an_objective_is_about_what_names_it_and_what_its_measures_ask_for(night, silent):
    missing = coverage(night, [reached_by(silent)]).objectives["harbours"].never
    assert {Point("report", "early-warning"), Point("action", "look-closer")} <= set(missing)
    assert Point("option", "harbours/tell") in missing
    assert Point("option", "dawn/screens") not in missing


def test_more_runs_never_reach_less(night, silent):
    one, other = reached_by(silent), reached_by(play(night, Setup(), (), None))
    alone, both = coverage(night, [one]), coverage(night, [one, other])
    assert both.whole.percent > alone.whole.percent
    assert coverage(night, []).whole.percent == 0


def test_a_technique_is_counted_by_runs_in_which_it_began_and_was_seen(night, silent):
    found = coverage(night, [reached_by(silent)] * 4)
    encrypting = next(it for it in found.techniques if it.id == "T1486")
    assert (encrypting.steps, encrypting.began, encrypting.seen) == (("encryptor",), 4, 4)
    baits = next(it for it in found.techniques if it.id == "T1566.001")
    assert (baits.began, baits.seen) == (4, 0)


def test_every_point_has_its_place(examined):
    for point in points(examined.scenario):
        path, mark = examined.files.place(loc_of(examined.scenario, point), key=True)
        line = Path(path).read_text("utf-8").splitlines()[mark.line - 1]
        assert point.id.rpartition("/")[2] in line


def test_the_navigators_layer_scores_how_often_a_technique_began(night, silent):
    found = coverage(night, [reached_by(silent), reached_by(silent)])
    data = json.loads(layer(night, found))
    assert data["versions"] == {"attack": "18", "navigator": "5.1.0", "layer": "4.5"}
    scores = {it["techniqueID"]: (it["score"], it["comment"]) for it in data["techniques"]}
    assert scores["T1486"] == (100, "The files are locked")
    assert list(scores) == sorted(scores)
    assert layer(night, found) == layer(night, found)
