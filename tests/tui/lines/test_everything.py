"""Whatever can be done at the full screen can be done in lines."""

import re
from dataclasses import replace
from typing import Final, get_args

import pytest

from simulator.engine import commands as c
from simulator.engine import views as v
from simulator.engine.views import ModuleView, QuestionView
from tests.tui.fake import FakeSeat
from tests.tui.lines.teller import Teller
from tests.tui.world import CAMPAIGN, CONTEST, DEBRIEF, SCORES, VIEW
from tui.acts import PANES
from tui.lines.phrases import MANUAL
from tui.lines.table import COMMANDS
from tui.widgets.tabs import EVERY_ACT
from tui.widgets.tutorial import Tutorial

SAME: Final = {
    "run_or_pause": {"run", "pause"},
    "skip_ahead": {"skip"},
    "pace": {"pace faster", "pace slower"},
    "wait_for_me": {"wait on", "wait off"},
    "due": {"due", "decide"},
    "next_unread": {"read"},
    "answer": {"decide 4"},
    "message": {"message nato come"},
    "dissent": {"dissent 4 by Besa: no"},
    "propose": {"propose x"},
    "note": {"note x"},
    "cancel": {"cancel 2"},
    "help": {"help", "help decide"},
    "other_language": {"language sq"},
    "summary": {"summary"},
    "feedback": {"feedback"},
    "quit_play": {"quit"},
    "pane": {"inbox", "actions", "orders", "situation", "gauges", "teams", "changes", "consents",
             "reports", "log", "brief", "campaign", "campaign 1", "objectives", "rules", "glossary",
             "colleagues"},
    "search": {"log scan", "glossary startex"},
    "search_inbox": {"inbox wiper"},
    "everything": {"inbox all", "log all"},
    "sift_inbox": {"inbox unread", "inbox phone"},
    "order_inbox": {"inbox urgent"},
    "attachments": {"attachment 2 1"},
    "jump": {"read 3"},
    "possible_only": {"actions possible"},
    "earlier": {"earlier 2"},
    "later": {"later 2"},
    "tree": {"situation tree"},
    "seen": {"changes"},
    "filter": {"log notes", "log order"},
    "clocks": {"clocks"},
    "decisions": {"asked", "asked 4"},
    "give_answer": {"flag 1", "solve 1 brine"},
    "files": {"open 1 1"},
    "hint": {"hint 1"},
    "sift_flags": {"flags", "flags open", "flags solved"},
    "scores": {"scores"},
    "tutorial": {"tutorial off", "tutorial on"},
    "lesson": {"tutorial next", "tutorial back"},
}  # fmt: skip
"""The acts of the full screen, and the lines that do the same."""
ONLY_SEEN: Final = {"zoom"}
"""What is about the room on the screen, of which lines have as much as they want."""
OF_CONTROL: Final = {kind.__name__.lower() for kind in get_args(c.Lead)}
LINES: Final = [
    "decide 4 option 2", "dissent 4 by Besa: no", "order 2 because", "cancel 2", "first 2",
    "grant 2", "reply 1 none", "message nato come", "note x",
    "read 2", "discuss 1 x", "proceed",
    *("report", "x", "1", "", "send"), *("launch", "yes"),
    "solve 1 brine", *("hint 1", "yes"),
]  # fmt: skip


def test_every_act_of_the_full_screen_has_a_line():
    acts = [*Tutorial.ACTS, *(act for acts in EVERY_ACT.values() for act in acts)]
    every = {act.action.partition("(")[0] for act in acts}
    assert every == SAME.keys() | ONLY_SEEN
    assert len(PANES) == 9


@pytest.mark.parametrize("line", sorted(set.union(*SAME.values())))
def test_each_of_these_lines_is_a_command_that_is_understood(line: str):
    ended = replace(VIEW, over=True, debrief=DEBRIEF)
    notes = (*VIEW.log, v.LogLine(3500, "note", "Besa is away"))
    seat = FakeSeat(ended if line == "summary" else replace(VIEW, log=notes))
    seat.shown = replace(seat.shown, languages=("en", "sq"), campaign=CAMPAIGN, contest=CONTEST)
    seat.scores = SCORES
    told = Teller(seat).writes(line)
    assert told
    assert not re.search("There is no|No such|Nothing of the kind|Did you mean|” may be", told)


def test_whatever_a_player_may_ask_of_the_engine_can_be_asked_in_lines():
    module = ModuleView("monday", "Monday", "Dark.", (QuestionView("who", "Who?", ""),))
    teller = Teller(FakeSeat(replace(VIEW, module=module, held=True, campaign=CAMPAIGN,
                                      contest=CONTEST)))  # fmt: skip
    teller.writes(*LINES)
    # Proposals are for where there is somebody who rules on them.
    led = FakeSeat()
    led.leads_clock = False
    Teller(led).writes("propose x")
    asked = {type(command).__name__.lower() for command in (*teller.seat.asked, *led.asked)}
    assert asked == c.NAMES.keys() - OF_CONTROL


def test_every_command_is_explained_when_one_asks():
    teller = Teller()
    for name in COMMANDS:
        assert teller.writes(f"help {name}").startswith(MANUAL[name].usage)
    assert len(teller.writes("?").splitlines()) == sum(
        not (act.judged or act.part or act.asked or act.rates) for act in COMMANDS.values()
    )


def test_a_command_may_be_shortened_as_long_as_only_one_is_meant():
    teller = Teller()
    assert teller.writes("INB") == teller.writes("inbox")
    assert teller.writes("re") == "“re” may be read or refuse or reply or reports or report."
    assert teller.writes("actoins") == "There is no command “actoins”. Did you mean actions?"
    assert teller.writes("xyzzy") == "There is no command “xyzzy”; help lists them."
    assert teller.writes("help xyzzy") == "There is no command “xyzzy”; help lists them."
    assert teller.writes("") == teller.writes("# a remark") == ""
