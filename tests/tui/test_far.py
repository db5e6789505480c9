"""Stories of a player whose exercise is hosted somewhere else, against a host said by the test."""

from dataclasses import replace

import pytest

from simulator.engine import views as v
from simulator.session import protocol as p
from tests.tui.desk import NEVER, Player, seated
from tests.tui.far import FarLine
from tests.tui.world import DEBRIEF, ISOLATE, VIEW
from tui.app import KullaApp
from tui.remote import RemoteSeat
from tui.room.evaluating import EvaluatorScreen
from tui.screens.answer import AnswerForm
from tui.screens.discussion import Discussion
from tui.screens.summary import Summary

MODULE = v.ModuleView(
    "m", "Monday morning", "It is quiet.", (v.QuestionView("q", "Who leads?", ""),)
)


@pytest.fixture
def line() -> FarLine:
    line = FarLine()
    line.show()
    return line


async def hears(player: Player) -> None:
    """The next look at what the host has said."""
    await player.time_passes()


async def test_before_startex_a_player_reads_the_brief_and_sees_what_is_waited_for(line: FarLine):
    line.show(replace(VIEW, now=0, inbox=(), decisions=(), log=()), stands="waiting")
    async with seated(RemoteSeat(line), greets=True, size=(80, 60)) as player:
        assert "Keep the country's services alive." in player.sees()
        assert "Who sits where" not in player.sees()
        await player.press("enter")
        assert "■ WAITING for STARTEX" in player.sees().splitlines()[1]
        assert "■ Waiting for STARTEX. Your brief is under 7." in player.sees()
        line.show(now=0)
        await hears(player)
        assert "► running  ×60" in player.sees()
        assert "Waiting" not in player.sees()
        await player.press("7")
        assert "Who sits where" in player.sees()


async def test_the_head_says_what_control_and_the_host_do_to_the_clock(line: FarLine):
    async with seated(RemoteSeat(line), size=(80, 24)) as player:
        assert "► running  ×60" in player.line_with("T+01:00:00")
        line.show(stands="paused", why="coffee [b]now[/b]")
        await hears(player)
        assert "‖ PAUSED: coffee [b]now[/b]  ×60" in player.line_with("T+01:00:00")
        line.show(replace(VIEW, held=True), stands="held")
        await hears(player)
        assert "■ HELD for discussion" in player.line_with("T+01:00:00")
        line.show()
        line.tell(p.HostState(state="full"))
        await hears(player)
        assert "▲ host's disk is full: kept here" in player.line_with("T+01:00:00")
        line.lose(3)
        await hears(player)
        assert "▲ reconnecting (3)" in player.line_with("T+01:00:00")
        line.end(p.REVOKED)
        await hears(player)
        assert "▲ ended: the seat was taken away or handed" in player.sees()


async def test_the_clock_is_not_the_players_and_never_waits_for_them(line: FarLine):
    async with seated(RemoteSeat(line)) as player:
        await player.press("space", "s", "plus", "d")
        assert line.sight.face is not None
        assert line.sight.face.stands == "running"
        assert "the clock does not wait" in player.sees()
        await player.press("escape", "question_mark")
        assert "it does not wait for you" in player.sees()
        assert "Skip ahead" not in player.sees()
        assert {told["ask"] for told in line.asked} == {"read"}


async def test_what_was_typed_survives_a_lost_connection_and_is_sent_when_the_host_is_back(
    line: FarLine,
):
    async with seated(RemoteSeat(line)) as player:
        await player.press("d", "2")
        await player.write("keep counters")
        line.lose(2)
        await hears(player)
        await player.write(" open")
        line.show(now=3540)
        await hears(player)
        assert "keep counters open" in player.sees()
        line.lose()
        await player.press("enter", "4", "ctrl+s")
        assert player.told() == ["Kept here: it is sent as soon as the host is back."]
        assert "1 being sent  ▲ reconnecting (1)" in player.sees()
        line.show()
        line.answer()
        line.answer()
        await hears(player)
        assert player.told() == ["Your decision is taken."]
        assert "being sent" not in player.sees()


async def test_a_decision_is_called_taken_only_once_the_host_has_said_so(line: FarLine):
    async with seated(RemoteSeat(line)) as player:
        await player.press("d", "2", "ctrl+s")
        assert player.told() == []
        assert line.asked[-1]["option"] == "segments"
        line.answer()
        line.answer("the deadline [b]has passed")
        await hears(player)
        assert player.told() == ["Your decision had no effect: the deadline [b]has passed"]


async def test_a_form_says_when_somebody_else_has_answered_and_keeps_what_was_written(
    line: FarLine,
):
    async with seated(RemoteSeat(line)) as player:
        await player.press("d", "2")
        await player.write("counters")
        line.show(replace(VIEW, decisions=(replace(ISOLATE, phase="taken", chosen="Cut off"),)))
        await hears(player)
        assert "A colleague has decided: “Cut off”. If you see it otherwise, go" in player.sees()
        assert "counters" in player.sees()


async def test_whoever_has_a_seat_of_their_own_dissents_there_under_their_own_name(line: FarLine):
    async with seated(RemoteSeat(line)) as player:
        await player.press("d")
        assert "sees it otherwise" not in player.sees()
        await player.press("escape", "t")
        assert "with your name" in player.sees()
        await player.write("Too slow.")
        await player.press("ctrl+s")
        assert line.asked[-1] == {"ask": "dissent", "decision": "isolate", "text": "Too slow."}


