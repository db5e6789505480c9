"""Texts of scenarios and people reach the terminal as plain text, whatever is in them."""

from dataclasses import replace

import pytest

from simulator.scenario.characters import UNSHOWABLE
from tests.tui.fake import FakeSeat
from tests.tui.lines.teller import Teller
from tests.tui.test_plain import HOSTILE, everywhere, spread
from tests.tui.world import DEBRIEF
from tui.lines.desk import Desk
from tui.lines.dialogue import Dialogue
from tui.lines.paper import WIDTH

EVERYTHING = [
    "inbox", "read 1", "read 2", "read 3", "read 4", "due", "decide 4", "back", "actions",
    "actions 1", "order 1", "back", "orders", "teams", "situation", "situation 1", "gauges",
    "consents", "consents 1", "ask 2", "back", "reply 1", "back", "reports", "reports 1", "report",
    "a", "2", "", "back", "message", "back", "log", "brief", "time", "decide 4 option 1", "no",
]  # fmt: skip


@pytest.mark.parametrize("text", [*HOSTILE, "\n".join(HOSTILE)], ids=range(len(HOSTILE) + 1))
def test_nothing_that_a_terminal_obeys_is_told(text: str):
    seat = FakeSeat(everywhere(text))
    dialogue = Dialogue(Desk(seat, lambda: 0.0))
    told = dialogue.begin()
    for line in EVERYTHING:
        told += [dialogue.prompt, *dialogue.hear(line)]
    seat.show(over=True, debrief=spread(DEBRIEF, text), log=())
    told += dialogue.tick()
    assert not [line for line in told if UNSHOWABLE.search(line) or "\n" in line]
    assert all(len(line) <= WIDTH for line in told if line.isascii())


def test_braces_and_brackets_stay_what_they_are():
    teller = Teller(FakeSeat(everywhere("{0} {title} [b]x[/b]")))
    assert "{0} {title} [b]x[/b]" in teller.writes("inbox")


def test_what_is_written_is_cleaned_before_it_goes_anywhere():
    teller = Teller()
    teller.writes("note a\x1b[31mb\u202ec")
    assert teller.seat.asked[-1].text == "a\ufffd[31mb\ufffdc"
    assert "\x1b" not in teller.writes("\x1b[2J")


def test_names_that_are_empty_break_nothing():
    view = everywhere("")
    bare = replace(view, orders=(), inbox=view.inbox[:1])
    teller = Teller(FakeSeat(bare))
    for line in ("inbox", "read 1", "actions x", "order x", "message", "back"):
        teller.writes(line)
    assert not teller.dialogue.left
