"""Asking back before control steers: what is to be done, what it changes, and why it is done."""

from typing import Final

from rich.console import Group
from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import Input, Static

from simulator.engine.commands import Rule
from simulator.engine.views.foresight import Preview
from tui.chair import Chair, Untold
from tui.marks import joined
from tui.plain import line, plain
from tui.room.foretelling import foretold
from tui.room.steer import Confirmed, Steered
from tui.screens.sheet import Sheet
from tui.speech import _, mark

BEAT: Final = 0.1


class SteerSheet(Sheet[Steered]):
    """Makes the same wish with its reason. What it changes comes when it has been worked out;
    nobody has to wait for it."""

    TITLE = mark("Steer")
    DONE = mark("Do it")

    def __init__(self, chair: Chair, team: str, wish: Steered, start: str) -> None:
        super().__init__()
        self.chair = chair
        self.team = team
        self.wish = wish
        self.start = start
        self._asked = ""

    def body(self) -> ComposeResult:
        yield Static(plain(self.wish.what), classes="ask")
        yield Static(id="foretold")
        if self.wish.takes_reason:
            yield self.label(_("Why? For the record; players don't see it."))
            given = getattr(self.wish.command, "reason", "")
            yield Input(given, id="reason", compact=True, max_length=500)

    def on_mount(self) -> None:
        super().on_mount()
        if not self.wish.foresee:
            self.query_one("#foretold").display = False
            return
        self._tell(joined((_("What it changes is being worked out …"), "mute")))
        self._asked = self.chair.enquire("preview", self.team, command=self.wish.command)
        self.set_interval(BEAT, self.listen)

    def listen(self) -> None:
        """Show what has been worked out, once."""
        told = self.chair.told(self._asked) if self._asked else None
        if isinstance(told, Preview):
            self._tell(Group(*self._chance(), *foretold(told, self.start)))
        elif isinstance(told, Untold):
            self._tell(line(told.sentence, "mute"))
        if told is not None:
            self._asked = ""

    def _chance(self) -> list[Text]:
        """That what is told is what comes if it works; how the dice fall, nobody is told before."""
        command = self.wish.command
        if isinstance(command, Rule) and 0 < command.chance < 100:
            return [joined((_("If it works:"), "mute"))]
        return []

    def _tell(self, words: object) -> None:
        self.query_one("#foretold", Static).update(words)  # type: ignore[arg-type]

    def made(self) -> tuple[Steered, ...]:
        wish = self.wish
        # Only those that have a reason are asked for it.
        reason = self.query_one("#reason", Input).value.strip() if wish.takes_reason else ""
        command = wish.because(reason)
        return (Confirmed(command, wish.what, wish.said, seat=wish.seat, teams=wish.teams),)
