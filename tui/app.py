"""The application: a theme, and the first screen. What is played is in the screens."""

import asyncio
import sys
from collections.abc import Iterable
from typing import Any, Final, Protocol, runtime_checkable

from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.screen import Screen
from textual.theme import Theme

from tui.acts import remap
from tui.screens.confirm import Confirm
from tui.settings import Settings
from tui.speech import _, mark
from tui.theme import THEMES, inks

SYSTEM: Final = {
    "Theme": (mark("Colours"), mark("Choose other colours")),
    "Screenshot": (mark("Picture"), mark("Keep a picture of the screen as a file")),
}
"""The toolkit's own commands that are harmless, and what they are called here."""


LOOK_EVERY: Final = 2.0
"""Seconds after which a terminal that was closed is noticed."""


def at_a_terminal() -> bool:
    """Whether somebody can type here; one that was closed is a terminal no longer."""
    return sys.__stdin__ is not None and not sys.__stdin__.closed and sys.__stdin__.isatty()


@runtime_checkable
class Leavable(Protocol):
    """A screen that is not left without a question."""

    def ask_to_leave(self) -> None: ...


class KullaApp(App[None]):
    TITLE = "Kulla"
    CSS_PATH = "kulla.tcss"

    def __init__(self, first: Screen[None], settings: Settings | None = None) -> None:
        super().__init__()
        self._first = first
        self.settings = settings or Settings()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self.settings.theme
        if not self.settings.motion:
            self.animation_level = "none"
        self.set_keymap(self.settings.keys)
        remap(self.settings.keys)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What themes that are not ours lack."""
        return {"mute": self.current_theme.foreground or "#808080"}

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The harmless ones of the toolkit; to leave is the screen's own act, with a question."""
        for one in super().get_system_commands(screen):
            if one.title in SYSTEM:
                name, about = SYSTEM[one.title]
                yield SystemCommand(_(name), _(about), one.callback)

    def action_command_palette(self) -> None:
        """The toolkit's own, with a hint that speaks the reader's language."""
        if not isinstance(self.screen, CommandPalette):
            hint = _("Search for anything you can do")
            self.push_screen(CommandPalette(placeholder=hint, id="--command-palette"))

    async def action_quit(self) -> None:
        """Leave; in the middle of an exercise only after a question."""
        self._leave()

    def action_help_quit(self) -> None:
        """The toolkit would only tell how to leave, in its own language."""
        self._leave()

    def _leave(self) -> None:
        playing = [screen for screen in self.screen_stack if isinstance(screen, Leavable)]
        if not playing or isinstance(self.screen, Confirm):
            self.exit()
        else:
            playing[0].ask_to_leave()

    def on_mount(self) -> None:
        # Screens may share a loop with a host, whose tasks begin as they do without any.
        asyncio.get_running_loop().set_task_factory(None)
        self.theme_changed_signal.subscribe(self, self._ink)
        # Only a running application knows the colours of its theme.
        self._ink(self.current_theme)
        self.push_screen(self._first)
        if at_a_terminal():
            self.set_interval(LOOK_EVERY, self._leave_what_was_closed)

    def _leave_what_was_closed(self) -> None:
        """Not every system tells a program that its terminal is gone, and the toolkit would read
        the end of its input for ever."""
        if not at_a_terminal():
            self.exit()

    def _ink(self, theme: Theme) -> None:
        """Texts are drawn in styles that have names; give them the colours of the theme."""
        self.console.push_theme(inks(self.theme_variables))
