"""Stories of somebody who goes through the log: follows it, searches it, narrows it down."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.selection import SELECT_ALL

from simulator.engine import views as v
from tests.tui.desk import Player, seated
from tests.tui.fake import FakeSeat
from tests.tui.world import VIEW
from tui.finding import folded, spans
from tui.kinds import ALL, MINE, NOTES
from tui.logbook import Logbook, counts
from tui.widgets.log import Log
from tui.wrapping import wrapped

LONG = "A call from the operations room: nobody knows yet how far it has gone, nor who let them in"


def told(number: int, first: int = 0) -> tuple[v.LogLine, ...]:
    """So many lines, every third an order of one's own and every fifth a note."""
    lines = []
    for n in range(first, first + number):
        kind = "note" if n % 5 == 0 else "order" if n % 3 == 0 else "inject"
        lines.append(v.LogLine(n * 60, kind, f"Line {n} of the night", kind != "inject"))
    return tuple(lines)


def at_desk(lines: tuple[v.LogLine, ...]) -> FakeSeat:
    return FakeSeat(replace(VIEW, log=lines))


async def scroll(player: Player, *keys: str) -> None:
    await player.press(*keys)
    await player.pilot.pause()


def lines_of(player: Player) -> list[str]:
    """What stands in the log, without its scrollbar."""
    return [row[:100].rstrip() for row in player.sees().splitlines()[5:-1]]


async def test_the_log_follows_what_happens_but_leaves_who_reads_further_up_where_they_are():
    seat = at_desk(told(100))
    async with seated(seat) as player:
        # given a log that opens at its end, it follows
        await player.press("6")
        assert "Log: 100 lines" in player.sees()
        assert "Line 99 of the night" in player.sees()
        seat.show(log=told(101))
        await player.time_passes()
        assert "Line 100 of the night" in player.sees()
        assert "new below" not in player.sees()
        # when somebody reads further up, they are told what came below
        await scroll(player, "pageup", "pageup")
        seen = lines_of(player)
        seat.show(log=told(104))
        await player.time_passes()
        assert lines_of(player) == seen
        assert "Log: 104 lines · ▼ 3 new below" in player.sees()
        # then it is there at the end
        await scroll(player, "end")
        assert "Line 103 of the night" in player.sees()
        assert "new below" not in player.sees()
        # and so is what comes while another page is open
        await player.press("1")
        seat.show(log=told(200))
        await player.time_passes()
        await player.press("6")
        assert "Line 199 of the night" in player.sees()


async def test_a_search_minds_neither_case_nor_accents_and_says_what_it_does_not_find():
    lines = (*told(50), v.LogLine(4000, "inject", "Rrjeti i Tiranës është i shkëputur"))
    seat = at_desk(lines)
    async with seated(seat) as player:
        await player.press("6", "slash")
        await player.write("SHKEP")
        assert "Log: 1 of 51 lines · “shkep”" in player.sees()
        assert "i shkëputur" in player.sees()
        await player.press("enter", "escape")
        assert "Log: 51 lines" in player.sees()
        # when nothing is found, it is said, and new finds come in
        await player.press("slash")
        await player.write("wiper")
        assert "Log: 0 of 51 lines" in player.sees()
        seat.show(log=(*lines, v.LogLine(4700, "inject", "A Wiper was found")))
        await player.time_passes()
        assert "Log: 1 of 52 lines" in player.sees()
        assert "A Wiper was found" in player.sees()


async def test_only_ones_own_notes_are_a_choice_with_its_count_and_leaving_it_changes_nothing():
    async with seated(at_desk(told(30))) as player:
        await player.press("6", "f")
        assert "30  everything" in player.sees()
        assert "14  my own acts" in player.sees()
        assert "6  my own notes" in player.sees()
        await player.press("down", "down", "space")
        assert "Log: 6 of 30 lines · my own notes" in player.sees()
        assert "Line 5 of the night" in player.sees()
        assert "Line 3 of the night" not in player.sees()
        await player.press("escape")
        assert "Log: 30 lines" in player.sees()
        # when the choice is left without a choice, the last one stands
        await player.press("f", "home", "down", "enter", "f", "down", "escape")
        assert "Log: 14 of 30 lines · my own acts" in player.sees()
        assert player.screen.query_one(Log).has_focus


async def test_who_reads_further_up_stays_there_when_the_search_ends():
    async with seated(at_desk(told(300))) as player:
        await scroll(player, "6", "home", "pagedown", "pagedown")
        top = lines_of(player)[0]
        await player.press("escape")
        assert lines_of(player)[0] == top
        await player.press("slash")
        await player.write("line")
        await player.press("enter", "escape")
        assert lines_of(player)[0] == top


