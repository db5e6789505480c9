"""No text of a scenario or a person is ever more than text."""

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from simulator.engine import views as v
from tests.tui.desk import Player, seated
from tests.tui.fake import FakeSeat
from tests.tui.world import DEBRIEF, VIEW
from tui.plain import clean, flowing, line, plain

WORDS = {
    *("about", "ask", "asker", "brief", "channel", "chosen", "corrects", "fate", "hint", "kind"),
    *("label", "of", "outcome", "owner", "question", "reason", "reliability", "sender", "short"),
    *("subject", "text", "title", "tlp", "waits_for", "what", "why_not", "words"),
}
HOSTILE = [
    "[/x] [b]bold[/b] [link=x]",
    "[@click=app.exit]go[/]",
    "\x1b]0;PWNED\x07\x1b[2Jgone",
    "\x9b31mred\x9d0;title\x9c",
    "\u202egnihton\u2066 \u200b\U000e0041",
    "a" + "\u0301" * 400,
    "x" * 5000,
    "$text-muted {braces} %s \\",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_terminal_would_obey_does_not_leave(text: str):
    console = Console(file=StringIO(), force_terminal=False, width=200)
    console.print(plain(text), line(text))
    out = console.file.getvalue()  # type: ignore[attr-defined]
    assert not set(out) & {"\x1b", "\x07", "\x9b", "\x9d", "\u202e", "\u2066", "\u200b"}


def test_brackets_stay_brackets_and_lines_stay_lines():
    assert plain("[b]a[/b]\nb").plain == "[b]a[/b]\nb"
    assert line("  a\n\tb ").plain == "a b"


def test_lines_that_were_broken_to_fit_flow_and_short_ones_stay():
    long = "This line goes on for much longer than fifty characters and"
    assert flowing(f"{long}\nthen on.\n\nNew.\n").plain == f"{long} then on.\n\nNew."
    kept = f"Dear all,\nhello.\n{long}\n- one\n- two\n1. three"
    assert flowing(kept).plain == kept


def test_a_tower_of_accents_is_cut():
    assert len(clean("a" + "\u0301" * 400)) < 10


def everywhere(text: str) -> v.RoleView:
    """A view in which every text that a scenario or a person gives is this one."""
    return spread(replace(VIEW, debrief=None), text)


def spread(value, text: str):
    """The same value with `text` in every field of words."""
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(spread(part, text) for part in value)
    if not hasattr(value, "__dataclass_fields__"):
        return value
    changes = {}
    for name in value.__dataclass_fields__:
        given = getattr(value, name)
        changes[name] = text if name in WORDS and isinstance(given, str) else spread(given, text)
    if isinstance(value, v.OptionView):
        changes["why_not"] = ""
    return replace(value, **changes)


async def visit(player: Player) -> None:
    await player.press("u", "u", "1", "2", "enter", "escape", "3", "4", "enter", "escape")
    await player.press("5", "enter", "escape", "6", "7", "d", "escape", "ctrl+p")
    await player.write("or")
    await player.pilot.pause(0.3)
    await player.press("escape")


async def test_hostile_text_crashes_no_screen_and_does_nothing():
    text = "\n".join(HOSTILE)
    seat = FakeSeat(everywhere(text))
    async with seated(seat, size=(160, 45)) as player:
        await visit(player)
        seat.show(over=True, debrief=spread(DEBRIEF, text), now=9000)
        await player.time_passes()
        await player.press("end", "escape", "1")
        assert not set(player.sees()) & set("\x1b\x07\x9b\x9d\u202e\u2066")
        assert player.pilot.app.is_running
