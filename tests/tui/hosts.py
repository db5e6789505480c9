"""A host in this very process, those who call it, and waiting until something is there to see."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from simulator.scenario import load
from simulator.scenario.library import shipped
from simulator.session import acts
from simulator.session.client import door, memory
from simulator.session.client.line import Line
from simulator.session.host import hosting
from simulator.session.host.hosting import Address, Hosting, Plan
from simulator.session.invitation import Invitation
from tests.simulator.session.programs import GUARD
from tests.tui.desk import NEVER, Player
from tui.app import KullaApp
from tui.chair import RemoteChair
from tui.room.control import ControlScreen


@asynccontextmanager
async def hosted(folder: Path) -> AsyncIterator[Hosting]:
    path = shipped()["first-watch"]
    plan = Plan(path, 3, pace=1.0)
    opened = hosting.begin(folder / "session", plan, load(path))
    async with hosting.begun(opened, Address(), plan) as it:
        yield it


@asynccontextmanager
async def called(invitation: Invitation, name: str = "Ana") -> AsyncIterator[Line]:
    """Somebody's line, once the host has shown them something."""
    line = Line(memory.start(None, invitation, await door.join(invitation, name)))
    running = asyncio.create_task(line.run())
    await until(line, lambda: line.sight.role_view() or line.sight.room())
    yield line
    running.cancel()


@asynccontextmanager
async def led(line: Line) -> AsyncIterator[Player]:
    """A facilitator at the screen of this line."""
    screen = ControlScreen(RemoteChair(line), beat=NEVER)
    app = KullaApp(screen)
    app.animation_level = "none"
    async with app.run_test(size=(120, 35)) as pilot:
        yield Player(pilot, screen)  # type: ignore[arg-type]


async def until(line: Line, so: Callable[[], object]) -> None:
    async with asyncio.timeout(GUARD):
        while not so():
            await line.change()


async def sees(player: Player, words: str) -> None:
    """Look again and again, until it is there."""
    async with asyncio.timeout(GUARD):
        while words not in player.sees() and words not in "\n".join(player.told()):
            await asyncio.sleep(0.02)
            await player.time_passes()


async def brought_to(control: Line, second: int) -> None:
    """STARTEX, and then that second, with the clock standing."""
    for act in (acts.Start(), acts.Jump(to=second), acts.Pause()):
        control.do(act)
    await until(control, lambda: not control.waiting)
