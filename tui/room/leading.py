"""Asking a session for something from a screen, and saying what is to be said of it."""

from collections.abc import Callable
from typing import Any

from textual.reactive import var
from textual.screen import Screen

from simulator.engine.commands import Command
from simulator.engine.views.overview import Panel
from simulator.session.acts import AnyAct
from tui.plain import clean, plain
from tui.room.lead import KEPT, Lead
from tui.room.steer import Asked, Steered
from tui.screens.confirm import Confirm
from tui.screens.sheet import Sheet
from tui.speech import _

AnySheet = Sheet[Steered] | Sheet[Asked] | Sheet[Steered | Asked]


class Leading(Lead, Screen[None]):
    """A screen whose user leads."""

    panel: var[Panel | None] = var(None)

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
        if self._may_ask():
            self.chair.do(act, said)

    def ask(self, command: Command, team: str, said: str, seat: str = "") -> None:
        if self._may_ask():
            self.chair.ask(command, team, said, seat)

    def _may_ask(self) -> bool:
        if self.chair.ended:
            self.warn(_("Nothing more can be asked: {why}.", why=self.chair.trouble))
        elif self.chair.trouble:
            self.say(_(KEPT))
        return not self.chair.ended

    def confirm(self, question: str, do: Callable[[], object]) -> None:
        def answered(sure: bool | None) -> None:
            if sure:
                do()

        self.app.push_screen(Confirm(plain(question)), answered)

    def warn(self, sentence: str) -> None:
        self.notify(clean(sentence), severity="warning", markup=False)

    def say(self, sentence: str) -> None:
        self.app.clear_notifications()
        self.notify(clean(sentence), timeout=4, markup=False)
