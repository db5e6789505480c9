"""Asking a session for something from a screen, and saying what is to be said of it."""

from collections.abc import Callable
from typing import Any, Final

from textual.reactive import var
from textual.screen import Screen

from simulator.engine.commands import Command
from simulator.engine.views.overview import Panel
from simulator.session.acts import AnyAct
from simulator.session.room import TeamRow
from tui.chair import Chair
from tui.plain import clean, plain
from tui.room.steer import Asked, Steered
from tui.screens.confirm import Confirm
from tui.screens.sheet import Sheet
from tui.speech import _, mark

KEPT: Final = mark("Kept here: it is asked as soon as the host is back.")


AnySheet = Sheet[Steered] | Sheet[Asked] | Sheet[Steered | Asked]


class Leading(Screen[None]):
    """A screen whose user sits in this chair. `panel` is all of the watched team's world."""

    chair: Chair
    panel: var[Panel | None] = var(None)

    @property
    def watched(self) -> TeamRow:
        """The team that this screen looks at."""
        raise NotImplementedError

    def open_sheet(self, sheet: AnySheet) -> None:
        """Let a sheet be filled in, and ask what it makes."""

        def made(wishes: tuple[Steered | Asked, ...] | None) -> None:
            for wish in wishes or ():
                self.post_message(wish)

        sheet.further = self.asking_back
        self.app.push_screen(sheet, made)

    def asking_back(self, made: tuple[Steered | Asked, ...]) -> Any:
        """The sheet that shows what a wish of a sheet changes; None where it is asked at once."""
        raise NotImplementedError

    def do(self, act: AnyAct, said: str) -> None:
        """Ask this of the session; `said` is what to say once it is done."""
        if self._may_ask():
            self.chair.do(act, said)

    def ask(self, command: Command, team: str, said: str, seat: str = "") -> None:
        """Ask this of the world of a team; in the place of a role, where `seat` names one."""
        if self._may_ask():
            self.chair.ask(command, team, said, seat)

    def _may_ask(self) -> bool:
        if self.chair.ended:
            self.warn(_("Nothing more can be asked: {why}.", why=self.chair.trouble))
        elif self.chair.trouble:
            self.say(_(KEPT))
        return not self.chair.ended

    def confirm(self, question: str, do: Callable[[], object]) -> None:
        """Do it only after a yes."""

        def answered(sure: bool | None) -> None:
            if sure:
                do()

        self.app.push_screen(Confirm(plain(question)), answered)

    def warn(self, sentence: str) -> None:
        self.notify(clean(sentence), severity="warning", markup=False)

    def say(self, sentence: str) -> None:
        self.app.clear_notifications()
        self.notify(clean(sentence), timeout=4, markup=False)
