"""Stories of a player at the screen, against a seat that no engine stands behind."""

from dataclasses import replace

from simulator.engine import commands as c
from simulator.engine import views as v
from tests.tui.desk import seated
from tests.tui.fake import FakeSeat
from tests.tui.world import ISOLATE, ORDERS, REQUESTS, VIEW


async def test_what_another_role_writes_is_told_at_once():
    seat = FakeSeat()
    async with seated(seat) as player:
        letter = v.Item(
            "message#9", "", VIEW.now, "message", "NATO", "We can help", "We can help.",
            ("AKCESK",), read=True,
        )  # fmt: skip
        seat.show(inbox=(*VIEW.inbox, letter))
        await player.time_passes()
        assert player.told() == ["NATO writes to you: We can help"]


async def test_the_clock_stands_until_the_player_begins():
    seat = FakeSeat()
    async with seated(seat, greets=True) as player:
        assert "Keep the country's services alive." in player.sees()
        assert not seat.clock.running
        await player.press("enter")
        assert seat.clock.running
        assert "► running  ×60" in player.sees()


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


async def test_what_is_not_possible_is_not_chosen_and_what_cannot_be_undone_is_asked_twice():
    seat = FakeSeat()
    async with seated(seat) as player:
        # given a choice that is not there
        await player.press("d", "3", "ctrl+s")
        assert "✗ Not possible: they are not here" in player.sees()
        assert player.told() == ["Choose an option first: enter or its number chooses it."]
        # when one is chosen that can't be undone
        await player.press("1", "ctrl+s")
        assert "“Cut off everything at once” can't be undone." in player.sees()
        # then it is taken on the second word only
        await player.press("n")
        assert seat.asked == [c.Read("akcesk", "storm")]
        await player.press("ctrl+s", "y")
        assert seat.asked[-1] == c.Answer("akcesk", "isolate", "all")


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
        await player.press("2", "tab", "down", "x")
        assert "Take back “Ask for an allied team”?" in player.sees()
        await player.press("y")
        assert seat.asked == [c.Cancel("akcesk", "o2")]


async def test_work_that_has_begun_is_not_taken_back():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("2", "tab", "x")
        assert player.told() == ["Put the cursor on an order that has not begun, to take it back."]
        assert seat.asked == []


async def test_a_request_is_granted_refused_or_asked_back_by_keys_of_their_own():
    seat = FakeSeat()
    async with seated(seat) as player:
        # given the key that sends other forms: it grants nothing
        await player.press("4", "enter", "ctrl+b")
        assert player.told() == ["Write your question first."]
        await player.press("ctrl+s")
        assert "Say which: ctrl+g grants" in player.told()[-1]
        assert seat.asked == []
        await player.press("escape")
        for key, answer in {
            "ctrl+g": c.Consent("akcesk", "r2", "grant", "why"),
            "ctrl+r": c.Consent("akcesk", "r2", "refuse", "why"),
            "ctrl+b": c.Consent("akcesk", "r2", "ask", "why"),
        }.items():
            # when it is answered with one of the others, it is that answer
            await player.press("enter")
            await player.write("why")
            await player.press(key)
            assert seat.asked == [answer]
            seat.asked.clear()


async def test_a_question_that_came_back_is_replied_to():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("4", "down", "enter")
        assert "Asked back: Which skills are missing?" in player.sees()
        await player.write("forensics")
        await player.press("ctrl+s")
        assert seat.asked == [c.Reply("akcesk", "r1", "forensics")]


async def test_what_was_replied_is_read_before_the_request_is_answered():
    replied = replace(REQUESTS[1], question="Which hosts?", reply="All of the portal.")
    async with seated(FakeSeat(replace(VIEW, requests=(replied,)))) as player:
        await player.press("4", "enter")
        assert "Asked back: Which hosts?" in player.sees()
        assert "Reply: All of the portal." in player.sees()


async def test_a_report_is_sent_once_its_fields_are_filled():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("5", "enter", "ctrl+s")
        assert player.told() == ["Fill in 'What happened'. Fill in 'How far it reaches'."]
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
