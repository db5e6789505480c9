"""A box with fields and two buttons, that makes something of what is filled in or chosen."""

from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from tui.plain import plain
from tui.screens.confirm import Confirm
from tui.screens.page import help_on
from tui.speech import _, mark

Made = TypeVar("Made")


class Sheet(ModalScreen[tuple[Made, ...]], Generic[Made]):
    """Dismissed with what was made, or with nothing when its user goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", mark("Back")),
        Binding("ctrl+s", "finish", mark("Finish")),
        Binding("f1", "help", mark("Help")),
        # Before the field sees them: keys that come in one burst, as over a slow line, then go to
        # the fields that they were meant for.
        Binding("tab", "app.focus_next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", show=False, priority=True),
    ]
    AUTO_FOCUS = "Choice, Several, Writing, Input"
    further: Callable[[tuple[Made, ...]], "Sheet[Made] | None"] = staticmethod(lambda made: None)
    """The sheet that asks back about what was made, and makes the same of it or nothing."""
    TITLE: ClassVar[str] = ""
    DONE: ClassVar[str] = mark("Send")

    def body(self) -> ComposeResult:
        """The fields."""
        raise NotImplementedError

    def made(self) -> tuple[Made, ...]:
        """What the fields make; nothing (after saying why) while they make nothing yet."""
        raise NotImplementedError

    def head(self) -> ComposeResult:
        """What stands above the fields and stays there when they are scrolled."""
        yield from ()

    def kept(self) -> tuple[Made, ...]:
        """What is not lost even when its user goes back."""
        return ()

    def unsaved(self) -> bool:
        """Whether going back loses what took somebody a while to write."""
        return False

    def compose(self) -> ComposeResult:
        with Vertical(classes="form"):
            yield from self.head()
            with VerticalScroll(classes="fields", can_focus=False):
                yield from self.body()
            with Horizontal(classes="buttons"):
                yield from self.buttons()

    def buttons(self) -> ComposeResult:
        yield Button(f"{_(self.DONE)}  ctrl+s", id="finish", variant="primary", compact=True)
        yield Button(_("Back  esc"), id="leave", compact=True)

    def on_mount(self) -> None:
        self.query_one(".form").border_title = _(self.TITLE)
        # Focus has scrolled to the first field; what is asked stands above it.
        self.call_after_refresh(self.query_one(".fields").scroll_home, animate=False)

    def label(self, text: str, ink: str = "mute") -> Static:
        """Words above a field."""
        return Static(plain(text, ink), classes="label")

    def complain(self, sentence: str) -> None:
        self.notify(sentence, severity="warning", markup=False)

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next()

    @on(Button.Pressed, "#leave")
    def _leave(self) -> None:
        self.action_leave()

    @on(Button.Pressed, "#finish")
    def _finish(self) -> None:
        self.action_finish()

    def action_help(self) -> None:
        self.app.push_screen(help_on(self, "form"))

    def action_leave(self) -> None:
        if self.unsaved():
            question = plain(_("Go back? What you have written here is lost."))
            self.app.push_screen(Confirm(question), self._back)
        else:
            self.dismiss(self.kept())

    def _back(self, sure: bool | None) -> None:
        if sure:
            self.dismiss(self.kept())

    def action_finish(self) -> None:
        made = self.made()
        warning = self.warning()
        if made and warning is not None:
            self.app.push_screen(Confirm(warning), lambda sure: self._sure(made, sure))
        elif made and (further := self.further(made)):
            self.app.push_screen(further, lambda sure: self._sure(sure or (), bool(sure)))
        elif made:
            self.dismiss(made)

    def _sure(self, made: tuple[Made, ...], sure: bool | None) -> None:
        """Whoever goes back finds the sheet as it was."""
        if sure:
            self.dismiss(made)

    def warning(self) -> Text | None:
        """What to confirm before it is done; None where nothing is lost by doing it."""
        return None
