"""A message to other roles: to one, or to several at once."""

from textual.app import ComposeResult

from simulator.engine.commands import Command, Message
from simulator.engine.views import RoleView, SeatView
from tui.plain import plain
from tui.screens.form import Form
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Several
from tui.widgets.writing import Writing


class MessageForm(Form):
    """`to` is the id of the role that is answered; empty where a message is begun."""

    TITLE = mark("A message to other roles")

    def __init__(self, to: str, view: RoleView) -> None:
        super().__init__(view)
        self.to = to
        self.seats = [seat for seat in view.seats if seat.id != self.role]

    def body(self) -> ComposeResult:
        yield self.label(_("To (enter or a number chooses one, or leaves it out again)"))
        seats = Several([_alternative(seat) for seat in self.seats], id="to")
        seats.choose(self.to)
        yield seats
        yield self.label(_("Your words"))
        yield Writing(id="words")

    def on_mount(self) -> None:
        if self.query_one(Several).chosen:
            self.query_one(Writing).focus()

    def commands(self) -> tuple[Command, ...]:
        seats, writing = self.query_one(Several), self.query_one(Writing)
        if not seats.chosen:
            self.complain(_("Choose first whom it is to."))
            seats.focus()
            return ()
        if not writing.text.strip():
            self.complain(_("Write something first, or go back with escape."))
            writing.focus()
            return ()
        return (Message(self.role, seats.chosen, writing.text.strip()),)


def _alternative(seat: SeatView) -> Alternative:
    said = f"{seat.short}: {seat.title}" if seat.short != seat.title else seat.title
    return Alternative(seat.id, plain(said))
