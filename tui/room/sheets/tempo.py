"""Letting the adversary and what is planned go on faster or slower, for one team or several."""

from typing import Final

from textual.app import ComposeResult
from textual.widgets import Input, Static

from simulator.engine.repacing import SHARES
from simulator.engine.views.comparing import Standing
from tui.marks import joined
from tui.plain import plain
from tui.room import wishes
from tui.room.comparing import advised
from tui.room.steer import Steered
from tui.screens.sheet import Sheet
from tui.speech import _, mark

LEAST, MOST = (share // 10 for share in SHARES)
USUAL: Final = 100


class TempoSheet(Sheet[Steered]):
    """The advice for the first of the teams stands there already."""

    TITLE = mark("Tempo")
    DONE = mark("Go on")

    def __init__(self, standings: tuple[Standing, ...]) -> None:
        super().__init__()
        self.standings = standings

    def body(self) -> ComposeResult:
        for it in self.standings:
            now = _("{team}: {tempo} % now", team=it.team, tempo=f"{it.tempo / 10:.0f}")
            yield Static(joined((f"{now}   ", ""), advised(it)))
            if it.advice.reasons:
                yield self.label(", ".join(it.advice.reasons))
        yield self.label(
            _("In per cent of what is written, {least} to {most}: less is sooner, more is later",
              least=LEAST, most=MOST)
        )  # fmt: skip
        yield Input(str(self._suggested()), id="percent", compact=True, max_length=3)
        yield Static(
            plain(_("What is planned moves. ENDEX, what is pinned and deadlines stay.")),
            classes="label",
        )

    def made(self) -> tuple[Steered, ...]:
        written = self.query_one("#percent", Input).value.strip().removesuffix("%").strip()
        if not written.isdecimal() or not LEAST <= int(written) <= MOST:
            self.complain(_("Write a number from {least} to {most}.", least=LEAST, most=MOST))
            return ()
        percent = int(written)
        other = [it.team for it in self.standings if it.tempo != percent * 10]
        if not other:
            self.complain(_("That is the tempo already."))
            return ()
        return (wishes.at_tempo(percent, tuple(other)),)

    def _suggested(self) -> int:
        """What is advised for the first team, or else the usual where that would change it."""
        first = self.standings[0]
        return first.advice.tempo if first.advice.verdict else USUAL
