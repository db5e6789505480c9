"""A page of the MSEL by itself: who looks at it presses keys, sees lines and hears its wishes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.reactive import var
from textual.screen import Screen

from simulator.engine.views.overview import InjectRow, Panel
from simulator.engine.views.script import CardOption, Script
from simulator.session.room import Room, TeamRow
from tests.tui.room import overview
from tests.tui.room.overview import inject
from tui.app import KullaApp
from tui.room.msel import STEERED
from tui.room.pages.msel import MselPage
from tui.room.steer import ScriptWanted, Steered
from tui.room.wanted import SheetWanted
from tui.screens.sheet import Sheet

START = "2022-07-15T12:00:00"
NOW = 4 * 3600

ROLES = (
    overview.role("soc", title="SOC (watch floor)"),
    overview.role("ceo", title="Chief executive officer"),
    overview.role("media", title="Media"),
)
MSEL = (
    inject("hello", state="read", sent_at=0, times=1, to=("soc", "ceo"), read_by=("soc",),
           channel="chat", title="Good morning"),
    inject("phish", state="answered", sent_at=3000, times=1, read_by=("soc",),
           title="A strange mail", asks="What do you do with it?", decision="phish",
           decider="soc", decision_due=5400, answer="Isolate the machine",
           storyline="attack", objectives=("contain",), by="Ana"),
    inject("storm", state="sent", sent_at=14_000, times=2, to=("ceo", "media"), channel="news",
           title="Front page: services [b]down[/b]", asks="Do you speak?", decider="ceo",
           decision_due=15_000, storyline="media"),
    inject("ransom", state="due", due=14_700, title="A note on every screen", storyline="attack",
           waits="comes 5 minutes after “A strange mail”", objectives=("contain", "speak")),
    inject("press", state="due", due=20_000, to=("media", "ceo"), channel="phone", pinned=True,
           title="A journalist calls", storyline="media", waits="comes at T+05:33:20"),
    inject("leak", state="waiting", title="Data on a forum", storyline="attack",
           waits="waits for SOC's answer to isolate-or-wait, or T+06:20"),
    inject("minister", state="held", to=("ceo",), channel="phone", title="The minister calls",
           waits="is held by Ana", by="Ana"),
    inject("extra", state="skipped", title="A second wave", storyline="attack"),
    inject("mistake", state="withdrawn", sent_at=13_000, times=1, title="Sent by mistake",
           hand=True, by="Ben"),
)  # fmt: skip
SCRIPT = Script(
    id="ransom", title="A note on every screen", sender="Unknown", channel="e-mail",
    text="All your files are ours. [red]Pay[/red].", to=("soc",), asks="Do you pay?",
    options=(
        CardOption("no", "Do not pay", True, ("public-trust +2",)),
        CardOption("pay", "Pay", False, ("money -100",)),
    ),
    expected="They keep the evidence.", hint="Ask who may decide on it.", notes="Loud on purpose.",
    read_aloud="A note is on every screen.", red_flags="They pay first.",
    trigger="5 minutes after phish", sources=("A report, 2022",),
)  # fmt: skip


def room(now: int = NOW, **told: Any) -> Room:
    teams = (TeamRow("blue", now, 60.0, "running", "", end=36_000),)
    usual: dict[str, Any] = {
        "storylines": (("attack", "The attack"), ("media", "The press")),
        "objectives": (("contain", "Contain it"), ("speak", "Speak with one voice")),
        "watched": "blue",
    }
    return Room("wiper", "Wiper", START, 36_000, "s", "writing", teams, (), (), (), **usual | told)


def panel(*rows: InjectRow, **told: Any) -> Panel:
    return overview.panel(team="blue", msel=rows or MSEL, roles=ROLES, **told)


class Desk(Screen[None]):
    """Hands down what control would see and keeps what is wished."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (150, "-full")]

    room: var[Room | None] = var(None)
    panel: var[Panel | None] = var(None)
    script: var[Script | None] = var(None)

    def __init__(self, room: Room, panel: Panel) -> None:
        super().__init__()
        self.wishes: list[Any] = []
        self.set_reactive(Desk.room, room)
        self.set_reactive(Desk.panel, panel)

    def compose(self) -> ComposeResult:
        yield MselPage().data_bind(Desk.room, Desk.panel, Desk.script)

    def on_mount(self) -> None:
        self.query_one(MselPage).injects.focus()

    @on(Steered)
    @on(ScriptWanted)
    @on(SheetWanted)
    @on(MselPage.Sifting)
    def _keep(self, wish: Message) -> None:
        self.wishes.append(wish)


class Leader:
    def __init__(self, pilot: Pilot[None], desk: Desk) -> None:
        self.pilot = pilot
        self.desk = desk

    @property
    def page(self) -> MselPage:
        return self.desk.query_one(MselPage)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def sees_now(self, now: int) -> None:
        """Time goes by."""
        self.desk.room = room(now)
        await self.pilot.pause()

    async def goes_to(self, id: str) -> None:
        self.page.injects.go_to(id)
        await self.pilot.pause()

    async def hears(self, id: str, **changed: Any) -> None:
        """Something has happened to an inject."""
        shown = self.desk.panel
        assert shown is not None
        rows = tuple(replace(r, **changed) if r.id == id else r for r in shown.msel)
        self.desk.panel = replace(shown, msel=rows)
        await self.pilot.pause()

    def sees(self) -> str:
        strips = self.pilot.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    def rows(self) -> list[str]:
        """The ids in the table, from the top."""
        return [row.key.value or "" for row in self.page.injects.ordered_rows]

    def acts(self) -> set[str]:
        """What can be done now with the inject under the cursor, by action."""
        return {known.binding.action for known in self.desk.active_bindings.values()} & {*STEERED}

    async def fills_in(self, sheet: Sheet[Any], *keys: str) -> list[Any]:
        """What a sheet makes once these keys were pressed on it."""
        made: list[Any] = []
        self.pilot.app.push_screen(sheet, lambda wishes: made.extend(wishes or ()))
        await self.pilot.pause()
        await self.press(*keys)
        return made

    def told(self) -> list[str]:
        """The notices that stand on the screen."""
        return [notice.message for notice in self.pilot.app._notifications]


@asynccontextmanager
async def leading(
    shown: Panel | None = None, size: tuple[int, int] = (120, 30)
) -> AsyncIterator[Leader]:
    desk = Desk(room(), shown or panel())
    app = KullaApp(desk)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Leader(pilot, desk)
