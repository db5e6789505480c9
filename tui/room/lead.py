"""What the acts of control need of whoever leads, be it from a screen or in lines. No drawing."""

from collections.abc import Callable
from typing import Any, Final

from simulator.engine.commands import Command
from simulator.session.acts import AnyAct
from simulator.session.room import Room, TeamRow
from tui.chair import Chair
from tui.speech import mark

LEAVING: Final = mark(
    "Leave control? The exercise goes on; the same command brings you back to your seat."
)
ONCE: Final = mark("Pass it on by a way that only its guest reads. It is not shown again.")
KEPT: Final = mark("Kept here: it is asked as soon as the host is back.")


class Lead:
    """`panel` is all of the watched team's world; None while it has not been told."""

    chair: Chair
    panel: Any

    @property
    def seen(self) -> Room:
        """The session as it was seen last."""
        raise NotImplementedError

    @property
    def watched(self) -> TeamRow:
        """The team that is looked at."""
        raise NotImplementedError

    def meant(self) -> list[TeamRow]:
        """The teams that an act on the clock is for."""
        raise NotImplementedError

    def team_named(self, team: TeamRow) -> str:
        """A team as acts name it: empty where it is the only one."""
        return "" if len(self.seen.teams) == 1 else team.name

    def do(self, act: AnyAct, said: str) -> None:
        """Ask this of the session; `said` is what to say once it is done."""
        raise NotImplementedError

    def ask(self, command: Command, team: str, said: str, seat: str = "") -> None:
        """Ask this of the world of a team; in the place of a role, where `seat` names one."""
        raise NotImplementedError

    def confirm(self, question: str, do: Callable[[], object]) -> None:
        """Do it only after a yes."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        raise NotImplementedError