async def test_nothing_opens_over_a_form_that_is_being_filled_in(line: FarLine):
    async with seated(RemoteSeat(line)) as player:
        await player.press("d", "2")
        line.show(replace(VIEW, module=MODULE, held=True), stands="held")
        await hears(player)
        assert isinstance(player.pilot.app.screen, AnswerForm)
        assert player.told() == ["Something is due: Monday morning"]
        line.show(replace(VIEW, over=True, debrief=DEBRIEF), stands="over")
        await hears(player)
        assert isinstance(player.pilot.app.screen, AnswerForm)
        await player.press("escape")
        assert isinstance(player.pilot.app.screen, Summary)


async def test_a_discussion_opens_by_itself_and_ends_for_everybody_only_after_a_question(
    line: FarLine,
):
    async with seated(RemoteSeat(line)) as player:
        line.show(replace(VIEW, module=MODULE, held=True), stands="held")
        await hears(player)
        assert isinstance(player.pilot.app.screen, Discussion)
        await player.press("ctrl+s")
        assert "The discussion ends for everybody in your team." in player.sees()
        await player.press("y")
        assert line.asked[-1] == {"ask": "proceed"}


async def test_a_discussion_that_others_have_ended_takes_no_more_answers(line: FarLine):
    async with seated(RemoteSeat(line)) as player:
        line.show(replace(VIEW, module=MODULE, held=True), stands="held")
        await hears(player)
        await player.write("x")
        line.show(VIEW)
        await hears(player)
        assert "▲ The discussion is over." in player.sees()
        asked = len(line.asked)
        await player.press("escape")
        assert len(line.asked) == asked


async def test_who_comes_back_goes_straight_to_the_desk():
    line = FarLine()
    line.show(replace(VIEW, over=True, debrief=DEBRIEF), stands="over")
    async with seated(RemoteSeat(line)) as player:
        assert isinstance(player.pilot.app.screen, Summary)


async def test_leaving_says_that_the_seat_is_kept(line: FarLine):
    async with seated(RemoteSeat(line)) as player:
        await player.press("q")
        assert "Your seat is kept" in player.sees()


@pytest.mark.parametrize("part", ["observer", "evaluator"])
async def test_who_watches_sees_it_said_and_can_ask_for_nothing(part: str):
    line = FarLine(part)
    line.show()
    async with seated(RemoteSeat(line), size=(80, 24)) as player:
        assert "watching  AKCESK" in player.sees().splitlines()[0]
        assert "opens it" not in player.sees().splitlines()[2]
        for shown in ("Due", "Note", "Answer"):
            assert shown not in player.sees().splitlines()[-1]
        await player.press("d", "n", "u", "a", "escape", "2", "enter")
        assert player.told() == ["You are here to watch: this seat decides and orders nothing."]
        line.show(replace(VIEW, module=MODULE, held=True), stands="held")
        await hears(player)
        assert not isinstance(player.pilot.app.screen, Discussion)
        assert line.asked == []
        await player.press("question_mark")
        assert "You see what one role sees, and nothing else" in player.sees()


async def test_an_evaluator_notes_and_rates_from_the_screen_of_the_role_they_watch():
    line = FarLine("evaluator")
    line.show(replace(VIEW, objectives=("Contain it", "Tell the truth")))
    screen = EvaluatorScreen(RemoteSeat(line), beat=NEVER, greets=False)
    async with KullaApp(screen).run_test(size=(100, 30)) as pilot:
        player = Player(pilot, screen)
        await player.press("n")
        await player.write("They argue well.")
        await player.press("ctrl+s")
        line.answer()
        await player.press("r", "2", "3", "ctrl+s")
        line.answer("the host says [b]no[/b]")
        await hears(player)
        assert player.told() == ["Noted.", "What you sent had no effect: the host says [b]no[/b]"]
        await player.press("r", "2", "3", "ctrl+s")
        assert [told["act"] for told in line.asked] == ["rate"]
        assert (line.asked[0]["objective"], line.asked[0]["grade"]) == ("2", "M")
        # once control has opened the ratings, those of others stand beside what is rated
        rows = [{"objective": 2, "task": 0, "by": "O[b]la", "grade": "U"}]
        line.news({"peers/ratings": {"is": rows}})
        await hears(player)
        await player.press("r")
        assert "Tell the truth  U O[b]la" in player.sees()
        await player.press("escape")
        await player.press("question_mark")
        assert "Rate an objective" in player.sees()


async def test_once_the_ratings_are_open_an_evaluator_is_told_and_the_summary_is_whole():
    line = FarLine("evaluator")
    line.show(replace(VIEW, over=True, debrief=replace(DEBRIEF, objectives=())))
    screen = EvaluatorScreen(RemoteSeat(line), beat=NEVER, greets=False)
    async with KullaApp(screen).run_test(size=(100, 40)) as pilot:
        player = Player(pilot, screen)
        await hears(player)
        aim = DEBRIEF.objectives[0].title
        assert "EXERCISE OVER" in player.sees()
        assert aim not in player.sees()
        line.show(replace(VIEW, over=True, debrief=DEBRIEF))
        await hears(player)
        assert "Control has opened the ratings" in player.told()[-1]
        assert aim in player.sees()


async def test_what_is_asked_of_the_host_is_what_the_form_made(line: FarLine):
    async with seated(RemoteSeat(line)) as player:
        await player.press("2", "enter", "enter")
        await player.write("evidence")
        await player.press("ctrl+s")
        assert line.memory.outbox[-1]["command"] == {
            "ask": "order", "action": "image", "target": "mail", "reason": "evidence"
        }  # fmt: skip
