"""A page that draws a team's world, as long as it lies open."""

from textual.containers import Container
from textual.reactive import var

from simulator.engine.views.overview import Panel
from simulator.session.room import Room
from tui.room.truth import Scene, scene_of


class Scenery(Container):
    """Takes `room` and `panel`, and makes the scene of them that its parts draw."""

    room: var[Room | None] = var(None)
    panel: var[Panel | None] = var(None)
    scene: var[Scene | None] = var(None)

    def watch_room(self) -> None:
        self._look()

    def watch_panel(self) -> None:
        self._look()

    def watch_scene(self, before: Scene | None, after: Scene | None) -> None:
        if self.is_mounted and after is not None:
            if before is not None and before.panel is after.panel:
                self.tell()
            else:
                # Its tables draw the new rows only after this.
                self.call_after_refresh(self.tell)

    def tell(self) -> None:
        """Tell of what is under the cursor."""
        raise NotImplementedError

    def on_show(self) -> None:
        self._look()

    def _look(self) -> None:
        """The clock moves several times a second: who can't see it need not draw it."""
        if all(node.display for node in self.ancestors_with_self):
            self.scene = scene_of(self.room, self.panel)
