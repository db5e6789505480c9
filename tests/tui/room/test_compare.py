"""The page on which teams lie side by side: signs, spread, order, and a tempo for some of them."""

from dataclasses import replace
from typing import Any

import pytest

from simulator.engine.views.comparing import Advice, Standing
from simulator.engine.views.foresight import Preview
from tests.tui.far import ROOM_VIEW
from tests.tui.leader import at_the_desk, leading
from tests.tui.room.overview import panel
from tui.abreast import cells, ordered, spread
from tui.room.comparing import about, advised
from tui.room.pages.compare import Compared


def stands(team: str, **told: Any) -> Standing:
    usual: dict[str, Any] = {
        "team": team, "side": f"The works of {team}", "now": 3600, "over": False, "outcome": "",
        "met": 3, "failed": 0, "measures": 9, "points": 4, "of": 12, "service": 900,
        "lowest": "Mail", "gauge": "Pressure", "value": "4.2 bar", "badness": 0, "ringing": 0,
        "passed": 0, "steps": 9, "done": 2, "stopped": 1, "seen": 1, "answered": 3, "missed": 0,
        "took": 600, "sent": 1, "late": 0, "orders": 2, "contest": None, "tempo": 1000,
    }  # fmt: skip
    return Standing(**usual | told)


BEHIND = Advice("behind", ("fewer points", "lets decisions pass"), 120)
RED = stands("red-barn", points=9, met=6, contest=250)
BLUE = stands(
    "blue-barn", points=1, met=1, failed=2, service=310, ringing=2, badness=400, value="2.1 bar",
    missed=2, late=1, contest=40, advice=BEHIND,
)  # fmt: skip
GREEN = stands("green-barn", contest=100, tempo=800, advice=Advice("ahead", ("more points",), 80))


def plain(row: dict[str, Any]) -> dict[str, str]:
    return {label: text.plain.strip() for label, text in row.items()}


def test_the_best_and_the_worst_of_each_column_are_told_by_a_sign():
    red, blue, green = map(plain, cells([RED, BLUE, GREEN]))
    assert (red["Met"], blue["Met"], green["Met"]) == ("6/9 ↑", "1/9 ✗2 ↓", "3/9")
    assert (red["Service"], blue["Service"]) == ("90 % ↑", "31 % ↓")
    assert (blue["Gauge"], blue["Decided"], blue["Reports"]) == ("2.1 bar ▲2 ↓", "3 ✗2 ↓", "1 ▲1 ↓")
    assert [row["Contest"] for row in (red, blue, green)] == ["250 ↑", "40 ↓", "100"]
    assert {row["Steps"] for row in (red, blue, green)} == {"2/9 ✗1"}


def test_a_column_has_room_for_the_numbers_of_a_large_exercise():
    large = stands(
        "red-barn", met=11, failed=18, measures=35, points=20, of=60, done=22, stopped=4, steps=30,
        took=616, answered=10, missed=23, contest=5280, value="1.75 bar", ringing=2,
    )  # fmt: skip
    width = {column.label: column.width or 0 for column in Compared.COLUMNS}
    told = [item for row in map(plain, cells([large, RED])) for item in row.items()]
    assert not [text for label, text in told if len(text) > width[label]]


def test_alone_nobody_is_best_or_worst():
    (row,) = map(plain, cells([RED]))
    assert not any(sign in text for text in row.values() for sign in "↑↓")
    assert spread([RED]) == {}


def test_the_spread_goes_from_the_best_to_the_worst():
    told = plain(spread([RED, BLUE, GREEN]))
    assert (told["Met"], told["Service"], told["Contest"]) == ("6/9–1/9", "90 %–31 %", "250–40")
    assert "Steps" not in told


@pytest.mark.parametrize(
    ("order", "first"), [("", "blue-barn"), ("Points", "red-barn"), ("Contest", "red-barn")]
)
def test_teams_are_sorted_with_the_best_first(order: str, first: str):
    assert ordered([BLUE, GREEN, RED], order)[0].team == first
    unknown = replace(BLUE, contest=None)
    assert ordered([unknown, RED, GREEN], "Contest")[-1] is unknown


def test_advice_is_a_sign_a_word_and_the_tempo_where_it_is_another():
    assert advised(BLUE).plain == "▼ behind → 120 %"
    assert advised(GREEN).plain == "▲ ahead"
    assert advised(RED).plain == "… no advice yet"


def test_all_of_a_team_is_told_with_the_reasons_and_without_markup():
    told = [row.plain for row in about(replace(BLUE, side="[b]Works\x1b[2J"))]
    assert told[0].endswith("blue-barn – [b]Works[2J") or "\x1b" not in told[0]
    assert any(
        "fewer points, lets decisions pass; tempo 100 %, suggested 120 %" in it for it in told
    )
    assert any(it.startswith("Gauge") and it.endswith("2.1 bar, 2 alarms ring") for it in told)


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_eight_teams_fit_and_control_slows_two_of_them_down(size: tuple[int, int]):
    line = at_the_desk()
    eight = (BLUE, RED, *(stands(f"team-{n}") for n in range(6)))
    rows = tuple(replace(ROOM_VIEW.teams[0], name=it.team, stands="running") for it in eight)
    line.show_room(replace(ROOM_VIEW, teams=rows, standings=eight), panel(team="red-barn"))
    async with leading(line, size) as leader:
        await leader.press("7")
        assert all(it.team in leader.sees() for it in eight)
        assert "blue-barn" in leader.line_with("▼ behind → 120 %")
        await leader.press("o")
        assert "Teams, by points" in leader.sees()
        await leader.press("o", "o", "o", "o", "o")
        await leader.press("m", "down", "m", "p")
        assert "fewer points, lets decisions pass" in leader.sees()
        await leader.press("ctrl+s")
        (asked,) = line.enquired
        assert (asked.about, asked.team) == ("preview", "blue-barn")
        line.tells(Preview("", (), (), (), (), ()))
        await leader.press("ctrl+s")
        assert [it["percent"] for it in line.asked] == [120, 120]
        assert [told["team"] for told in line.memory.outbox] == ["blue-barn", "red-barn"]
