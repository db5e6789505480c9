"""The page of a contest: a board, a challenge that is read and answered, and the scores."""

from dataclasses import replace
from pathlib import Path

from simulator.engine.exercise import Setup
from simulator.scenario.load import load
from simulator.session import protocol as p
from simulator.session.scores import NewSolve
from simulator.session.sitting import Sitting
from tests.tui.desk import Player, seated
from tests.tui.far import FarLine
from tests.tui.lines.teller import Teller
from tests.tui.world import CONTEST, SCORES, VIEW
from tui import contest
from tui.drafts import Drafts
from tui.remote import RemoteSeat
from tui.widgets.listing import Listing

FLAGS = Path(__file__).parents[1] / "simulator" / "session" / "wire" / "flags.yaml"


def sitting() -> Sitting:
    """North's, two minutes after STARTEX: the board is open, and the clock stands."""
    seat = Sitting(load(FLAGS), Setup(1, ("north",)), "north", 60, "en")
    seat.run(0.0)
    seat.pause(2.0)
    return seat


async def answer(player: Player, words: str) -> None:
    """Into the line of the challenge under the cursor."""
    await player.press("enter", "end", *["backspace"] * 12)
    await player.write(words)
    await player.press("enter")


async def test_a_challenge_is_found_tried_paid_for_read_and_solved():
    drafts = Drafts()
    async with seated(sitting(), drafts=drafts) as player:
        # given the page of flags, with its first challenge under the cursor
        await player.press("9")
        for said in ("The open board · closes", "Which address logged on at night?", "ADDRESS",
                     "3 tries left", "Hint 1: costs 20 points", "your team"):  # fmt: skip
            assert said in player.sees()

        # when a wrong answer is given, then that is said at once
        await answer(player, "10.0.0.8")
        assert "✗ Not this one: 2 tries left." in player.sees()

        # when an answer is begun to another, then it is still there after a turn of pages
        await player.press("escape", "down", "down", "down", "enter")
        await player.write("bri")
        await player.press("escape", "1", "9", "up", "down", "down")
        assert "What fills it?" in player.sees()
        assert "bri" in player.sees()
        assert [draft.written for draft in drafts._drafts.values()] == [{"answer": "bri"}]

        # when what is attached is opened, then its columns stand, and words are found in it
        await player.press("home", "down", "v")
        assert "03:10   accepted   svc-hist   from 10.0.0.7" in player.sees()
        await player.press("slash")
        await player.write("CLOSED")
        assert "1 line found" in player.sees()
        assert player.app.screen.query_one(Listing).at == 1
        await player.press("enter", "escape")

        # when a hint is taken, then its price is asked for before
        await player.press("y")
        assert "Take hint 1 to “The night shift”?" in player.sees()
        await player.press("n")
        assert "Look before seven" not in player.sees()
        await player.press("y", "y")
        assert "Look before seven" in player.sees()

        # when it is solved, then the board, the scores and the challenge say so
        await answer(player, "10.0.0.7")
        await player.press("escape")
        assert "✓ Right: “The night shift” is solved." in player.sees()
        assert "✓  The night shift" in player.sees()
        assert "►1    your team" in player.line_with("your team")
        assert "200" in player.line_with("►1")
        await player.press("f")
        assert "· to solve" in player.line_with("The open board")
        assert "✓  The night shift" not in player.sees()


async def test_where_there_is_little_room_board_challenge_and_scores_take_turns():
    async with seated(sitting(), size=(80, 24)) as player:
        await player.press("9")
        assert "The hull" in player.sees()
        assert "Which address" in player.sees()
        await player.press("enter")
        assert "The hull" not in player.sees()
        await player.press("escape", "o")
        assert "Scores" in player.sees()
        assert "Which address" not in player.sees()
        await player.press("o")
        assert "The hull" in player.sees()


async def test_who_takes_no_part_has_no_page_of_flags():
    seat = Sitting(load(FLAGS), Setup(1, ("judge",)), "judge", 60, "en")
    async with seated(seat) as player:
        assert "9 Flags" not in player.sees()
        await player.press("9")
        assert "Inbox" in player.sees()
        assert not any(act.id in {"give_answer", "pane-contest"} for act in player.screen.acts())


def test_what_other_teams_solve_is_news_once_and_ones_own_is_none():
    board = CONTEST
    nothing = replace(SCORES, latest=())
    assert contest.news(None, SCORES, board) == ""
    assert contest.news(nothing, SCORES, board) == "granite has solved “The night”."
    assert contest.news(SCORES, SCORES, board) == ""
    own = (*SCORES.latest, NewSolve("harrow", "Ana", "night", 70))
    assert contest.news(SCORES, replace(SCORES, latest=own), board) == ""
    hidden = (NewSolve("granite", "Drita", "", 80), NewSolve("granite", "Drita", "", 90))
    told = contest.news(nothing, replace(SCORES, latest=hidden), board)
    assert told == "granite has solved a challenge. And 1 more."


def test_the_same_is_done_in_lines():
    teller = Teller(sitting())
    assert "1. The night shift. 200 points. 3 tries left." in teller.writes("flags")
    assert "Attached: auth.log; open 1 1 shows it." in teller.writes("flag 1")
    told = teller.writes("open 1")
    assert "03:10   accepted   svc-hist   from 10.0.0.7" in told
    assert "Not this one: 2 tries left." in teller.writes("solve 1 10.0.0.8")
    assert "It costs your team 20 points. Write yes" in teller.writes("hint 1")
    assert "Hint 1: Look before seven" in teller.writes("yes")
    assert "the answer is written as ADDRESS" in teller.writes("solve night")
    assert "Right: “The night shift” is solved." in teller.writes("10.0.0.7")
    assert "1. your team: 200 points, 1 solved" in teller.writes("scores")
    assert "night" not in teller.writes("flags open")
    assert "your team has solved it already" in teller.writes("solve 1 x")


def test_at_a_host_a_verdict_is_told_once_the_answer_has_come_and_is_seen():
    # given a seat far away, whose host has told how all stand
    line = FarLine()
    line.show(replace(VIEW, contest=CONTEST))
    line.tell(p.Standings(scores=SCORES))
    seat = RemoteSeat(line)
    assert seat.standings() == SCORES
    teller = Teller(seat)
    # when an answer is sent on, and a colleague gives a wrong one meanwhile
    assert "Sent to the host." in teller.writes("solve 1 brine")
    night, hull = CONTEST.challenges
    line.show(replace(VIEW, contest=replace(CONTEST, challenges=(night, hull))))
    assert "Not this one" not in teller.waits()
    # then the verdict comes with what is seen of it after the answer
    line.answer()
    assert "Not this one" not in teller.waits()
    solved = replace(night, solved=3700, why_not="your team has solved it already")
    line.show(replace(VIEW, contest=replace(CONTEST, challenges=(solved, hull))))
    assert "Right: “The night” is solved." in teller.waits()


def test_lines_of_a_contest_are_for_who_takes_part_in_one():
    teller = Teller()
    for line in ("flags", "flag 1", "open 1", "solve 1 x", "hint 1", "scores"):
        assert teller.writes(line) == "That is not for your role."
