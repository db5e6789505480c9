"""The adversary's campaign, for who plays it: what can be launched, and what it has gained."""

from typing import ClassVar, Final

from rich.console import Group, RenderableType
from textual.app import ComposeResult
from textual.reactive import var
from textual.widgets import Static

from simulator.engine.views import CampaignView, RoleView, StageView
from simulator.speech.habits import figure
from tui import words
from tui.letters import fields
from tui.marks import joined
from tui.plain import line, plain
from tui.speech import _, mark, spoken
from tui.widgets.beside import Beside
from tui.widgets.grid import Column, Grid, Row

PHASES: Final = {
    "ready": (mark("► ready"), "call"),
    "running": (mark("● under way"), "good"),
    "planned": (mark("… preparing"), ""),
    "blocked": (mark("✗ in the way"), "bad"),
    "waiting": (mark("○ waits"), "mute"),
    "done": (mark("✓ succeeded"), "good"),
    "failed": (mark("✗ failed"), "bad"),
    "stopped": (mark("✗ stopped"), "bad"),
}


class Stages(Grid):
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("State"), 13),
        Column(mark("Step")),
        Column(mark("Waits for"), 30, least=70),
    )
    NOTHING: ClassVar[str] = mark("The adversary has no campaign.")

    view: var[RoleView | None] = var(None)

    def watch_view(self, view: RoleView | None) -> None:
        if view is not None and view.campaign is not None:
            self.show([_row(stage) for stage in view.campaign.steps])


class CampaignPane(Beside):
    """Enter launches the step under the cursor, once it is ready."""

    TITLE = mark("Campaign: enter launches what is ready")
    FORM = "launch"

    def table(self) -> Grid:
        return Stages(id="stages", classes="pane")

    def beneath(self) -> ComposeResult:
        yield Static(id="gains", classes="pane upper")

    def on_mount(self) -> None:
        self.query_one("#gains").border_title = _("What it has gained")
        self._gain()

    def watch_view(self) -> None:
        super().watch_view()
        if self.is_mounted:
            self._gain()

    def _gain(self) -> None:
        if self.view and self.view.campaign:
            self.query_one("#gains", Static).update(gained(self.view.campaign))

    def tell(self, key: str, view: RoleView) -> RenderableType | None:
        stages = view.campaign.steps if view.campaign else ()
        stage = next((stage for stage in stages if stage.id == key), None)
        return about_stage(stage, view) if stage else None


def gained(campaign: CampaignView) -> RenderableType:
    """Where the adversary has a foothold, and what it took."""
    held = ", ".join(campaign.footholds) or _("nowhere")
    taken = ", ".join(f"{title} {size_of(size)}" for title, size in campaign.leaked)
    return fields([(_("Footholds"), held), (_("Data taken"), taken or _("none"))])


def size_of(gb: float) -> str:
    return _("{number} GB", number=figure(spoken(), f"{gb:.3g}"))


def about_stage(stage: StageView, view: RoleView) -> RenderableType:
    """What a step does, how far it is, and how likely it is noticed."""
    said, ink = PHASES[stage.phase]
    rows = [(_("Technique"), ", ".join(stage.technique))]
    if stage.waits:
        rows.append((_("Waits for"), stage.waits))
    if stage.usual is not None:
        rows.append((_("Usually ready"), words.day_time(view.start, stage.usual)))
    rows.append((_("Noticed"), stage.noticed))
    about = [plain(stage.about)] if stage.about else []
    return Group(plain(stage.title, "head"), joined((_(said), ink)), *about, fields(rows))


def _row(stage: StageView) -> Row:
    said, ink = PHASES[stage.phase]
    return Row(
        stage.id,
        {
            "State": joined((_(said), ink)),
            "Step": line(stage.title, "strong" if stage.phase == "ready" else ""),
            "Waits for": line(stage.waits, "mute"),
        },
    )
