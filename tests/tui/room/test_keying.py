"""Stories of answers and reports that came on paper: control keys them in, in the seat's place."""

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.authoring.previewing.plan import plan
from simulator.authoring.printing.codes import report_code
from simulator.engine.commands import Answer, Send
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.views.script import FormRow
from simulator.scenario import load
from tests.tui.far import ROOM_VIEW, FarLine
from tests.tui.leader import leading
from tests.tui.room import overview as o
from tests.tui.world import VIEW
from tui.room import paper
from tui.room.sheets.keyin import KeyInSheet
from tui.screens.answer import AnswerForm
from tui.screens.report import ReportForm
from tui.widgets.choice import Choice

ASKED = {"to": ("akcesk",), "asks": "Isolate?", "decision": "isolate", "decider": "akcesk"}
PANEL = o.panel(
    team="red-barn",
    msel=(
        o.inject("news", state="sent", sent_at=60),
        o.inject("storm", state="sent", sent_at=3000, decision_due=4800, **ASKED),
        o.inject("later", state="waiting", **ASKED),
        o.inject("over", state="missed", answer="Wait", **ASKED),
        o.inject("done", state="answered", answer="Go", **ASKED),
        o.inject("theirs", state="sent", **{**ASKED, "decider": "akshi"}),
    ),
    roles=(
        o.role("akcesk", title="AKCESK", staffed=False, policy="silent"),
        o.role("akshi", title="AKSHI"),
        o.role("nato", title="NATO", staffed=False),
    ),
    reports=(FormRow("early", "Early warning", ("akshi", "akcesk")),),
)  # fmt: skip
ROOM = replace(ROOM_VIEW, watched="red-barn")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("D2", "AKCESK: Isolate?\nAnswer by Fri 15 Jul 09:20."),
        (" d 02", "AKCESK: Isolate?"),
        ("2", "AKCESK: Isolate?"),
        ("R1B", "AKCESK: Early warning"),
        ("D1", "No form has this code."),
        ("D7", "No form has this code."),
        ("R1", "No form has this code."),
        ("R1C", "No form has this code."),
        ("R2", "No form has this code."),
        ("paper", "The code stands on top of the form, like D12 or R3."),
        ("D3", "“Isolate?” has not been asked yet."),
        ("D4", "the time to answer is over, and this stands: Wait. What is possible: set by hand"),
        ("D5", "“Isolate?” is answered already: Go"),
        ("D6", "People hold the seat of AKSHI: they key in for themselves."),
    ],
)
def test_a_code_says_whose_form_it_is_and_what_can_be_done_with_it_now(code: str, said: str):
    told = paper.meant(code, PANEL, ROOM.start)
    assert said in told.said
    assert (told.form is not None) == told.said.startswith("AKCESK: ")


def test_a_bot_that_may_answer_first_is_told_of():
    loud = replace(PANEL, roles=(o.role("akcesk", title="AKCESK", staffed=False),))
    assert "may answer first" in paper.meant("D2", loud, ROOM.start).said
    assert "may answer first" not in paper.meant("D2", PANEL, ROOM.start).said


def test_what_is_printed_and_what_is_keyed_in_have_the_same_numbers():
    scenario = load(Path(__file__).parents[2] / "scenarios" / "everything")
    panel = Exercise(scenario, Setup()).panel()
    for row in plan(scenario, "en"):
        if row.asks:
            assert panel.msel[row.number - 1].decision == scenario.inject[row.id].decision_id
    for number, (name, report) in enumerate(scenario.reports.items(), 1):
        for role in report.by:
            told = paper.meant(str(report_code(number, role, report.by)), panel, "")
            assert told.form is not None
            assert (told.form.id, told.form.role) == (name, role)


def test_whose_hand_it_was_goes_with_the_reason():
    answer = Answer("akcesk", "isolate", "go", reason="It spreads.")
    assert getattr(paper.signed(answer, "Ana"), "reason", "") == "It spreads. (on paper: Ana)"
    assert getattr(paper.signed(answer, ""), "reason", "") == "It spreads. (on paper)"
    report = Send("akcesk", "early", (("what", "x"),))
    assert paper.signed(report, "Ana") == report


async def test_an_answer_and_a_report_on_paper_are_keyed_in_and_recorded_in_the_seats_place():
    line = FarLine("control")
    line.show_room(ROOM, PANEL)
    async with leading(line) as leader:
        # given a form that is not known, then the sheet says so and stays
        await leader.press("K", *"D1", "ctrl+s")
        assert leader.told()[-1] == "No form has this code."
        # when the code of an open decision is keyed in, then it says whose it is
        await leader.press("backspace", "2")
        assert "AKCESK: Isolate?" in leader.sees()
        assert isinstance(leader.app.screen, KeyInSheet)
        await leader.press("tab", *"Ana", "ctrl+s")
        # and the form is the one that the role itself would have
        assert line.watched == ("red-barn", "akcesk")
        line.show_room(ROOM, PANEL, VIEW)
        await leader.waits_until(lambda: isinstance(leader.app.screen, AnswerForm))
        assert "If a colleague sees it otherwise" not in leader.sees()
        # its options go by the letters on paper, and by the numbers on the screen
        await leader.press("1")
        assert leader.app.screen.query_one("#option", Choice).chosen == "all"
        await leader.press("backspace", "b")
        leader.app.screen.query_one("#reason").focus()
        await leader.write("now")
        await leader.press("ctrl+s")
        assert "Record this answer of AKCESK? “Isolate?”" in leader.sees()
        await leader.press("y")
        kept = line.memory.outbox[-1]
        assert (kept["seat"], kept["command"]["ask"]) == ("akcesk", "answer")
        assert kept["command"]["option"] == "segments"
        assert kept["command"]["reason"] == "now (on paper: Ana)"
        assert line.watched == ("red-barn", "")
        # a report goes the same way
        await leader.press("K", *"R1B", "ctrl+s")
        line.show_room(ROOM, PANEL, VIEW)
        await leader.waits_until(lambda: isinstance(leader.app.screen, ReportForm))
        await leader.write("a wiper")
        await leader.press("tab", "2", "ctrl+s")
        assert "Send this report of AKCESK?" in leader.sees()
        await leader.press("y")
        kept = line.memory.outbox[-1]
        assert (kept["seat"], kept["command"]["ask"]) == ("akcesk", "send")
