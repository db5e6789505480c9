"""The table of injects. What is told of one, and what is done with it, is the page's."""

from typing import ClassVar

from rich.text import Text
from textual.content import Content
from textual.message import Message
from textual.reactive import var

from simulator.engine.views.overview import InjectRow, Panel
from simulator.session.room import Room
from tui import words
from tui.marks import joined
from tui.plain import clean, line
from tui.room import msel
from tui.room.msel import Folded, Names, Order, Sieve
from tui.speech import _, many, mark
from tui.widgets.grid import Cells, Column, Grid


class Injects(Grid):
    """A tick of the clock draws only those rows anew whose countdown reads differently."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("State"), 11),
        Column(mark("When"), 11),
        Column(mark("Inject")),
        Column(mark("To"), 10, most=79),
        Column(mark("To"), 14, least=80),
        Column(mark("Storyline"), 9, least=70, most=99),
        Column(mark("Storyline"), 12, least=100),
        Column(mark("Channel"), 7, least=112),
        Column(mark("Waits for, or answer"), least=100),
    )
    NOTHING = mark("No injects.")

    class Drawn(Message):
        """What is told of the injects has changed, or which of them are shown."""

    room: var[Room | None] = var(None)
    panel: var[Panel | None] = var(None)
    order: var[Order] = var("time")
    sieve: var[Sieve] = var(Sieve())

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.names = Names({}, {}, {})
        self._rows: dict[str, InjectRow] = {}
        self._texts = Folded()
        self._counting: dict[str, str] = {}
        """What is said of the time of those rows that were drawn and count down."""
        self._begun = False

    @property
    def row(self) -> InjectRow | None:
        """The inject under the cursor."""
        return self._rows.get(self.current)

    @property
    def next(self) -> str:
        """The id of the next to be sent, of those that are shown."""
        shown = [self._rows[key] for key in self._keys]
        return msel.next_one(msel.ordered(shown, "time", self.names))

    def nothing(self) -> str:
        if self.panel is None:
            return _("Nothing is told of this team yet.")
        return super().nothing() if self.sieve == Sieve() else _("No such inject.")

    def watch_room(self) -> None:
        if self.room is None or self.panel is None:
            return
        if not self._named():
            self._count(msel.now_of(self.room, self.panel), self.room.start)

    def watch_panel(self, before: Panel | None, after: Panel | None) -> None:
        if before is None or after is None or before.team != after.team:
            self._begun = False
        if not self._named() and (before is None or after is None or before.msel is not after.msel):
            self._draw()

    def watch_order(self) -> None:
        self._draw()

    def watch_sieve(self) -> None:
        self._draw()

    def fit(self) -> None:
        before = self._shown
        super().fit()
        self._begin()
        if before != self._shown:
            self.call_after_refresh(self._settle)

    def cells_of(self, key: str) -> Cells:
        assert self.room is not None
        assert self.panel is not None
        row = self._rows[key]
        now = msel.now_of(self.room, self.panel)
        when = msel.when(row, now, self.room.start)
        if msel.counts_down(row):
            self._counting[key] = when
        return drawn_of(row, when, self.names)

    def _named(self) -> bool:
        """Take the names as they are now; True where they were others, and all is drawn anew."""
        if self.room is None or self.panel is None:
            return False
        before, self.names = self.names, Names.of(self.room, self.panel)
        if before == self.names:
            return False
        self._texts = Folded()
        self._made.clear()
        self._draw()
        return True

    def _draw(self) -> None:
        before, rows = self._rows, self.panel.msel if self.panel else ()
        self._rows = {row.id: row for row in rows}
        passed = [r for r in rows if msel.passes(r, self.sieve, self.names, self._texts)]
        keys = tuple(row.id for row in msel.ordered(passed, self.order, self.names))
        self.lay_out(keys, {key for key in keys if before.get(key) is not self._rows[key]})
        self._begin()
        self._tell(len(keys), len(rows))
        self.post_message(self.Drawn())

    def _begin(self) -> None:
        """At first the cursor is on what comes next."""
        if not self._begun and self._shown and self._keys:
            self._begun = True
            self.go_to(self.next)

    def _settle(self) -> None:
        """Where the table is of another width, what comes next is again in the midst of it."""
        top = self.cursor_row - (self.size.height - self.header_height) // 3
        self.scroll_to(y=max(0, top), animate=False)

    def _count(self, now: int, start: str) -> None:
        """Draw those anew whose countdown has gone on."""
        late = {
            key
            for key, said in self._counting.items()
            if key not in self._rows or msel.when(self._rows[key], now, start) != said
        }
        for key in late:
            del self._counting[key]
        if shown := late.intersection(self._made):
            self.lay_out(self._keys, shown)

    def _tell(self, shown: int, number: int) -> None:
        """Over the table: how many there are, which are shown, and in which order."""
        said = [many("MSEL: {number} inject", "MSEL: {number} injects", number)]
        if self.sieve != Sieve():
            said = [_("MSEL: {shown} of {number} injects", shown=shown, number=number)]
            said.append(clean(self.sieve.said(self.names)))
        self.border_title = Content(" · ".join([*said, _(msel.ORDERS[self.order])]))


def drawn_of(row: InjectRow, when: str, names: Names) -> Cells:
    """What stands in the row of an inject."""
    sign, word, ink = msel.STATES[row.state]
    gone = "mute" if row.state in ("skipped", "withdrawn") else ""
    return {
        "State": joined((f"{sign} {_(word)}", ink)),
        "When": joined((when, "call" if row.state == "due" else gone)),
        "Inject": line(row.title, gone or ("" if row.sent_at is not None else "strong")),
        "To": line(names.of_roles(row.to), gone),
        "Storyline": line(names.storyline(row.storyline), "mute"),
        "Channel": joined((words.channel(row.channel), "mute")),
        "Waits for, or answer": _waits(row),
    }


def _waits(row: InjectRow) -> Text:
    """Why it was not sent yet; of what was sent and asks something, what was answered."""
    return line(row.waits or row.answer, "mute")
