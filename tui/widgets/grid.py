"""A table of rows whose columns share the width. What stands in the rows is for others to say."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widgets import DataTable
from textual.widgets.data_table import RowKey

from tui.plain import line
from tui.speech import _, mark

_EMPTY = ""
_NARROWEST = 6
_FEW = 8
"""So many rows are taken out one by one; more than that, and all are put in anew."""

Cells = Mapping[str, Text]


class Column(NamedTuple):
    """`width` 0 shares what the others leave; shown in tables of `least` to `most` cells."""

    label: str
    width: int = 0
    least: int = 0
    most: int = 999


class Row(NamedTuple):
    """`key` is never empty; `cells` are by the labels of their columns, missing ones blank."""

    key: str
    cells: Cells


class Grid(DataTable[str]):
    """Draws rows in place: cursor and scroll stay, and a row keeps its cursor when others come.

    A row is made when it comes into sight, and made anew when it has changed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "scroll_top", mark("Top"), show=False),
        Binding("end", "scroll_bottom", mark("Bottom"), show=False),
        Binding("enter", "select_cursor", mark("Open"), show=False),
    ]
    COLUMNS: ClassVar[tuple[Column, ...]] = ()
    NOTHING: ClassVar[str] = mark("Nothing here.")

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes, cursor_type="row", cell_padding=1)
        self.cursor_foreground_priority = "css"
        self._given: dict[str, Cells] = {}
        self._keys: tuple[str, ...] = ()
        self._made: dict[str, list[Text]] = {}
        self._shown: tuple[Column, ...] = ()
        self._steered = False
        """Whether somebody has put the cursor on a row; until then the top is what they look at."""

    @property
    def current(self) -> str:
        """The key of the row under the cursor; empty where there is none."""
        return self._keys[self.cursor_row] if self.cursor_row < len(self._keys) else _EMPTY

    def columns_at(self, width: int) -> tuple[Column, ...]:
        """The columns that fit a table of this many cells, each with its final width."""
        return self.shared(self.COLUMNS, width)

    def shared(self, columns: Iterable[Column], width: int) -> tuple[Column, ...]:
        """Those of the columns that fit, with the width shared among them."""
        fitting = [column for column in columns if column.least <= width <= column.most]
        taken = sum(column.width + 2 * self.cell_padding for column in fitting)
        sharing = sum(column.width == 0 for column in fitting) or 1
        share = max(_NARROWEST, (width - taken) // sharing)
        return tuple(column._replace(width=column.width or share) for column in fitting)

    def height_of(self, columns: tuple[Column, ...]) -> int:
        """How many lines a row takes where these columns are shown."""
        return 1

    def heading(self, column: Column) -> Text:
        """What stands over a column."""
        return Text(_(column.label))

    def nothing(self) -> str:
        """What is said where there are no rows."""
        return _(self.NOTHING)

    def cells_of(self, key: str) -> Cells:
        """What stands in the row of this key."""
        return self._given[key]

    def show(self, rows: Sequence[Row]) -> None:
        """Draw these rows, touching only what is different."""
        before, self._given = self._given, {row.key: row.cells for row in rows}
        self.lay_out(
            tuple(self._given), {row.key for row in rows if before.get(row.key) != row.cells}
        )

    def lay_out(self, keys: tuple[str, ...], changed: Collection[str]) -> None:
        """Draw the rows of these keys in this order; the changed ones are made anew."""
        before, self._keys = self._keys, keys
        for key in changed:
            self._made.pop(key, None)
        if not self._shown:
            return
        if before != keys:
            self._put(before)
        elif changed:
            # One cell that is set anew is what makes the table look at all of them again.
            self.update_cell(keys[0], self._shown[0].label, keys[0])

    def go_to(self, key: str) -> None:
        """Put the cursor on the row of this key, where there is one."""
        if key in self._keys:
            self.move_cursor(row=self._keys.index(key))

    def get_row_at(self, row_index: int) -> list[Text]:  # type: ignore[override]
        """The cells of a row, made when the table first asks for them."""
        key = self._keys[row_index] if self._keys else _EMPTY
        if key not in self._made:
            cells = self.cells_of(key) if key else {}
            self._made[key] = [cells.get(column.label, Text()) for column in self._shown]
        return self._made[key]

    def on_resize(self, event: events.Resize) -> None:
        self.fit()

    def on_show(self) -> None:
        """Where it was hidden, nothing could be scrolled into sight."""
        if self._steered:
            self.move_cursor(row=self.cursor_row)
        else:
            self.scroll_to(y=0, animate=False)

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        self._steered = self._steered or event.cursor_row > 0

    def render_line(self, y: int) -> Strip:
        if self._keys or y != self.header_height:
            return super().render_line(y)
        # What is said where there are no rows takes the width of all columns.
        width = max(1, self.size.width)
        said = line(self.nothing(), "mute")
        said.pad_left(self.cell_padding)
        options = self.app.console.options.update(width=width)
        (drawn,) = self.app.console.render_lines(said, options, style=self.rich_style)
        return Strip(drawn, width)

    def fit(self) -> None:
        """Show the columns that fit the width there is now."""
        columns = self.columns_at(self.size.width)
        if columns == self._shown:
            return
        kept, self._shown = self.current, columns
        self._made.clear()
        top = self.scroll_offset.y
        with self.prevent(DataTable.RowHighlighted):
            self.clear(columns=True)
            for column in columns:
                self.add_column(self.heading(column), width=column.width, key=column.label)
            self._add(self._keys or (_EMPTY,))
            self.go_to(kept)
        self.call_after_refresh(self.scroll_to, y=top, animate=False)

    def _put(self, before: tuple[str, ...]) -> None:
        """Bring the rows into their new order, with the cursor on the row that it was on."""
        at = self.cursor_row
        kept = before[at] if at < len(before) else _EMPTY
        top = self._top_with(kept, at)
        # On its way back the cursor passes rows that nobody has looked at.
        with self.prevent(DataTable.RowHighlighted):
            self._exchange(set(before), self._keys or (_EMPTY,))
            self.move_cursor(row=self._keys.index(kept) if kept in self._keys else 0)
        self.call_after_refresh(self.scroll_to, y=top, animate=False)

    def _top_with(self, kept: str, at: int) -> float:
        """Where to scroll to, so that the row with the cursor stays where it is looked at."""
        top = self.scroll_offset.y
        if kept not in self._keys:
            return 0
        height = self.height_of(self._shown)
        moved = (self._keys.index(kept) - at) * height
        leaves = (at + 1) * height + moved > top + self.size.height - self.header_height
        return top + moved if top or (leaves and self._steered) else top

    def _exchange(self, before: set[str], keys: tuple[str, ...]) -> None:
        stays = set(keys)
        gone = (before or {_EMPTY}) - stays
        for key in gone:
            self._made.pop(key, None)
        if len(gone) > _FEW:
            self.clear()
            self._add(keys)
            return
        for key in gone:
            self.remove_row(key)
        self._add(key for key in keys if key not in before)
        place = {key: index for index, key in enumerate(keys)}
        self.sort(self._shown[0].label, key=place.__getitem__)

    def _add(self, keys: Iterable[str]) -> None:
        """Add rows that say no more than their keys; `get_row_at` says what stands in them."""
        height = self.height_of(self._shown)
        for key in keys:
            self.add_row(key, key=key, height=height)

    def _update_dimensions(self, new_rows: Iterable[RowKey]) -> None:
        # Measuring would make every row; the widths are settled before there are any.
        super()._update_dimensions(())
