"""What the role sees of the world, and what of it changed since the player last looked."""

from typing import ClassVar, Final

from rich.console import Group
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import DataTable, Static, TabPane

from simulator.engine.views import RoleView
from tui import words
from tui.acts import act
from tui.changes import Change, changes
from tui.marks import DONE, WARNING, joined
from tui.plain import line
from tui.speech import _, many, mark
from tui.widgets.assets import AssetAbout, Assets
from tui.widgets.gauges import Gauges
from tui.widgets.teams import Teams

_LOW: Final = 30
"""Lines of a terminal under which there is room for few changes."""
_HIGH: Final = 40
"""Lines of a terminal from which there is room for many."""
_FEW: Final = 2
_MORE: Final = 4
_MANY: Final = 8


class Changes(Static):
    """What changed, the worst first, in words; the signs in the tables stand for the rest."""

    changed: var[tuple[Change, ...]] = var(())
    since: var[str] = var("")

    def watch_changed(self) -> None:
        self._draw()

    def watch_since(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        self.display = bool(self.changed)
        height = self.app.size.height
        most = _FEW if height < _LOW else _MORE if height < _HIGH else _MANY
        self.border_title = Content(self._counted(most))
        self.update(Group(*(_told(change) for change in self.changed[:most])))

    def _counted(self, most: int) -> str:
        number, time = len(self.changed), self.since
        if number > most:
            return _(
                "{number} changes since {time}, the first {most} here",
                number=number, time=time, most=most,
            )  # fmt: skip
        return many(
            "{number} change since {time}",
            "{number} changes since {time}",
            number,
            time=time,
        )


class SituationPane(Vertical):
    """A page of its own, and at the side of the others on a wide terminal.

    `looked` is what the player saw last: it is remembered when they leave the page, or say so.
    """

    ACTS: ClassVar[list[Binding]] = [
        act("v", "tree", mark("Tree"), mark("Assets as a tree of what needs what, or as a table")),
        act("c", "seen", mark("Seen"), mark("All changes are seen: count from now on")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [*ACTS]

    class Noticed(Message):
        """What has changed since the player looked is not what it was."""

    view: var[RoleView | None] = var(None)
    looked: var[RoleView | None] = var(None)
    changed: var[tuple[Change, ...]] = var(())
    since: var[str] = var("")

    def compose(self) -> ComposeResult:
        yield Changes(classes="changes").data_bind(SituationPane.changed, SituationPane.since)
        assets = Assets(classes="pane assets")
        assets.border_title = _("Assets")
        yield assets.data_bind(SituationPane.view, SituationPane.changed)
        yield AssetAbout().data_bind(SituationPane.view)
        with Container(classes="measures"):
            gauges, teams = Gauges(classes="pane gauges"), Teams(classes="pane teams")
            gauges.border_title, teams.border_title = _("Gauges"), _("My teams")
            yield gauges.data_bind(SituationPane.view, SituationPane.changed)
            yield teams.data_bind(SituationPane.view)

    def watch_view(self, view: RoleView | None) -> None:
        if self.looked is None or (view and view.now < self.looked.now):
            # Nothing has changed since a time that is not yet.
            self.looked = view
        # Who steers a plant reads its gauges before all else.
        gauges = view.gauges if view else ()
        self.set_class(any(gauge.physical for gauge in gauges), "-physical")
        self._compare()

    def watch_looked(self) -> None:
        self._compare()

    def watch_changed(self) -> None:
        self.post_message(self.Noticed())

    def _compare(self) -> None:
        if self.view is not None and self.looked is not None:
            self.since = words.short_time(self.looked.start, self.looked.now)
            self.changed = changes(self.looked, self.view)

    def on_hide(self) -> None:
        """The page was left, not only covered by a pane that takes all room for a while."""
        if any(isinstance(node, TabPane) and not node.display for node in self.ancestors):
            self.action_seen()

    def action_seen(self) -> None:
        # A player has one memory, whether they looked at the page or at the side.
        for pane in self.screen.query(SituationPane):
            pane.looked = self.view

    def action_tree(self) -> None:
        assets = self.query_one(Assets)
        assets.as_tree = not assets.as_tree
        assets.border_title = _("Assets and what they need") if assets.as_tree else _("Assets")

    @on(DataTable.RowHighlighted, ".assets")
    def _about(self) -> None:
        self.query_one(AssetAbout).asset = self.query_one(Assets).asset


def _told(change: Change) -> Text:
    sign = (WARNING, "bad") if change.worse else (DONE, "good")
    return joined(sign, " ", line(change.title, "strong"), ": ", line(change.said))
