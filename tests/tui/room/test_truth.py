"""The world page: what is true beside what roles believe, and what can be done where one looks."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.commands import CONTROL, Consent, Intervene, Reply
from tests.tui.far import ROOM_VIEW
from tests.tui.room import overview as rows
from tests.tui.room.overseen import CONSENTS, NOW, PORTAL, SCENE, TOWN, TRUST, overseeing
from tui.room import truth
from tui.room.pages.truth import WorldPage

hosts = st.integers(0, 400)


def test_what_roles_believe_names_those_who_do_not_know_of_the_intruder():
    assert truth.beliefs(PORTAL, TOWN).plain == "unknown to AKSHI, NATO"
    all_know = replace(PORTAL, foothold_known_to=("akcesk", "akshi", "nato"))
    assert truth.beliefs(all_know, TOWN).plain == "all know"
    clean = replace(PORTAL, foothold=False, foothold_known_to=())
    assert truth.beliefs(clean, TOWN).plain == "not seen by NATO"
    assert truth.beliefs(TOWN.assets[1], TOWN).plain == "all see it"
    assert truth.beliefs(replace(clean, seen_by=()), TOWN).plain == "nobody sees it"
    many = replace(TOWN, roles=(*TOWN.roles, rows.role("pmo")))
    assert truth.beliefs(PORTAL, many).plain == "known only to AKCESK"


@given(intact=hosts, encrypted=hosts, wiped=hosts)
def test_a_bar_of_hosts_is_always_as_long_and_leaves_out_nothing_that_is_there(
    intact: int, encrypted: int, wiped: int
):
    there = (intact, encrypted, wiped)
    asset = rows.asset("a", hosts=sum(there), intact=intact, encrypted=encrypted, wiped=wiped)
    drawn = truth.hosts_bar(asset, 8).plain
    assert len(drawn) == 8
    assert [sign in drawn for sign in "━▒░"] == [part > 0 for part in there]


@pytest.mark.parametrize(("later", "points", "moves"), [(0, 61.2, -2.5), (86_400, 1.2, -2.5),
                                                        (400_000, 0, 0)])  # fmt: skip
def test_a_gauge_is_where_the_clock_has_brought_it(later: int, points: float, moves: float):
    assert truth.level(TRUST, later) == pytest.approx(points)
    assert truth.moves(TRUST, later) == moves


def test_steps_say_how_far_they_are_and_when():
    told = [(truth.step_state(step)[0], truth.step_time(step, SCENE)) for step in TOWN.steps]
    assert told == [("✓ done", "Fri 08:01"), ("▲ next", "11m 00s"), ("‖ blocked", "")]


def test_orders_and_queues_go_by_name():
    image, rebuild, _warn = TOWN.orders
    assert truth.queue_names(("order-2", "order-9"), TOWN) == ("Rebuild: Portal", "order-9")
    assert [truth.order_end(order, NOW) for order in (image, rebuild)] == ["any time", ""]
    assert truth.order_end(image, 2400) == "10m 00s"


def test_whose_word_a_request_waits_for_says_whether_people_hold_that_seat():
    mine, theirs, asked_back = CONSENTS
    assert [truth.answers_it(one) for one in CONSENTS] == ["akshi", "akcesk", "nato"]
    held = [truth.held_by_people(one, TOWN) for one in (mine, theirs, asked_back)]
    assert held == [False, True, False]


def test_nothing_is_drawn_before_both_are_told():
    assert truth.scene_of(None, TOWN) is None
    assert truth.scene_of(ROOM_VIEW, None) is None
    assert truth.scene_of(ROOM_VIEW, TOWN) == SCENE
    blue = truth.scene_of(ROOM_VIEW, replace(TOWN, team="blue-barn"))
    assert blue is not None
    assert blue.now == 3000


async def test_the_page_shows_what_is_true_beside_what_is_believed_and_counts_with_the_clock():
    async with overseeing(WorldPage, (160, 45)) as overseer:
        portal = overseer.line_with("▲  Portal")
        for said in ("7/12", "58 %", "inside, 3 encr", "unknown to AKSHI, NATO"):
            assert said in portal
        assert "known to AKCESK; not AKSHI, NATO" in overseer.sees()
        assert "▲ next     11m 00s" in overseer.line_with("Encrypt")
        assert "[red]Mail" in overseer.line_with("‖ blocked")
        assert "58.7  ▼ -2.5/h" in overseer.line_with("Trust")
        assert "9.0 bar  =" in overseer.line_with("Flow")
        assert "4 of 4    1 waits" in overseer.line_with("Analysts")
        assert "Warn" not in overseer.sees()
        assert "S  Contain it" in overseer.sees()
        await overseer.sees_later(60, assets=(replace(PORTAL, link="isolated"), TOWN.assets[1]))
        assert "▲ next     10m 00s" in overseer.line_with("Encrypt")
        assert "isolated" in overseer.line_with("▲  Portal")
        page = overseer.stage.query_one(WorldPage)
        page.display = False
        await overseer.sees_later(120)
        page.display = True
        await overseer.pilot.pause()
        assert "▲ next     9m 00s" in overseer.line_with("Encrypt")


async def test_a_narrow_page_shows_one_table_at_a_time_and_tab_turns_to_the_next():
    async with overseeing(WorldPage, (80, 24)) as overseer:
        assert "▲  Portal" in overseer.sees()
        assert "Phish" not in overseer.sees()
        await overseer.press("tab")
        assert "Portal" not in overseer.sees()
        assert "Encrypt  ▲ next" in overseer.sees()
        await overseer.press("shift+tab", "shift+tab")
        assert "S  Contain it" in overseer.sees()
        assert "a Set" not in overseer.sees().splitlines()[-1]


async def test_what_is_under_the_cursor_is_set_by_hand():
    async with overseeing(WorldPage) as overseer:
        await overseer.press("enter", "1", "4", "4", "ctrl+s")
        assert overseer.told()[-1].startswith("Say why first")
        await overseer.press("x", "ctrl+s", "tab", "a", "3", "9", "m", "enter", "y", "ctrl+s")
        assert overseer.steered() == [
            Intervene(CONTROL, ('{"asset": "portal", "encrypt": 4}',), "x"),
            Intervene(CONTROL, ('{"step": "encrypt", "delay": "9m"}',), "y"),
        ]
        assert overseer.stage.steered[0].what == "Set by hand: Portal: encrypt hosts (4)?"


async def test_control_consents_only_where_nobody_holds_the_seat():
    async with overseeing(WorldPage, (80, 24)) as overseer:
        await overseer.press(*["tab"] * 3)
        assert "o Consent" in overseer.sees().splitlines()[-1]
        await overseer.press("o", "ctrl+s")
        assert overseer.told()[-1].startswith("Say which: ctrl+g grants")
        await overseer.press("o", "k", "ctrl+g")
        await overseer.press("down")
        assert "o Consent" not in overseer.sees().splitlines()[-1]
        await overseer.press("enter", "o")
        assert "People hold the seat of AKCESK" in overseer.told()[-1]
        await overseer.press("down", "enter", "h", "i", "ctrl+s")
        assert overseer.steered() == [
            Consent("akshi", "order-3", "grant", "ok"),
            Reply("nato", "order-5", "hi"),
        ]
        assert [one.seat for one in overseer.stage.steered] == ["akshi", "nato"]


async def test_where_people_hold_all_seats_nobody_is_spoken_for():
    async with overseeing(WorldPage) as overseer:
        assert "w Speak" in overseer.sees().splitlines()[-1]
        staffed = tuple(replace(role, staffed=True) for role in TOWN.roles)
        await overseer.sees_later(0, roles=staffed, facts=())
        footer = overseer.sees().splitlines()[-1]
        assert "w Speak" not in footer
        assert "f Fact" not in footer


async def test_an_empty_world_says_so():
    async with overseeing(WorldPage, (120, 35)) as overseer:
        overseer.stage.panel = rows.panel()
        await overseer.pilot.pause()
        for said in ("no assets", "no adversary", "No consent is open", "no objectives"):
            assert said in overseer.sees()
        await overseer.press("a", "enter", "tab", "a")
        assert overseer.steered() == []
