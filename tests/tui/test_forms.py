"""Decisions with their fate, dissent, messages, and what a form says while it is filled in."""

from dataclasses import replace

import pytest
from textual.widgets import Button

from simulator.engine import commands as c
from simulator.engine import views as v
from tests.tui.desk import seated
from tests.tui.fake import FakeSeat
from tests.tui.world import INBOX, ISOLATE, VIEW
from tui.screens.message import MessageForm
from tui.seat import Mate
from tui.widgets.choice import Choice
from tui.widgets.confidence import Confidence

TAKEN = replace(
    ISOLATE,
    phase="taken",
    chosen="Wait for the allies",
    fate="refused by NATO: nobody is free",
    dissents=(v.DissentView(3300, "Besa", "It spreads faster than we cut."),),
)
MISSED = replace(
    ISOLATE, phase="missed", fate="no answer in time; what stands is: Go segment by segment"
)


def decided(*decisions: v.DecisionView) -> FakeSeat:
    return FakeSeat(replace(VIEW, decisions=decisions))


# The fate of an answer


async def test_a_decision_that_was_taken_is_read_with_its_fate_and_not_taken_again():
    async with seated(decided(TAKEN)) as player:
        await player.press("4", "shift+tab")
        assert "✓ taken" in player.line_with("Cut the ministries off")
        assert "refused by NATO: nobody is free" in player.sees()
        await player.press("enter")
        assert "Besa sees it otherwise (Fri 08:55)" in player.sees()
        assert player.pilot.app.screen is player.screen


async def test_a_deadline_that_passes_while_one_writes_is_told_and_the_default_stands():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("d")
        assert "due in 20m 00s; the clock waits" in player.sees()
        seat.show(now=4801, decisions=(MISSED,))
        await player.time_passes()
        assert "▲ It is too late: the default stands." in player.sees()
        # and what was written isn't sent any more
        await player.press("2", "ctrl+s")
        assert player.told() == ["Nothing is sent: this is no longer open. esc goes back."]
        await player.press("escape", "4")
        assert "– missed" in player.line_with("Cut the ministries off")
        await player.press("shift+tab")
        assert "what stands is: Go" in player.sees()


async def test_an_open_decision_is_taken_from_the_list_of_decisions():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("4", "shift+tab", "enter", "2", "ctrl+s")
        assert seat.asked[-1] == c.Answer("akcesk", "isolate", "segments")


async def test_what_was_asked_last_stands_first():
    later = replace(MISSED, id="later", ask="Tell the public?", opened=3100)
    async with seated(decided(TAKEN, later)) as player:
        await player.press("4")
        lines = player.sees().splitlines()
        last, first = (
            next(n for n, line in enumerate(lines) if ask in line)
            for ask in ("Cut the ministries off", "Tell the public?")
        )
        assert first < last


# Dissent


async def test_a_colleague_may_see_it_otherwise_while_a_decision_is_taken():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("d", "2", "tab", "tab")
        await player.write("Besa")
        await player.press("enter")
        await player.write("too slow")
        await player.press("ctrl+s")
        assert seat.asked[1:] == [
            c.Answer("akcesk", "isolate", "segments"),
            c.Dissent("akcesk", "isolate", "too slow", "Besa"),
        ]
        assert player.told() == ["Your decision is taken."]


async def test_who_dissents_is_not_lost_for_want_of_a_reason():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("d", "2", "tab", "tab")
        await player.write("Besa")
        await player.press("ctrl+s")
        assert player.told() == ["Write first what they would do, and why."]
        await player.write("too slow")
        await player.press("ctrl+s")
        assert seat.asked[-1] == c.Dissent("akcesk", "isolate", "too slow", "Besa")


