"""What a role is shown of physical gauges: the reading, never what is true behind it."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.exercise import Exercise
from simulator.engine.views import GaugeView
from tests.simulator.engine.playbook import Begin, Story
from tests.simulator.engine.test_physics import BURST, HIGH, HOUR, PRESSURE, PUMP, at, pressure

Effects = tuple[dict[str, Any], ...]
ROLES: dict[str, Any] = {"soc": {"sees": {"gauges": "all"}}, "other": {}}
TEXT = {"id": "told", "at": "5h", "text": "It stands at ${gauge.pressure.value}."}


def world(begin: Begin, *effects: dict[str, Any], **keys: Any) -> Story:
    gauges = {"pressure": PRESSURE | {"alarms": {"high": HIGH}, "limits": {"burst": BURST}} | keys}
    return begin(roles=ROLES, gauges=gauges, injects=[at("1h", *effects), TEXT], **PUMP)


def seen(run: Exercise) -> GaugeView:
    (gauge,) = run.view("soc").gauges
    return gauge


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((pressure(shows=4, target=12),), (pressure(shows=4),)),
        ((pressure(shows=4, set=0),), (pressure(honest=True),)),
        ((pressure(blind=True, target=12),), (pressure(blind=True),)),
        ((pressure(target=12, shows=4, silent=True),), (pressure(silent=True),)),
    ],
)
def test_two_worlds_whose_screens_show_the_same_are_the_same_to_a_role(
    begin: Begin, one: Effects, other: Effects
):
    here, there = world(begin, *one).exercise, world(begin, *other).exercise
    for now in range(0, 9 * HOUR, 1700):
        here.advance(now)
        there.advance(now)
        assert here.view("soc") == there.view("soc")
    assert here.state.hash() != there.state.hash()
    told = [[x for x in run.known_to("soc") if "gauge" in x._fields] for run in (here, there)]
    assert all(isinstance(event, e.ReadingTurned) for run in told for event in run)


def test_an_honest_reading_is_the_truth_with_its_curve_alarms_and_what_is_normal(begin: Begin):
    play = world(begin, pressure(target=9), normal={"at_least": 3, "below": 5}).at("4h")
    gauge = seen(play.exercise)
    assert (gauge.value, gauge.per_hour, gauge.ringing) == (9, 0, ("High",))
    assert (gauge.unit, gauge.low, gauge.high) == ("bar", 0, 12)
    assert (gauge.normal_from, gauge.normal_to, gauge.digits) == (3, 5, 1)
    assert gauge.trail[0] == 4
    assert gauge.trail[-1] == 9
    assert seen(world(begin, pressure(target=9)).at("2h").exercise).per_hour == 2


def test_where_there_is_no_reading_the_curve_stands_still(begin: Begin):
    play = world(begin, pressure(set=6, blind=True)).at("9h")
    gauge = seen(play.exercise)
    assert gauge.value is None
    assert set(gauge.trail) == {4}


def test_by_hand_a_role_reads_the_truth(begin: Begin):
    play = world(begin, pressure(set=6, shows=2, manual=True)).at("2h")
    gauge = seen(play.exercise)
    assert (gauge.value, gauge.manual) == (6, True)
    assert "pressure is now worked by hand" in [
        line.words for line in play.exercise.view("soc").log
    ]


def test_a_text_that_is_sent_says_what_is_shown(begin: Begin):
    assert "at 2." in world(begin, pressure(shows=2)).at("5h").sees("soc", "told").text
    assert "at 1.73." in world(begin, pressure(shows=1.727)).at("5h").sees("soc", "told").text
    assert "at –." in world(begin, pressure(blind=True)).at("5h").sees("soc", "told").text


def test_who_finds_out_about_it_later_sees_it_from_then_on_as_it_is_shown(begin: Begin):
    reveal = {"reveal": {"gauges": "pressure"}, "to": "other"}
    injects = [at("1h", pressure(shows=2, target=12)), at("3h", reveal)]
    play = begin(roles=ROLES, gauges={"pressure": PRESSURE}, injects=injects, **PUMP).at("2h")
    assert play.exercise.view("other").gauges == ()
    (gauge,) = play.at("4h").exercise.view("other").gauges
    assert (gauge.value, set(gauge.trail)) == (2, {2})


def test_when_it_is_over_nothing_is_hidden(begin: Begin):
    play = world(begin, pressure(shows=4, target=12)).at("10h")
    view = play.exercise.view("soc")
    assert view.debrief
    (true,) = view.debrief.gauges
    assert (true.value, max(true.trail)) == (12, 12)
    assert any("A main bursts" in line.words for line in view.debrief.course)


def test_control_sees_what_is_true_and_what_is_behind_it(begin: Begin):
    play = world(begin, pressure(shows=4, target=12, silent=True)).at("9h")
    (row,) = play.exercise.panel().gauges
    assert (row.value, row.per_hour, row.low, row.high) == (4000, 2000, 0, 12_000)
    behind = row.physics
    assert behind
    assert (behind.target, behind.reading, behind.forged) == (12_000, "spoofed", 4000)
    assert (behind.silent, behind.manual, behind.ringing) == (True, False, ())
    assert behind.passed == ("A main bursts",)
