"""Control's page of a contest: live, with who solved what and the way to each answer."""

from typing import Any

from simulator.session.room import FlagRow, ScoreRow, SolveRow
from simulator.session.scores import PersonScore
from tests.tui.leader import at_the_desk, leading

CONTEST: dict[str, Any] = {
    "contest": "The board",
    "frozen": True,
    "scores": (
        ScoreRow(1, "blue-barn", 305, 2, 1, 600, 0, 1),
        ScoreRow(2, "red-barn", 85, 1, 0, 700, 4, 0),
    ),
    "solvers": (PersonScore(1, "blue-barn", "Elira", 305, 2, 600),),
    "solves": (
        SolveRow("blue-barn", "Elira", "night", 300, 0, True),
        SolveRow("red-barn", "Ana", "hull", 700, 4, False),
    ),
    "flags": (
        FlagRow("night", "The night shift", "Logs", 200, 150, 2, 1, 0, 1, "Sort by time."),
        FlagRow("hull", "The hull", "At sea", 100, 100, 2, 1, 4, 0, ""),
    ),
}  # fmt: skip


async def test_control_sees_who_solved_what_while_players_see_a_frozen_board():
    line = at_the_desk()
    line.show_room(**CONTEST)
    async with leading(line) as leader:
        await leader.press("8")
        for said in ("Scores, live: players see them frozen · The board", "blue-barn", "305",
                     "★ The night shift", "Elira", "Sort by time."):  # fmt: skip
            assert said in leader.sees()
        # the newest is first, with the wrong answers before it
        assert leader.line_with("The hull").rstrip().endswith("4")
        assert leader.sees().index("The hull") < leader.sees().index("★ The night shift")
        await leader.press("tab", "tab", "tab", "down")
        assert "Nothing is written here." in leader.sees()
        assert "Wrong answers  4" in leader.sees()


async def test_where_there_is_no_contest_there_is_no_page_of_it():
    async with leading() as leader:
        assert "8 Flags" not in leader.sees()
        await leader.press("8")
        assert leader.screen.query_one("#tabs").active == "room"  # type: ignore[attr-defined]
