"""Taking a duty, or giving one back."""

from typing import Final

from textual.app import ComposeResult
from textual.widgets import Static

from simulator.session.acts import DutyName
from simulator.session.room import Room
from tui.plain import plain
from tui.room.duties import DUTIES, taking
from tui.room.steer import Asked
from tui.screens.sheet import Sheet
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Choice

ABOUT: Final = mark(
    "A duty that is somebody's is theirs alone: the acts of others of that kind are refused. One "
    "that is nobody's is everybody's."
)


class DutySheet(Sheet[Asked]):
    """`grant` is the seat of whoever chooses."""

    TITLE = mark("Duties")
    DONE = mark("Take, or give back")

    def __init__(self, room: Room, grant: str) -> None:
        super().__init__()
        self.room = room
        self.holders = {row.duty: row for row in room.duties if row.grant}
        self.here = {person.grant for person in room.people if person.state == "here"}
        self.grant = grant

    def body(self) -> ComposeResult:
        yield Static(plain(_(ABOUT)), classes="ask")
        yield Choice([self._alternative(name) for name in DUTIES])

    def _alternative(self, name: DutyName) -> Alternative:
        holder = self.holders.get(name)
        if holder is None:
            said = _("{duty}: everybody's; take it", duty=_(DUTIES[name]))
        elif holder.grant == self.grant:
            said = _("{duty}: yours; give it back", duty=_(DUTIES[name]))
        elif holder.grant in self.here:
            said = _("{duty}: {who} has it", duty=_(DUTIES[name]), who=holder.by)
            return Alternative(name, plain(said), possible=False)
        else:
            said = _(
                "{duty}: {who} has it and is away; take it", duty=_(DUTIES[name]), who=holder.by
            )
        return Alternative(name, plain(said))

    def made(self) -> tuple[Asked, ...]:
        chosen = self.query_one(Choice).chosen
        name = next((duty for duty in DUTIES if duty == chosen), None)
        if name is None:
            self.complain(_("Choose a duty first."))
            return ()
        return (Asked(*taking(name, self.room, self.grant)),)
