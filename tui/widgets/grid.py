"""A table of rows whose columns share the width. What stands in the rows is for others to say."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import DataTable

from tui.plain import line

_EMPTY = ""
_NARROWEST = 6


class Column(NamedTuple):
    """`width` 0 shares what the others leave; shown in tables of `least` to `most` cells."""

    label: str
    width: int = 0
    least: int = 0
    most: int = 999


class Row(NamedTuple):
    """`key` is never empty; `cells` are by the labels of their columns, missing ones blank."""

    key: str
    cells: dict[str, Text]


class Grid(DataTable[Text]):
    """Draws rows in place: cursor and scroll stay, and a row keeps its cursor when others come.

    It is rebuilt only when rows come, go or move, and when its width changes.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "scroll_top", "Top", show=False),
        Binding("end", "scroll_bottom", "Bottom", show=False),
        Binding("enter", "select_cursor", "Open", show=False),
    ]
    COLUMNS: ClassVar[tuple[Column, ...]] = ()
    NOTHING: ClassVar[str] = "Nothing here."
    """What is said where there are no rows."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes, cursor_type="row", cell_padding=1)
        self.cursor_foreground_priority = "css"
        self._rows: tuple[Row, ...] = ()
        self._shown: tuple[Column, ...] = ()

    @property
    def current(self) -> str:
        """The key of the row under the cursor; empty where there is none."""
        return self._rows[self.cursor_row].key if self.cursor_row < len(self._rows) else _EMPTY

    def columns_at(self, width: int) -> tuple[Column, ...]:
        """The columns that fit a table of this many cells, each with its final width."""
        fitting = [column for column in self.COLUMNS if column.least <= width <= column.most]
        taken = sum(column.width + 2 * self.cell_padding for column in fitting)
        sharing = sum(column.width == 0 for column in fitting) or 1
        share = max(_NARROWEST, (width - taken) // sharing)
        return tuple(column._replace(width=column.width or share) for column in fitting)

    def height_of(self, columns: tuple[Column, ...]) -> int:
        """How many lines a row takes where these columns are shown."""
        return 1

    def show(self, rows: Sequence[Row]) -> None:
        """Draw these rows, touching only what is different."""
        before, self._rows = self._rows, tuple(rows)
        if not self._shown:
            return
        if not rows or [row.key for row in before] != [row.key for row in rows]:
            self._rebuild(before)
            return
        for old, new in zip(before, rows, strict=True):
            if old.cells != new.cells:
                self._redraw(old, new)

    def go_to(self, key: str) -> None:
        """Put the cursor on the row of this key, where there is one."""
        for index, row in enumerate(self._rows):
            if row.key == key:
                self.move_cursor(row=index)

    def on_resize(self, event: events.Resize) -> None:
        columns = self.columns_at(self.size.width)
        if columns != self._shown:
            self._shown = columns
            self._rebuild(self._rows)

    def _redraw(self, old: Row, new: Row) -> None:
        for column in self._shown:
            cell = new.cells.get(column.label, Text())
            if old.cells.get(column.label, Text()) != cell:
                self.update_cell(new.key, column.label, cell)

    def _rebuild(self, before: tuple[Row, ...]) -> None:
        kept = before[self.cursor_row].key if self.cursor_row < len(before) else _EMPTY
        top = self.scroll_offset.y
        height = self.height_of(self._shown)
        # On its way back the cursor passes rows that nobody has looked at.
        with self.prevent(DataTable.RowHighlighted):
            self.clear(columns=True)
            for column in self._shown:
                self.add_column(Text(column.label), width=column.width, key=column.label)
            for row in self._rows or (self._placeholder(),):
                cells = (row.cells.get(column.label, Text()) for column in self._shown)
                self.add_row(*cells, key=row.key, height=height)
            self.go_to(kept)
        self.call_after_refresh(self.scroll_to, y=top, animate=False)

    def _placeholder(self) -> Row:
        widest = max(self._shown, key=lambda column: column.width)
        return Row(_EMPTY, {widest.label: line(self.NOTHING, "mute")})
