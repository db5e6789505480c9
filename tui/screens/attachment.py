"""What is attached to a message, opened in the terminal: texts to scroll and tables."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, DataTable, Input, OptionList, Static

from simulator.engine.views import AttachmentView, ChallengeView, Item
from tui.attached import Tabled, size, tables
from tui.letters import fields
from tui.marks import joined
from tui.plain import clean, line, plain
from tui.screens.page import Page
from tui.speech import _, many, mark
from tui.widgets.choice import Alternative, Pointed
from tui.widgets.grid import Column, Grid, Row
from tui.widgets.listing import Listing

_WIDEST = 72
_SAMPLE = 200
"""So many rows are looked at to see how wide a column should be."""


class Table(Grid):
    """A table as it was attached; what a cell can't hold is read in the page of its row."""

    def __init__(self, tabled: Tabled) -> None:
        super().__init__(classes="attached-table")
        self.tabled = tabled
        self.names = _names(tabled)

    def on_mount(self) -> None:
        places = range(len(self.names))
        self.show(
            [
                Row(str(number), {str(n): line(row[n]) for n in places if n < len(row)})
                for number, row in enumerate(self.tabled.rows, 1)
            ]
        )

    def columns_at(self, width: int) -> tuple[Column, ...]:
        """As wide as what stands in them, however wide the table is: it scrolls sideways."""
        return tuple(
            Column(str(place), min(_WIDEST, max(map(cell_len, self._sample(place)))))
            for place in range(len(self.names))
        )

    def heading(self, column: Column) -> Text:
        return line(self.names[int(column.label)])

    def _sample(self, place: int) -> list[str]:
        rows = self.tabled.rows[:_SAMPLE]
        cells = [row[place][:_WIDEST] for row in rows if place < len(row)]
        return [clean(cell) for cell in (self.names[place][:_WIDEST], *cells)]

    @on(DataTable.RowSelected)
    def _read(self, event: DataTable.RowSelected) -> None:
        event.stop()
        number = event.row_key.value or ""
        if number:
            row = self.tabled.rows[int(number) - 1]
            told = fields(list(zip(self.names, row, strict=False)))
            self.app.push_screen(Page(_("Row {number}", number=number), told, _("Close  esc")))


class Attachments(ModalScreen[None]):
    """Where there are several, the list of them stands above and its cursor chooses one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", mark("Search"), key_display="/"),
        Binding("escape,q,v", "back", mark("Close")),
    ]
    AUTO_FOCUS = "Pointed, Listing, VerticalScroll, Grid"

    def __init__(self, item: Item | ChallengeView) -> None:
        super().__init__()
        self.attachments = item.attachments
        self.listed = isinstance(item, ChallengeView)
        """Whether texts are read for their columns, and not for their sentences."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="form large"):
            if len(self.attachments) > 1:
                yield Pointed(_alternatives(self.attachments), id="names")
            yield Vertical(*_shown(self.attachments[0], self.listed), id="attachment")
            if self.listed:
                found = _("Search, enter, esc; n and N go on")
                yield Input(placeholder=found, compact=True, classes="search")
            with Horizontal(classes="buttons"):
                yield Button(_("Close  esc"), id="close", variant="primary", compact=True)

    def on_mount(self) -> None:
        self.query(Input).set(display=False)
        self._entitle(self.attachments[0])

    def _entitle(self, attachment: AttachmentView) -> None:
        box = self.query_one(".form")
        box.border_title = Content(line(attachment.name).plain)
        box.border_subtitle = Content(size(attachment))

    @on(OptionList.OptionHighlighted, "#names")
    async def _turn(self, event: OptionList.OptionHighlighted) -> None:
        attachment = self.attachments[int(event.option.id or 0)]
        place = self.query_one("#attachment")
        with self.app.batch_update():
            await place.remove_children()
            await place.mount(*_shown(attachment, self.listed))
        self._entitle(attachment)

    @on(OptionList.OptionSelected, "#names")
    def _into(self) -> None:
        self.focus_next()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "search" or self.listed

    def action_search(self) -> None:
        line = self.query_one(".search", Input)
        line.display = True
        line.focus()

    def action_back(self) -> None:
        """Out of the search, or out of it all."""
        lines = self.query(Listing)
        if lines and self.query_one(".search", Input).has_focus:
            self.query_one(".search", Input).display = False
            lines.first().focus()
        else:
            self.dismiss()

    @on(Input.Changed, ".search")
    def _seek(self, event: Input.Changed) -> None:
        event.stop()
        for listing in self.query(Listing):
            listing.seek(event.value)
            found = many("{number} line found", "{number} lines found", len(listing.found))
            self.query_one(".form").border_subtitle = Content(found if event.value else "")

    @on(Input.Submitted, ".search")
    def _found(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_back()

    @on(Button.Pressed, "#close")
    def _close(self) -> None:
        self.dismiss()


def _shown(attachment: AttachmentView, listed: bool) -> list[Widget]:
    parts: list[Widget] = []
    if attachment.text and listed:
        parts.append(Listing(attachment.text))
    elif attachment.text:
        parts.append(VerticalScroll(Static(plain(attachment.text)), classes="attached-text"))
    if attachment.indicators:
        only = _("Display text only: nothing here can be followed.")
        parts.append(Static(plain(only, "mute")))
    return [*parts, *(Table(tabled) for tabled in tables(attachment))]


def _alternatives(attachments: Sequence[AttachmentView]) -> list[Alternative]:
    return [
        Alternative(str(number), joined(line(one.name), (f"  {size(one)}", "mute")))
        for number, one in enumerate(attachments)
    ]


def _names(tabled: Tabled) -> tuple[str, ...]:
    """The names of the columns; one without a name has its number."""
    width = max(map(len, (tabled.columns, *tabled.rows)))
    rest = range(len(tabled.columns) + 1, width + 1)
    return (*tabled.columns, *map(str, rest))
