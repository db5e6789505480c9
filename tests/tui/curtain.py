"""Screens that open where there is no terminal, for a moment, with somebody at their keys."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final

import pytest
from textual.pilot import Pilot

from tests.simulator.session.programs import GUARD
from tests.tui.desk import Player
from tui.app import KullaApp

RUN: Final = KullaApp.run_async
Story = Callable[[Player], Awaitable[None]]


def opens(monkeypatch: pytest.MonkeyPatch, story: Story) -> None:
    """From now on every screen opens out of sight, and this happens at it."""

    async def out_of_sight(app: KullaApp, **_: Any) -> None:
        async def played(pilot: Pilot[Any]) -> None:
            await pilot.pause()
            await story(Player(pilot, app.screen_stack[1]))  # type: ignore[arg-type]

        app.animation_level = "none"
        async with asyncio.timeout(GUARD):
            await RUN(app, headless=True, size=(120, 40), auto_pilot=played)

    monkeypatch.setattr(KullaApp, "run_async", out_of_sight)
