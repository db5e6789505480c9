"""Choosing what to invite somebody to."""

from typing import Final

from textual.app import ComposeResult

from simulator.session.acts import Invite
from simulator.session.grants import Part
from simulator.session.room import Room
from tui.plain import plain
from tui.screens.sheet import Sheet
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Choice

PARTS: Final[dict[Part, str]] = {
    "player": mark("a player: takes the seat of a role"),
    "observer": mark("an observer: sees what a role sees, and does nothing"),
    "evaluator": mark("an evaluator: sees what a role sees, and rates it"),
    "control": mark("control: leads the exercise as you do"),
}
PLACES: Final[dict[Part, str]] = {
    "player": mark("Player: {role}"),
    "observer": mark("Observer: {role}"),
    "evaluator": mark("Evaluator: {role}"),
    "control": mark("Control"),
}


class InviteSheet(Sheet[Invite]):
    TITLE = mark("Invite somebody")
    DONE = mark("Make it")

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self.roles = {seat.role: seat.title for seat in room.seats}

    def body(self) -> ComposeResult:
        yield self.label(_("As"))
        yield Choice([Alternative(part, plain(_(said))) for part, said in PARTS.items()], id="part")
        if len(self.room.teams) > 1:
            yield self.label(_("In which team? (not for control)"))
            yield Choice([Alternative(t.name, plain(t.name)) for t in self.room.teams], id="team")
        yield self.label(_("For which role? (not for control)"))
        yield Choice([Alternative(id, plain(title)) for id, title in self.roles.items()], id="role")

    def made(self) -> tuple[Invite, ...]:
        part = next((part for part in PARTS if part == self._chosen("part")), None)
        team, role = self._chosen("team"), self._chosen("role")
        if part is None:
            self.complain(_("Choose first what somebody is invited as."))
        elif part == "control":
            return (Invite(part=part),)
        elif self.query("#team") and not team:
            self.complain(_("Choose a team first."))
        elif not role:
            self.complain(_("Choose a role first."))
        else:
            return (Invite(part=part, team=team, role=role),)
        return ()

    def _chosen(self, id: str) -> str:
        return next((choice.chosen or "" for choice in self.query(f"#{id}").results(Choice)), "")


def place(act: Invite, room: Room) -> str:
    """What an invitation is to, in a few words."""
    title = next((seat.title for seat in room.seats if seat.role == act.role), act.role)
    team = f"{act.team}: " if len(room.teams) > 1 else ""
    return _(PLACES[act.part], role=f"{team}{title}")
