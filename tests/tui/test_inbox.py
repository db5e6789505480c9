"""Stories of the inbox: its orders, its sieve, the search, and what colleagues do there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.widgets import Input

from simulator.engine import views as v
from tests.tui.desk import Player, seated
from tests.tui.fake import FakeSeat
from tests.tui.world import INBOX, ISOLATE, VIEW
from tui.seat import Mate
from tui.widgets.grid import Cells
from tui.widgets.inbox import Inbox
from tui.widgets.mail import Mail
from tui.widgets.reading import ReadingPane

ALBANIAN = replace(
    INBOX[0], key="diaspora", inject="diaspora", at=3100, channel="news",
    sender="Gazeta", subject="Shqetësim në çdo zyrë", text="Askush s'e di.", read=False,
)  # fmt: skip
ANSWERED = replace(
    INBOX[3], key="old", inject="old", at=600, subject="An old question", read=True,
    decision=replace(ISOLATE, id="old", phase="taken"),
)  # fmt: skip
MANY = (INBOX[0], ANSWERED, *INBOX[1:], ALBANIAN)


@asynccontextmanager
async def at_the_inbox(
    *items: v.Item, size: tuple[int, int] = (120, 35)
) -> AsyncIterator[tuple[Player, FakeSeat]]:
    seat = FakeSeat(replace(VIEW, inbox=items or MANY))
    async with seated(seat, size=size) as player:
        yield player, seat


def listed(player: Player) -> list[str]:
    """The keys of the messages that are shown, from the top."""
    inbox = player.screen.query_one(Inbox)
    return [row.key.value or "" for row in inbox.ordered_rows]


async def test_where_all_is_read_that_is_said():
    async with at_the_inbox(replace(INBOX[0], read=True)) as (player, _):
        await player.press("u")
        assert player.told() == ["There is no unread message."]


async def test_newest_first_or_first_what_is_due():
    soon = replace(
        INBOX[3], key="soon", inject="soon", at=100, decision=replace(ISOLATE, id="soon", due=3700)
    )
    async with at_the_inbox(soon, *MANY) as (player, _):
        assert listed(player)[0] == "diaspora"
        assert "Inbox: newest first" in player.sees()
        await player.press("o")
        assert listed(player)[:3] == ["soon", "storm", "diaspora"]
        assert "Inbox: most urgent first" in player.sees()
        await player.press("o")
        assert listed(player)[-1] == "soon"


async def test_only_messages_of_a_state_are_shown_and_those_not_shown_are_counted():
    async with at_the_inbox() as (player, _):
        await player.press("f")
        assert "Unread  4" in player.sees()
        assert "Telephone note  2" in player.sees()
        await player.press("down", "enter")
        assert listed(player) == ["diaspora", "storm", "report", "offence"]
        assert "4 of 6 shown: Unread; esc shows all" in player.sees()
        await player.press("escape")
        assert len(listed(player)) == 6
        assert "shown:" not in player.sees()
        # and states and channels are ticked together
        await player.press("f", "home", "down", "space", *["down"] * 7, "space", "enter")
        sieve = player.screen.query_one(Inbox).sieve
        assert [*sieve.states, *sieve.channels] == ["unread", "phone"]
        assert listed(player) == ["storm"]
        await player.press("f", "home", "enter")
        assert len(listed(player)) == 6


async def test_what_is_read_stays_shown_until_the_sieve_is_set_anew():
    async with at_the_inbox() as (player, seat):
        await player.press("f", "down", "enter", "down")
        assert seat.asked[-1].inject == "storm"  # type: ignore[union-attr]
        assert "storm" in listed(player)


async def test_a_new_message_that_the_sieve_holds_back_is_announced():
    async with at_the_inbox() as (player, seat):
        await player.press("f", "down", "down", "enter")
        assert listed(player) == ["storm"]
        seat.show(inbox=(*MANY, replace(ALBANIAN, key="later", inject="later", at=3500)))
        await player.time_passes()
        assert "▲ 1 new one hidden; 1 of 7 shown" in player.sees()
        await player.press("u")
        assert player.screen.query_one(ReadingPane).opened == "offence"
        assert len(listed(player)) == 7, "what is unread is shown, whatever was sifted"


async def test_searching_finds_it_as_it_is_written_down():
    async with at_the_inbox() as (player, _):
        await player.press("slash")
        line = player.screen.focused
        assert isinstance(line, Input)
        for sought, found in {
            "SHQETESIM": ["diaspora"],
            "Zyrë": ["diaspora"],
            "an allied serv": ["report"],
            "192.0.2.44": ["offence"],
            "fs-central": ["offence"],
            "nowhere": [],
            "segment by": ["storm", "old"],
        }.items():
            line.value = sought
            await player.pilot.pause()
            assert [key for key in listed(player) if key] == found
            assert ("No such message." in player.sees()) == (not found)
            assert f"{len(found)} of 6 shown: “{sought}”" in player.sees()


async def test_enter_keeps_what_was_searched_for_and_escape_drops_it():
    async with at_the_inbox() as (player, seat):
        # given somebody who searches: keys are letters, and none is offered that would be written
        await player.press("slash")
        keys = player.sees().splitlines()[-1]
        assert "All" in keys
        assert not any(name in keys for name in ("Search", "Faster", "Slower", "Clock"))
        await player.press("q", "space", "s")
        assert player.screen.query_one("#sought", Input).value == "q s"
        assert player.pilot.app.screen is player.screen
        assert seat.clock.running
        await player.press("escape")
        # when they have found it, it stays until they want all again
        await player.press("slash", *"wiper", "enter")
        assert player.screen.focused is player.screen.query_one(Inbox)
        assert "1 of 6 shown: “wiper”" in player.sees()
        await player.press("slash", "escape")
        assert len(listed(player)) == 6
        assert "shown:" not in player.sees()


async def test_colleagues_who_answer_read_or_have_read_are_named():
    mates = (
        Mate("Arta", "storm", frozenset({"storm", "hello"}), ("decision", "isolate")),
        Mate("Besa", "offence", frozenset({"offence", "hello"})),
    )
    async with at_the_inbox() as (player, _):
        player.screen.query_one(Mail).mates = mates
        await player.pilot.pause()
        for said in ("Arta answers", "Besa reads", "2 have read"):
            assert said in player.sees()
        await player.press("down")
        assert "Answering it now: Arta. Have it open: Arta. Have read it: Arta." in player.sees()
        player.screen.query_one(Mail).mates = ()
        await player.pilot.pause()
        assert "Arta" not in player.sees()


async def test_a_lone_player_has_no_column_for_colleagues():
    async with at_the_inbox(size=(80, 24)) as (player, _):
        assert "Colleagues" not in player.sees()
        player.screen.query_one(Mail).mates = (Mate("Arta", "storm"),)
        await player.pilot.pause()
        assert "Arta reads" in player.line_with("AKSHI op")


async def test_only_what_has_changed_is_made_anew(monkeypatch: pytest.MonkeyPatch):
    made: list[str] = []
    async with at_the_inbox() as (player, seat):
        inbox = player.screen.query_one(Inbox)
        cells_of = inbox.cells_of
        assert "AKSHI op" in player.sees()

        def noted(key: str) -> Cells:
            made.append(key)
            return cells_of(key)

        monkeypatch.setattr(inbox, "cells_of", noted)
        seat.show(now=3700)
        await player.time_passes()
        assert "AKSHI op" in player.sees()
        assert made == ["storm"], "its countdown is all that runs"


async def test_what_came_while_a_message_filled_the_screen_leaves_the_cursor_in_sight():
    older = [replace(INBOX[0], key=f"k{n}", inject=f"k{n}", at=n, read=True) for n in range(9)]
    later = [replace(one, key=f"l{one.at}", inject=f"l{one.at}", at=99 + one.at) for one in older]
    async with at_the_inbox(*older, size=(80, 24)) as (player, seat):
        # given messages that come and are read while the one before takes the place of the list
        await player.press("enter")
        for number, one in enumerate(later, 1):
            seat.show(inbox=(*older, *later[: number - 1], replace(one, read=False)))
            await player.time_passes()
            await player.press("u")
        # when the reader goes back to the list
        await player.press("escape")
        # then the row of the open message can be seen
        inbox = player.screen.query_one(Inbox)
        assert inbox.current == "l8"
        assert inbox.scroll_offset.y == 0
