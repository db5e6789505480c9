"""The application: a theme, and the first screen. What is played is in the screens."""

import asyncio
from collections.abc import Iterable
from typing import Any

from textual.app import App, SystemCommand
from textual.screen import Screen
from textual.theme import Theme

from tui.screens.confirm import Confirm
from tui.screens.control import ControlScreen
from tui.screens.exercise import ExerciseScreen
from tui.theme import THEMES, inks


class KullaApp(App[None]):
    TITLE = "Kulla"
    CSS_PATH = "kulla.tcss"

    def __init__(self, first: Screen[None]) -> None:
        super().__init__()
        self._first = first
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What themes that are not ours lack."""
        return {"mute": self.current_theme.foreground or "#808080"}

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The harmless ones of the toolkit; to leave is the screen's own act, with a question."""
        kept = {"Theme", "Maximize", "Minimize", "Screenshot"}
        return (one for one in super().get_system_commands(screen) if one.title in kept)

    async def action_quit(self) -> None:
        """Leave; in the middle of an exercise only after a question."""
        kinds = (ExerciseScreen, ControlScreen)
        playing = [screen for screen in self.screen_stack if isinstance(screen, kinds)]
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

    def _ink(self, theme: Theme) -> None:
        """Texts are drawn in styles that have names; give them the colours of the theme."""
        self.console.push_theme(inks(self.theme_variables))
