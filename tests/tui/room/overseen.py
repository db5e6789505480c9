"""A page of the control room on a screen of its own, over a small town under attack."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from textual.app import ComposeResult
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget

from simulator.engine.views import overview as o
from simulator.engine.views.script import CardOption
from simulator.session.room import Room
from tests.tui.desk import Player
from tests.tui.far import ROOM_VIEW
from tests.tui.room import overview as rows
from tui.app import KullaApp
from tui.room.sheets.wanted import sheet_for
from tui.room.steer import Steered
from tui.room.truth import Scene, scene_of
from tui.room.wanted import SheetWanted
from tui.widgets.keyline import KeyLine

ALL = ("akcesk", "akshi", "nato")
NOW = 3600
ROLES = (
    rows.role("akcesk"),
    rows.role("akshi", staffed=False),
    rows.role("nato", staffed=False, policy="slow"),
)
PORTAL = rows.asset(
    "portal", hosts=12, intact=7, encrypted=3, wiped=2, service=583, foothold=True, leaked=2400,
    owner="akshi", seen_by=("akcesk", "akshi"), foothold_known_to=("akcesk",),
)  # fmt: skip
TRUST = o.GaugeRow("trust", "Trust", 61_200, -2500, 0, ("akcesk",))
BEHIND = o.PhysicsRow("bar", 1, 0, 12_000, 3200, 5500, 9000, False, "honest", 0, False, (), ())
FLOW = o.GaugeRow("flow", "Flow", 4200, 6000, 0, ("akcesk",), 0, 9000, BEHIND)
STEPS = (
    rows.step("phish", phase="done", since=60, seen=True),
    rows.step("encrypt", phase="planned", due=NOW + 660, next=True),
    rows.step("leak", phase="blocked", waits="[red]Mail[/red] is isolated"),
)
CONSENTS = (
    o.ConsentRow("order-3", "Cut the portal off", "akcesk", "akshi", "asked", 3000, 4800, "",
                 False),
    o.ConsentRow("order-4", "Tell the press", "nato", "akcesk", "asked", 3000, 4800, "", True),
    o.ConsentRow("order-5", "Ask for help", "nato", "akcesk", "questioned", 3000, 4800, "Why?",
                 False),
)  # fmt: skip
RULED = o.Ruling("p1", "akshi", 900, "", "Call the ISP", "done", 75, "", "Blocked.", "Dea")
ANSWER = rows.card(
    "isolate-or-wait", role="akcesk", at=NOW - 700, asked="What of the portal?",
    said="We take it off the net, [bold]and tell[/bold] citizens.", reason="It stops the wiper.",
    expected="Off the net, with a notice.", hint="Who is told?",
    options=(
        CardOption("isolate", "Isolate", True, ("Portal: isolated",)),
        CardOption("wait", "Wait", False, ()),
    ),
    facts=("The press knows: no",),
    precedents=(RULED,),
)  # fmt: skip
TOWN = rows.panel(
    team="red-barn",
    roles=ROLES,
    assets=(PORTAL, rows.asset("mail", seen_by=ALL, link="isolated")),
    gauges=(TRUST, FLOW),
    steps=STEPS,
    crews=(o.CrewRow("soc", "Analysts", "akcesk", 4, 4, ("order-2",)),),
    orders=(
        o.OrderRow("order-1", "akcesk", "Image", "mail", "running", 100, 100, 3000, 5),
        o.OrderRow("order-2", "akcesk", "Rebuild", "portal", "queued", 200, 200, None, 5),
        o.OrderRow("order-0", "akcesk", "Warn", "", "done", 50, 60, None, 5),
    ),
    consents=CONSENTS,
    objectives=(
        o.ObjectiveRow("o1", "Contain it", "S", 40, 100, (o.MeasureRow("In 2 h", "met", 40, 40),)),
    ),
    facts=(o.FactRow("press", "The press knows", False), o.FactRow("fbi", "The FBI is in", True)),
    cards=(rows.card("d2", role="akshi", at=NOW - 300, said="We go home."), ANSWER),
    rulings=(RULED,),
)
SCENE = Scene(TOWN, NOW, ROOM_VIEW.start)


class Stage(Screen[None]):
    """What the control screen is to its pages, as far as they see of it."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (150, "-full")]

    room: var[Room | None] = var(ROOM_VIEW)
    panel: var[o.Panel | None] = var(TOWN)

    def __init__(self, page: type[Widget]) -> None:
        super().__init__()
        self.page = page
        self.steered: list[Steered] = []

    def compose(self) -> ComposeResult:
        page: Any = self.page()
        yield page.data_bind(Stage.room, Stage.panel)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query("Grid").first().focus()

    def on_sheet_wanted(self, wanted: SheetWanted) -> None:
        scene = scene_of(self.room, self.panel)
        assert scene is not None
        sheet = sheet_for(wanted, scene)
        assert sheet is not None
        self.app.push_screen(sheet, lambda made: self.steered.extend(made or ()))


class Overseer(Player):
    """Somebody of control who looks at one page."""

    stage: Stage

    async def sees_later(self, seconds: int, **changes: Any) -> None:
        """So much later, with so much changed."""
        self.stage.panel = replace(self.stage.panel or TOWN, **changes)
        teams = tuple(replace(team, now=team.now + seconds) for team in ROOM_VIEW.teams)
        self.stage.room = replace(ROOM_VIEW, teams=teams)
        await self.pilot.pause()

    def steered(self) -> list[object]:
        """The commands that are wanted so far."""
        return [one.command for one in self.stage.steered]


@asynccontextmanager
async def overseeing(
    page: type[Widget], size: tuple[int, int] = (120, 35)
) -> AsyncIterator[Overseer]:
    stage = Stage(page)
    app = KullaApp(stage)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        overseer = Overseer(pilot, stage)  # type: ignore[arg-type]
        overseer.stage = stage
        yield overseer
