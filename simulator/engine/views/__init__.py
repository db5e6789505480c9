"""The only shapes that leave the engine for a person: what one role may know now. No logic here.

Times are whole seconds since STARTEX. Texts are already in the reader's language.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.engine.views.campaign import CampaignView, StageView
from simulator.engine.views.contest import (
    CategoryView,
    ChallengeView,
    ContestView,
    HintView,
)
from simulator.engine.views.debrief import (
    Debrief,
    Decided,
    Elsewhere,
    MeasureView,
    ObjectiveView,
    Past,
    Reported,
)
from simulator.engine.views.desk import (
    AttachmentView,
    DecisionView,
    DissentView,
    IndicatorView,
    Item,
    LogLine,
    ModuleView,
    OffenceView,
    OptionView,
    ProposalView,
    QuestionView,
)
from simulator.engine.views.hand import (
    ActionView,
    FieldView,
    OrderView,
    PickView,
    ReportView,
    RequestView,
    TargetView,
    Within,
)
from simulator.engine.views.world import (
    AssetView,
    GaugeView,
    SeatView,
    TeamView,
)

__all__ = [
    "ActionView",
    "AssetView",
    "AttachmentView",
    "CampaignView",
    "CategoryView",
    "ChallengeView",
    "ContestView",
    "Debrief",
    "Decided",
    "DecisionView",
    "DissentView",
    "Elsewhere",
    "FieldView",
    "GaugeView",
    "HintView",
    "IndicatorView",
    "Item",
    "LogLine",
    "MeasureView",
    "ModuleView",
    "ObjectiveView",
    "OffenceView",
    "OptionView",
    "OrderView",
    "Past",
    "PickView",
    "ProposalView",
    "QuestionView",
    "ReportView",
    "Reported",
    "RequestView",
    "RoleView",
    "SeatView",
    "StageView",
    "TargetView",
    "TeamView",
    "TermView",
    "Within",
]


@dataclass(frozen=True, slots=True)
class TermView:
    """A word of the field, and what it means here."""

    term: str
    means: str


@dataclass(frozen=True, slots=True)
class RoleView:
    """Everything one role may know at `now`, and nothing else."""

    scenario: str
    title: str
    tlp: str
    role: SeatView
    brief: str
    start: str
    now: int
    length: int
    held: bool
    over: bool
    inbox: tuple[Item, ...]
    decisions: tuple[DecisionView, ...]
    requests: tuple[RequestView, ...]
    actions: tuple[ActionView, ...]
    orders: tuple[OrderView, ...]
    teams: tuple[TeamView, ...]
    assets: tuple[AssetView, ...]
    gauges: tuple[GaugeView, ...]
    reports: tuple[ReportView, ...]
    module: ModuleView | None
    log: tuple[LogLine, ...]
    seats: tuple[SeatView, ...]
    debrief: Debrief | None
    objectives: tuple[str, ...] = ()
    """What the exercise trains, in its own words."""
    rules: str = ""
    """The scenario's own rules of play, beside those of every exercise."""
    glossary: tuple[TermView, ...] = ()
    languages: tuple[str, ...] = ()
    """The languages that the scenario can be read in, its own first."""
    language: str = "en"
    """The one that these texts are in."""
    teaches: bool = False
    """Whether the exercise is there to learn the terminal by."""
    proposals: tuple[ProposalView, ...] = ()
    """What this role has wanted that no action stands for, oldest first."""
    contest: ContestView | None = None
    """The board of challenges; None for who takes no part."""
    campaign: CampaignView | None = None
    """The adversary's campaign, for who plays it; None for all others."""
