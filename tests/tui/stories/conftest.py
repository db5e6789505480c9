"""Every story is told twice: at the full screen, and in lines of text."""

from collections.abc import AsyncIterator

import pytest

from tests.tui.stories.places import PLACES, at
from tests.tui.stories.player import Player


@pytest.fixture(params=PLACES)
async def player(request: pytest.FixtureRequest) -> AsyncIterator[Player]:
    async with at(request.param) as player:
        yield player
