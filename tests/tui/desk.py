"""A player at the screen: presses keys, sees lines of text. Nothing moves by itself."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager

from textual.app import App
from textual.pilot import Pilot

from tests.tui.fake import FakeSeat
from tests.tui.idle import GUARD
from tui.app import KullaApp
from tui.drafts import Drafts
from tui.screens.exercise import ExerciseScreen
from tui.seat import Seat
from tui.settings import Settings

NEVER = 1e6


class Player:
    def __init__(self, pilot: Pilot[None], screen: ExerciseScreen) -> None:
        self.pilot = pilot
        self.screen = screen

    @property
    def app(self) -> App[None]:
        return self.pilot.app

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def write(self, words: str) -> None:
        await self.press(*("space" if letter == " " else letter for letter in words))

    async def time_passes(self) -> None:
        """One reading of the clock."""
        self.screen.tick()
        await self.pilot.pause()

    async def waits_until(self, done: Callable[[], bool]) -> None:
        """Until an interval of the program, or a worker, has brought this about."""
        async with asyncio.timeout(GUARD):
            await self.pilot.pause()
            while not done():
                await self.pilot.pause(0.01)
                await self.pilot.pause()

    async def waits_for(self, words: str) -> None:
        """Until these words are on the screen."""
        await self.waits_until(lambda: words in self.sees())

    def sees(self) -> str:
        """Everything on the screen as lines of text."""
        strips = self.pilot.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    def line_with(self, words: str) -> str:
        return next(line for line in self.sees().splitlines() if words in line)

    def told(self) -> list[str]:
        """The notices that stand on the screen."""
        notices: Iterable = self.pilot.app._notifications
        return [notice.message for notice in notices]


@asynccontextmanager
async def seated(
    seat: Seat | None = None,
    size: tuple[int, int] = (120, 35),
    greets: bool = False,
    settings: Settings | None = None,
    drafts: Drafts | None = None,
) -> AsyncIterator[Player]:
    """A player at their desk; one who is greeted has not begun."""
    screen = ExerciseScreen(
        seat or FakeSeat(), wall=lambda: 0.0, beat=NEVER, greets=greets, drafts=drafts
    )
    app = KullaApp(screen, settings)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        yield Player(pilot, screen)
