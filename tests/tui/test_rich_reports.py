"""Reports with every kind of field: filled in, checked, warned of, kept and sent again."""

from dataclasses import replace

from rich.console import Console

from simulator.engine import commands as c
from simulator.engine import views as v
from tests.tui.desk import seated
from tests.tui.fake import FakeSeat
from tests.tui.lines.teller import Teller
from tests.tui.world import DEBRIEF, VIEW
from tui.blanks import first_entry
from tui.debriefing import sections
from tui.drafts import Drafts

LEVELS = (v.PickView("low", "Low"), v.PickView("high", "High"))
HELP = (v.PickView("ot-team", "OT team"), v.PickView("lab", "Laboratory"))
AT_LEAST_3 = v.Within(at_least=3)
NINE = v.ReportView(
    "nine", "Nine-line", "Short and right.", ("AKSHI",), (
        v.FieldView("when", "When", True, (), "", "time"),
        v.FieldView("level", "How bad", True, LEVELS, "As far as known.", "choice"),
        v.FieldView("help", "Help", True, HELP, "", "choices"),
        v.FieldView("where", "Where", True, (), "", "assets"),
        v.FieldView("count", "Hosts", True, (), "", "number", number=v.Within(at_least=1)),
        v.FieldView("signs", "Signs", False, (), "", "indicators", pattern="[a-z0-9.]+",
                    pattern_text="Lower-case names."),
        v.FieldView("story", "Story", False, (), "", "text", wanted=True, words=AT_LEAST_3),
    ), None, None,
)  # fmt: skip
SEEN = replace(VIEW, reports=(NINE,))
NOW = "2022-07-15 09:00"
FIRST, SECOND = (asset.id for asset in VIEW.assets[:2])


async def test_every_kind_of_field_is_filled_in_checked_and_kept():
    seat, drafts = FakeSeat(SEEN), Drafts()
    async with seated(seat, size=(120, 50), drafts=drafts) as player:
        await player.press("5", "enter")
        assert NOW in player.sees(), "the time of now stands there already"
        assert "wanted" in player.line_with("Story")
        assert "As far as known." in player.line_with("How bad")
        assert "needed  one or more" in player.line_with("Help")
        await player.press("tab", "2", "1", "2", "tab", "1", "tab")
        await player.write("0")
        await player.press("tab")
        await player.write("UP")
        await player.press("ctrl+s")
        assert player.told() == ["'Hosts' is a number, at least 1. 'Signs': Lower-case names."]
        assert "Hosts  ✗" in player.sees()
        assert "Help  ✓" in player.sees()
        await player.press("end", "backspace")
        await player.write("4")
        await player.press("tab", "backspace", "backspace")
        await player.write("a.example")
        await player.press("enter")
        await player.write("b.example")
        await player.press("escape")
    async with seated(seat, size=(120, 50), drafts=drafts) as player:
        await player.press("5", "enter", "ctrl+s")
        assert "Wanted, but left out: “Story”. Send it all the same?" in player.sees()
        await player.press("escape", "ctrl+s")  # it is asked only once
        [sent] = [asked for asked in seat.asked if isinstance(asked, c.Send)]
        assert dict(sent.entries) == {
            "when": NOW, "level": "high", "help": "ot-team\nlab", "where": FIRST, "count": "4",
            "signs": "a.example\nb.example",
        }  # fmt: skip


LAST = (("when", NOW), ("level", "low"), ("help", "lab"), ("where", f"{FIRST}\n{SECOND}"),
        ("count", "3"), ("story", "It came back."))  # fmt: skip


async def test_an_update_begins_with_what_was_sent_last():
    seat, drafts = FakeSeat(replace(SEEN, reports=(replace(NINE, entries=LAST),))), Drafts()
    async with seated(seat, size=(120, 50), drafts=drafts) as player:
        await player.press("5", "enter", "escape")
        assert drafts.of(("report", "nine")) is None, "nothing was written"
        await player.press("enter", "tab", "2", "ctrl+s")
        expected = dict(LAST) | {"level": "high"}
        assert [dict(asked.entries) for asked in seat.asked if isinstance(asked, c.Send)] == [
            expected
        ]


# In lines


def test_every_kind_of_field_is_filled_in_in_lines():
    drafts = Drafts()
    teller = Teller(FakeSeat(SEEN), drafts=drafts)
    assert "So far: 2022-07-15 09:00" in teller.writes("report")
    assert "Some of: 1 OT team, 2 Laboratory" in teller.writes("08:30", "high")
    assert "A moment" not in teller.writes("2, ot", "1, 2")
    assert "'Hosts' is a number, at least 1. Write it anew" in teller.writes("0")
    assert "'Signs': Lower-case names. Write it anew" in teller.writes("4", "UP")
    assert "Wanted, but may be left empty" in teller.writes("a.example, b.example")
    assert "has 1" in teller.writes("Up.")
    shown = teller.writes("-")
    for line in ("How bad: High", "Help: Laboratory, OT team", "Hosts: 4"):
        assert line in shown
    assert "Wanted, but left out: “Story”. Write yes to send it all the same." in teller.writes(
        "send"
    )
    teller.writes("yes")
    assert dict(teller.seat.asked[-1].entries) == {
        "when": "08:30", "level": "high", "help": "lab\not-team", "where": f"{FIRST}\n{SECOND}",
        "count": "4", "signs": "a.example\nb.example",
    }  # fmt: skip


def test_an_update_in_lines_begins_with_what_was_sent_last():
    teller = Teller(FakeSeat(replace(SEEN, reports=(replace(NINE, entries=LAST),))))
    assert "It begins with what was sent last." in teller.writes("report")
    teller.writes(*[""] * 7, "send")
    assert teller.seat.asked[-1] == c.Send("akcesk", "nine", LAST)


# When all is over


def test_the_summary_says_what_was_right():
    sent = v.Reported("Nine-line", 3600, ("How bad",), ("Where",), ("Story",))
    over = replace(DEBRIEF, reports=(sent,))
    view = replace(SEEN, over=True, debrief=over)
    told = Teller(FakeSeat(view)).writes("summary")
    assert "YOUR REPORTS, as they were sent last" in told
    assert "09:00: Nine-line. Right: How bad. Wrong: Where. Left out: Story." in told
    drawn = next(part for part in sections(view, over) if part.short == "Reports").part
    console = Console(width=80)
    with console.capture() as shown:
        console.print(drawn)
    for words in ("✓ right", "How bad", "✗ wrong", "Where", "· left out", "Story"):
        assert words in shown.get()


def test_only_a_moment_that_is_needed_begins_as_now():
    when = NINE.fields[0]
    assert first_entry(when, NINE, VIEW) == NOW
    assert first_entry(replace(when, required=False), NINE, VIEW) == ""
