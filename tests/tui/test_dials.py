"""Gauges in words and signs: a number with its unit, what is normal, and what rings."""

from dataclasses import replace

import pytest
from rich.console import Console

from simulator.engine.views import GaugeView
from tests.tui.world import GAUGES, VIEW
from tui import dials, measures
from tui.changes import changes
from tui.lines import situation
from tui.widgets.gauges import drawn

PRESSURE = GaugeView(
    "pressure", "Booster pressure", 4.2, 0, "high", (4.2,) * 32,
    physical=True, unit="bar", digits=1, low=0, high=12, normal_from=3.2, normal_to=5.5,
)  # fmt: skip
RINGS = replace(PRESSURE, value=9.12, per_hour=6, ringing=("High pressure",), trail=(4.2, 9.12))
BLIND = replace(PRESSURE, value=None)


def screen(width: int, *gauges: GaugeView) -> list[str]:
    console = Console(width=width, height=30)
    with console.capture() as told:
        console.print(drawn(gauges, set(), width))
    return [line.rstrip() for line in told.get().splitlines()]


@pytest.mark.parametrize(
    ("gauge", "dial", "reading"),
    [
        (PRESSURE, "───◆═─────", "4.2 bar"),
        (replace(PRESSURE, value=0), "◆──══─────", "0.0 bar"),
        (replace(PRESSURE, value=3.1), "──◆══─────", "3.1 bar"),
        (replace(PRESSURE, value=5.5), "───═◆─────", "5.5 bar"),
        (replace(PRESSURE, value=12), "───══────◆", "12.0 bar"),
        (replace(PRESSURE, normal_to=None), "───◆══════", "4.2 bar"),
        (replace(PRESSURE, normal_from=None, normal_to=None), "───◆──────", "4.2 bar"),
        (BLIND, "───══─────", "no reading"),
        (GAUGES[0], "━━━━━━────", " 61"),
    ],
)
def test_a_dial_points_to_where_it_stands_among_what_is_normal(
    gauge: GaugeView, dial: str, reading: str
):
    assert (dials.dial(gauge, 10).plain, measures.reading(gauge)) == (dial, reading)


def test_what_is_normal_is_never_told_by_the_colour_alone():
    inside, outside = (dials.dial(replace(PRESSURE, value=v), 10).plain for v in (3.3, 3.1))
    assert inside != outside


def test_on_a_wide_page_each_has_a_line_and_what_rings_comes_first():
    lines = screen(96, PRESSURE, replace(RINGS, id="main", title="Main"))
    assert [" ".join(line.split()) for line in lines] == [
        "Main ───══──◆── 9.1 bar ▲ rising 6.0 bar/h ▃▆",
        "▲ ALARM: High pressure",
        f"Booster pressure ───◆═───── 4.2 bar = steady {'▃' * 12}",
    ]


def test_beside_other_pages_each_has_two_lines_and_one_for_its_alarm():
    assert screen(50, replace(RINGS, manual=True)) == [
        "Booster pressure  by hand, ▲ rising 6.0 bar/h",
        "───══──◆── 9.1 bar  ▃▆  normal 3.2–5.5",
        "  ▲ ALARM: High pressure",
    ]
    assert screen(50, BLIND)[0] == "Booster pressure"
    assert screen(50, BLIND)[1].startswith("───══───── no reading")


@pytest.mark.parametrize(
    ("before", "after", "said", "worse"),
    [
        (PRESSURE, RINGS, "ALARM: High pressure, 4.2 → 9.1 bar", True),
        (RINGS, PRESSURE, "alarm over, 9.1 → 4.2 bar", False),
        (PRESSURE, BLIND, "no reading", True),
        (BLIND, PRESSURE, "4.2 bar", False),
        (PRESSURE, replace(PRESSURE, manual=True), "worked by hand", False),
        (PRESSURE, replace(PRESSURE, value=3.1), "4.2 → 3.1 bar", True),
        (PRESSURE, replace(PRESSURE, value=4.6), None, False),
    ],
)
def test_what_has_changed_since_the_player_looked(
    before: GaugeView, after: GaugeView, said: str | None, worse: bool
):
    found = changes(replace(VIEW, gauges=(before,)), replace(VIEW, gauges=(after,)))
    assert [(it.said, it.worse) for it in found] == ([(said, worse)] if said else [])


@pytest.mark.parametrize(
    ("gauge", "told"),
    [
        (PRESSURE, "Booster pressure: 4.2 bar. Normal is 3.2 to 5.5. Steady."),
        (
            replace(RINGS, manual=True, trail=()),
            "ALARM: High pressure. Booster pressure: 9.1 bar. Not normal, which is 3.2 to 5.5. "
            "Worked by hand. Rising 6.0 bar an hour.",
        ),
        (BLIND, "Booster pressure: no reading. Normal is 3.2 to 5.5."),
        (
            replace(PRESSURE, normal_to=None),
            "Booster pressure: 4.2 bar. Normal is at least 3.2. Steady.",
        ),
    ],
)
def test_in_plain_lines_an_alarm_is_what_is_heard_first(gauge: GaugeView, told: str):
    assert list(situation.gauges(replace(VIEW, gauges=(gauge,)))) == [told]
