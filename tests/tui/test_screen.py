"""The screen itself: its head, its tabs, sizes, themes, help, palette, and the way out."""

import pytest

from tests.tui.desk import seated
from tests.tui.fake import FakeSeat
from tui.widgets.inbox import Inbox


async def test_the_head_of_the_screen_says_what_when_who_and_how():
    async with seated() as player:
        for said in ("EXERCISE", "The days in July", "National Cyber Authority", "TLP:GREEN"):
            assert said in player.sees().splitlines()[0]
        for said in ("Fri 15 Jul 2022 09:00:00", "T+01:00:00 of 4d"):
            assert said in player.sees().splitlines()[1]
        assert "▲ Due in 20m 00s: Cut the ministries off" in player.sees().splitlines()[2]


@pytest.mark.parametrize(
    ("key", "folder", "said"),
    [
        ("q", "", "What was played is not kept."),
        ("ctrl+q", "days/july", "What was played is kept in days/july."),
        ("ctrl+c", "days/july", "What was played is kept in days/july."),
    ],
)
async def test_leaving_is_asked_for_twice(key: str, folder: str, said: str):
    seat = FakeSeat()
    seat.kept_in = folder
    async with seated(seat) as player:
        await player.press(key)
        assert said in " ".join(player.sees().replace("│", " ").split())
        await player.press("n")
        assert player.pilot.app.is_running
        await player.press("q", "y")
        assert not player.pilot.app._running


async def test_the_palette_knows_every_act_and_every_action_by_name():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("ctrl+p")
        await player.write("images")
        await player.waits_for("Order: Take images of hosts")
        await player.press("enter")
        await player.waits_for("Keeps the evidence")


async def test_the_palette_tells_the_pages_from_each_other():
    async with seated(size=(120, 60)) as player:
        await player.press("ctrl+p")
        await player.waits_for("Page 2: Actions")
        assert "Page 7: Brief" in player.sees()
        assert "Search for anything you can do" in player.sees()


async def test_other_themes_can_be_worn():
    async with seated() as player:
        for theme in ("textual-light", "ansi-dark", "dracula"):
            player.pilot.app.theme = theme
            await player.press("3", "d")
            assert "Cut off everything at once" in player.sees(), theme
            await player.press("escape")


async def test_the_help_names_every_key():
    async with seated(size=(120, 60)) as player:
        await player.press("question_mark")
        for said in ("space", "Skip ahead to the next thing", "Go to a page by", "ctrl+p"):
            assert said in player.sees()


@pytest.mark.parametrize("size", [(80, 24), (120, 35), (160, 45)])
async def test_every_tab_fits_every_terminal(size: tuple[int, int]):
    async with seated(size=size) as player:
        for key, said in zip(
            "1234567",
            (
                "Inbox",
                "Take images",
                "Public trust",
                "your turn",
                "Early warning",
                "STARTEX",
                "you",
            ),
            strict=True,
        ):
            await player.press(key)
            assert said in player.sees()
            beside = size[0] >= 150 and key != "3"
            assert player.screen.query_one("#sidebar").display == beside


async def test_a_smaller_terminal_keeps_the_cursor_and_all_that_is_needed():
    async with seated(size=(160, 45)) as player:
        await player.press("down", "down")
        await player.pilot.resize_terminal(80, 24)
        await player.pilot.pause()
        assert player.screen.query_one(Inbox).current == "offence"
        assert "Many files renamed on a print server" in player.sees()
        await player.press("enter")
        assert "PRINT-02" in player.sees()
        await player.press("escape")
        assert "AKSHI operations" in player.sees()
