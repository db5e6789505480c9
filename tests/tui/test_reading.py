"""Stories of the reading pane: what each channel looks like, attachments, corrections."""

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console
from rich.theme import Theme
from textual.widget import Widget
from textual.widgets import DataTable

from simulator.engine import views as v
from tests.tui.desk import Player, seated
from tests.tui.fake import FakeSeat
from tests.tui.world import INBOX, VIEW
from tui.looks import letter
from tui.speech import speak
from tui.widgets.inbox import Inbox
from tui.widgets.reading import ReadingPane

HOSTILE = {
    "signs": "\x1b]0;P\x07\x1b[2J\x9b31m\x9d0;\x9c\u202eg\u2066\u200b\U000e0041\r\n\x0b\x0c\u2028a",
    "markup": "[/x] [b]bold[/b] [@click=app.exit]go[/] {name} $text",
    "flood": "a" + "\u0301\u0316" * 3000,
    "long": "x" * 30_000,
}
OBEYED = set("\x1b\x07\x9b\x9c\x9d\u202e\u2066\u200b\x0b\x0c\u2028\r\U000e0041")


def message(channel: str, **given: object) -> v.Item:
    base = v.Item(
        key="one", inject="one", at=600, channel=channel, sender="Balkan Wire",
        subject="It goes dark", text="Nobody knows why.", to=("AKCESK",), read=True,
    )  # fmt: skip
    return replace(base, **given)  # type: ignore[arg-type]


def desk(*items: v.Item) -> FakeSeat:
    return FakeSeat(replace(VIEW, inbox=items, decisions=()))


def within(player: Player, widget: Widget) -> str:
    """What stands in this part of the screen."""
    place = widget.region
    lines = player.sees().splitlines()[place.y : place.bottom]
    return "\n".join(line[place.x : place.right].rstrip() for line in lines)


def pane(player: Player) -> str:
    return within(player, player.screen.query_one(ReadingPane))


def drawn(item: v.Item, width: int) -> str:
    """The letter on a page of this width."""
    inks = ("good", "fair", "bad", "mute", "head", "strong", "call", "badge")
    theme = Theme(dict.fromkeys(inks, ""))
    console = Console(file=StringIO(), width=width, theme=theme, color_system=None)
    console.print(letter(item, VIEW))
    return console.file.getvalue()  # type: ignore[attr-defined]


def unbroken(text: str) -> str:
    """Without what lies between the lines."""
    return "".join(sign for sign in text if sign not in " \n│║▏┃╭╮╰╯─")


LOOKS = {
    "e-mail": ("From     Balkan Wire", "Subject  It goes dark", "──────"),
    "siem": ("SIEM offence", "Source  Balkan Wire", "┌─"),
    "phone": ("TELEPHONE NOTE", "Caller  Balkan Wire", "“Nobody knows why.”"),
    "news": ("═ BALKAN WIRE ═", "Published Fri 15 Jul 08:10", "It goes dark"),
    "social": ("@ Balkan Wire  Fri 15 Jul 08:10", "Nobody knows why."),
    "diplomatic-note": ("═ NOTE VERBALE ═", "From  Balkan Wire", "║"),
    "intelligence": ("INTELLIGENCE REPORT", "Origin  Balkan Wire"),
    "situation-report": ("SITUATION REPORT ━", "As of  Fri 15 Jul 08:10"),
    "chat": ("# It goes dark", "[Fri 08:10] Balkan Wire> Nobody"),
    "message": ("It goes dark", "From  Balkan Wire"),
    "report": ("It goes dark", "Sent  Fri 15 Jul 08:10"),
    "pigeon": ("It goes dark", "From  Balkan Wire"),
}


async def test_each_channel_looks_like_itself():
    everything = [message(channel, key=channel, inject=channel) for channel in LOOKS]
    async with seated(desk(*everything), size=(120, 50)) as player:
        for channel, looks in LOOKS.items():
            player.screen.query_one(Inbox).go_to(channel)
            await player.press("enter")
            for said in looks:
                assert said in pane(player), channel
            await player.press("escape")


