"""The room in lines reads the very rows that its screens draw."""

from typing import Any

import pytest

from simulator.session.room import FlagRow, ScoreRow, SolveRow
from simulator.session.scores import PersonScore
from tests.tui.leader import leading
from tests.tui.lines.room.facilitator import Facilitator, at_the_prompt
from tui.lines.room.pages import LISTS, lines
from tui.lines.room.telling import parted, unsigned
from tui.room.pages.campaign import Crews, Ladder, OpenConsents, TrueOrders
from tui.room.pages.flags import Challenges, LiveScores, Solvers, Solves
from tui.room.pages.holdings import Ratings, TrueAssets, TrueGauges
from tui.room.pages.injects import Injects
from tui.room.pages.judging import Cards, Rulings
from tui.room.pages.review import Planned, Rated
from tui.room.pages.tables import ALL, People, Seats, Teams
from tui.widgets.grid import Grid

GRIDS: dict[str, type[Grid]] = {
    "board": Teams, "seats": Seats, "people": People, "assets": TrueAssets, "gauges": TrueGauges,
    "campaign": Ladder, "crews": Crews, "orders": TrueOrders, "consents": OpenConsents,
    "objectives": Ratings, "cards": Cards, "rulings": Rulings, "ratings": Rated, "plan": Planned,
    "scores": LiveScores, "solvers": Solvers, "solves": Solves, "flags": Challenges,
}  # fmt: skip
CONTEST = dict[str, Any](
    contest="Moths",
    scores=(ScoreRow(1, "red-barn", 300, 3, 1, 3000, 2, 0),),
    solvers=(PersonScore(1, "red-barn", "Ana", 300, 3, 3000),),
    solves=(SolveRow("red-barn", "Ana", "till", 3000, 1, True),),
    flags=(FlagRow("till", "The till", "logs", 100, 90, 2, 1, 3, 0, "Look at 06:41."),),
)


def told_of(grid: Grid) -> set[str]:
    """All that stands in a table, as it is said."""
    return {said for key, cells in grid._given.items() if key != ALL for text in cells.values()
            if (said := unsigned(parted(text)))}  # fmt: skip


async def test_lines_tell_what_stands_in_the_tables_of_the_screen():
    """Given one session; when it is led from a screen and in lines; then whatever stands in a table
    stands in the list of it, and each command has its table."""
    line = at_the_prompt(**CONTEST)
    it = Facilitator(line)
    assert GRIDS.keys() == LISTS.keys()
    async with leading(line) as leader:
        screen: Any = leader.screen
        for page in ("msel", "world", "judge", "review", "flags", "room"):
            screen.action_page(page)
            await leader.pilot.pause()
        for name, kind in GRIDS.items():
            grid = next(one for one in leader.screen.query(kind) if type(one) is kind)
            said = "\n".join(lines(it.talk.desk, name))
            missing = {cell for cell in told_of(grid) if cell not in " ".join(said.split())}
            assert not missing, name
            assert said, name
        injects = leader.screen.query_one(Injects)
        told = it.writes("injects all")
        rows = {row: injects.cells_of(row) for row in injects._keys}
    for cells in rows.values():
        assert all(unsigned(cell.plain) in told for cell in cells.values())


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        ("━━━▒░ 7/12", "7/12"), ("► running", "running"), ("… planned", "planned"),
        ("▲ +2.5/h", "+2.5/h"), ("-5", "-5"), ("=", ""), ("—", ""), ("3/5 ✗2", "3/5, 2 failed"),
        ("Ana → Ben", "Ana → Ben"), ("– refused", "refused"), ("? asked back", "asked back"),
    ],
)  # fmt: skip
def test_a_sign_before_words_is_not_said_and_one_between_them_stays(drawn: str, said: str):
    assert unsigned(drawn) == said
