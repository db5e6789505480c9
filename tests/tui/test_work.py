"""Stories of orders, the people they take, and the queues they wait in."""

from dataclasses import replace

import pytest

from simulator.engine import commands as c
from simulator.engine import views as v
from tests.tui.desk import seated
from tests.tui.fake import FakeSeat
from tests.tui.world import ACTIONS, ORDERS, TEAMS, VIEW
from tui import labour, queues
from tui.widgets.orders import Orders

SCAN, ALLIES = ORDERS
ANALYSTS, FORENSICS = TEAMS


def queued(id: str, place: int, priority: int = 5, since: int = 0, **given) -> v.OrderView:
    usual = {"people": (("forensics", 2),), "waits_for": "2 of Forensics"}
    return v.OrderView(
        id=id, action=id, title=f"Image {id}", target="", phase="queued", ordered_at=since,
        since=since, priority=priority, usual_end=None, place=place, **{**usual, **given},
    )  # fmt: skip


FIRST = queued("first", 1, since=100)
SECOND = queued("second", 2, since=200)
THIRD = queued("third", 3, since=300, priority=6)
IN_LINE = replace(VIEW, orders=(THIRD, SECOND, FIRST), teams=(ANALYSTS, FORENSICS))


async def test_who_runs_out_of_people_is_told_before_and_sees_the_queue_after():
    # given a team whose people are all at work
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("2")
        assert "Forensics: busy until about Fri 09:30. It would wait." in joined(player.sees())
        assert "would wait" in player.line_with("…  Take images of hosts")
        await player.press("enter")
        assert "Forensics: busy until about Fri 09:30. It would wait." in player.sees()
        await player.press("escape")

        # when it is ordered all the same
        seat.show(orders=(*ORDERS, FIRST), teams=(ANALYSTS, replace(FORENSICS, queued=1)))
        await player.time_passes()

        # then it stands in line, and when people are free again is said as a guess
        assert "… queued" in player.line_with("Image first")
        assert "1 in the queue" in player.line_with("Image first")
        assert "about Fri 09:30" in player.line_with("Forensics  ")
        assert "1 waits" in player.line_with("Forensics  ")
        assert player.screen.query_one(Orders).current == "first"


async def test_an_order_is_brought_forward_in_its_queue():
    seat = FakeSeat(IN_LINE)
    async with seated(seat) as player:
        # given the cursor on the second in line
        await player.press("2", "tab", "down")
        assert "Priority   5, of 1 (first) to 9 (last)" in player.sees()

        # when it is brought forward
        await player.press("left_square_bracket")
        assert seat.asked == [c.Prioritise("akcesk", "second", 4)]
        seat.show(orders=(replace(SECOND, priority=4, place=1), replace(FIRST, place=2), THIRD))
        await player.time_passes()

        # then it stands first, still under the cursor
        rows = [line for line in player.sees().splitlines() if "… queued     Image" in line]
        assert ["second" in rows[0], "first" in rows[1], "third" in rows[2]] == [True] * 3
        await player.press("left_square_bracket")
        assert player.told() == ["It is the first of its queue already."]
        assert len(seat.asked) == 1


async def test_an_order_is_put_back_in_its_queue():
    seat = FakeSeat(IN_LINE)
    async with seated(seat) as player:
        await player.press("2", "tab", "right_square_bracket")
        assert seat.asked == [c.Prioritise("akcesk", "first", 6)]


async def test_work_that_runs_is_not_moved():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("2", "tab", "left_square_bracket")
        assert player.told() == ["Its work has begun or is over."]
        assert seat.asked == []


async def test_who_only_watches_is_offered_no_moves():
    seat = FakeSeat(IN_LINE)
    seat.may_act = False
    async with seated(seat, size=(160, 45)) as player:
        await player.press("2", "tab", "right_square_bracket")
        assert "Later" not in player.sees()
        assert "Possible" in player.sees()
        assert seat.asked == []


async def test_only_what_is_possible_is_listed_on_demand():
    async with seated(size=(80, 24)) as player:
        await player.press("2")
        assert "not now" in player.line_with("Publish the names")
        await player.press("f")
        assert "Actions possible now" in player.sees()
        assert "Publish the names" not in player.sees()
        await player.press("f")
        assert "Publish the names" in player.sees()


async def test_all_about_an_action_says_who_consents_what_it_costs_and_why_not():
    async with seated() as player:
        await player.press("2", "down", "down")
        page = joined(player.sees())
        for said in (
            "✗ Not now: the evidence is below 60",
            "▲ Can't be undone.",
            "Consent of Prime Minister",
            "People 1× Analysts",
            "Expect Headlines.",
        ):
            assert said in page


async def test_the_page_tells_of_the_order_or_team_under_the_cursor():
    async with seated() as player:
        await player.press("2", "tab")
        assert "about 50 %, usually done about Fri 09:30" in joined(player.sees())
        await player.press("tab")
        page = joined(player.sees())
        assert "2× Scan the network: Government mail" in page


async def test_what_is_told_of_another_row_begins_at_its_top():
    long = tuple(replace(action, about="Much to say. " * 60) for action in VIEW.actions)
    async with seated(FakeSeat(replace(VIEW, actions=long)), size=(80, 24)) as player:
        await player.press("2", "shift+tab", "down", "down", "2")
        about = player.screen.query_one("ActionsPane .right")
        assert about.scroll_offset.y > 0
        await player.press("down")
        assert about.scroll_offset.y == 0


