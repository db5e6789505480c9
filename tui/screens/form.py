"""What every form of the exercise has: its countdown, and whether it can still be answered."""

from textual.reactive import var

from simulator.engine.commands import Command
from tui import words
from tui.screens.sheet import Sheet


class Form(Sheet[Command]):
    """Dismissed with finished commands, or with none when the player goes back."""

    due: int | None = None
    """When the answer is due, in exercise seconds; drawn as a countdown."""
    about: tuple[str, str] = ("note", "")
    """The kind and id of what it answers."""
    shared: bool = False
    """Whether others play on while it is filled in."""

    now: var[int] = var(0)
    gone: var[bool] = var(False)
    """Whether what it answers is answered or past by now."""

    def commands(self) -> tuple[Command, ...]:
        """What the fields make; nothing (after saying why) while they make nothing yet."""
        raise NotImplementedError

    def made(self) -> tuple[Command, ...]:
        return self.commands()

    def on_mount(self) -> None:
        self.watch_now()

    def watch_now(self) -> None:
        if self.query(".form"):
            self.query_one(".form").border_subtitle = self._countdown()

    def watch_gone(self) -> None:
        self.watch_now()

    def _countdown(self) -> str:
        if self.gone:
            return "no longer open: answered by somebody else, or too late"
        if self.due is None:
            return ""
        clock = "the clock runs" if self.shared else "the clock waits"
        left = words.time_left(self.due, self.now)
        return f"{left if self.due < self.now else f'due in {left}'}; {clock}"
