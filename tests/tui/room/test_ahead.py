"""The page of what may come: its lines, and a facilitator who looks ahead."""

from dataclasses import replace
from typing import Any

import pytest

from simulator.engine.views.foresight import Ahead, Ending, InjectAhead, Outlook, Spread
from tests.tui.far import ROOM_VIEW
from tests.tui.leader import at_the_desk, leading
from tests.tui.room.overview import panel
from tui.room.ahead import Axis, share, span, told

START = "2022-07-15T08:00:00+02:00"
HOUR = 3600


def at(*hours: float) -> Spread:
    low, middle, high = (int(hour * HOUR) for hour in (hours * 3)[:3])
    return Spread(low, middle, high)


def outlook(acting: bool = True, **more: Any) -> Outlook:
    usual: dict[str, Any] = {
        "acting": acting, "runs": 24, "now": HOUR, "until": 96 * HOUR,
        "injects": (
            InjectAhead("storm", "The storm", 24, at(2)),
            InjectAhead("leak", "Letters appear", 17, at(20, 30, 70)),
            InjectAhead("spare", "Spare inject", 0, None),
        ),
        "values": (
            Ahead("service", "mail", "Mail", 1000, Spread(400, 500, 900)),
            Ahead("gauge", "trust", "Public trust", 62_000, Spread(62_000, 62_000, 62_000)),
            Ahead("points", "warn", "Warn others", 0, Spread(2, 2, 2)),
        ),
        "endings": (Ending("held", "The state holds", 20), Ending("fell", "It falls", 4)),
        "ends_at": at(90, 96, 96),
    }  # fmt: skip
    return Outlook(**usual | more)


def lines(of: Outlook, width: int = 76) -> list[str]:
    return [row.plain.rstrip() for row in told(of, START, width)]


def test_it_tells_how_it_ends_and_in_how_many_runs():
    ends, held, fell, *_ = lines(outlook())
    assert ends == "ENDEX  Tue 08:00  Tue 02:00 – Tue 08:00"
    assert held.split() == ["83", "%", "━━━━━━━─", "The", "state", "holds"]
    assert fell.startswith(" 17 %")


def test_values_that_change_are_told_and_the_others_counted():
    shown = lines(outlook())
    mail = next(row for row in shown if row.startswith("Mail"))
    assert mail.endswith("100 % → 40 – 50 – 90 %")
    assert any(row.endswith("0 → 2") and row.startswith("Warn others, points") for row in shown)
    assert not any("Public trust" in row for row in shown)
    assert "  1 stays as it is" in shown


def test_of_many_values_those_are_told_that_change_most():
    many = tuple(
        Ahead("gauge", f"g{n}", f"Gauge {n}", 0, Spread(0, n * 1000, 90_000)) for n in range(20)
    )
    shown = lines(outlook(values=many))
    assert [row.split()[1] for row in shown if row.startswith("Gauge")] == [
        str(n) for n in range(19, 11, -1)
    ]
    assert "  … and 12 more" in shown


@pytest.mark.parametrize("width", [52, 76, 150])
def test_an_inject_is_told_with_its_share_its_time_and_its_range(width):
    storm, leak, none, spare = lines(outlook(), width)[-4:]
    assert storm.startswith("100 % Fri 10:00")
    assert storm.endswith("The storm")
    assert leak.startswith(" 71 % Sat 14:00")
    assert "├" in leak
    assert "┤" in leak
    assert storm.index("The storm") == leak.index("Letters")
    assert (none, spare) == ("1 is sent in no run", "  Spare inject")


def test_the_range_lies_where_its_times_lie():
    axis = Axis(0, 100, 20)
    assert span(axis, Spread(25, 50, 75)).plain == "·····├────●────┤····"
    assert span(axis, Spread(0, 0, 0)).plain == "●" + "·" * 19
    assert span(axis, Spread(0, 99, 500)).plain == "├" + "─" * 18 + "●"


def test_a_share_is_never_all_nor_none_where_it_is_not():
    assert [share(n, 1000) for n in (0, 1, 500, 999, 1000)] == [
        "  0 %", "  1 %", " 50 %", " 99 %", "100 %",
    ]  # fmt: skip


def test_titles_of_scenarios_can_not_move_the_terminal():
    shown = lines(outlook(injects=(InjectAhead("a", "A\x1b[2J\nB", 1, at(2)),)))
    assert "\x1b" not in "".join(shown)


async def test_a_facilitator_looks_ahead_alone_and_with_bots_and_farther():
    line = at_the_desk()
    line.show_room(ROOM_VIEW, panel(team="red-barn"))
    async with leading(line, (120, 35)) as leader:
        assert line.enquired == []  # nobody has looked at the page
        await leader.press("5")
        assert "It is being worked out" in leader.sees()
        (asked,) = line.enquired
        assert (asked.about, asked.team) == ("outlook", "red-barn")
        assert (asked.acting, asked.until) == (False, 3 * HOUR)
        line.tells(outlook(acting=False, endings=(Ending("fell", "It falls", 24),)))
        await leader.hears()
        assert [(it.acting, it.until) for it in line.enquired] == [(True, 3 * HOUR)]
        line.tells(outlook())
        await leader.hears()
        assert "It is being worked out" not in leader.sees()
        silent, acting = leader.line_with("If nobody acts").split("If bots act")
        assert "the next 2 hours: as of Fri 09:00" in silent
        assert "the next 2 hours" in acting
        assert "It falls" in leader.line_with("100 % ━")
        assert "The state holds" in leader.line_with("83 % ━")
        await leader.press("h", "h")
        assert [it.until for it in line.enquired] == [7 * HOUR]
        line.tells(None, "it can't be told what is to come")
        await leader.hears()
        assert [it.until for it in line.enquired] == [None]


async def test_on_a_small_terminal_one_of_both_is_seen():
    line = at_the_desk()
    line.show_room(ROOM_VIEW, panel(team="red-barn"))
    async with leading(line, (80, 24)) as leader:
        await leader.press("5")
        for acting in (False, True):
            line.tells(outlook(acting=acting))
            await leader.hears()
        assert "If nobody acts" in leader.sees()
        assert "If bots act" not in leader.sees()
        await leader.press("a")
        assert "If bots act" in leader.sees()
        assert "If nobody acts" not in leader.sees()


async def test_another_team_and_another_take_have_outlooks_of_their_own():
    line = at_the_desk()
    line.show_room(ROOM_VIEW, panel(team="red-barn"), watched="red-barn")
    async with leading(line) as leader:
        await leader.press("5")
        line.tells(outlook(acting=False))
        await leader.hears()
        assert "The state holds" in leader.sees()
        line.show_room(ROOM_VIEW, panel(team="blue-barn"), watched="blue-barn")
        await leader.hears()
        assert "The state holds" not in leader.sees()
        line.tells(outlook())  # it was on its way, and is the other team's
        await leader.hears()
        assert "The state holds" not in leader.sees()
        for acting in (False, True):
            (asked,) = line.enquired
            assert (asked.team, asked.acting) == ("blue-barn", acting)
            assert asked.until == 3000 + 2 * HOUR
            line.tells(outlook(acting=acting, now=3000))
            await leader.hears()
        assert "The state holds" in leader.sees()
        rewound = tuple(replace(team, take=2) for team in ROOM_VIEW.teams)
        line.show_room(ROOM_VIEW, panel(team="blue-barn"), watched="blue-barn", teams=rewound)
        await leader.hears()
        assert "The state holds" not in leader.sees()
        assert "It is being worked out" in leader.sees()
