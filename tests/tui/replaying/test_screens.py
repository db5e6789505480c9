"""A recorded session on the screens that it was played on."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.simulator.review.stopped import SMOKE, stopped
from tests.tui.desk import NEVER, Player
from tui.app import KullaApp
from tui.replaying.opening import opened
from tui.replaying.projector import Projector
from tui.replaying.replaying import Replaying
from tui.replaying.screens import screen_of


class Viewer(Player):
    def __init__(self, pilot, projector: Projector) -> None:
        super().__init__(pilot, pilot.app.screen)
        self.projector = projector

    @property
    def now(self) -> int:
        return self.projector.now


@asynccontextmanager
async def viewing(
    session: Path, size: tuple[int, int] = (120, 35), **what: Any
) -> AsyncIterator[Viewer]:
    projector = opened(session, **what)
    app = KullaApp(screen_of(projector, beat=NEVER))
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Viewer(pilot, projector)


async def test_a_role_s_screen_goes_to_any_moment_and_back_and_acts_are_refused(session: Path):
    """Given a take of north; when its archive's screen is looked at again; then it shows what was
    known then, wherever one goes."""
    async with viewing(session, team="north", role="archive") as viewer:
        assert "REPLAY" in viewer.sees()
        assert "take 2 of 2" in viewer.sees()

        await viewer.press("f3")
        assert viewer.now == 1440
        assert "The lamp is out" in viewer.sees()
        assert any("The archive" in said for said in viewer.told())
        await viewer.press("f4")
        assert viewer.now == 1200
        await viewer.press("full_stop", "greater_than_sign", "comma", "less_than_sign")
        assert viewer.now == 1200
        await viewer.press("a")
        assert viewer.told() == ["This is a replay: nothing can be done here any more."]

        await viewer.press("M")
        await viewer.write("moth trap")
        await viewer.press("enter")
        assert viewer.now == 1800
        await viewer.press("T")
        await viewer.write("-5m")
        await viewer.press("enter")
        assert viewer.now == 1500
        await viewer.press("T")
        await viewer.write("T+99:00")
        await viewer.press("enter")
        assert viewer.now == 1500
        assert any("after the end" in said for said in viewer.told())
        await viewer.press("escape")

        screen: Replaying = viewer.app.screen  # type: ignore[assignment]
        screen.action_moment("discussion", True)
        await viewer.pilot.pause()
        assert "HELD for discussion" in viewer.sees()
        await viewer.press("d")
        assert "Morning round" in viewer.sees()
        await viewer.press("escape")
        screen.go(1500)

        await viewer.press("F")
        assert "kulla fork" in viewer.sees()
        said = " ".join(viewer.sees().replace("│", " ").split())
        assert "--at 1500s --team north --take 2 --role archive" in said
        await viewer.press("escape", "question_mark")
        assert "Run backwards" in viewer.sees()


async def test_time_runs_forward_and_back_and_over_endex_comes_the_summary(session: Path):
    wall = 0.0
    async with viewing(session, (80, 24), team="harbour", role="archive", at="T+01:00") as viewer:
        screen: Replaying = viewer.app.screen  # type: ignore[assignment]
        screen.wall = viewer.screen.time.wall = lambda: wall
        await viewer.press("space")
        wall = 10.0
        await viewer.time_passes()
        assert viewer.now == 3600 + 600
        await viewer.press("B")
        wall = 25.0
        await viewer.time_passes()
        assert viewer.now == 4200 - 900
        wall = 1000.0
        await viewer.time_passes()
        assert viewer.now == 0
        assert not viewer.projector.running

        screen.go(viewer.projector.until)
        await viewer.pilot.pause()
        assert "How it ended" in viewer.sees() or "objective" in viewer.sees().casefold()
        await viewer.press("escape")
        screen.go(0)
        assert screen.query_one("#tabs")


async def test_control_s_room_is_as_it_was_then_with_its_notes(session: Path):
    """Given three teams; when control's room is looked at; then each note is there from its moment
    on, and what would steer is refused."""
    async with viewing(session, team="north", take=1, at="T+00:45") as viewer:
        assert "north" in viewer.sees()
        await viewer.press("6")
        assert "They burnt the post." not in viewer.sees()
        await viewer.press("f9")
        assert viewer.now == 3000
        assert "They burnt the post." in viewer.sees()
        await viewer.press("5")
        assert "5 Ahead" not in viewer.sees()
        assert "They burnt the post." in viewer.sees()
        await viewer.press("R")
        assert viewer.told() == ["This is a replay: nothing can be done here any more."]
        assert "Rewind" not in viewer.sees()
        await viewer.press("2", "f4")
        assert viewer.now == 1800
        await viewer.press("O")
        assert viewer.told() == ["Control sees everything; choose a role first."]

        await viewer.press("V")
        listed = viewer.sees()
        assert "take 2 of 2" in listed
        assert "south" in listed
        await viewer.press("down", "enter")
        assert viewer.projector.sight.role == "archive"
        assert viewer.now == 1800
        await viewer.press("O")
        assert "What others knew at" in viewer.sees()


async def test_a_stop_is_told_as_it_was_to_who_looks_on(tmp_path: Path):
    """Given lunch and a real emergency; when a player's screen runs over it; then it stands there
    with the words that they read, and nobody is called by a bell or over what lies open."""
    wall = 0.0
    path = stopped(tmp_path / "session")
    async with viewing(path, (80, 24), role="watch", take=1) as viewer:
        screen: Replaying = viewer.app.screen  # type: ignore[assignment]
        screen.wall = viewer.screen.time.wall = lambda: wall
        rung: list[int] = []
        viewer.app.bell = lambda: rung.append(viewer.now)
        await viewer.press("space")
        wall = 60.0
        await viewer.time_passes()
        assert viewer.now == 600
        assert f"NO DUFF – REAL EMERGENCY  {SMOKE}" in viewer.sees()
        assert not viewer.told()
        assert not rung
        assert "Besa" not in viewer.sees()
        drawn: list[int] = []
        draw, screen.draw = screen.draw, lambda: drawn.append(viewer.now)
        for _ in range(20):
            screen.action_stride(60)
        await viewer.pilot.pause()
        assert drawn == [1800], "a key that is held down is drawn where it has come to"
        screen.draw = draw
        screen.draw()
        await viewer.pilot.pause()
        assert "PAUSED: hold point" in viewer.sees()
        assert "NO DUFF" not in viewer.sees()
        await viewer.press("M")
        await viewer.write("smoke")
        await viewer.press("enter")
        assert viewer.now == 600
        assert "Besa" not in " ".join(viewer.told())
    async with viewing(path, (120, 35), take=1) as viewer:
        viewer.app.bell = lambda: rung.append(viewer.now)
        await viewer.press("f5", "M")
        await viewer.write("smoke")
        await viewer.press("enter")
        assert not rung
        assert "Besa, 1 of 2 have lifted it" in viewer.sees()
        assert "lifted it:" not in viewer.sees(), "no key does anything here"
        assert SMOKE in viewer.sees()
