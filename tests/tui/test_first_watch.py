"""A player at a real exercise, from the lobby to the summary."""

from pathlib import Path

from simulator.scenario import load
from simulator.scenario.library import shipped
from simulator.session.sitting import Sitting
from tests.tui.desk import Player
from tui.app import KullaApp
from tui.opening import Opening
from tui.screens.choose import first_screen
from tui.screens.exercise import ExerciseScreen
from tui.widgets.inbox import Inbox

TOWNS = Path(__file__).parents[1] / "scenarios" / "two-towns"


def app(**chosen) -> KullaApp:
    name = chosen.pop("scenario", "first-watch")
    scenario = load(shipped().get(name) or TOWNS) if name else None
    app = KullaApp(first_screen(scenario, Opening(seed=3, **chosen)))
    app.animation_level = "none"
    return app


async def take_the_seat(player: Player) -> None:
    await player.press("enter")
    screen = player.pilot.app.screen_stack[1]
    assert isinstance(screen, ExerciseScreen)
    screen.time.wall = lambda: 0.0
    player.screen = screen


async def test_an_exercise_and_a_seat_are_chosen_and_shown_in_both_languages():
    async with app(scenario=None).run_test(size=(100, 40)) as pilot:
        player = Player(pilot, None)  # type: ignore[arg-type]
        assert "First watch" in player.sees()
        await player.press("enter")
        assert "Watch officer" in player.sees()
        assert "response cell" in player.sees()
        await player.press("l")
        assert "Oficeri i rojës" in player.sees()
        await player.press("enter")
        assert "Keni rojën e natës" in player.sees()


async def test_a_level_of_difficulty_is_chosen_with_its_key():
    async with app(scenario="wiper-2022").run_test(size=(120, 40)) as pilot:
        player = Player(pilot, None)  # type: ignore[arg-type]
        assert "as it is written" in player.line_with("Level ")
        await player.press("d", "d", "d")
        assert "Hard: Less time to decide" in player.line_with("Level ")
        await player.press("d")
        assert "as it is written" in player.line_with("Level ")
        await player.press("d")
        await take_the_seat(player)
        assert isinstance(player.screen.seat, Sitting)
        assert player.screen.seat._exercise.scenario.level == "easy"


async def test_a_side_is_chosen_with_its_key():
    async with app(scenario="two-towns").run_test(size=(100, 40)) as pilot:
        player = Player(pilot, None)  # type: ignore[arg-type]
        assert "North Water" in player.line_with("Side ")
        assert "You are the works of Northam." in player.sees()
        await player.press("s")
        assert "Harrow Bay Water" in player.line_with("Side ")
        await take_the_seat(player)
        assert isinstance(player.screen.seat, Sitting)
        assert player.screen.seat.own.scenario.side == "harrow-bay"


async def test_the_tutorial_is_played_to_its_summary():
    async with app(role="watch").run_test(size=(120, 60)) as pilot:
        screen = pilot.app.screen_stack[1]
        assert isinstance(screen, ExerciseScreen)
        screen.time.wall = lambda: 0.0
        player = Player(pilot, screen)
        await player.press("enter")
        screen.time.wall = lambda: 0.1
        await player.time_passes()
        await player.press("enter")
        assert "Until six the night is yours." in player.sees()
        await player.press("s", "s", "d", "1")
        await player.write("traces")
        await player.press("enter", "4", "ctrl+s")
        assert "Pull the network cable" in player.sees()
        await player.press("s", "2", "enter", "enter", "ctrl+s")
        assert "running" in player.line_with("Look closer: Office computers")
        for _ in range(30):
            if screen.seen.over:
                break
            await player.press("s")
        assert "Outcome" in player.sees()
        assert "Your reason: traces" in player.sees()
        assert "✓ met     1 of 1 A first closer look" in player.sees()
        await player.press("escape")
        assert screen.query_one(Inbox).row_count == len(screen.seen.inbox)
