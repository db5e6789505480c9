"""Looking over somebody's shoulder: first a wait for the picture, then exactly their screen."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Middle
from textual.screen import Screen
from textual.widgets import Static

from tui.chair import Chair
from tui.plain import plain
from tui.room.shoulder import ShoulderSeat
from tui.screens.exercise import ExerciseScreen
from tui.speech import _

BEAT = 0.1


class Over(ExerciseScreen):
    """The screen of a role, which its user leaves without a question."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "quit_play", show=False)]

    def ask_to_leave(self) -> None:
        self.dismiss()


class Shoulder(Screen[None]):
    """Dismissed when its user has seen enough."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", show=False)]

    def __init__(self, chair: Chair, team: str, role: str, title: str) -> None:
        super().__init__()
        self.chair = chair
        self.seat = ShoulderSeat(chair, team, role)
        self.role = role
        self.title_of_role = title

    def compose(self) -> ComposeResult:
        said = _("The screen of {role} comes …", role=self.title_of_role)
        with Middle(), Center():
            yield Static(plain(said))

    def on_mount(self) -> None:
        self._waiting = self.set_interval(BEAT, self.listen)

    def listen(self) -> None:
        """Open the role's screen as soon as it can be seen."""
        view = self.chair.shoulder()
        if view is not None and view.role.id == self.role:
            self._waiting.stop()
            self.app.push_screen(Over(self.seat, greets=False), self._left)

    def _left(self, _: None) -> None:
        self.dismiss()

    def action_leave(self) -> None:
        self.dismiss()
