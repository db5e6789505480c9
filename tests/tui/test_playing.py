"""Stories of a player at the screen, against a seat that no engine stands behind."""

from dataclasses import replace

import pytest
from textual.widgets import TextArea

from simulator.engine import commands as c
from simulator.engine import views as v
from tests.tui.desk import seated
from tests.tui.fake import DEBRIEF, INBOX, ISOLATE, ORDERS, VIEW, FakeSeat
from tui.widgets.inbox import Inbox
from tui.widgets.reading import ReadingPane


async def test_the_clock_stands_until_the_player_begins():
    seat = FakeSeat()
    async with seated(seat, begin=False) as player:
        assert "Keep the country's services alive." in player.sees()
        assert not seat.clock.running
        await player.press("enter")
        assert seat.clock.running
        assert "► running  ×60" in player.sees()


async def test_the_head_of_the_screen_says_what_when_who_and_how():
    async with seated() as player:
        for said in ("EXERCISE", "The days in July", "National Cyber Authority", "TLP:GREEN"):
            assert said in player.sees().splitlines()[0]
        for said in ("Fri 15 Jul 2022 09:00:00", "T+01:00:00 of 4d"):
            assert said in player.sees().splitlines()[1]
        assert "▲ Due in 20m 00s: Cut the ministries off" in player.sees().splitlines()[2]


async def test_opening_a_message_shows_it_and_says_that_it_was_read():
    seat = FakeSeat()
    async with seated(seat) as player:
        assert "1 Inbox 3" in player.sees()
        await player.press("down", "down")
        assert "■■■■■■■■□□ 8 of 10" in player.sees()
        assert "192.0.2.44" in player.sees()
        assert c.Read("akcesk", "offence") in seat.asked
        assert "1 Inbox 1" in player.sees()


async def test_the_oldest_unread_message_is_one_key_away():
    async with seated() as player:
        await player.press("3", "u")
        assert "Many files renamed on a print server" in player.sees()
        await player.press("u")
        assert "source usually reliable, content probably true" in player.sees()


async def test_what_is_due_soonest_is_answered_with_reason_and_confidence():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("6", "d")
        assert "We lose a server every minute" in player.sees()
        assert not seat.clock.running, "nobody writes against a clock at sixty times its speed"
        await player.press("2")
        await player.write("keep counters open")
        await player.press("enter", "4", "ctrl+s")
        answer = c.Answer("akcesk", "isolate", "segments", "", "keep counters open", 70)
        assert seat.asked[-1] == answer
        assert seat.clock.running
        assert player.told() == ["Your decision is taken."]


async def test_what_cannot_be_undone_is_asked_twice():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("d", "1", "ctrl+s")
        assert "“Cut off everything at once” can't be undone." in player.sees()
        await player.press("n")
        assert seat.asked == [c.Read("akcesk", "storm")]
        await player.press("ctrl+s", "y")
        assert seat.asked[-1] == c.Answer("akcesk", "isolate", "all")


async def test_an_option_that_is_not_possible_cannot_be_chosen():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("d", "3", "ctrl+s")
        assert "✗ Not possible: they are not here" in player.sees()
        assert player.told() == ["Choose an option first: enter or its number chooses it."]
        assert c.Answer not in {type(asked) for asked in seat.asked}


async def test_a_refusal_is_a_notice_and_nothing_else():
    seat = FakeSeat()
    seat.refusal = "The deadline [b]has passed[/b]."
    async with seated(seat) as player:
        await player.press("d", "2", "ctrl+s")
        assert player.told() == ["The deadline [b]has passed[/b]."]
        assert "1 Inbox" in player.sees()


async def test_a_question_without_options_is_answered_in_own_words():
    asked = replace(ISOLATE, options=(), free_text=True)
    seat = FakeSeat(replace(VIEW, decisions=(asked,)))
    async with seated(seat) as player:
        await player.press("d")
        await player.write("we wait")
        await player.press("ctrl+s")
        assert seat.asked[-1] == c.Answer("akcesk", "isolate", None, "we wait")


async def test_an_action_is_ordered_on_a_target():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("2", "enter")
        assert "✗ It is switched off." in player.sees()
        await player.press("ctrl+s")
        assert player.told() == ["Choose a target first: enter or its number chooses it."]
        await player.press("enter")
        await player.write("evidence")
        await player.press("ctrl+s")
        assert seat.asked == [c.Order("akcesk", "image", "mail", "evidence")]


async def test_an_order_that_waits_is_taken_back_after_a_question():
    seat = FakeSeat(replace(VIEW, orders=ORDERS[::-1]))
    async with seated(seat) as player:
        await player.press("2", "tab", "x")
        assert "Take back “Ask for an allied team”?" in player.sees()
        await player.press("y")
        assert seat.asked == [c.Cancel("akcesk", "o2")]


async def test_work_that_has_begun_is_not_taken_back():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("2", "tab", "x")
        assert player.told() == ["Put the cursor on an order that has not begun: x takes it back."]
        assert seat.asked == []


@pytest.mark.parametrize(
    ("keys", "verdict"), [(["ctrl+g"], "grant"), (["ctrl+r"], "refuse"), (["ctrl+b"], "ask")]
)
async def test_a_request_is_granted_refused_or_asked_back(keys: list[str], verdict):
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("4", "enter")
        await player.write("why")
        await player.press(*keys)
        assert seat.asked == [c.Consent("akcesk", "r2", verdict, "why")]


async def test_a_question_that_came_back_is_replied_to():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("4", "down", "enter")
        assert "Asked back: Which skills are missing?" in player.sees()
        await player.write("forensics")
        await player.press("ctrl+s")
        assert seat.asked == [c.Reply("akcesk", "r1", "forensics")]


async def test_a_report_is_sent_once_its_fields_are_filled():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("5", "enter", "ctrl+s")
        assert player.told() == ["“What happened” is still empty."]
        await player.write("a wiper")
        await player.press("enter", "2", "ctrl+s")
        entries = (("what", "a wiper"), ("reach", "Several"))
        assert seat.asked == [c.Send("akcesk", "early", entries)]


async def test_a_note_is_kept():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("n")
        await player.write("ask why")
        await player.press("ctrl+s")
        assert seat.asked == [c.Note("akcesk", "ask why")]


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


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_leaving_is_asked_for_twice(key: str):
    async with seated() as player:
        await player.press(key)
        assert "What was played is not kept." in player.sees()
        await player.press("n")
        assert player.pilot.app.is_running
        await player.press("q", "y")
        assert not player.pilot.app._running


async def test_the_palette_knows_every_act_and_every_action_by_name():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("ctrl+p")
        await player.write("images")
        await player.pilot.pause(0.2)
        assert "Order: Take images of hosts" in player.sees()
        await player.press("enter")
        await player.pilot.pause(0.2)
        assert "Keeps the evidence" in player.sees()


async def test_the_help_names_every_key():
    async with seated(size=(120, 60)) as player:
        await player.press("question_mark")
        for said in ("space", "Skip ahead to the next thing", "Go to: Situation", "ctrl+p"):
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
