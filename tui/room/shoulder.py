"""A role's screen as control looks at it over somebody's shoulder: it sees, and does nothing."""

from typing import Any

from simulator.engine.commands import Command
from simulator.engine.errors import Refused
from simulator.engine.views import RoleView
from simulator.session.clock import Clock
from simulator.session.room import TeamRow
from tui.chair import Chair
from tui.room.teams import team_of


class ShoulderSeat:
    """The seat of `role`, looked at from the chair of control. Its time is the watched team's."""

    leads_clock = False
    kept_in = ""
    may_act = False
    unanswered = 0

    def __init__(self, chair: Chair, team: str, role: str) -> None:
        self.chair = chair
        self.team = team
        self.name = f"over-{team}-{role}"
        self._view = chair.shoulder()
        self._drawn: tuple[Any, ...] = ()
        self._wall = 0.0

    @property
    def _row(self) -> TeamRow:
        return team_of(self.chair.room(), self.team)

    @property
    def clock(self) -> Clock:
        row = self._row
        clock = Clock(row.pace, row.now)
        return clock.run(self._wall) if row.stands == "running" else clock

    @property
    def take(self) -> int:
        return self._row.take

    @property
    def stands(self) -> str:
        stands = self._row.stands
        return stands if stands in ("waiting", "frozen", "no-duff") else ""

    @property
    def why(self) -> str:
        return self._row.why

    @property
    def trouble(self) -> str:
        return self.chair.trouble

    def tick(self, wall: float) -> bool:
        self._wall = wall
        drawn = (self.chair.shoulder(), self._row)
        before, self._drawn = self._drawn, drawn
        return drawn != before

    def view(self) -> RoleView:
        """As it was shown last, where it is not for a moment: a host that was away has forgotten
        where one looks until it is told again."""
        self._view = self.chair.shoulder() or self._view
        assert self._view is not None, "a screen is opened once there is something to see"
        return self._view

    def submit(self, command: Command, wall: float) -> bool:
        raise Refused("watching", "you look over a shoulder: nothing can be done from here")

    def answers(self) -> list[Any]:
        return []

    def read_in(self, language: str) -> None:
        """Control reads what it reads in its own language."""

    def standings(self) -> None:
        """Control's own board tells more than this role is told."""

    def mates(self) -> tuple[Any, ...]:
        return ()

    def beside(self) -> tuple[Any, ...]:
        return ()

    def attend(self, reads: str, writes: tuple[str, str]) -> None:
        """Nobody is told where control looks."""

    def run(self, wall: float) -> None:
        """Time is led from the control room."""

    pause = skip_ahead = run

    def set_pace(self, pace: float, wall: float) -> None:
        """The same."""
