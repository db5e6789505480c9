"""Stories of what came on paper and is keyed in in lines, in the place of who wrote it."""

from dataclasses import replace

from simulator.engine.views import RoleView
from simulator.engine.views.script import FormRow
from tests.tui.lines.room.facilitator import Facilitator, at_the_prompt, town
from tests.tui.room import overview as rows
from tests.tui.world import VIEW

ASKED = {"to": ("akcesk",), "asks": "Isolate?", "decision": "isolate", "decider": "akcesk"}
PANEL = town(
    msel=(
        rows.inject("storm", state="sent", sent_at=3000, decision_due=4800, **ASKED),
        rows.inject("over", state="missed", answer="Wait", **ASKED),
    ),
    roles=(rows.role("akcesk", title="AKCESK", staffed=False, policy="silent"),),
    reports=(FormRow("early", "Early warning", ("akcesk",)),),
)


def at_the_papers() -> Facilitator:
    it = Facilitator(at_the_prompt())
    it.sees(panel=PANEL)
    return it


def comes(it: Facilitator, view: RoleView = VIEW) -> str:
    """What is told once the host shows what the role sees."""
    return it.sees(panel=PANEL, shoulder=view)


def test_an_answer_on_paper_is_keyed_in_by_its_letter():
    it = at_the_papers()
    told = it.writes("key D1 by Ana")
    assert told.startswith("AKCESK: Isolate?\nAnswer by Fri 15 Jul 09:20.")
    assert it.line.watched == ("red-barn", "akcesk")
    assert it.talk.prompt == "The form comes … "
    assert "Option 2: Go segment by segment" in comes(it)
    assert "You look over" not in it.writes("B")
    it.writes("now")
    assert it.writes("70") == "Record this answer of AKCESK? “Isolate?”"
    assert it.line.watched == ("red-barn", "")
    it.writes("yes")
    kept = it.line.memory.outbox[-1]
    assert kept["seat"] == "akcesk"
    wanted = {"ask": "answer", "option": "segments", "reason": "now (on paper: Ana)"}
    assert wanted.items() <= kept["command"].items()
    it.line.answer()
    assert it.hears() == "It is recorded."


def test_a_report_on_paper_is_keyed_in_and_what_was_begun_is_a_draft():
    it = at_the_papers()
    assert "The name on it" in it.writes("key R1")
    it.writes("")
    comes(it)
    assert "Kept as a draft: the same code goes on" in it.writes("A wiper", "back")
    assert it.line.watched == ("red-barn", "")
    assert "So far: A wiper" in it.writes("key R1 by Ana")
    it.writes("", "2", "", "send")
    kept = it.line.memory.outbox[-1]
    assert (kept["seat"], kept["command"]["ask"]) == ("akcesk", "send")
    assert ["what", "A wiper"] in [list(pair) for pair in kept["command"]["entries"]]


def test_what_is_written_while_the_form_comes_is_not_lost():
    it = at_the_papers()
    it.writes("key D1 by Ana", "b", "now")
    comes(it)
    assert it.talk.prompt == "how sure> "
    it.writes("back")
    assert (it.talk.prompt, it.line.asked) == ("> ", [])


def test_a_form_that_can_not_be_keyed_in_is_refused_in_words():
    it = at_the_papers()
    assert "The code stands on top of the form" in it.writes("key")
    assert "this stands: Wait" in it.writes("key D2")
    it.writes("key D1", "Ana")
    gone = replace(VIEW, decisions=())
    assert "There is no open decision now" in comes(it, gone)
    assert it.line.watched == ("red-barn", "")
