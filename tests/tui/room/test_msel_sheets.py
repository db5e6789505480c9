"""What control writes, changes, delays and re-paces, as the sheets make it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine import commands as c
from simulator.engine.commands import CONTROL
from simulator.engine.views.script import Script
from simulator.session import acts
from tests.tui.room.injects import MSEL, NOW, SCRIPT, START, Leader, leading, panel, room
from tui.chair import Untold
from tui.room.repacing import Rest, left, meaning, movable
from tui.room.sheets.amend import AmendSheet
from tui.room.sheets.delay import DelaySheet
from tui.room.sheets.injects import SHEETS, msel_sheet
from tui.room.sheets.repace import RepaceSheet
from tui.room.sheets.write import WriteSheet
from tui.room.wanted import SheetWanted

WALL = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
RANSOM = MSEL[3]
TEAM = room().teams[0]
FILM = Rest(NOW, 36_000, 60.0)
"""Six hours of exercise that take six minutes."""


class ScriptChair:
    """Has been told `answer` of the script that it was asked for; None while that is on its way."""

    answer: Script | Untold | None = None

    def enquire(self, about, team, *, inject):
        assert (about, team, inject) == ("script", "blue", "ransom")
        return "a1"

    def told(self, id):
        assert id == "a1"
        return self.answer


def field(control: Leader, id: str) -> Any:
    return control.pilot.app.screen.query_one(f"#{id}")


def write(control: Leader, **fields: str) -> None:
    for id, text in fields.items():
        what = "text" if id in ("text", "options") else "value"
        setattr(field(control, id.replace("_", "-")), what, text)


def chair() -> Any:
    return ScriptChair()


async def test_an_inject_is_written_from_a_template_with_a_question():
    async with leading(size=(80, 24)) as control:
        made = await control.fills_in(WriteSheet(room(), panel(), TEAM, MSEL[2]), "ctrl+s")
        assert control.told()[-1] == "Choose first whom it is to."
        await control.press("6", "2", "3")
        assert field(control, "sender").value == "Central SIEM"
        assert field(control, "text").text.startswith("Rule: ")

        write(control, subject="Beacons [again]", ask="What now?", options="Block\nWatch",
              minutes="ten")  # fmt: skip
        await control.press("escape", "n")
        assert field(control, "subject").value == "Beacons [again]", "it asks first"
        await control.press("ctrl+s")
        assert control.told()[-1] == "Write the minutes to answer as a number."
        field(control, "template").choose("news")
        await control.pilot.pause()
        assert field(control, "sender").value == "News agency"
        assert field(control, "subject").value == "Beacons [again]", "what was written stays"

        write(control, minutes="10", at="+1h", text="They are back.")
        field(control, "corrects").choose("storm")
        await control.press("ctrl+s")
        (wish,) = made
        assert wish.command == c.Write(
            CONTROL, ("soc", "ceo"), "news", "Beacons [again]", "They are back.",
            sender="News agency", ask="What now?", options="Block\nWatch", due=600,
            at=NOW + 3600, corrects="storm",
        )  # fmt: skip
        assert wish.what == (
            "Send “Beacons [again]” to SOC (watch floor), Chief executive officer at "
            "Fri 15 Jul 17:00? SOC (watch floor) decides."
        )


async def test_an_announcement_goes_to_everybody_at_once():
    async with leading(size=(80, 24)) as control:
        made = await control.fills_in(WriteSheet(room(), panel(), TEAM, RANSOM), "1", "enter", "1")
        assert not control.pilot.app.screen.query("#corrects"), "it was not sent yet"
        await control.press("tab", "tab", "o", "k")
        assert field(control, "subject").value == "Exercise control: ok", "it is written on"
        write(control, subject="Lunch", text="At one.", at="T+00:30")
        await control.press("ctrl+s")
        assert control.told()[-1] == "That is not ahead."
        write(control, at="")
        await control.press("ctrl+s")
        assert made[0].command == c.Write(
            CONTROL, ("soc", "ceo", "media"), "message", "Lunch", "At one.",
            sender="Exercise control",
        )  # fmt: skip


async def test_amending_begins_with_the_script_and_asks_only_for_what_changed():
    async with leading(size=(80, 24)) as control:
        sheet = AmendSheet(host := chair(), "blue", panel(), RANSOM)
        made = await control.fills_in(sheet, "ctrl+s")
        assert control.told()[-1] == "Its script is not here yet."
        host.answer = SCRIPT
        sheet.listen()
        await control.press("ctrl+s")
        assert control.told()[-1] == "Nothing is changed yet."
        assert field(control, "text").text == SCRIPT.text

        write(control, sender=" ", subject="A note on most screens")
        await control.press("ctrl+s")
        assert control.told()[-1] == "What an inject has can be changed, but not left out."
        write(control, sender="Unknown")
        await control.press("3", "ctrl+s")
        assert made[0].command == c.Amend(
            CONTROL, "ransom", to=("soc", "media"), subject="A note on most screens"
        )

        # those that get it already stay before others: the first of them decides
        later = replace(RANSOM, to=("media", "ceo"))
        host.answer = replace(SCRIPT, to=later.to)
        made = await control.fills_in(AmendSheet(host, "blue", panel(), later), "1", "ctrl+s")
        assert made[0].command == c.Amend(CONTROL, "ransom", to=("media", "ceo", "soc"))


async def test_what_can_not_be_told_can_not_be_amended():
    async with leading(size=(80, 24)) as control:
        sheet = AmendSheet(host := chair(), "blue", panel(), RANSOM)
        made = await control.fills_in(sheet)
        host.answer = Untold("There is no such inject.")
        sheet.listen()
        await control.press("ctrl+s")
        assert "There is no such inject." in control.sees()
        assert made == []


async def test_an_inject_is_delayed_by_minutes_or_to_a_moment():
    async with leading(size=(80, 24)) as control:
        made = await control.fills_in(DelaySheet(room(), TEAM, RANSOM), "ctrl+s")
        assert control.told()[-1] == "Choose by how much first, or write until when."
        assert "+15m" in control.sees()
        assert "Fri 16:20" in control.sees()
        await control.press("2", "ctrl+s")
        assert made[0].command == c.Delay(CONTROL, "ransom", 14_700 + 900)

        made = await control.fills_in(DelaySheet(room(), TEAM, MSEL[5]))
        write(control, moment="T+01:00")
        await control.press("ctrl+s")
        assert control.told()[-1] == "That is not ahead."
        write(control, moment="T+06:00")
        await control.press("ctrl+s")
        assert made[0].command == c.Delay(CONTROL, "leak", 6 * 3600)


async def test_repacing_says_what_it_means_and_offers_another_pace():
    async with leading(size=(120, 35)) as control:
        sheet = RepaceSheet(room(), panel(), TEAM, "", lambda: WALL)
        made = await control.fills_in(sheet, "ctrl+s")
        assert control.told()[-1] == "Say first when it shall end."
        await control.press(*"14:03")
        seen = control.sees()
        assert "To end at Fri 15 Jul 19:00 (14:03 by your own clock) leaves 3h" in seen
        assert "or run the clock at ×120 instead" in seen
        write(control, gap="2m")
        assert field(control, "pinned").chosen == ("press",), "the author has pinned it"
        field(control, "pinned").choose("ransom")
        await control.press("ctrl+s")
        end = NOW + 3 * 3600
        assert made[0].command == c.Repace(CONTROL, end, 120, ("ransom",), ("press",))

        made = await control.fills_in(RepaceSheet(room(), panel(), TEAM, "blue", lambda: WALL))
        write(control, moment="T+07:00", by_wall="14:03")
        await control.press("ctrl+s")
        assert control.told()[-1] == "Write one of the two times, not both."
        write(control, by_wall="")
        await control.pilot.pause()
        field(control, "how").choose("pace")
        await control.press("ctrl+s")
        assert made[0].act == acts.Pace(pace=120.0, team="blue")


def test_what_is_left_is_told_with_what_moves_and_what_stays():
    assert [row.id for row in movable(MSEL)] == ["ransom"]
    assert left(FILM, MSEL, START, WALL) == (
        "It is Fri 15 Jul 16:00; ENDEX is planned at Fri 15 Jul 22:00, in 6h. At ×60 that is 14:06 "
        "by your own clock. 1 inject moves, 1 is pinned and stays."
    )
    slow = Rest(NOW, 36_000, 0.25)
    assert "Sat 28 Nov 14:00" not in left(FILM, (), START, WALL)
    assert "Fri 27 Nov 14:00 by your own clock" in left(slow, (), START, WALL)
    assert "stretched to 150 %" in meaning(FILM, NOW + 9 * 3600, START, WALL)
    odd = WALL.replace(second=17, microsecond=700_000)
    assert "(14:05 by" in meaning(FILM, FILM.by_wall("14:05", odd), START, odd)


@pytest.mark.parametrize("wrong", ["", "25:00", "noon", "+5m"])
def test_a_time_of_ones_own_clock_is_hours_and_minutes(wrong):
    with pytest.raises(ValueError, match=r"like 16:30"):
        FILM.by_wall(wrong, WALL)


@given(
    at=st.integers(0, 400_000),
    length=st.integers(60, 400_000),
    end=st.integers(1, 400_000),
    pace=st.sampled_from((0.5, 1.0, 15.0, 60.0)),
)
def test_the_other_pace_is_over_in_the_real_time_that_moving_all_would_take(at, length, end, pace):
    rest = Rest(at, at + length, pace)
    other = rest.instead(at + end)
    real = end / pace
    assert 0.01 <= other <= 100_000
    if 0.01 < other < 100_000:
        assert length / other == pytest.approx(real, rel=0.01)


def test_each_sheet_is_found_by_its_name_while_there_is_its_inject():
    def found(name, of):
        return msel_sheet(SheetWanted(name, of), chair(), room(), panel(), TEAM)

    assert {type(found(name, "ransom")) for name in SHEETS} == {
        WriteSheet, AmendSheet, DelaySheet, RepaceSheet,
    }  # fmt: skip
    assert found("delay", "gone") is None
    assert found("write", "gone") is not None
    assert found("rule", "ransom") is None