async def test_who_has_to_consent_to_an_order_is_the_first_that_is_told_of_it():
    asked = replace(VIEW.orders[0], phase="waiting", waits_for="PMO", usual_end=None)
    async with seated(FakeSeat(replace(VIEW, orders=(asked,))), size=(80, 24)) as player:
        await player.press("2", "tab")
        assert "… consent" in player.sees()
        assert "PMO" in player.line_with("Waits for")


async def test_the_table_in_use_is_the_large_one_on_a_small_terminal():
    async with seated(size=(80, 24)) as player:
        await player.press("2")
        orders = player.screen.query_one("#orders")
        before = orders.size.height
        await player.press("tab")
        assert orders.size.height > before
        assert "► running" in player.line_with("Scan the network: Gov")


def joined(page: str) -> str:
    """What stands in the right half, as running text."""
    halves = (line.partition("│")[2] for line in page.splitlines())
    return " ".join(" ".join(halves).split())


@pytest.mark.parametrize(
    ("move", "order", "asked"),
    [
        (queues.earlier, SECOND, 4),
        (queues.earlier, THIRD, 4),
        (queues.later, FIRST, 6),
        (queues.later, SECOND, 7),
        (queues.earlier, FIRST, "It is the first of its queue already."),
        (queues.later, THIRD, "It is the last of its queue already."),
        (queues.earlier, ALLIES, 4),
        (queues.later, ALLIES, 6),
        (queues.earlier, replace(ALLIES, priority=1), "It has the first priority already."),
        (queues.later, replace(ALLIES, priority=9), "It has the last priority already."),
    ],
)
def test_the_smallest_change_that_moves_an_order_is_asked_for(move, order, asked):
    found = move(order, IN_LINE if order in IN_LINE.orders else replace(VIEW, orders=(order,)))
    assert (found.priority if isinstance(found, c.Prioritise) else found) == asked


def test_who_came_first_goes_first_where_both_are_as_urgent():
    # given an order that came before the one it now stands behind
    ahead, behind = queued("ahead", 1, 3, since=200), queued("behind", 2, 5, since=100)
    view = replace(VIEW, orders=(ahead, behind))
    # then to be as urgent is enough
    assert queues.earlier(behind, view) == c.Prioritise("akcesk", "behind", 3)
    assert queues.later(ahead, view) == c.Prioritise("akcesk", "ahead", 5)


def test_orders_of_the_same_second_go_as_they_were_given():
    # given three orders of one second, the last of which was made more urgent
    last, one, two = queued("last", 1, 4), queued("one", 2, 5), queued("two", 3, 5)
    view = replace(VIEW, orders=(one, two, last))
    # then one step back brings it to the end again, as it was given after them
    assert queues.later(last, view) == c.Prioritise("akcesk", "last", 5)
    assert queues.later(one, view) == c.Prioritise("akcesk", "one", 6)
    assert queues.earlier(two, view) == c.Prioritise("akcesk", "two", 4)


def test_who_stands_behind_the_most_urgent_is_told_what_helps():
    top, next_ = queued("top", 1, 1, since=100), queued("next", 2, 2, since=200)
    view = replace(VIEW, orders=(top, next_))
    assert queues.earlier(next_, view) == "“Image top” has the first priority: move that one later."
    low, last = queued("low", 1, 9, since=100), queued("last", 2, 9, since=200)
    view = replace(VIEW, orders=(low, last))
    assert queues.later(low, view) == "“Image last” has the last priority: move that one earlier."


def test_orders_for_other_people_are_not_in_the_way():
    other = queued("other", 1, since=50, people=(("analysts", 1),))
    view = replace(VIEW, orders=(other, FIRST), teams=(ANALYSTS, replace(FORENSICS, queued=1)))
    assert queues.later(FIRST, view) == "It is the last of its queue already."


def test_somebody_elses_order_is_passed_step_by_step():
    # given the only own order, with others before and behind it
    mine = replace(FIRST, place=2)
    view = replace(VIEW, orders=(mine,), teams=(ANALYSTS, replace(FORENSICS, queued=3)))
    assert queues.earlier(mine, view) == c.Prioritise("akcesk", "first", 4)
    assert queues.later(mine, view) == c.Prioritise("akcesk", "first", 6)


@pytest.mark.parametrize(
    ("team", "said"),
    [
        (replace(FORENSICS, busy=0, queued=0, next_free=None), []),
        (
            replace(FORENSICS, busy=1, queued=0, next_free=None),
            ["Forensics: 1 free, needs 2. It would wait."],
        ),
        (
            replace(FORENSICS, busy=0, queued=2, next_free=None),
            ["Forensics: 2 orders wait before it. It would wait its turn."],
        ),
        (
            replace(FORENSICS, people=1, busy=0, queued=0, next_free=None),
            ["Forensics: 1 in all, needs 2. It would wait until there are more."],
        ),
        (FORENSICS, ["Forensics: busy until about Fri 09:30. It would wait."]),
    ],
)
def test_whether_an_action_would_wait_is_known_from_its_teams(team, said):
    view = replace(VIEW, teams=(team,))
    assert list(labour.waits(ACTIONS[0], view)) == said


@pytest.mark.parametrize(
    ("now", "said"), [(1800, "just begun"), (4100, "about 60 %"), (9000, "any time now")]
)
def test_how_far_work_has_come_is_a_guess(now, said):
    assert labour.progress(SCAN, now) == said


@pytest.mark.parametrize(
    ("team", "said"),
    [
        (ANALYSTS, "4 now"),
        (FORENSICS, "about Fri 09:30"),
        (replace(FORENSICS, next_free=60), "any time now"),
        (replace(FORENSICS, people=0, busy=0, next_free=None), "not known"),
    ],
)
def test_when_people_are_free_is_said_as_a_guess(team, said):
    assert labour.next_free(team, VIEW) == said
