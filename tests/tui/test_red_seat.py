"""The seat that plays the adversary: its page, its commands, and what nobody else has of it."""

from dataclasses import replace

from simulator.engine import commands as c
from tests.tui.desk import seated
from tests.tui.fake import FakeSeat
from tests.tui.lines.teller import Teller
from tests.tui.world import CAMPAIGN, VIEW
from tui.waiting import arrival, dues

RED = replace(VIEW, campaign=CAMPAIGN, decisions=(), requests=(), reports=())


async def test_what_is_ready_is_launched_from_the_campaign():
    seat = FakeSeat(RED)
    async with seated(seat) as player:
        assert "8 Campaign 1" in player.sees()
        await player.press("8")
        for words in ("Opens the valve", "► ready", "Mail server", "Archive 2.5 GB", "T0836",
                      "it may be noticed"):  # fmt: skip
            assert words in player.sees()
        await player.press("down")
        assert "Usually ready" in player.sees()
        await player.press("enter", "ctrl+s")
        assert player.told() == ["It is not ready to be launched."]
        await player.press("escape", "up", "enter", "ctrl+s")
        assert seat.asked == [c.Launch("akcesk", "valve")]
        assert player.told() == ["It is launched."]


async def test_who_does_not_play_it_has_no_such_page():
    async with seated() as player:
        assert "Campaign" not in player.sees()
        await player.press("8", "question_mark")
        assert "8" not in player.sees().split("Help")[-1].splitlines()[0]


def test_the_campaign_is_read_and_launched_in_lines():
    teller = Teller(FakeSeat(RED))
    told = teller.writes("campaign")
    assert told.splitlines()[:2] == [
        "CAMPAIGN of Brine Marten, 3 steps. It wants the pumps.",
        "1. Opens the valve. Ready to be launched.",
    ]
    assert told.splitlines()[-2:] == ["Footholds: Mail server.", "Data taken: Archive 2.5 GB."]
    assert "Nobody would notice it." in teller.writes("campaign pump")
    assert teller.writes("launch 2") == "“Stops the pump” is not ready to be launched."
    assert "Write yes to launch it" in teller.writes("launch")
    assert teller.writes("yes") == "It is launched."
    assert teller.seat.asked == [c.Launch("akcesk", "valve")]


def test_in_lines_it_is_not_for_others():
    teller = Teller()
    for line in ("campaign", "launch", "launch 1"):
        assert teller.writes(line) == "That is not for your role."
    assert "launch" not in teller.writes("help")


def test_a_step_that_is_ready_waits_for_its_player():
    before = replace(RED, campaign=replace(CAMPAIGN, steps=CAMPAIGN.steps[1:]))
    assert [(due.kind, due.title, due.due) for due in dues(RED)] == [
        ("launch", "Opens the valve", None)
    ]
    assert arrival(before, RED) == "Opens the valve"
    assert "Ready: launch 1" in Teller(FakeSeat(RED)).writes("due")
