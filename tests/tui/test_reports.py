"""Reports: fields with checks beside them, clocks that run, and what is sent too late."""

from dataclasses import replace

from simulator.engine import commands as c
from tests.tui.desk import seated
from tests.tui.fake import FakeSeat
from tests.tui.world import REPORT, VIEW
from tui.screens.report import ReportForm
from tui.widgets.clocks import Clocks

LATE = replace(VIEW, now=90_000, decisions=(), requests=())


async def test_each_field_says_what_is_still_to_be_done_in_it():
    async with seated() as player:
        await player.press("5", "enter")
        assert "needed" in player.line_with("What happened")
        assert "if you like" in player.line_with("Anything else")
        await player.press("ctrl+s")
        assert "✗ still empty" in player.line_with("What happened")
        await player.write("a wiper")
        assert "✓" in player.line_with("What happened")
        assert "✗ still empty" in player.line_with("How far it reaches")
        await player.press("enter", "1")
        assert "✓" in player.line_with("How far it reaches")


async def test_a_text_that_is_too_long_is_told_before_it_is_sent():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("5", "enter")
        form = player.app.screen
        form.query_one("#field-what").value = "x" * (c.LONGEST_TEXT + 1)  # type: ignore[attr-defined]
        await player.press("enter", "1", "ctrl+s")
        too_long = "'What happened' has at most 8000 characters."
        assert f"✗ {too_long}" in player.line_with("What happened")
        assert player.told() == [too_long]
        assert seat.asked == []


async def test_a_report_whose_clock_has_passed_is_sent_late_and_says_so():
    seat = FakeSeat(LATE)
    async with seated(seat) as player:
        assert "▲ Overdue by 1h: Early warning" in player.sees().splitlines()[2]
        await player.press("5")
        assert "▲ Late by 1h: it can still be sent." in player.sees()
        assert "late 1h" in player.line_with("not yet")
        await player.press("enter")
        assert "late by 1h; it can still be sent" in player.sees()
        await player.write("a wiper")
        await player.press("enter", "2", "ctrl+s")
        entries = (("what", "a wiper"), ("reach", "Several"))
        assert seat.asked == [c.Send("akcesk", "early", entries)]
        assert player.told() == ["Your report is sent."]


async def test_all_clocks_that_run_stand_over_the_reports_the_soonest_first():
    async with seated() as player:
        await player.press("5")
        lines = player.sees().splitlines()[6:10]
        said = ("20m 00s", "1h 30m", "10h 06m", "23h 00m")
        assert all(left in line for left, line in zip(said, lines, strict=True))
        kinds = ("decision", "consent", "consent", "report")
        assert all(kind in line for kind, line in zip(kinds, lines, strict=True))
        assert "━━━─────" in lines[0], "a third of its time is gone"


async def test_what_a_clock_runs_for_is_answered_from_there():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("5", "v")
        assert isinstance(player.screen.focused, Clocks)
        await player.press("down", "enter", "ctrl+g")
        assert seat.asked == [c.Consent("akcesk", "r2", "grant")]
        await player.press("end", "enter")
        assert isinstance(player.app.screen, ReportForm)


async def test_a_report_that_can_not_be_sent_says_why():
    refused = replace(REPORT, due=None, since=None, why_not="there is nothing to report yet")
    async with seated(FakeSeat(replace(VIEW, reports=(refused,)))) as player:
        await player.press("5")
        assert "✗ Not now: there is nothing to report yet" in player.sees()
