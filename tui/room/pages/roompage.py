"""The first page of the control room: all teams side by side, the seats and the people."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.reactive import var

from simulator.engine.views.overview import Panel
from simulator.session.room import Room
from tui.acts import HERE, WORK, act
from tui.room.pages.tables import People, Seats, Teams
from tui.speech import _, mark
from tui.widgets.grid import Grid


class RoomPage(Container):
    ACTS: ClassVar[list[Binding]] = [
        act("n", "screen.invite", mark("Invite"), mark("Make an invitation"), WORK,
            id="control-invite"),
        act("i", "screen.invitations", mark("Invitations"),
            mark("Show the invitations nobody has used yet"), WORK, id="control-invitations"),
        act("m", "screen.mark", mark("Mark"),
            mark("Mark the team under the cursor: acts on the clock are for all marked ones"),
            HERE, id="control-mark"),
        act("a", "screen.announce", mark("To all"), mark("Write to everybody in all teams"), WORK,
            id="control-announce"),
        act("l", "screen.look_over", mark("Look"),
            mark("See exactly what the role under the cursor sees"), HERE, id="control-look_over"),
        act("b", "screen.bot", mark("Bot"),
            mark("Give the seat under the cursor to its bot, or take it back"), HERE,
            id="control-bot"),
        act("o", "screen.instruct", mark("Policy"),
            mark("Choose how the bot of the seat under the cursor behaves"), HERE,
            id="control-instruct"),
        act("w", "screen.speak_as", mark("Speak as"),
            mark("Write to others in the place of the role under the cursor"), HERE,
            id="control-speak_as"),
        act("p", "screen.prompt", mark("Prompt"),
            mark("Write to the people in the seat under the cursor"), HERE, id="control-prompt"),
        act("h", "screen.hand_over", mark("Hand over"),
            mark("Invite somebody else to the seat under the cursor"), HERE,
            id="control-hand_over"),
        act("v", "screen.revoke", mark("Revoke"),
            mark("Take the seat or invitation under the cursor away"), HERE, id="control-revoke"),
    ]  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*ACTS]

    room: var[Room | None] = var(None)
    panel: var[Panel | None] = var(None)

    @property
    def about(self) -> tuple[str, str]:
        """No objective, and the role under the cursor, where one looks at seats."""
        seats = self.query_one(Seats)
        return "", seats.current.rpartition("/")[2] if seats.has_focus else ""

    def compose(self) -> ComposeResult:
        teams, seats, people = Teams(id="teams"), Seats(id="roles"), People(id="people")
        yield _titled(teams, _("Teams")).data_bind(RoomPage.room)
        with Container(id="halves"):
            yield _titled(seats, _("Seats")).data_bind(RoomPage.room, RoomPage.panel)
            yield _titled(people, _("People")).data_bind(RoomPage.room)


def _titled(grid: Grid, title: str) -> Grid:
    grid.border_title = title
    grid.add_class("pane")
    return grid