async def test_what_one_did_oneself_has_a_sign_and_a_long_line_goes_on_below_itself():
    lines = (v.LogLine(0, "order", "Scan the network", True), v.LogLine(60, "inject", LONG))
    async with seated(at_desk(lines), size=(80, 24)) as player:
        await player.press("6")
        assert "» Scan the network" in player.sees()
        first = player.line_with("A call from")
        rest = player.line_with("let them in")
        assert first.index("A call") == len(rest) - len(rest.lstrip())


async def test_a_smaller_terminal_keeps_what_stood_at_the_top():
    lines = tuple(v.LogLine(n * 60, "inject", f"{n}: {LONG[:70]}") for n in range(100))
    async with seated(at_desk(lines)) as player:
        await scroll(player, "6", "home", "pagedown")
        top = lines_of(player)[0].split(": ")[0]
        await player.pilot.resize_terminal(80, 24)
        await player.pilot.pause()
        assert lines_of(player)[0].startswith(f"{top}: A call")


async def test_lines_in_the_other_language_or_of_another_take_are_other_lines():
    seat = at_desk(told(10))
    async with seated(seat) as player:
        await player.press("6")
        seat.show(log=(v.LogLine(0, "inject", "Nisi"),))
        await player.time_passes()
        assert "Log: 1 line" in player.sees()
        seat.show(log=(v.LogLine(0, "inject", "It began"),), language="sq")
        await player.time_passes()
        assert "It began" in player.sees()
        assert "Nisi" not in player.sees()


async def test_the_text_of_the_log_can_be_selected():
    async with seated(at_desk(told(3))) as player:
        await player.press("6")
        told_text = player.screen.query_one(Log).get_selection(SELECT_ALL)[0]
        assert "Line 0 of the night\n" in told_text
        player.screen.query_one(Log).text_select_all()
        await player.pilot.pause()
        assert "Line 2 of the night" in player.sees()


async def test_nothing_in_the_log_is_markup_or_obeyed_by_a_terminal():
    line = v.LogLine(0, "[bold]", "[@click=app.quit]x[/] \x1b[2J [/nope]")
    async with seated(at_desk((line,))) as player:
        await player.press("6")
        assert "[@click=app.quit]x[/] �[2J [/nope]" in player.sees()
        await player.press("f")
        assert "[bold]" in player.sees()


def test_the_counts_have_every_kind_there_is_and_ones_own_in_any_case():
    told_of = (("inject", False), ("loss", False), ("order", True))
    found = counts([v.LogLine(0, kind, "words", mine) for kind, mine in told_of])
    assert dict(found) == {ALL: 3, MINE: 1, NOTES: 0, "inject": 1, "order": 1, "loss": 1}


def test_a_logbook_shows_the_same_whether_lines_came_at_once_or_one_by_one():
    at_once, one_by_one = Logbook(), Logbook()
    for book in (at_once, one_by_one):
        book.fit(20)
        book.want(MINE, "line")
    at_once.take(told(40))
    for line in told(40):
        one_by_one.take([line])
    rows = [at_once.at(row) for row in range(at_once.rows)]
    assert rows == [one_by_one.at(row) for row in range(one_by_one.rows)]
    assert {entry.line.mine for entry, _ in rows} == {True}


@given(st.text(st.characters(exclude_categories=["C", "M"]), max_size=200), st.integers(2, 30))
def test_wrapped_rows_fit_and_lose_nothing_but_the_spaces_between_them(text: str, width: int):
    said = " ".join(text.split())
    rows = wrapped(said, width)
    assert "".join(rows).replace(" ", "") == said.replace(" ", "")
    assert all(cell_len(row) <= width for row in rows)


@given(st.text(max_size=60), st.text(min_size=1, max_size=5))
def test_whatever_is_found_is_the_same_once_it_is_folded(text: str, sought: str):
    compared = folded(sought)
    for start, end in spans(text, compared):
        assert compared in folded(text[start:end])


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [
        ("Shkëputja", "shkep", ["Shkëp"]),
        ("a STRASSE and a straße", "strasse", ["STRASSE", "straße"]),
        ("nothing", "", []),
    ],
)
def test_words_are_found_however_they_are_written(text: str, sought: str, found: list[str]):
    assert [text[start:end] for start, end in spans(text, folded(sought))] == found
