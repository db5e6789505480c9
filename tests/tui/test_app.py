"""The application itself, whatever it shows."""

import pytest

from tests.tui.desk import Player
from tests.tui.fake import FakeSeat
from tui import app
from tui.screens.exercise import ExerciseScreen


async def test_it_ends_when_its_terminal_was_closed(monkeypatch: pytest.MonkeyPatch):
    there = [True]
    monkeypatch.setattr(app, "at_a_terminal", lambda: there[0])
    monkeypatch.setattr(app, "LOOK_EVERY", 0.01)
    screen = ExerciseScreen(FakeSeat(), greets=False)
    played = app.KullaApp(screen)
    async with played.run_test() as pilot:
        await pilot.pause(0.05)
        assert played.is_running
        there[0] = False
        await Player(pilot, screen).waits_until(lambda: not played.is_running)