@pytest.mark.parametrize("keys", [["u", "u", "u", "t"], ["4", "v", "t"]])
async def test_dissent_is_recorded_after_the_decision_too(keys: list[str]):
    items = (*INBOX[:3], replace(INBOX[3], decision=TAKEN))
    seat = FakeSeat(replace(VIEW, inbox=items, decisions=(TAKEN,)))
    async with seated(seat) as player:
        await player.press(*keys, "ctrl+s")
        assert player.told() == ["Write first what they would do, and why."]
        await player.write("wait")
        await player.press("ctrl+s")
        assert seat.asked[-1] == c.Dissent("akcesk", "isolate", "wait")
        assert player.told() == ["It is recorded that a colleague sees it otherwise."]


# Messages to other roles


async def test_a_message_goes_to_one_or_more_roles_and_one_is_left_out_again():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("m", "ctrl+s")
        assert player.told() == ["Choose first whom it is to."]
        await player.press("1", "2", "tab", "ctrl+s")
        assert "Write something first, or go back with escape." in player.told()
        await player.write("we need help")
        await player.press("ctrl+s")
        assert seat.asked == [c.Message("akcesk", ("akshi", "nato"), "we need help")]
        assert player.told() == ["Your message is sent."]
        # when a role is chosen and taken back, it goes to the other one only
        await player.press("m", "1", "2", "1", "tab")
        await player.write("help")
        await player.press("ctrl+s")
        assert seat.asked[1:] == [c.Message("akcesk", ("nato",), "help")]


async def test_a_message_from_a_role_is_answered_to_it():
    wrote = replace(INBOX[0], key="message#1", channel="message", sender="NATO")
    seat = FakeSeat(replace(VIEW, inbox=(*INBOX, wrote)))
    async with seated(seat) as player:
        await player.press("enter", "m")
        assert isinstance(player.pilot.app.screen, MessageForm)
        await player.write("thanks")
        await player.press("ctrl+s")
        assert seat.asked[-1] == c.Message("akcesk", ("nato",), "thanks")


# What a form says and how it is filled in


async def test_who_else_is_at_the_same_thing_is_told():
    seat = FakeSeat()
    seat.others = (
        Mate("Arta", writes=("decision", "isolate")),
        Mate("Besa", writes=("report", "early")),
    )
    async with seated(seat) as player:
        await player.press("d")
        assert "▲ Arta is at this too." in player.sees()
        assert "Besa" not in player.sees()
        seat.others = ()
        seat.show()
        await player.time_passes()
        assert "Arta" not in player.sees()


async def test_every_field_and_button_is_within_reach_on_a_small_terminal():
    seat = decided(replace(ISOLATE, free_text=True))
    async with seated(seat, size=(80, 24)) as player:
        await player.press("u", "u", "u", "escape")
        for keys in (["d"], ["2", "enter"], ["4", "enter"], ["5", "enter"], ["m"], ["n"], ["t"]):
            await player.press(*keys)
            form = player.pilot.app.screen
            assert form is not player.screen, keys
            reached: set = set()
            while form.focused not in reached:
                reached.add(form.focused)
                await player.press("tab")
                field = form.focused
                assert field is not None, keys
                assert form.find_widget(field).visible_region.height > 0, field
            assert set(form.query(Button)) <= reached, keys
            await player.press("escape")
            assert player.pilot.app.screen is player.screen, keys


async def test_a_decision_is_taken_with_the_mouse_alone():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.pilot.click("DueBar")
        await player.pilot.pause()
        await player.pilot.click(Choice, offset=(12, 3))
        await player.pilot.click(Confidence, offset=(45, 0))
        await player.pilot.click("#finish")
        await player.pilot.pause()
        assert seat.asked[-1] == c.Answer("akcesk", "isolate", "segments", confidence=70)


async def test_an_action_that_needs_consent_says_whose_before_it_is_ordered():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("2", "down", "enter")
        assert "Prime Minister, NATO" in player.sees()
        await player.write("we are few")
        await player.press("ctrl+s")
        assert seat.asked == [c.Order("akcesk", "ask-allies", None, "we are few")]


async def test_how_sure_one_is_fits_a_short_line():
    async with seated(size=(64, 24)) as player:
        await player.press("d", "2", "tab", "4")
        assert "● 4 likely" in player.sees()
        assert "○ 5 sure" in player.sees()
