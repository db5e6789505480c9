"""A story of somebody who reads another language than English, whatever it is."""

from collections.abc import AsyncIterator

import pytest

from tests.tui.stories.places import PLACES, at
from tests.tui.stories.player import Player
from tui.speech import speak


@pytest.fixture(params=PLACES)
async def player(request: pytest.FixtureRequest, foreign: str) -> AsyncIterator[Player]:
    speak(foreign)
    async with at(request.param) as player:
        yield player


async def test_all_that_is_told_of_ones_acts_is_in_the_language_of_the_reader(player: Player):
    await player.skips()
    await player.skips()
    assert "«Your decision is taken.»" in await player.decides(1, "traces", "likely")
    told = await player.reads("I think I clicked on something")
    assert "«likely»" in told
    assert "How sure: " not in told.replace("«How sure: ", "")
