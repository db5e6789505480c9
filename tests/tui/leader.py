"""A facilitator at the control screen: presses keys, sees lines of text."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from tests.tui.desk import NEVER, Player
from tests.tui.far import FarLine
from tui.app import KullaApp
from tui.chair import RemoteChair
from tui.room.control import ControlScreen
from tui.room.sheets.invitations import Ticket


class Leader(Player):
    def __init__(self, pilot, screen: ControlScreen, line: FarLine) -> None:
        super().__init__(pilot, screen)  # type: ignore[arg-type]
        self.line = line

    async def hears(self) -> None:
        """The next look at what the host has said."""
        await self.time_passes()


def at_the_desk() -> FarLine:
    line = FarLine("control")
    line.show_room()
    return line


@asynccontextmanager
async def leading(
    line: FarLine | None = None,
    size: tuple[int, int] = (120, 35),
    tickets: Sequence[Ticket] = (),
) -> AsyncIterator[Leader]:
    line = line or at_the_desk()
    screen = ControlScreen(RemoteChair(line), tickets, beat=NEVER)
    app = KullaApp(screen)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Leader(pilot, screen, line)
