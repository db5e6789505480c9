"""The pages of the exercise screen: which pane is on each, and what its tab says."""

from typing import Final

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from simulator.engine.views import RoleView
from tui import waiting
from tui.acts import ACTS, PANES, key_of
from tui.speech import _
from tui.widgets.actions import ActionsPane
from tui.widgets.brief import BriefPane
from tui.widgets.campaign import CampaignPane
from tui.widgets.decisions import RequestsPane
from tui.widgets.flags import FlagsPane
from tui.widgets.inbox import Inbox
from tui.widgets.log import LogPane
from tui.widgets.mail import Mail
from tui.widgets.reading import ReadingPane
from tui.widgets.reports import ReportsPane
from tui.widgets.situation import SituationPane
from tui.widgets.tutorial import Tutorial

PANE_KINDS: Final[dict[str, type[Widget]]] = {
    "inbox": Mail,
    "actions": ActionsPane,
    "situation": SituationPane,
    "consent": RequestsPane,
    "reports": ReportsPane,
    "log": LogPane,
    "brief": BriefPane,
    "campaign": CampaignPane,
    "contest": FlagsPane,
}


HOLDERS: Final[dict[str, tuple[type[Widget], ...]]] = {
    "inbox": (Mail, Inbox, ReadingPane),
    "actions": (ActionsPane,),
    "situation": (SituationPane,),
    "consent": (RequestsPane,),
    "reports": (ReportsPane,),
    "log": (LogPane,),
    "brief": (BriefPane,),
    "campaign": (CampaignPane,),
    "contest": (FlagsPane,),
}
"""The parts of each page that have acts of their own, which are in their `ACTS`."""


def acts_on(pane: str) -> list[Binding]:
    """The acts that only this page has."""
    return [act for kind in HOLDERS[pane] for act in getattr(kind, "ACTS", ())]


EVERY_ACT: Final = {pane: [*ACTS, *Tutorial.ACTS, *acts_on(pane)] for pane in PANES}
"""All that can be done where this page lies open."""


def label(pane: str, view: RoleView, changed: int = 0) -> Content:
    """The name of a tab with its key and how much in it wants to be looked at; `changed` is
    how much the situation has, since somebody last looked."""
    count = changed if pane == "situation" else waiting.counted(pane, view)
    return Content(f"{key_of(f'pane-{pane}')} {_(PANES[pane])}" + (f" {count}" if count else ""))


def named(screen: Screen[None], pane: str) -> Widget:
    """The part of a page that has the keys when one turns to it."""
    return screen.query_one(f"TabPane#{pane}").query("Grid, Log, Brief").first(Widget)
