"""Stories of a player who wants to know how the world stands, and what of it is new."""

from dataclasses import replace

import pytest

from tests.tui.desk import Player, seated
from tests.tui.fake import FakeSeat
from tests.tui.world import ASSETS, GAUGES, VIEW
from tui.widgets.assets import Assets
from tui.widgets.situation import SituationPane

MAIL, PORTAL, DIRECTORY, TIMS = ASSETS
CUT_OFF = replace(MAIL, service=40, link="isolated")
NEWS = "Government mail: service 82 → 40 %, now isolated"


def page(player: Player) -> SituationPane:
    return player.screen.query_one("#situation SituationPane", SituationPane)


@pytest.mark.parametrize("size", [(80, 24), (120, 35), (160, 45)])
async def test_an_asset_says_its_level_in_a_number_and_a_word(size):
    async with seated(size=size) as player:
        await player.press("3")
        row = player.line_with("Citizen portal")
        for said in ("0 % down", "isolated", "40 of 80"):
            assert said in row
        assert "82 % reduced" in player.line_with("▲   Government mail")


async def test_the_asset_under_the_cursor_is_told_of_below_and_found_again_in_the_tree():
    async with seated() as player:
        # given the table, all about its first asset stands below, and gauges at its side
        await player.press("3")
        assert "Service 82 %, reduced; connected.  ███▇▇" in player.sees()
        assert (
            "98 of 120 intact, 12 encrypted, 22 wiped. Adversary: inside, 3.4 GB out."
            in player.sees()
        )
        assert "Police directory (100 %, full)" in player.line_with("Needs  ")
        assert "Citizen portal" in player.line_with("Needed by")
        assert "Public trust  ▼ falling 2.5 an hour" in player.sees()
        assert "less is better" in player.sees()
        assert "▂▃▃▄▄" in player.sees()
        await player.press("down")
        assert "Citizen portal e-Albania (critical)" in player.sees()
        assert "AKSHI" in player.line_with("Owner")
        # when assets are drawn as a tree of what needs what, the cursor stays on its asset
        assets = page(player).query_one(Assets)
        await player.press("down")
        assert assets.current == "directory"
        await player.press("v")
        assert assets.current == "portal/mail/directory"
        assert "Needed by" in player.sees()
        tree = [line for line in player.sees().splitlines() if "━ " in line or "─ " in line]
        portal = next(i for i, line in enumerate(tree) if "Citizen portal" in line)
        assert "├─ Government mail" in tree[portal + 1]
        assert "│  └─ Police directory" in tree[portal + 2]
        assert "└─ Police directory" in tree[portal + 3]
        assert "Assets and what they need" in player.sees()
        # then it is there in the table again
        await player.press("v")
        assert "├─ Government mail" not in player.sees()
        assert assets.current == "directory"


@pytest.mark.parametrize("size", [(80, 24), (120, 35)])
async def test_what_changed_since_the_page_was_left_is_told_on_return(size):
    seat = FakeSeat()
    async with seated(seat, size=size) as player:
        # given a player who has looked and turned to another page
        await player.press("3", "1")
        # when something happens meanwhile
        seat.show(assets=(CUT_OFF, *ASSETS[1:]), now=7200)
        await player.time_passes()
        await player.press("3")
        # then it is told in words, and a sign stands at its row
        assert "1 change since Fri 09:00" in player.sees()
        assert f"▲ {NEWS}" in player.sees()
        assert "▲●  Government mail" in player.sees()

        # and once the page is left again it is old
        await player.press("1", "3")
        assert NEWS not in player.sees()
        assert "▲   Government mail" in player.sees()

        # and when time goes back, nothing has changed since what is not yet
        seat.show(assets=ASSETS, now=3600)
        await player.time_passes()
        assert "since" not in player.sees()


async def test_changes_are_old_once_a_key_says_so_and_not_by_looking_closer():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("3")
        seat.show(gauges=(replace(GAUGES[0], value=50), *GAUGES[1:]))
        await player.time_passes()
        for _ in range(2):
            assert "▲ Public trust: 61 → 50" in player.sees()
            assert "● Public trust" in player.sees()
            # a pane that takes the whole screen, and gives it back, makes nothing old
            await player.press("z", "z")
        await player.press("c")
        assert "61 → 50" not in player.sees()
        assert "● Public trust" not in player.sees()


async def test_page_and_side_have_one_memory():
    seat = FakeSeat()
    async with seated(seat, size=(160, 45)) as player:
        # given a change that the side tells of
        seat.show(assets=(CUT_OFF, *ASSETS[1:]))
        await player.time_passes()
        assert "Government mail: service 82 → 40 %" in player.sees()
        # when the page is looked at, it tells of it too
        await player.press("3")
        assert NEWS in player.sees()
        # then it is old in both
        await player.press("1")
        assert "service 82 → 40 %" not in player.sees()


async def test_a_terminal_with_few_lines_tells_the_worst_changes_and_counts_them_all():
    seat = FakeSeat()
    async with seated(seat, size=(80, 24)) as player:
        hit = tuple(replace(asset, service=asset.service / 2, foothold=True) for asset in ASSETS)
        seat.show(assets=hit)
        await player.time_passes()
        await player.press("3")
        assert "4 changes since Fri 09:00" in player.sees()
        assert player.sees().count("adversary inside") == 2
        assert "Public trust" in player.sees()


async def test_a_role_that_sees_nothing_is_told_so():
    seat = FakeSeat(replace(VIEW, assets=(), gauges=()))
    async with seated(seat) as player:
        await player.press("3", "v", "c")
        assert "No assets in sight." in player.sees()
        assert "No gauges in sight." in player.sees()


async def test_where_there_is_no_room_for_all_changes_their_title_says_how_many_there_is():
    seat = FakeSeat()
    async with seated(seat, size=(80, 24)) as player:
        await player.press("3")
        seat.show(assets=tuple(replace(asset, service=1.0) for asset in ASSETS))
        await player.time_passes()
        assert "the first 2 here" in player.line_with("changes since")
