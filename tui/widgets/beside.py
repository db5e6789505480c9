"""Tables and, beside or beneath them, all that is known of the row that was pointed at last."""

from typing import ClassVar

from rich.console import RenderableType
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.reactive import var
from textual.widgets import DataTable, Static

from simulator.engine.views import RoleView
from tui.messages import FormWanted
from tui.speech import _
from tui.widgets.grid import Grid


class About(VerticalScroll):
    ALLOW_MAXIMIZE = True


class Beside(Container):
    """Subclasses say which table, what its rows are called in a form, and what to tell of one."""

    TITLE: ClassVar[str]
    FORM: ClassVar[str]

    view: var[RoleView | None] = var(None)

    def table(self) -> Grid:
        """The table, not yet bound to a view."""
        raise NotImplementedError

    def beneath(self) -> ComposeResult:
        """What stands under the table."""
        yield from ()

    def tell(self, key: str, view: RoleView) -> RenderableType | None:
        """All about the row of this key; None where there is no such row."""
        raise NotImplementedError

    def tell_of(self, table: Grid, key: str, view: RoleView) -> RenderableType | None:
        """The same, where there are more tables beneath."""
        return self.tell(key, view)

    def compose(self) -> ComposeResult:
        with Vertical(classes="left"):
            yield self.table().data_bind(Beside.view)
            yield from self.beneath()
        with About(classes="right pane"):
            yield Static(classes="about")

    def on_mount(self) -> None:
        self._pointed, self._told_of = self._table, ""
        self._table.border_title = _(self.TITLE)
        self.query_one(".right").border_title = _("About")

    @property
    def _table(self) -> Grid:
        return self.query(Grid).first()

    def watch_view(self) -> None:
        if self.is_mounted:
            self._show(self._pointed.current)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, Grid):
            self._pointed = event.widget
            self._show(event.widget.current)

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        if event.data_table is self._pointed:
            self._show(event.row_key.value or "")

    @on(DataTable.RowSelected)
    def _open(self, event: DataTable.RowSelected) -> None:
        if event.data_table is self._table and event.row_key.value:
            self.post_message(FormWanted(self.FORM, event.row_key.value))

    def _show(self, key: str) -> None:
        told = self.tell_of(self._pointed, key, self.view) if self.view else None
        self.query_one(".about", Static).update("" if told is None else told)
        if key != self._told_of:
            self._told_of = key
            self.query_one(About).scroll_home(animate=False)
