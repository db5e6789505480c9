"""Control reads of a physical gauge what is true, what is shown, and what is behind it."""

import json
from dataclasses import replace

import pytest

from simulator.engine.views.overview import GaugeRow
from tests.tui.room.overseen import BEHIND, FLOW, SCENE
from tui.room import physics
from tui.room.abouts import about_gauge
from tui.room.byhand import Thing, deed, settings
from tui.room.pages.holdings import TrueGauges
from tui.room.truth import Scene, level, moves


def scene(row: GaugeRow, now: int = 0) -> Scene:
    return SCENE._replace(now=now, panel=replace(SCENE.panel, gauges=(row,)))


def of(**turned: object) -> GaugeRow:
    return replace(FLOW, physics=replace(BEHIND, **turned))  # type: ignore[arg-type]


@pytest.mark.parametrize(("later", "value", "pace"), [(0, 4.2, 6), (1800, 7.2, 6), (7200, 9, 0)])
def test_it_goes_as_far_as_it_is_brought(later: int, value: float, pace: float):
    assert (level(FLOW, later), moves(FLOW, later)) == (value, pace)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (FLOW, ""),
        (of(reading="spoofed", forged=4200), "shows 4.2 bar"),
        (of(reading="spoofed", forged=4200, manual=True), "by hand"),
        (of(reading="blind", silent=True), "no reading; alarms silenced"),
        (of(ringing=("High",)), "▲ High"),
    ],
)
def test_what_is_unusual_about_it_stands_beside_its_title(row: GaugeRow, said: str):
    cells = TrueGauges().drawn_of(row, scene(row)).cells
    assert cells["Gauge"].plain == (f"Flow – {said}" if said else "Flow")
    assert cells["Now"].plain.strip() == "4.2 bar"
    assert cells["Moves"].plain == "▲ +6.0/h"


def test_all_about_it_has_the_set_point_and_what_is_shown():
    row = of(reading="spoofed", forged=4200, silent=True, passed=("A main bursts",))
    assert row.physics
    assert dict(physics.rows(row.physics)) == {
        "Set point": "9.0 bar", "Range": "0.0 bar to 12.0 bar", "Worked": "by itself",
        "Shown": "4.2 bar, forged", "Alarms": "silenced", "Passed": "A main bursts",
    }  # fmt: skip
    assert about_gauge(row, scene(row))


def test_all_that_can_be_set_of_it_becomes_an_effect_of_the_format():
    thing, panel = Thing("gauge", "flow", "Flow", ""), scene(of(manual=True)).panel
    able = [setting for setting in settings(thing, panel) if not setting.why_not]
    effects = [json.loads(deed(thing, setting, "7.5").effect) for setting in able]
    assert [{k: v for k, v in effect.items() if k != "gauge"} for effect in effects] == [
        {"set": 7.5}, {"target": 7.5}, {"manual": False}, {"shows": 7.5}, {"blind": True},
        {"silent": True},
    ]  # fmt: skip
