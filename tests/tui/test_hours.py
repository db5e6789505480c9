"""Stories of the clock: pausing, skipping, being waited for, being held, and the end."""

from dataclasses import replace

from textual.widgets import TextArea

from simulator.engine import commands as c
from simulator.engine import views as v
from tests.tui.desk import seated
from tests.tui.fake import FakeSeat
from tests.tui.world import DEBRIEF, INBOX, ISOLATE, VIEW
from tui.widgets.inbox import Inbox
from tui.widgets.reading import ReadingPane


async def test_space_pauses_and_runs_and_plus_goes_faster():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("space")
        assert "‖ PAUSED  ×60" in player.sees()
        await player.press("plus", "space")
        assert "► running  ×120" in player.sees()
        await player.press("minus", "minus")
        assert "► running  ×30" in player.sees()


async def test_skipping_ahead_says_why_it_stopped_there():
    seat = FakeSeat(replace(VIEW, inbox=INBOX[:2]))
    seat.ahead = lambda view: replace(view, now=4000, inbox=INBOX[:3])
    async with seated(seat) as player:
        await player.press("s")
        assert player.told() == ["They will come back with a wiper"]
        assert "T+01:06:40" in player.sees()


async def test_the_clock_stops_for_the_player_and_runs_on_once_all_is_answered():
    seat = FakeSeat(replace(VIEW, decisions=(), requests=(), reports=()))
    async with seated(seat) as player:
        seat.show(decisions=(ISOLATE,))
        await player.time_passes()
        assert "‖ PAUSED: something is due" in player.sees()
        seat.show(decisions=())
        await player.press("n")
        await player.write("seen")
        await player.press("ctrl+s")
        assert seat.clock.running


async def test_the_clock_need_not_wait_for_the_player():
    seat = FakeSeat(replace(VIEW, decisions=()))
    async with seated(seat) as player:
        await player.press("w")
        seat.show(decisions=(ISOLATE,))
        await player.time_passes()
        assert seat.clock.running


async def test_new_messages_leave_the_cursor_and_the_open_message_where_they_are():
    seat = FakeSeat(replace(VIEW, inbox=INBOX[:2]))
    async with seated(seat) as player:
        await player.press("down")
        seat.show(inbox=INBOX[:3], now=3700)
        await player.time_passes()
        assert player.screen.query_one(Inbox).current == "hello"
        assert player.screen.query_one(ReadingPane).opened == "hello"
        assert "They will come back with a wiper" in player.line_with("They will")


async def test_a_module_holds_the_clock_until_the_player_goes_on():
    questions = (
        v.QuestionView("who", "Who speaks?", ""),
        v.QuestionView("what", "What?", "Little"),
    )
    module = v.ModuleView("monday", "Monday", "The portal is dark.", questions)
    seat = FakeSeat()
    async with seated(seat) as player:
        seat.show(module=module, held=True)
        await player.time_passes()
        assert "The portal is dark." in player.sees()
        assert "■ HELD for discussion" in player.sees()
        player.pilot.app.screen.query_one("#question-who", TextArea).text = "The minister"
        await player.press("ctrl+s")
        assert seat.asked == [c.Discuss("akcesk", "who", "The minister"), c.Proceed("akcesk")]
        assert "► running" in player.sees()


async def test_at_the_end_the_summary_hides_nothing_and_one_may_look_around():
    seat = FakeSeat()
    async with seated(seat, size=(120, 60)) as player:
        seat.show(over=True, debrief=DEBRIEF, now=345_600)
        await player.time_passes()
        for said in (
            "Held, at a price",
            "S: performed with some challenges  4 of 6 points",
            "✗ not met 0 of 2 Reported within a day",
            "Your reason: Counters stay open",
            "The portal was taken offline.",
        ):
            assert said in player.sees()
        await player.press("escape")
        assert "■ OVER" in player.sees()
        await player.press("f10")
        assert "Held, at a price" in player.sees()
