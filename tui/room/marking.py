"""Which teams acts are for: those that are marked, or the one under the cursor."""

from textual import on
from textual.widgets import DataTable

from simulator.session.room import TeamRow
from tui.room.enquiring import Enquiring
from tui.room.pages.compare import Compared
from tui.room.pages.tables import ALL, Teams
from tui.widgets.grid import Grid


class Marking(Enquiring):
    """A screen with pages on which all teams stand."""

    def __init__(self) -> None:
        super().__init__()
        self.marked: set[str] = set()

    @property
    def page(self) -> str:
        """The page that lies open."""
        raise NotImplementedError

    def meant(self) -> list[TeamRow]:
        """The marked teams; else the one under the cursor, or all; on other pages, the watched."""
        teams = self.seen.teams
        if self.marked:
            return [team for team in teams if team.name in self.marked]
        current = self._pointed()
        if not current:
            return [self.watched]
        return [team for team in teams if current in (ALL, team.name)] or [*teams]

    def _pointed(self) -> str:
        """The team under the cursor, where a page with all teams lies open."""
        boards: dict[str, type[Grid]] = {"room": Teams, "compare": Compared}
        boards_here = self.query(boards[self.page]) if self.page in boards else ()
        return next((board.current for board in boards_here), "")

    def action_mark(self) -> None:
        """Mark the team under the cursor, or take the mark away."""
        current = self._pointed()
        if current and current != ALL:
            self.marked ^= {current}
            for board in (*self.query(Teams), *self.query(Compared)):
                board.marked = frozenset(self.marked)

    @on(DataTable.RowSelected, "#teams, #compared")
    def _watch(self, event: DataTable.RowSelected) -> None:
        current = self._pointed()
        if current and current != ALL:
            self.chair.watch(current)
