"""One table of the world page. What there is to see in it, its kinds say."""

from typing import Any, ClassVar

from textual.content import Content
from textual.reactive import var

from tui.room.truth import Scene
from tui.speech import _
from tui.widgets.grid import Grid, Row


class Section(Grid):
    """Its rows are those of `FIELD` of the panel, by their ids; `TIMED` where they say how long
    something still takes."""

    FIELD: ClassVar[str]
    TITLE: ClassVar[str]
    TIMED: ClassVar[bool] = False

    scene: var[Scene | None] = var(None)

    @classmethod
    def drawn_of(cls, told: Any, scene: Scene) -> Row:
        """How a row of the panel is drawn."""
        raise NotImplementedError

    @classmethod
    def drawn(cls, scene: Scene) -> list[Row]:
        return [cls.drawn_of(told, scene) for told in getattr(scene.panel, cls.FIELD)]

    def lists(self, field: str) -> bool:
        """Whether its rows are those of this field of the panel."""
        return field == self.FIELD

    def id_of(self, key: str) -> str:
        """The id of what a row of this key is about."""
        return key

    @classmethod
    def counted(cls, scene: Scene) -> str:
        """What the title says beside the name."""
        return ""

    def first(self, scene: Scene) -> str:
        """The key of the row where the cursor stands at first; empty for the top."""
        return ""

    def fit(self) -> None:
        fresh = not self.row_count
        super().fit()
        if fresh and self.scene is not None:
            self.go_to(self.first(self.scene))

    def on_mount(self) -> None:
        self.border_title = Content(_(self.TITLE))

    def watch_scene(self, before: Scene | None, scene: Scene | None) -> None:
        known = before is not None and scene is not None and before.panel is scene.panel
        if scene is not None and (self.TIMED or not known):
            self.show(self.drawn(scene))
            if before is None:
                self.go_to(self.first(scene))
            said = self.counted(scene)
            self.border_title = Content(f"{_(self.TITLE)}: {said}" if said else _(self.TITLE))
