"""What sheets have in common that name a moment of a team's time."""

from collections.abc import Sequence
from typing import TypeVar

from textual.app import ComposeResult
from textual.widgets import Input, Static

from simulator.session.room import Room, TeamRow
from tui.moments import ahead, examples
from tui.plain import plain
from tui.room.named import of_teams
from tui.screens.sheet import Sheet
from tui.speech import _

Made = TypeVar("Made")


class MomentSheet(Sheet[Made]):
    """`team` is whose time it goes by; `named` is what acts say of which teams they are for."""

    def __init__(self, room: Room, team: TeamRow, named: Sequence[str]) -> None:
        super().__init__()
        self.room = room
        self.team = team
        self.named = tuple(named)

    def asked(self, sentence: str) -> Static:
        """What is asked, of which teams."""
        return Static(plain(of_teams(self.named, sentence)), classes="ask")

    def field(self) -> ComposeResult:
        """Where the moment is written."""
        yield self.label(_("When? {examples}", examples=examples()))
        yield Input(id="moment", compact=True)

    def ahead(self) -> int | None:
        """The moment that is written; None, after saying why, where it is none that is ahead."""
        text = self.query_one("#moment", Input).value
        end = self.team.end or self.room.length
        try:
            return ahead(text, self.room.start, self.team.now, end)
        except ValueError as wrong:
            self.complain(str(wrong))
            return None
