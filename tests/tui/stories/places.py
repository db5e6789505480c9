"""Where a story can be played: at the full screen, or in lines of text."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from tests.tui.desk import seated
from tests.tui.lines.teller import sitting
from tests.tui.stories.lines import AtLines
from tests.tui.stories.player import Player
from tests.tui.stories.screen import SIZE, AtScreen

PLACES: Final = ("screen", "lines")


@asynccontextmanager
async def at(place: str) -> AsyncIterator[Player]:
    """The watch officer of the exercise that teaches, before its first message is read."""
    seat = sitting("first-watch", "watch")
    if place == "lines":
        yield AtLines(seat)
        return
    async with seated(seat, SIZE) as keys:
        yield AtScreen(seat, keys)
