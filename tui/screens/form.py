"""What every form has: a box with a title, its countdown, and two buttons. Knows no command."""

from typing import ClassVar, TypeVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.reactive import var
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from simulator.engine.commands import Command
from tui import words
from tui.plain import plain
from tui.screens.confirm import Confirm

Made = TypeVar("Made")


class Form(ModalScreen[tuple[Command, ...]]):
    """Dismissed with finished commands, or with none when the player goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back"),
        Binding("ctrl+s", "finish", "Finish"),
    ]
    AUTO_FOCUS = "Choice, Writing, Input"
    TITLE: ClassVar[str] = ""
    DONE: ClassVar[str] = "Send"
    due: int | None = None
    """When the answer is due, in exercise seconds; drawn as a countdown."""

    now: var[int] = var(0)

    def body(self) -> ComposeResult:
        """The fields of the form."""
        raise NotImplementedError

    def commands(self) -> tuple[Command, ...]:
        """What the fields make; nothing (after saying why) while they make nothing yet."""
        raise NotImplementedError

    def kept(self) -> tuple[Command, ...]:
        """What is not lost even when the player goes back."""
        return ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="form"):
            with VerticalScroll(classes="fields", can_focus=False):
                yield from self.body()
            with Horizontal(classes="buttons"):
                yield from self.buttons()

    def buttons(self) -> ComposeResult:
        yield Button(f"{self.DONE}  ctrl+s", id="finish", variant="primary", compact=True)
        yield Button("Back  esc", id="leave", compact=True)

    def on_mount(self) -> None:
        self.query_one(".form").border_title = self.TITLE
        self.watch_now()
        # Focus has scrolled to the first field; what is asked stands above it.
        self.call_after_refresh(self.query_one(".fields").scroll_home, animate=False)

    def watch_now(self) -> None:
        if self.due is not None and self.query(".form"):
            left = words.time_left(self.due, self.now)
            self.query_one(".form").border_subtitle = f"due in {left}; the clock waits"

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

    def action_leave(self) -> None:
        self.dismiss(self.kept())

    def action_finish(self) -> None:
        commands = self.commands()
        warning = self.warning()
        if commands and warning is not None:
            self.app.push_screen(Confirm(warning), lambda sure: self._sure(commands, sure))
        elif commands:
            self.dismiss(commands)

    def _sure(self, commands: tuple[Command, ...], sure: bool | None) -> None:
        if sure:
            self.dismiss(commands)

    def warning(self) -> Text | None:
        """What to confirm before it is done; None where nothing is lost by doing it."""
        return None
