"""The page of the MSEL: seen, sorted, sifted, steered."""

from dataclasses import replace
from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine.commands import CONTROL
from tests.tui.room import injects
from tests.tui.room.injects import MSEL, NOW, SCRIPT, START, leading, panel, room
from tests.tui.room.overview import inject
from tui.room import msel
from tui.room.msel import Folded, Names, Sieve
from tui.room.pages.msel import MselPage
from tui.room.pages.strip import Timeline
from tui.room.sheets.sift import MselSift
from tui.room.steer import ScriptWanted, Steered
from tui.room.wanted import SheetWanted
from tui.room.wishes import wish

NAMES = Names.of(room(), panel())


def ids(order, rows=MSEL):
    return [row.id for row in msel.ordered(rows, order, NAMES)]


def passed(**asked):
    given: dict[str, Any] = {k: v if k == "sought" else frozenset(v) for k, v in asked.items()}
    sieve = Sieve(**given)
    return [row.id for row in MSEL if msel.passes(row, sieve, NAMES, Folded())]


def test_each_order_puts_first_what_is_looked_for_in_it():
    assert ids("time") == [
        "hello", "phish", "mistake", "storm", "ransom", "press", "leak", "minister", "extra",
    ]  # fmt: skip
    assert ids("state")[:4] == ["ransom", "press", "leak", "minister"]
    assert ids("title")[:2] == ["press", "ransom"]
    assert ids("storyline") == [
        "phish", "ransom", "leak", "extra", "storm", "press", "hello", "mistake", "minister",
    ]  # fmt: skip


def test_a_sieve_lets_pass_what_is_one_of_each_kind_that_is_asked_for():
    assert passed(states=["due", "held"]) == ["ransom", "press", "minister"]
    assert passed(states=["due", "held"], roles=["ceo"]) == ["press", "minister"]
    assert passed(storylines=["media"], objectives=["contain"]) == []
    assert passed(objectives=["contain", "speak"]) == ["phish", "ransom"]
    assert passed(sought="ISOLATE") == ["phish", "leak"], "in what was answered and in what waits"
    asked = Sieve(frozenset({"due"}), frozenset({"soc"}), sought="mail")
    assert asked.said(NAMES) == "planned; SOC; “mail”"


def test_the_time_of_an_inject_is_when_it_was_sent_or_in_how_long_it_will_be():
    assert msel.when(MSEL[1], NOW, START) == "Fri 12:50"
    assert msel.when(MSEL[3], NOW, START) == "in 5m 00s"
    assert msel.when(MSEL[3], 15_000, START) == "in 0m 00s", "the clock may be ahead of the news"
    assert msel.when(MSEL[5], NOW, START) == "—"
    held = replace(MSEL[3], state="held")
    assert msel.when(held, 15_000, START) == "Fri 16:05", "it counts down to nothing"


@pytest.mark.parametrize(
    ("state", "can"),
    [
        ("due", {"fire", "hold_or_release", "delay", "strike", "amend"}),
        ("held", {"hold_or_release", "delay", "strike", "amend"}),
        ("sent", {"withdraw", "remind"}),
        ("skipped", set()),
        ("withdrawn", set()),
    ],
)
def test_only_what_makes_sense_in_a_state_can_be_done(state, can):
    row = inject("it", state=state)
    assert {act for act in msel.STEERED if msel.can(row, act)} == can
    assert not msel.can(replace(row, state="read", read_by=("soc",)), "remind"), "nobody missed it"


def test_a_wish_is_the_command_with_its_question():
    held = MSEL[6]
    assert wish("hold_or_release", held, NAMES).command == c.Release(CONTROL, "minister")
    assert wish("hold_or_release", MSEL[3], NAMES).command == c.Hold(CONTROL, "ransom")
    remind = wish("remind", MSEL[0], NAMES)
    assert remind.command == c.Remind(CONTROL, "hello")
    assert remind.what == "Repeat “Good morning” to those who missed it: ceo?"


async def test_control_sees_all_injects_and_why_one_was_not_sent_yet():
    async with leading(size=(80, 18)) as control:
        seen = control.sees()
        assert "MSEL: 9 injects · by time" in seen
        assert "Timeline: 2h across, it is Fri 15 Jul 16:00" in seen
        assert "Front page: services [b" in seen
        assert control.page.injects.current == "ransom", "the cursor begins at what comes next"
        assert "► planned  in 5m 00s: Fri 15 Jul 16:05 (T+04:05:00)" in seen
        assert "comes 5 minutes after “A strange mail”" in seen

        await control.sees_now(NOW + 61)
        assert "in 3m 59s" in control.sees()
        assert "in 5m 00s" not in control.sees()

        await control.hears("ransom", state="sent", sent_at=NOW + 61, times=1, waits="")
        assert control.page.injects.current == "ransom"
        assert "● sent  Fri 15 Jul 16:01" in control.sees()
        assert control.acts() == {"withdraw", "remind"}


