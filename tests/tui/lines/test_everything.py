"""Whatever can be done at the full screen can be done in lines."""

from dataclasses import replace
from typing import Final

from simulator.engine import commands as c
from simulator.engine.views import ModuleView, QuestionView
from tests.tui.fake import FakeSeat
from tests.tui.lines.teller import Teller
from tests.tui.world import VIEW
from tui.acts import ACTS, PANES
from tui.lines.phrases import MANUAL
from tui.lines.table import COMMANDS

SAME: Final = {
    "run_or_pause": {"run", "pause"},
    "skip_ahead": {"skip"},
    "due": {"due", "decide"},
    "next_unread": {"read"},
    "answer": {"decide"},
    "note": {"note"},
    "cancel": {"cancel"},
    "pace": {"pace"},
    "wait_for_me": {"wait"},
    "summary": {"summary"},
    "help": {"help"},
    "quit_play": {"quit"},
    "pane": {"inbox", "actions", "orders", "situation", "gauges", "teams", "consents", "reports",
             "log", "brief"},
}  # fmt: skip
"""The acts of the full screen, and the commands that do the same."""
OF_CONTROL: Final = {"fire", "hold", "release", "skip", "staff", "vacate", "conclude"}
LINES: Final = [
    "decide 4 option 2", "order 2 because", "cancel 2", "first 2", "grant 2", "reply 1 none",
    "message nato come", "note x", "read 2", "discuss 1 x", "proceed",
    *("report", "x", "1", "", "send"),
]  # fmt: skip


def test_every_act_of_the_full_screen_has_a_command():
    assert {act.action.partition("(")[0] for act in ACTS} == SAME.keys()
    assert set.union(*SAME.values()) <= COMMANDS.keys()
    assert len(PANES) == 7


def test_whatever_a_player_may_ask_of_the_engine_can_be_asked_in_lines():
    module = ModuleView("monday", "Monday", "Dark.", (QuestionView("who", "Who?", ""),))
    teller = Teller(FakeSeat(replace(VIEW, module=module, held=True)))
    teller.writes(*LINES)
    asked = {type(command).__name__.lower() for command in teller.seat.asked}
    assert asked == c.NAMES.keys() - OF_CONTROL


def test_every_command_is_explained_when_one_asks():
    teller = Teller()
    for name in COMMANDS:
        assert teller.writes(f"help {name}").startswith(MANUAL[name].usage)
    assert len(teller.writes("?").splitlines()) == len(COMMANDS)


def test_a_command_may_be_shortened_as_long_as_only_one_is_meant():
    teller = Teller()
    assert teller.writes("INB") == teller.writes("inbox")
    assert teller.writes("re") == "“re” may be read or refuse or reply or reports or report."
    assert teller.writes("actoins") == "There is no command “actoins”. Did you mean actions?"
    assert teller.writes("xyzzy") == "There is no command “xyzzy”; help lists them."
    assert teller.writes("help xyzzy") == "There is no command “xyzzy”; help lists them."
    assert teller.writes("") == teller.writes("# a remark") == ""
