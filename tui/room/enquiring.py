"""What control enquires, which changes nothing: an inject's script, and what may come."""

from textual import on
from textual.reactive import var

from simulator.engine.views.foresight import Outlook
from simulator.engine.views.script import Script
from tui.chair import Untold
from tui.room.directing import Directing
from tui.room.pages.ahead import AheadPage
from tui.room.steer import ScriptWanted


class Enquiring(Directing):
    """`script` and `outlooks` are what was told last, and handed down to the pages."""

    script: var[Script | None] = var(None)
    outlooks: var[tuple[Outlook, ...]] = var(())

    def __init__(self) -> None:
        super().__init__()
        self._enquired: list[str] = []

    def hear(self) -> None:
        """Hand down what was enquired and has been told."""
        for id in [*self._enquired]:
            told = self.chair.told(id)
            if told is None:
                continue
            self._enquired.remove(id)
            if isinstance(told, Script):
                self.script = told
            elif isinstance(told, Outlook):
                others = (known for known in self.outlooks if known.acting != told.acting)
                self.outlooks = (*others, told)
            elif isinstance(told, Untold):
                self.warn(told.sentence)
                for page in self.query(AheadPage):
                    page.give_up()

    @on(ScriptWanted)
    def _script_wanted(self, wish: ScriptWanted) -> None:
        asked = self.chair.enquire("script", self.watched.name, inject=wish.inject)
        self._enquired.append(asked)

    @on(AheadPage.Wanted)
    def _outlook_wanted(self, wish: AheadPage.Wanted) -> None:
        team = self.watched.name
        asked = self.chair.enquire("outlook", team, acting=wish.acting, until=wish.until)
        self._enquired.append(asked)
