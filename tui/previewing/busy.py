"""The page of load: stretch by stretch, how much of its time each role needs."""

from typing import Final

from rich.text import Text
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from simulator.authoring.previewing.load import Busy
from simulator.authoring.previewing.page.time import figures, in_words, length, shade
from simulator.authoring.previewing.previewed import Previewed
from simulator.engine.wording import moment
from tui.marks import joined
from tui.plain import line, plain
from tui.previewing.leaf import Leaf
from tui.speech import _, mark
from tui.widgets.grid import Column, Grid, Row

SHADES: Final = " ░▒▓█"
_INKS: Final = {"over": "bad", "idle": "mute", "": ""}
_CELL: Final = 9


class Heat(Grid):
    """A row for each stretch, a column for each role; what doesn't fit is left to the words."""

    NOTHING = mark("No run was played yet.")

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._titles: dict[str, str] = {}

    def tell(self, told: Previewed) -> None:
        before, self._titles = self._titles, {r: told.titles.role(r) for r in told.load.strips}
        strips = told.load.strips
        number = max(map(len, strips.values()), default=0)
        if before != self._titles:
            self.fit()
        self.show([self._row(told, place) for place in range(number)])

    def columns_at(self, width: int) -> tuple[Column, ...]:
        roles = tuple(Column(role, _CELL) for role in self._titles)
        room = max(1, (width - 11) // (_CELL + 2 * self.cell_padding))
        return (Column("T", 8), *roles[:room])

    def heading(self, column: Column) -> Text:
        said = self._titles.get(column.label, _("From"))
        text = line(said, "mute")
        text.truncate(_CELL)
        return text

    def _row(self, told: Previewed, place: int) -> Row:
        at = moment(place * told.load.stretch)
        cells = {role: _cell(strip[place]) for role, strip in told.load.strips.items()}
        return Row(str(place), {"T": joined((at, "mute")), **cells})


def _cell(busy: Busy) -> Text:
    sign = SHADES[shade(busy)] if busy.mark != "idle" else " "
    return joined((f"{sign} {figures(busy)}", _INKS[busy.mark]))


class LoadPage(Leaf):
    def compose(self) -> ComposeResult:
        yield Heat(classes="pane")
        yield Static(classes="pane summed")

    def on_mount(self) -> None:
        self.query_one(".summed").border_title = _("Altogether")
        self.catch_up()

    def draw(self) -> None:
        told = self.sight.told
        if told is None or not told.runs:
            return
        heat = self.query_one(Heat)
        heat.border_title = Content(
            _("% of each {stretch} at ×{pace} / open questions · ▲ too much – nothing",
              stretch=length(told.load.stretch), pace=f"{told.scenario.pace:g}")
        )  # fmt: skip
        heat.tell(told)
        words = "\n".join(in_words(told, role) for role in told.load.strips)
        self.query_one(".summed", Static).update(plain(words))
