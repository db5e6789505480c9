"""Words of control to people: to everybody in some teams, or to one role that is to be prompted."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult

from simulator.session.room import Room, SeatRow
from tui.plain import plain
from tui.screens.sheet import Sheet
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Several
from tui.widgets.writing import Writing


class Words(NamedTuple):
    """What is written to these roles of this team."""

    team: str
    to: tuple[str, ...]
    text: str


class AnnounceSheet(Sheet[Words]):
    TITLE = mark("To everybody")

    def __init__(self, room: Room, teams: Sequence[str]) -> None:
        super().__init__()
        self.room = room
        self.teams = tuple(teams)

    def body(self) -> ComposeResult:
        names = [team.name for team in self.room.teams]
        if len(names) > 1:
            yield self.label(_("To which teams?"))
            several = Several([Alternative(name, plain(name)) for name in names], id="teams-meant")
            several.choose(*self.teams)
            yield several
        yield self.label(_("Your words; they come from control"))
        yield Writing(id="text")

    def made(self) -> tuple[Words, ...]:
        text = self.query_one(Writing).text.strip()
        teams = [one for several in self.query(Several) for one in several.chosen]
        if not self.query(Several):
            teams = [self.room.teams[0].name]
        if not text or not teams:
            self.complain(_("Write something, and choose a team."))
            return ()
        return tuple(Words(team, self._roles(team), text) for team in teams)

    def _roles(self, team: str) -> tuple[str, ...]:
        return tuple(seat.role for seat in self.room.seats if seat.team == team)


class PromptSheet(Sheet[Words]):
    """To one seat, with the words that are usual."""

    TITLE = mark("Prompt")
    AUTO_FOCUS = "Writing"

    def __init__(self, seat: SeatRow) -> None:
        super().__init__()
        self.seat = seat

    def body(self) -> ComposeResult:
        yield self.label(_("To {role}, from control", role=self.seat.title))
        yield Writing(_("Something waits for you. What are you doing about it?"), id="text")

    def made(self) -> tuple[Words, ...]:
        text = self.query_one(Writing).text.strip()
        if not text:
            self.complain(_("Write something first, or go back with escape."))
            return ()
        return (Words(self.seat.team, (self.seat.role,), text),)
