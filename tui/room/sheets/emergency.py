"""NO DUFF: a real emergency, which freezes the exercise on every screen."""

from textual.app import ComposeResult
from textual.widgets import Input, Static

from simulator.session.acts import NoDuff
from tui.plain import plain
from tui.room.steer import Asked
from tui.screens.sheet import Sheet
from tui.speech import _, mark


class NoDuffSheet(Sheet[Asked]):
    TITLE = mark("NO DUFF: a real emergency")
    DONE = mark("Freeze everything")

    def body(self) -> ComposeResult:
        told = _(
            "Every clock stops and every screen says NO DUFF, with your words. Nothing of the "
            "exercise can be done until two of control have lifted it; one is enough where the "
            "session was begun with a single one."
        )
        yield Static(plain(told, "bad"), classes="ask")
        yield self.label(_("What has really happened, and what people are to do"))
        yield Input(id="why", compact=True, max_length=200)

    def made(self) -> tuple[Asked, ...]:
        why = self.query_one(Input).value.strip()
        if not why:
            self.complain(_("Say what has happened: everybody will read it."))
            return ()
        return (Asked(NoDuff(why=why), _("NO DUFF: everything is frozen.")),)
