"""The pages of the exercise screen: which pane is on each, and what its tab says."""

from typing import Final

from textual.content import Content
from textual.widget import Widget

from simulator.engine.views import RoleView
from tui import waiting
from tui.acts import PANES
from tui.widgets.actions import ActionsPane
from tui.widgets.desk import ReportsPane, RequestsPane
from tui.widgets.journal import Brief, Log
from tui.widgets.mail import Mail
from tui.widgets.situation import SituationPane

PANE_KINDS: Final[dict[str, type[Widget]]] = {
    "inbox": Mail,
    "actions": ActionsPane,
    "situation": SituationPane,
    "consent": RequestsPane,
    "reports": ReportsPane,
    "log": Log,
    "brief": Brief,
}


def label(pane: str, view: RoleView) -> Content:
    """The name of a tab with its number key and how much in it wants to be looked at."""
    number = list(PANES).index(pane) + 1
    count = waiting.counted(pane, view)
    return Content(f"{number} {PANES[pane]}" + (f" {count}" if count else ""))
