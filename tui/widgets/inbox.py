"""The list of messages, in an order and through a sieve. Showing one is the reading pane's."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.message import Message
from textual.reactive import var
from textual.widgets import DataTable

from simulator.engine.views import Item, RoleView
from tui import company, sifting
from tui.rows import Beheld, cells, due
from tui.seat import Mate
from tui.sifting import Folded, Sieve
from tui.speech import _, mark
from tui.widgets.grid import Cells, Column, Grid

_NARROW = 66
_WIDE = 90
_ROOM_FOR_MATES = 13


class Inbox(Grid):
    """Newest first. A narrow list gives each message two lines."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(" ", 1),
        Column(mark("Time"), 9, least=_NARROW),
        Column(mark("Kind"), 6, least=_NARROW),
        Column(mark("From"), 18, least=_NARROW),
        Column(mark("Subject"), least=_NARROW),
        Column(mark("Message"), most=_NARROW - 1),
        Column(mark("Colleagues"), _ROOM_FOR_MATES, least=_NARROW),
        Column(mark("Due"), 8),
    )
    NOTHING = mark("No messages yet.")

    view: var[RoleView | None] = var(None)
    mates: var[tuple[Mate, ...]] = var(())
    urgent: var[bool] = var(False)
    """Whether what waits for an answer comes first."""
    sieve: var[Sieve] = var(Sieve())

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.hidden_news = 0
        """How many unread messages have come since the sieve was set that it holds back."""
        self._items: dict[str, Item] = {}
        self._beheld: dict[str, Beheld] = {}
        self._texts = Folded()
        self._passed: set[str] = set()
        self._before: set[str] = set()

    @dataclass
    class Opened(Message):
        """The player has put this message before the eyes."""

        key: str
        read_on: bool = False
        """Whether to go on to the reading pane."""

    class Sifted(Message):
        """What is shown, or how much, has changed."""

    @property
    def counts(self) -> tuple[int, int]:
        """How many messages are shown, and of how many."""
        return len(self._keys), len(self._items)

    def columns_at(self, width: int) -> tuple[Column, ...]:
        """Colleagues take room only where there are any."""
        if not self.mates:
            return self.shared((c for c in self.COLUMNS if c.label != "Colleagues"), width)
        special = {"Due": _ROOM_FOR_MATES} if width < _NARROW else {}
        special |= {"From": 12} if width < _WIDE else {}
        columns = (c._replace(width=special.get(c.label, c.width)) for c in self.COLUMNS)
        return self.shared(columns, width)

    def height_of(self, columns: tuple[Column, ...]) -> int:
        return 2 if any(column.label == "Message" for column in columns) else 1

    def nothing(self) -> str:
        return super().nothing() if self.sieve == Sieve() else _("No such message.")

    def cells_of(self, key: str) -> Cells:
        assert self.view is not None
        return cells(self._beheld[key], self.view)

    def on_mount(self) -> None:
        self.watch_urgent(self.urgent)

    def watch_view(self) -> None:
        self._draw()

    def watch_mates(self) -> None:
        self.fit()
        self._draw()

    def watch_urgent(self, urgent: bool) -> None:
        order = _("Inbox: most urgent first") if urgent else _("Inbox: newest first")
        self.border_title = order
        self._draw()

    def watch_sieve(self) -> None:
        self._passed = set()
        self._before = set(self._items)
        self._draw()

    def next_unread(self) -> None:
        """Put the cursor on the oldest message that was not read, whatever the sieve says."""
        unread = [item.key for item in self._items.values() if not item.read]
        if unread:
            self.reveal(unread[0])
            self.post_message(self.Opened(unread[0], read_on=True))

    def reveal(self, key: str) -> None:
        """Put the cursor on this message; the sieve goes where it holds it back."""
        if key in self._items and key not in self._passed:
            self.sieve = Sieve()
        self.go_to(key)

    def _draw(self) -> None:
        if self.view is None:
            return
        self._items = {item.key: item for item in self.view.inbox}
        beheld = self._behold(self.view)
        changed = {key for key, seen in beheld.items() if self._beheld.get(key) != seen}
        self._beheld = beheld
        passed = [item.key for item in self._sifted()]
        self._passed.update(passed)
        self.lay_out(tuple(passed), changed.intersection(passed))
        self.hidden_news = self._hidden() if self.sieve != Sieve() else 0
        self.post_message(self.Sifted())

    def _hidden(self) -> int:
        known = self._passed | self._before
        return sum(not item.read for key, item in self._items.items() if key not in known)

    def _behold(self, view: RoleView) -> dict[str, Beheld]:
        """All that the rows say, by the keys of their messages."""
        corrected = sifting.corrections(view.inbox)
        return {item.key: self._seen(item, item.key in corrected, view) for item in view.inbox}

    def _seen(self, item: Item, corrected: bool, view: RoleView) -> Beheld:
        before = self._beheld.get(item.key)
        quiet = item.decision is None and not self.mates
        if quiet and before and before.item is item and before[1:3] == (corrected, ""):
            return before
        mates = company.sign(self.mates, item) if self.mates else ""
        return Beheld(item, corrected, mates, due(item, view.now))

    def _sifted(self) -> list[Item]:
        """What has passed the sieve once stays, though it has been read or answered since."""
        items = sifting.ordered(tuple(self._items.values()), self.urgent)
        if self.sieve == Sieve():
            return items
        return [
            item
            for item in items
            if item.key in self._passed or sifting.passes(item, self.sieve, self._texts)
        ]

    @on(DataTable.RowHighlighted)
    def _open_where_one_looks(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        if self.has_focus and event.row_key.value:
            self.post_message(self.Opened(event.row_key.value))

    @on(DataTable.RowSelected)
    def _open(self, event: DataTable.RowSelected) -> None:
        event.stop()
        if event.row_key.value:
            self.post_message(self.Opened(event.row_key.value, read_on=True))