@pytest.mark.parametrize("width", [34, 60, 108])
@pytest.mark.parametrize("channel", LOOKS)
def test_no_word_of_a_message_is_cut_off_at_any_width(channel: str, width: int):
    text = "Start https://example.org/" + "verylongpath/" * 12 + "end stop"
    item = message(channel, text=text, tlp="AMBER", reliability="B2")
    assert unbroken(text) in unbroken(drawn(item, width))


@pytest.mark.parametrize(
    ("magnitude", "word"), [(1, "low"), (4, "medium"), (8, "high"), (10, "critical")]
)
def test_the_magnitude_of_an_offence_is_a_scale_and_a_word(magnitude: int, word: str):
    offence = v.OffenceView(7, magnitude, "PRINT-02", "FS", "Ransomware", 4112)
    seen = drawn(message("siem", offence=offence), 80)
    scale = "■" * magnitude + "□" * (10 - magnitude)
    assert f"{scale} {magnitude} of 10, {word}" in seen
    assert "Events     4,112" in seen


async def test_codes_of_the_field_are_explained_in_words():
    async with seated(desk(message("intelligence", tlp="AMBER", reliability="C3"))) as player:
        await player.press("enter")
        for said in ("AMBER: for your organisation", "source fairly reliable", "possibly true"):
            assert said in pane(player)


async def test_a_letter_is_read_in_albanian():
    speak("sq")
    try:
        async with seated(desk(message("e-mail"))) as player:
            await player.press("enter")
            assert "Nobody knows why." in pane(player)
    finally:
        speak("en")


def correction() -> tuple[v.Item, v.Item]:
    wrong = message("news", key="wrong", inject="wrong", subject="All is lost")
    right = message(
        "news", key="right", inject="right", at=1200, subject="Not all", corrects="All is lost",
        amends="wrong",
    )  # fmt: skip
    return wrong, right


async def test_a_correction_and_what_it_corrects_point_at_each_other():
    async with seated(desk(*correction())) as player:
        assert "Correction: Not all" in player.sees()
        assert "Corrected: All is lost" in player.sees()
        await player.press("enter")
        assert "▲ CORRECTION of an earlier message: All is lost" in pane(player)
        await player.press("j")
        assert player.screen.query_one(Inbox).current == "wrong"
        assert "▲ CORRECTED by a later message: Not all" in pane(player)
        await player.press("j")
        assert "▲ CORRECTION of an earlier message" in pane(player)


async def test_a_correction_is_found_though_the_sieve_hides_it():
    async with seated(desk(*correction())) as player:
        await player.press("slash", *"not", "enter", "down", "up", "enter", "j")
        assert player.screen.query_one(ReadingPane).opened == "wrong"
        assert player.screen.query_one(Inbox).current == "wrong"


async def test_a_message_that_was_opened_is_drawn_anew_once_it_is_corrected():
    wrong, right = correction()
    seat = desk(wrong)
    async with seated(seat) as player:
        await player.press("enter")
        seat.show(inbox=(wrong, right))
        await player.time_passes()
        assert "▲ CORRECTED by a later message: Not all" in pane(player)


LOG = v.AttachmentView(
    name="requests.log",
    text="\n".join(f"line {n}" for n in range(1, 81)),
    columns=("time", "path", "path"),
    rows=tuple((f"12:{n:02}", "/very/long" * 20, str(n)) for n in range(40)),
)
WIDE = tuple((f"12:{n:02}", "/very/long" * 20, "a" * 50, str(n)) for n in range(40))
SIGNS = v.AttachmentView("signs", indicators=(v.IndicatorView("md5", "0" * 32, "the dropper"),))


