"""Stories of participants who say what they thought of it, on the screen and in lines."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simulator.session import protocol as p
from simulator.session.client.memory import Memory
from simulator.session.feedback import QUESTIONS, STATEMENTS
from tests.tui.desk import NEVER, Player, seated
from tests.tui.fake import FakeSeat
from tests.tui.far import INVITATION, FarLine
from tests.tui.lines.teller import Teller
from tests.tui.world import DEBRIEF, VIEW
from tui.app import KullaApp
from tui.drafts import Drafts
from tui.handing import filled
from tui.remote import RemoteSeat
from tui.room.evaluating import EvaluatorScreen
from tui.room.sheets.observe import RateSheet
from tui.screens.feedback import FeedbackForm
from tui.screens.summary import Summary

ENDED = replace(VIEW, over=True, debrief=DEBRIEF)


def line_of(part: str = "player", view: Any = ENDED) -> FarLine:
    line = FarLine(part)
    line.show(view, stands="over")
    return line


async def test_after_endex_a_participant_says_what_they_think_and_may_change_it(tmp_path: Path):
    line, drafts = line_of(view=VIEW), Drafts(tmp_path, "here")
    async with seated(RemoteSeat(line), size=(80, 24), drafts=drafts) as player:
        await player.press("f9")
        assert "F9" not in player.sees()
        line.show(ENDED, stands="over")
        await player.time_passes()
        assert isinstance(player.app.screen, Summary)
        assert "f Feedback" in player.sees()
        await player.press("f", "4", "2")
        assert "The exercise was well structured" in player.sees()
        assert "(●) 4" in player.sees()
        # somebody goes back, and finds what they wrote
        await player.press("escape", "f")
        form = player.app.screen
        assert isinstance(form, FeedbackForm)
        form.query_one("#text-well").focus()
        await player.write("[b]All.")
        form.query_one("#name").focus()
        await player.press("1", "ctrl+s")
        (asked,) = line.asked
        assert asked["scores"] == [["structured", 4], ["plausible", 2]]
        assert asked["texts"] == [["well", "[b]All."]]
        assert asked["anonymous"]
        line.answer()
        await player.time_passes()
        assert "Your feedback has come. Thank you." in player.told()
        # sent once without a name, it goes so again, as the same sheet
        await player.press("f", "5")
        assert "without your name" in player.sees()
        await player.press("ctrl+s")
        (again,) = line.asked
        assert again["scores"] == [["structured", 5], ["plausible", 2]]
        assert (again["sheet"], again["anonymous"]) == (asked["sheet"], True)
        line.answer("the exercise is not over")
        await player.time_passes()
        assert player.told()[-1] == "What you sent had no effect: the exercise is not over"
        line.lose()
        await player.time_passes()
        await player.press("f", "ctrl+s")
        assert player.told()[-1].startswith("Kept here")
        line.end(p.REVOKED)
        await player.time_passes()
        await player.press("f", "ctrl+s")
        assert player.told()[-1].startswith("Nothing more can be sent")
        assert line.asked == []
        assert (
            Teller(RemoteSeat(line), drafts=drafts)
            .writes("feedback", *[""] * (len(STATEMENTS) + len(QUESTIONS)))
            .startswith("Nothing more can be sent")
        )


async def test_with_nothing_in_it_nothing_is_sent_and_whoever_is_named_stays_so():
    line = line_of("observer")
    line.memory.handed_in = "named"
    async with seated(RemoteSeat(line), size=(80, 60)) as player:
        await player.press("f9")
        assert "You have sent it with your name." in player.sees()
        assert "name me" not in player.sees()
        await player.press("ctrl+s")
        assert player.told() == ["Nothing is filled in yet."]
        await player.press("3", "shift+tab", "backspace", "tab", "right", "ctrl+s")
        assert line.asked[0]["scores"] == [["plausible", 1]]
        assert not line.asked[0]["anonymous"]


@pytest.mark.parametrize("screen", ["alone", "evaluator"])
async def test_who_plays_alone_or_evaluates_is_not_asked(screen: str):
    if screen == "alone":
        seat: Any = FakeSeat(ENDED)
        async with seated(seat) as player:
            await player.press("f9")
            assert not isinstance(player.app.screen, FeedbackForm)
            assert "Feedback" not in player.sees()
        return
    shown = EvaluatorScreen(RemoteSeat(line_of("evaluator")), beat=NEVER, greets=False)
    async with KullaApp(shown).run_test() as pilot:
        player = Player(pilot, shown)
        await player.press("f9")
        assert not isinstance(player.app.screen, FeedbackForm)
        # but what they rate they may rate from the summary on
        shown.action_summary()
        await pilot.pause()
        assert "n Note  r Rate" in player.sees()
        await player.press("r")
        assert isinstance(player.app.screen, RateSheet)


async def test_an_evaluator_rates_a_task_that_the_guide_names():
    line = FarLine("evaluator")
    line.show(replace(VIEW, objectives=("Contain it", "Tell [i]the truth[/i]")))
    assert line.welcome
    guide = (("Contain it", ("Cut it off", "Call [b]all[/b]")), ("Tell", ()))
    line.welcome = line.welcome.model_copy(update={"guide": guide})
    screen = EvaluatorScreen(RemoteSeat(line), beat=NEVER, greets=False)
    async with KullaApp(screen).run_test(size=(80, 24)) as pilot:
        player = Player(pilot, screen)
        await player.press("r")
        assert "→ Call [b]all[/b]" in player.sees()
        await player.press("3", "2", "ctrl+s")
        told = line.asked[0]
        assert (told["objective"], told["task"], told["grade"]) == ("1", "2", "S")


# In lines


def test_in_lines_each_is_asked_and_the_draft_is_the_screen_s(tmp_path: Path):
    line, drafts = line_of(), Drafts(tmp_path, "here")
    teller = Teller(RemoteSeat(line), drafts=drafts)
    told = teller.writes("feedback")
    assert "5 is fully" in told
    assert "The exercise was well structured" in told
    assert "from 1 to 5" in teller.writes("six")
    assert "plausible" in teller.writes("4")
    teller.writes("2", "back")
    assert filled(drafts.of(("feedback", "")).written, False).scores == (  # type: ignore[union-attr]
        ("structured", 4), ("plausible", 2),
    )  # fmt: skip
    assert "so far: 4" in teller.writes("feedback").casefold()
    teller.writes("", "-", *[""] * (len(STATEMENTS) - 2), *["words"] * len(QUESTIONS))
    assert teller.asked == "yes or no> "
    assert teller.writes("perhaps") == "Write yes or no."
    assert teller.writes("no") == "Sent to the host."
    (asked,) = line.asked
    assert asked["scores"] == [["structured", 4]]
    assert asked["texts"] == [[id, "words"] for id in QUESTIONS]
    assert asked["anonymous"]
    line.answer()
    assert teller.waits() == "Your feedback has come. Thank you."
    assert "without your name" in teller.writes("feedback")


def test_in_lines_it_is_asked_of_participants_once_it_is_over():
    assert "when the exercise is over" in Teller(RemoteSeat(line_of(view=VIEW))).writes("feedback")
    assert "Nobody here asks" in Teller(FakeSeat(ENDED)).writes("feedback")
    assert "Nobody here asks" in Teller(RemoteSeat(line_of("evaluator"))).writes("feedback")
    assert "back" in Teller(RemoteSeat(line_of())).writes("feedback", "back")
    # who reads the summary is told of it, where they are asked
    assert "Write feedback to say" in Teller(RemoteSeat(line_of())).writes("summary")
    assert "Write feedback" not in Teller(RemoteSeat(line_of("evaluator"))).writes("summary")


def test_an_empty_form_is_not_sent_and_a_broken_draft_is_worth_no_crash():
    line, drafts = line_of(), Drafts()
    drafts.keep(("feedback", ""), {"score-pace": "99", "score-part": "x", "what": "?"}, 0)
    teller = Teller(RemoteSeat(line), drafts=drafts)
    blank = [""] * (len(STATEMENTS) + len(QUESTIONS))
    assert teller.writes("feedback", *blank, "yes") == "Nothing is filled in yet."
    assert line.asked == []


def test_a_sheet_is_the_same_for_a_seat_and_tells_nothing_of_its_token():
    memories = [Memory(INVITATION, "s", f"g{n}", f"token-{n}") for n in range(2)]
    first, other = (memory.sheet for memory in memories)
    assert first == Memory(INVITATION, "s", "g9", "token-0").sheet
    assert first != other
    assert "token" not in first
