"""What every form of the exercise has: its countdown, its draft, and who else is at it."""

from typing import Final

from rich.text import Text
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from simulator.engine.commands import Command
from simulator.engine.views import RoleView
from tui import words
from tui.drafts import About, Drafts
from tui.plain import plain
from tui.screens.sheet import Sheet
from tui.seat import Mate
from tui.speech import _, many
from tui.widgets.entries import enter, entry_of, fields_in

OFTEN: Final = 2.0
"""Seconds between two looks at what is written, to keep it as a draft."""


class Form(Sheet[Command]):
    """Dismissed with finished commands, or with none when the player goes back."""

    due: int | None = None
    """When the answer is due, in exercise seconds; drawn as a countdown."""
    about: About = ("note", "")
    """The kind and id of what it answers."""
    shared: bool = False
    """Whether others play on while it is filled in."""
    drafts: Drafts | None = None
    """Where what is written is kept until it is sent."""

    now: var[int] = var(0)
    gone: var[str] = var("")
    """Why nothing can be answered by now, in a sentence; empty where it can."""
    mates: var[tuple[Mate, ...]] = var(())
    """The other people in this seat."""

    def __init__(self, view: RoleView) -> None:
        super().__init__()
        self.role = view.role.id
        self.start = view.start
        self.set_reactive(Form.now, view.now)
        self._fields: tuple[tuple[str, Widget], ...] = ()
        self._blank: dict[str, str] = {}
        self._left = False
        self._drafted = ""
        self._noticed = Text()

    def commands(self) -> tuple[Command, ...]:
        """What the fields make; nothing (after saying why) while they make nothing yet."""
        raise NotImplementedError

    def made(self) -> tuple[Command, ...]:
        if self.gone:
            self.complain(_("Nothing is sent: this is no longer open. esc goes back."))
            return ()
        return self.commands()

    def head(self) -> ComposeResult:
        yield Static(id="notice")

    def on_mount(self) -> None:
        self._fields = tuple(fields_in(self))
        self._blank = self.written()
        self._take_up()
        self.set_interval(OFTEN, self.keep)
        self.tell()

    def watch_now(self) -> None:
        self.tell()

    def watch_gone(self) -> None:
        self.tell()

    def watch_mates(self) -> None:
        self.tell()

    def tell(self) -> None:
        """Draw anew what changes while the form is open."""
        if not self.query("#notice"):
            return
        self.query_one(".form").border_subtitle = self._countdown()
        before, self._noticed = self._noticed, self._notice()
        if self._noticed != before:
            self.query_one("#notice", Static).update(self._noticed)
            self.query_one("#notice").display = bool(self._noticed)

    def keep(self) -> None:
        """Keep what is written as a draft, unless it is as it was when the form was opened."""
        written = self.written()
        if self.drafts is None:
            return
        if self.gone or written == self._blank:
            self.drafts.drop(self.about)
        else:
            self.drafts.keep(self.about, written, self.now)

    def on_unmount(self) -> None:
        """The program ends while the form is open."""
        if not self._left:
            self.keep()

    def dismiss(self, result: tuple[Command, ...] | None = None) -> AwaitComplete:
        self.keep()
        self._left = True
        if not result and self.drafts and self.drafts.of(self.about):
            self.notify(_("What you wrote is kept as a draft."), timeout=4, markup=False)
        return super().dismiss(result)

    def written(self) -> dict[str, str]:
        """What stands in the fields that are not empty, by their ids."""
        return {id: entry for id, field in self._fields if (entry := entry_of(field))}

    def _take_up(self) -> None:
        """Put back what was written and not sent."""
        draft = self.drafts.of(self.about) if self.drafts else None
        if draft is None:
            return
        for id, field in self._fields:
            if entry_of(field) != draft.written.get(id, ""):
                enter(field, draft.written.get(id, ""))
        if draft.at > self.now:
            self._drafted = _("A draft of an earlier play.")
        else:
            self._drafted = _("A draft of {time}.", time=words.short_time(self.start, draft.at))

    def _countdown(self) -> str:
        if self.gone or self.due is None:
            return ""
        if self.due < self.now:
            late = words.duration(self.now - self.due)
            return _("late by {time}; it can still be sent", time=late)
        left = words.time_left(self.due, self.now)
        if self.shared:
            return _("due in {time}; the clock does not wait", time=left)
        return _("due in {time}; the clock waits", time=left)

    def _notice(self) -> Text:
        """Why it may be no use to go on, who else is at it, and when it was begun."""
        said = []
        if self.gone:
            said.append(plain(self.gone, "bad"))
        names = [mate.name for mate in self.mates if mate.writes == self.about]
        if names and not self.gone:
            at_it = many(
                "▲ {names} is at this too.",
                "▲ {names} are at this too.",
                len(names),
                names=", ".join(names),
            )
            said.append(plain(at_it, "call"))
        if self._drafted:
            said.append(plain(self._drafted, "mute"))
        return Text("\n").join(said)
