"""Stories of the end: how it went, what came of what one decided, and how it really was."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from rich.console import Console
from rich.theme import Theme

from simulator.engine import views as v
from tests.tui.desk import Player, seated
from tests.tui.fake import FakeSeat
from tests.tui.room.test_compare import stands
from tests.tui.world import DEBRIEF, LOG, VIEW
from tui.debriefing import sections

STORY = replace(
    DEBRIEF,
    course=(
        v.LogLine(3000, "adversary", "The wiper begins to run"),
        v.LogLine(7200, "decision", "AKCESK decides to go segment by segment"),
    ),
    history=(
        v.Past(7200, "The portal was taken offline."),
        v.Past(90_000, "The government severed relations."),
    ),
)


@asynccontextmanager
async def over(
    debrief: v.Debrief = STORY, size: tuple[int, int] = (80, 24), log: tuple[v.LogLine, ...] = LOG
) -> AsyncIterator[Player]:
    seat = FakeSeat()
    async with seated(seat, size=size) as player:
        seat.show(over=True, debrief=debrief, log=log, now=VIEW.length)
        await player.time_passes()
        yield player


async def test_a_decision_stands_with_its_reason_its_dissent_and_all_that_came_of_it():
    async with over() as player:
        await player.press("3")
        for said in (
            "3 Your decisions and what they led to",
            "→ Go segment by segment",
            "Your reason: Counters stay open",
            "How sure: likely (70 %)",
            "Besa saw it otherwise: It spreads faster than we cut.",
            "Fri 09:30  Citizen portal e-Albania: 40 hosts wiped",
            "Fri 08:45  AKSHI: The directory hands the tool out to every segment.",
        ):
            assert said in player.sees()


async def test_when_a_decision_was_asked_and_when_it_was_taken_both_stand_there():
    taken = replace(DEBRIEF.decisions[0], at=4500)
    async with over(replace(STORY, decisions=(taken,))) as player:
        await player.press("3")
        assert "Fri 09:15  → Go segment by segment" in player.sees()


async def test_what_happened_at_the_same_time_stands_on_lines_of_its_own():
    both = (v.LogLine(3000, "loss", "It begins"), v.LogLine(3000, "loss", "It stops"))
    async with over(replace(STORY, course=both), size=(120, 35)) as player:
        await player.press("5")
        assert player.line_with("It begins") != player.line_with("It stops")


async def test_a_missed_decision_says_so():
    decided = DEBRIEF.decisions[0]
    missed = replace(decided.decision, phase="missed", fate="Nothing was cut off.", dissents=())
    late = replace(STORY, decisions=(v.Decided(missed, (), ()),))
    async with over(late) as player:
        await player.press("3")
        assert "✗ Not answered in time." in player.sees()
        assert "→ Nothing was cut off." in player.sees()
        assert "What it led to" not in player.sees()
        assert "Nothing more came of it." in player.sees()
        assert "What others knew" not in player.sees()


async def test_what_happened_and_what_really_did_stand_side_by_side_where_there_is_room():
    async with over(size=(120, 35)) as player:
        await player.press("5")
        both = player.line_with("AKCESK decides to go")
        assert "Fri 15 Jul 10:00" in both
        assert "The portal was taken offline." in both
        assert "Sat 16 Jul 09:00" in player.line_with("The government severed relations.")


async def test_on_a_narrow_terminal_they_stand_beneath_each_other_in_the_order_of_time():
    async with over() as player:
        await player.press("5")
        rows = [row for row in player.sees().splitlines() if " Jul " in row]
        sides = [("here" in row, "history" in row) for row in rows]
        assert sides == [(True, False), (True, False), (False, True), (False, True)]


async def test_what_was_in_another_year_has_its_year_for_an_hour():
    long_ago = v.Past(-365 * 86_400, "They came in.")
    async with over(replace(STORY, history=(long_ago, *STORY.history))) as player:
        await player.press("5")
        assert "Thu 15 Jul 2021   history" in player.line_with("They came in.")


async def test_without_a_history_the_course_stands_alone():
    async with over(replace(STORY, history=())) as player:
        await player.press("5")
        assert "5 What happened" in player.sees()
        assert "here" not in player.line_with("The wiper begins to run")


async def test_ones_own_notes_are_there_to_be_talked_about():
    noted = (*LOG, v.LogLine(4000, "note", "AKCESK notes: ask why", True))
    async with over(log=noted) as player:
        await player.press("6")
        assert "Fri 09:06  AKCESK notes: ask why" in player.sees()


async def test_sections_that_are_empty_are_left_out_and_the_numbers_close_up():
    bare = replace(STORY, objectives=(), decisions=(), assets=(), gauges=())
    async with over(bare) as player:
        assert "1 Outcome  2 Course" in player.sees()
        await player.press("6")
        assert "Held, at a price" in player.sees()


async def test_one_may_look_around_come_back_ask_for_help_and_leave():
    async with over() as player:
        await player.press("question_mark")
        assert "with nothing hidden any more" in player.sees()
        await player.press("escape", "escape")
        assert "■ OVER" in player.sees()
        await player.press("f10")
        assert "Held, at a price" in player.sees()
        await player.press("q")
        assert "What was played is not kept." in player.sees()
        await player.press("y")
        assert not player.pilot.app._running


@pytest.mark.parametrize("size", [(80, 24), (120, 35), (160, 45)])
async def test_every_section_can_be_reached_on_every_terminal(size: tuple[int, int]):
    async with over(size=size) as player:
        for key, said in zip(
            "12345",
            ("Held, at", "Isolated within", "Go segment", "Evidence for", "The wiper"),
            strict=True,
        ):
            await player.press(key)
            assert said in player.sees()


async def test_nothing_in_the_summary_is_markup():
    odd = "[@click=app.quit]x[/] [/nope]"
    strange = replace(
        STORY, outcome=odd, text=odd, history=(v.Past(0, odd),), course=(v.LogLine(0, odd, odd),)
    )
    async with over(strange, size=(120, 35)) as player:
        assert odd in player.line_with("x[/]")
        await player.press("5")
        assert player.sees().count(odd) >= 2


def test_who_played_against_other_sides_stands_beside_them_with_its_own_side_first():
    beside = (stands("east", points=2), stands("west", points=9, outcome="[b]It held[/b]"))
    told = {it.short: it.part for it in sections(VIEW, STORY, beside)}
    inks = Theme(dict.fromkeys(("mute", "strong", "good", "bad"), ""))
    page = Console(width=120, color_system=None, theme=inks)
    with page.capture() as drawn:
        page.print(told["Sides"])
    head, own, other, *_rest = drawn.get().splitlines()
    assert "Points" in head
    assert own.startswith("► The works of east")
    assert "2/12 ↓" in own
    assert "9/12 ↑" in other
    assert "[b]It held[/b]" in other
    assert "Contest" not in head
    assert "Sides" not in {it.short for it in sections(VIEW, STORY)}