async def test_a_letter_shows_how_an_attachment_begins_and_v_opens_all_of_it():
    async with seated(desk(message("e-mail", attachments=(LOG,)))) as player:
        await player.press("enter")
        assert "requests.log  text of 80 lines, table of 40 rows" in pane(player)
        assert "line 6" in pane(player)
        assert "line 7" not in pane(player)
        await player.press("v", "end")
        assert "line 80" in player.sees()
        await player.press("escape")
        assert player.pilot.app.screen is player.screen


async def test_a_table_is_scrolled_sideways_and_each_row_can_be_read_in_full():
    table = replace(LOG, text="", columns=("time", "path", "from", "to"), rows=WIDE)
    async with seated(desk(message("e-mail", attachments=(table,)))) as player:
        await player.press("enter", "v", "down", *["right"] * 8)
        assert player.pilot.app.screen.query_one(DataTable).scroll_x > 0
        await player.press("enter")
        page = within(player, player.pilot.app.screen.query_one(".fields"))
        assert "/very/long" * 20 in unbroken(page)


async def test_of_several_attachments_one_is_chosen():
    async with seated(desk(message("e-mail", attachments=(LOG, SIGNS)))) as player:
        await player.press("enter", "v")
        assert "line 1" in player.sees()
        await player.press("down")
        assert "Display text only" in player.sees()
        assert "the dropper" in player.line_with("0" * 32)
        assert "line 1" not in player.sees()


async def test_v_and_j_are_offered_only_where_they_do_something():
    async with seated(desk(message("e-mail"))) as player:
        await player.press("enter")
        assert "Attachments" not in player.sees()
        await player.press("v", "j")
        assert player.pilot.app.screen is player.screen


async def test_attachments_and_messages_are_opened_with_the_mouse():
    letter = message("e-mail", attachments=(SIGNS,))
    async with seated(desk(letter, message("chat", key="two", inject="two"))) as player:
        await player.pilot.click(Inbox, offset=(10, 4))
        await player.pilot.click("#attached")
        assert "Display text only" in player.sees()
        await player.pilot.click("#close")
        assert player.pilot.app.screen is player.screen


def everywhere(text: str) -> v.Item:
    """A message with this in every text that it has, and one that asks for a decision."""
    attached = v.AttachmentView(
        text,
        text,
        (text, text),
        ((text, text, text), (text,)),
        (v.IndicatorView(text, text, text),),
    )
    decision = replace(
        INBOX[3].decision or VIEW.decisions[0], ask=text, fate=text, reason=text, text=text,
        dissents=(v.DissentView(10, text, text),),
    )  # fmt: skip
    return v.Item(
        key="one", inject="one", at=600, channel="siem", sender=text, subject=text, text=text,
        to=(text, text), read=True, tlp=text, reliability=text, corrects=text, amends="one",
        offence=v.OffenceView(1, 5, text, text, text, 3), attachments=(attached, attached),
        decision=decision,
    )  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_text_is_only_text_in_list_letter_and_attachment(name: str):
    async with seated(desk(everywhere(HOSTILE[name])), size=(100, 40)) as player:
        seen = player.sees()
        for keys in (["enter"], ["v"], ["tab"], ["end"], ["tab", "enter"], ["escape"] * 3, ["f"]):
            await player.press(*keys)
            seen += player.sees()
        assert not OBEYED & set(seen)
        assert seen.count("\u0301") < 3000
        assert player.pilot.app.is_running


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_only_text_in_every_channel(name: str):
    item = everywhere(HOSTILE[name][:9000])
    for channel in (*LOOKS, item.text):
        assert not OBEYED & set(drawn(replace(item, channel=channel), 60))


async def test_the_open_message_takes_the_whole_screen_and_gives_it_back():
    async with seated(desk(message("e-mail"))) as player:
        await player.press("enter", "z")
        assert player.screen.query_one(ReadingPane).region.width == 120
        assert player.told() == ["z makes it small again."]
        assert "Nobody knows why." in player.sees()
        await player.press("z")
        assert player.screen.query_one(ReadingPane).region.width < 120
