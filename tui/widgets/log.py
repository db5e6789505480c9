"""The log of what the role has known and done, to be searched, narrowed down and followed."""

from typing import ClassVar, Final

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var
from textual.widgets import Input, OptionList

from simulator.engine.views import RoleView
from tui import kinds, logbook, words
from tui.acts import act
from tui.finding import folded
from tui.logbook import Entry, Logbook
from tui.marks import joined
from tui.plain import clean, line
from tui.speech import _, many, mark, spoken
from tui.widgets.choice import Alternative, Pointed
from tui.widgets.roll import Roll
from tui.widgets.search import Searched

OWN: Final = "»"
"""Stands before what the role did itself."""
_ROOM: Final = 20
"""Words are not broken at fewer cells than these, whatever is cut off."""


class Log(Roll):
    """Follows the end until one scrolls up; then it counts what has come below."""

    view: var[RoleView | None] = var(None)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.book = Logbook()
        self._start = ""
        self._languages = ("", "")
        self._heads = (0, 0)
        self._follows = True
        self._seen = 0

    def watch_view(self, view: RoleView | None) -> None:
        if view is None:
            return
        languages = (view.language, spoken())
        anew = languages != self._languages or not self.book.continues(view.log)
        if anew:
            self._begin(view.start, languages)
        if anew or len(view.log) > len(self.book.entries):
            self.book.take(view.log[len(self.book.entries) :])
            self._draw(anew)

    def on_resize(self, event: events.Resize) -> None:
        """What is at the top stays there, or the last at the bottom."""
        top = self.book.earliest(self.scroll_offset.y)
        self._measure()
        self._draw()
        if not self._follows:
            self._go_to(self.book.row_of(top))

    def want(self, wanted: str, sought: str) -> None:
        """Show only the lines of this kind that have these words; who reads further up stays at
        the same time of the exercise."""
        if (wanted, folded(sought.strip())) == (self.book.wanted, self.book.sought):
            return
        top = self.book.earliest(self.scroll_offset.y)
        self.book.want(wanted, sought)
        self.sought, self._seen = self.book.sought, len(self.book.shown)
        self._draw()
        if not self._follows:
            self._go_to(self.book.row_of(top))

    def row_count(self) -> int:
        return self.book.rows

    def row(self, y: int) -> Text:
        entry, above = self.book.at(y)
        head = joined(" " * (sum(self._heads) + 4)) if above else self._head(entry)
        return head.append(self.book.broken(entry)[above], "strong" if entry.line.mine else None)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._follows = self.scroll_offset.y >= self.max_scroll_y
        self._tell()

    def _head(self, entry: Entry) -> Text:
        time, kind = self._heads
        said = words.short_time(self._start, entry.line.at).ljust(time)
        about = logbook.kind(entry.line.kind).ljust(kind)[:kind]
        sign = OWN if entry.line.mine else " "
        return joined((f"{said} {about} ", "mute"), (f"{sign} ", "call"))

    def _begin(self, start: str, languages: tuple[str, str]) -> None:
        """An empty book that asks for the same; the lines that were there are other lines now."""
        wanted, sought = self.book.wanted, self.book.sought
        self.book = Logbook()
        self.book.want(wanted, sought)
        self._start, self._languages, self._seen = start, languages, 0
        named = set(kinds.KINDS) - {kinds.ALL, kinds.MINE}
        self._heads = (
            len(words.short_time(start, 0)),
            max(len(logbook.kind(code)) for code in named),
        )
        self._measure()

    def _measure(self) -> None:
        if self.room:
            self.book.fit(max(_ROOM, self.room - sum(self._heads) - 4))

    def _draw(self, anew: bool = True) -> None:
        follows = self._follows
        if anew:
            self.renew()
        else:
            self.fit()
        if follows:
            self._go_to(self.max_scroll_y)
        self._tell()

    def _go_to(self, row: int) -> None:
        self.scroll_to(y=row, animate=False, force=True)
        self._follows = self.scroll_offset.y >= self.max_scroll_y

    def _tell(self) -> None:
        """Over the lines: how many are shown, of what kind, and how many came unseen below."""
        shown, all_of_them = len(self.book.shown), len(self.book.entries)
        if self._follows:
            self._seen = shown
        said = [many("Log: {number} line", "Log: {number} lines", all_of_them)]
        if self.book.wanted or self.book.sought:
            said = [_("Log: {shown} of {number} lines", shown=shown, number=all_of_them)]
        if self.book.wanted:
            said.append(logbook.asked_for(self.book.wanted))
        if self.book.sought:
            said.append(f"“{clean(self.book.sought)}”")
        if shown > self._seen:
            said.append(many("▼ {number} new below", "▼ {number} new below", shown - self._seen))
        self.border_title = Content(" · ".join(said))


class LogPane(Searched):
    """The log, with a search and a choice of kinds."""

    ACTS: ClassVar[list[Binding]] = [
        *Searched.ACTS,
        act("f", "filter", mark("Filter"), mark("Show only one kind of line")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [*ACTS]

    def compose(self) -> ComposeResult:
        yield Pointed(id="kinds")
        yield from super().compose()

    def on_mount(self) -> None:
        super().on_mount()
        self._kinds.display = False
        self._kinds.border_title = _("Which lines? enter chooses")

    @property
    def log_lines(self) -> Log:
        return self.query_one(Log)

    @property
    def _kinds(self) -> Pointed:
        return self.query_one("#kinds", Pointed)

    def roll(self) -> Log:
        return Log()

    def seek(self, words: str) -> None:
        self.log_lines.want(self.log_lines.book.wanted, words)

    def action_filter(self) -> None:
        """Offer the kinds that there are."""
        if self.view is None:
            return
        counted = logbook.counts(self.view.log)
        self._kinds.tell([Alternative(code, _offered(code, found)) for code, found in counted])
        self._kinds.display = True
        self._kinds.focus()

    def go_on(self) -> None:
        self.query_one(Input).display = False
        super().go_on()

    def action_everything(self) -> None:
        if self._kinds.display:
            self._kinds.display = False
        else:
            self.log_lines.want(kinds.ALL, "")
            super().action_everything()
        self.log_lines.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._kinds.display = False
        self.log_lines.want(event.option.id or kinds.ALL, self.log_lines.book.sought)
        self.log_lines.focus()


def _offered(code: str, found: int) -> Text:
    return joined((f"{words.number(found):>6}  ", "mute"), line(logbook.asked_for(code)))
