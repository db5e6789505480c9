"""What control does, as players see it: emergencies, going back, withdrawn messages, rulings."""

from dataclasses import replace

from simulator.engine import commands as c
from simulator.engine.views import LogLine, ProposalView
from tests.tui.desk import seated
from tests.tui.fake import FakeSeat
from tests.tui.lines.teller import Teller
from tests.tui.world import INBOX, ISOLATE, VIEW
from tui.screens.answer import AnswerForm
from tui.screens.note import ProposeForm

STORM = next(item for item in INBOX if item.inject == "storm")
SAID = "Ask the telecom to cut the foreign links."
WITHDRAWN = replace(
    VIEW,
    inbox=tuple(
        replace(item, withdrawn=item.key == STORM.key, reminded=600 if item is INBOX[0] else None)
        for item in VIEW.inbox
    ),
    decisions=(replace(ISOLATE, phase="withdrawn", fate="withdrawn by control"),),
)
RULED = replace(
    VIEW,
    proposals=(
        ProposalView("proposal-1", 3000, SAID, "failed", "They need a court order [b]."),
        ProposalView("proposal-2", 3300, "Pull the plug."),
    ),
)


def far() -> FakeSeat:
    seat = FakeSeat()
    seat.leads_clock = False
    return seat


async def test_an_emergency_and_a_new_take_are_on_the_screen():
    seat = far()
    async with seated(seat, size=(80, 24)) as player:
        # given a form that is being filled in
        await player.press("d")
        assert isinstance(player.screen.app.screen, AnswerForm)

        # when control goes back in time
        seat.take = 2
        seat.show(now=1800)
        await player.time_passes()

        # then the form is gone, and why is told
        assert not player.screen.forms_open
        assert "Control has gone back in time: it is now" in player.told()[-1]

        # when a real emergency is called, nothing else stands there
        seat.stands, seat.why = "no-duff", "fire in the [b]building[/b]: leave by the stairs"
        seat.show()
        await player.time_passes()
        assert "NO DUFF" in player.line_with("T+")
        assert "NO DUFF – REAL EMERGENCY  fire in the [b]building[/b]: leave" in player.sees()
        # and it is told as a notice as well, over whatever is open
        assert player.told()[-1].startswith("NO DUFF – REAL EMERGENCY: fire in the [b]")


async def test_ideas_of_one_s_own_go_to_control_and_come_back_judged():
    seat = far()
    async with seated(seat, size=(120, 35)) as player:
        await player.press("i")
        assert isinstance(player.screen.app.screen, ProposeForm)
        await player.write(SAID)
        await player.press("ctrl+s")
        assert seat.asked == [c.Propose("akcesk", SAID)]
        seat.show(proposals=RULED.proposals, inbox=WITHDRAWN.inbox, decisions=WITHDRAWN.decisions)
        await player.time_passes()
        assert f"Withdrawn: {STORM.subject}"[:40] in player.sees()
        await player.press("4")
        rows = player.sees()
        assert "They need a court order" in rows
        for state in ("– failed", "… asked", "✗ withdrawn"):
            assert state in rows


async def test_alone_nobody_could_rule_on_an_idea():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("i")
        assert not player.screen.forms_open
    assert "propose TEXT" not in Teller(seat).writes("help")
    assert Teller(seat).writes("propose x") == "Nobody leads this exercise who could rule on it."


def test_the_same_is_told_in_lines():
    seat = far()
    teller = Teller(seat)
    assert teller.writes(f"propose {SAID}") == "Sent to the host."
    assert seat.asked == [c.Propose("akcesk", SAID)]
    assert "Write an option's number" in teller.writes("decide")
    gone = LogLine(VIEW.now, "inject", f"Withdrawn, to be taken as not said: {STORM.subject}")
    seat.show(
        proposals=RULED.proposals, inbox=WITHDRAWN.inbox, decisions=WITHDRAWN.decisions,
        log=(*VIEW.log, gone),
    )  # fmt: skip
    told = teller.waits()
    assert f"Withdrawn, to be taken as not said: {STORM.subject}." in told
    assert "Control has withdrawn it: nothing is asked any more." in told
    asked = teller.writes("asked")
    assert f"Your own idea: {SAID} It was tried, and failed. They need a court order" in asked
    assert "Your own idea: Pull the plug. Control has not ruled on it yet." in asked
    number = next(n for n, item in enumerate(VIEW.inbox, 1) if item.key == STORM.key)
    assert "WITHDRAWN by control" in teller.writes(f"read {number}")
    seat.take = 2
    seat.stands, seat.why = "no-duff", "a fire"
    seat.show(now=1800)
    told = teller.waits()
    assert "Control has gone back in time: it is now Fri 15 Jul" in told
    assert "NO DUFF, real emergency. Nothing of the exercise can be done: a fire" in told