async def test_the_script_takes_the_place_of_the_table_and_gives_it_back():
    async with leading(size=(80, 18)) as control:
        await control.press("enter")
        (wanted,) = control.desk.wishes
        assert isinstance(wanted, ScriptWanted)
        assert wanted.inject == "ransom"
        assert "Its script is on the way" in control.sees()

        control.desk.script = SCRIPT
        await control.pilot.pause()
        await control.press("end")
        seen = control.sees()
        assert "MSEL:" not in seen
        for words in ("→ public-trust +2", "They keep the evidence.", "A report, 2022",
                      "A note is on every screen.", "They pay first."):  # fmt: skip
            assert words in seen

        await control.hears("ransom", hand=True, by="Ben")
        assert len(control.desk.wishes) == 2, "what somebody may have changed is asked for again"
        await control.press("escape")
        assert "A note on every screen\n ► planned" in control.sees(), "it begins at its top again"
        await control.press("down")
        assert "MSEL: 9 injects" in control.sees()
        assert "They keep the evidence." not in control.sees(), "it was another inject's"
        await control.press("up", "m")
        assert "They keep the evidence." not in control.sees(), "it may be about to change"


async def test_acts_are_wishes_about_the_inject_under_the_cursor():
    async with leading() as control:
        assert control.acts() == {"fire", "hold_or_release", "delay", "strike", "amend"}
        await control.press("f", "k", "v", "d", "m", "w", "p", "u", "r")
        steered = [w.command for w in control.desk.wishes if isinstance(w, Steered)]
        assert steered == [c.Fire(CONTROL, "ransom"), c.Hold(CONTROL, "ransom"),
                           c.Skip(CONTROL, "ransom")]  # fmt: skip
        sheets = [(w.sheet, w.of) for w in control.desk.wishes if isinstance(w, SheetWanted)]
        assert sheets == [("delay", "ransom"), ("amend", "ransom"), ("write", "ransom"),
                          ("repace", "")]  # fmt: skip
        await control.goes_to("storm")
        await control.press("f", "u", "r")
        assert [w.command for w in control.desk.wishes[-2:]] == [
            c.Withdraw(CONTROL, "storm"), c.Remind(CONTROL, "storm"),
        ]  # fmt: skip
        control.desk.panel = panel(over=True)
        await control.press("u", "w")
        assert len(control.desk.wishes) == 9, "nothing can be done when it is over"


async def test_the_table_is_sorted_searched_and_sifted():
    async with leading() as control:
        await control.press("o", "o")
        assert control.rows()[0] == "press"
        assert "9 injects · by title" in control.sees()

        await control.press("slash", *"strange", "enter")
        assert control.rows() == ["ransom", "phish"], "also in what it waits for"
        assert "MSEL: 2 of 9 injects · “strange” · by title" in control.sees()

        await control.press("l")
        (sifting,) = control.desk.wishes
        assert isinstance(sifting, MselPage.Sifting)
        sheet = MselSift(sifting.rows, sifting.names, sifting.sieve)
        control.pilot.app.push_screen(sheet, sifting.then)
        await control.press("down", "space", "enter")
        assert control.rows() == ["ransom"]
        assert "1 of 9 injects · planned; “strange”" in control.sees()

        await control.press("escape")
        assert len(control.rows()) == 9


async def test_a_tick_draws_only_what_reads_differently(monkeypatch):
    made = []
    rows = tuple(
        inject(f"i{n}", state="due", due=NOW + 60 + n * 60, to=("soc",)) for n in range(2000)
    )
    async with leading(panel(*rows), size=(80, 18)) as control:
        table, timeline = control.page.injects, control.desk.query_one(Timeline)
        cells_of = table.cells_of
        assert "E-mail" in control.sees()

        def watched(key):
            made.append(key)
            return cells_of(key)

        monkeypatch.setattr(table, "cells_of", watched)
        await control.sees_now(NOW)
        assert "E-mail" in control.sees()
        assert made == []
        picture = timeline.render()
        await control.sees_now(NOW + 1)
        assert "E-mail" in control.sees()
        assert 0 < len(set(made)) < 15, "rows in sight"
        assert timeline.render() is picture

        await control.press("right_square_bracket")
        assert "4h across" in control.sees()
        assert timeline.render() is not picture
        await control.press("end", "n")
        assert table.current == "i0"


async def test_a_team_of_which_nothing_is_told_has_an_empty_page():
    async with leading(size=(80, 18)) as control:
        control.desk.panel = None
        await control.press("f", "enter", "o", "l")
        assert [type(w) for w in control.desk.wishes] == [MselPage.Sifting]
        assert injects.MSEL
