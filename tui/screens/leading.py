"""Asking a session for something from a screen, and saying what is to be said of it."""

from collections.abc import Callable
from typing import Final

from textual.screen import Screen

from simulator.engine.commands import Command
from simulator.session.acts import AnyAct
from tui.chair import Chair
from tui.plain import clean, plain
from tui.screens.confirm import Confirm
from tui.speech import _, mark

KEPT: Final = mark("Kept here: it is asked as soon as the host is back.")


class Leading(Screen[None]):
    """A screen whose user sits in this chair."""

    chair: Chair

    def do(self, act: AnyAct, said: str) -> None:
        """Ask this of the session; `said` is what to say once it is done."""
        if self._may_ask():
            self.chair.do(act, said)

    def ask(self, command: Command, team: str, said: str) -> None:
        """Ask this of the world of a team."""
        if self._may_ask():
            self.chair.ask(command, team, said)

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
