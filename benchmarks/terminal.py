"""What the player's screen costs: its first frame, a key in a full inbox and log, its memory."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
import time
import tracemalloc
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from typing import Any, Final

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from benchmarks.measure import Ratio
from simulator.cli.scenario import playable
from simulator.engine.exercise import Setup
from simulator.engine.views import RoleView
from simulator.scenario.library import shipped
from simulator.session.sitting import Sitting
from tui.app import KullaApp
from tui.screens.exercise import ExerciseScreen

SIZE: Final = (120, 35)
ROUNDS: Final = 9
KEYS: Final = 20
SCENARIO: Final = "wiper-2022"
ROLE: Final = "akcesk"
HOUR: Final = 3600
FEW: Final = 10
ITEMS: Final = 2_000
LINES: Final = 10_000
NEVER: Final = 1e6
TOP: Final = 1200
"""The fastest pace, in exercise seconds a second."""


class Still(Sitting):
    """A seat in which nothing happens: it shows one view for good, as long as is wanted."""

    shown: RoleView

    def filled(self, items: int, lines: int) -> Still:
        """With an inbox and a log of so many, made of those of the exercise."""
        view = super().view()
        mail, log = view.inbox, view.log
        self.shown = replace(
            view,
            inbox=tuple(
                replace(mail[n % len(mail)], key=f"copy#{n}", read=True) for n in range(items)
            ),
            log=tuple(replace(log[n % len(log)], at=n) for n in range(lines)),
        )
        return self

    def tick(self, wall: float) -> bool:
        return False

    def view(self) -> RoleView:
        return self.shown


def main() -> None:
    print(f"the player's screen at {SIZE[0]}x{SIZE[1]}")
    for figure in figures():
        print(f"  {figure}")


def figures() -> Iterator[str]:
    told = "from the command to the first picture, against an empty application (within 1.6)"
    yield f"{told}  {_first_pictures()}"
    for name, keys in (("inbox", ("down", "up")), ("log", ("6", "1"))):
        told = f"{ITEMS:,} messages" if name == "inbox" else f"{LINES:,} lines"
        yield f"a key in the {name} with {told} against one with {FEW} (within 2)  {_keys(keys)}"
    yield from _memory()


def _seat(hours: int = 30) -> Still:
    scenario = playable(shipped()[SCENARIO])
    seat = Still(scenario, Setup(7, (ROLE,)), ROLE, 60, "en")
    Sitting.tick(seat, 0)
    seat._exercise.advance(hours * HOUR)
    return seat


EMPTY: Final = """
import asyncio, sys
from textual.app import App
app, kind, words = App(), object, ""
"""
PLAYER: Final = f"""
import asyncio, sys
from simulator.cli.scenario import playable
from simulator.scenario.library import shipped
from tui.app import KullaApp
from tui.opening import Opening
from tui.screens.choose import first_screen
from tui.screens.exercise import ExerciseScreen as kind
screen = first_screen(playable(shipped()["{SCENARIO}"]), Opening(seed=7, role="{ROLE}"))
screen.greets = False
app, words = KullaApp(screen), "Brief"
"""
FIRST_PICTURE: Final = f"""
async def main():
    display = app._display
    def displayed(screen, picture):
        display(screen, picture)
        if isinstance(screen, kind):
            if any(words in strip.text for strip in screen._compositor.render_strips()):
                sys.__stdout__.write("drawn")
                sys.__stdout__.flush()
    app._display = displayed
    async with app.run_test(size={SIZE}) as pilot:
        await pilot.pause()
asyncio.run(main())
"""


def _first_pictures() -> Ratio:
    pairs = [(_first_picture(PLAYER), _first_picture(EMPTY)) for _ in range(ROUNDS + 1)]
    return Ratio.of(pairs[1:])


def _first_picture(program: str) -> float:
    """Seconds until a new interpreter has drawn what the program shows."""
    begun = time.perf_counter()
    command = [sys.executable, "-c", program + FIRST_PICTURE]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as running:  # noqa: S603 our own
        assert running.stdout is not None
        running.stdout.read(1)
        spent = time.perf_counter() - begun
        running.stdout.read()
        return spent


def _player(seat: Sitting) -> KullaApp:
    return KullaApp(ExerciseScreen(seat, wall=lambda: 0.0, beat=NEVER, greets=False))


def _keys(keys: tuple[str, str]) -> Ratio:
    """Two keys, pressed in turns on a full screen and on one that is nearly empty."""
    full, few = _seat().filled(ITEMS, LINES), _seat().filled(FEW, FEW)
    return asyncio.run(_in_turns(full, few, keys))


async def _in_turns(full: Still, few: Still, keys: tuple[str, str]) -> Ratio:
    return Ratio.of(
        [(await _pressed(full, keys), await _pressed(few, keys)) for _ in range(ROUNDS)]
    )


async def _pressed(seat: Still, keys: tuple[str, str]) -> float:
    """Seconds from a key to the picture that answers it, the middle of several."""
    app = _player(seat)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        spent = sorted([await _one(app, pilot, key) for _ in range(KEYS) for key in keys])
        return spent[len(spent) // 2]


async def _one(app: App[Any], pilot: Pilot[Any], key: str) -> float:
    drawn = asyncio.Event()
    display = app._display

    def displayed(screen: Screen[Any], renderable: Any) -> None:
        display(screen, renderable)
        drawn.set()

    app._display = displayed  # type: ignore[method-assign]
    begun = time.perf_counter()
    app.simulate_key(key)
    await drawn.wait()
    spent = time.perf_counter() - begun
    app._display = display  # type: ignore[method-assign]
    await pilot.pause()
    return spent


def _memory() -> Iterator[str]:
    """What a screen and its exercise keep, after an hour and after eight."""
    after = asyncio.run(_kept((1, 8)))
    yield (
        f"memory after eight hours at the top pace, against after one: {after[8] / after[1]:.2f}  "
        f"{after[8] / 1e6:.1f} MB against {after[1] / 1e6:.1f} MB"
    )


async def _kept(hours: tuple[int, ...]) -> dict[int, float]:
    """Bytes after so many hours of exercise time, since before the seat was taken."""
    scenario = playable(shipped()[SCENARIO])
    gc.collect()
    tracemalloc.start()
    try:
        return {
            hour: kept async for hour, kept in _shown(Sitting(
                scenario, Setup(7, (ROLE,)), ROLE, TOP, "en"
            ), hours)
        }  # fmt: skip
    finally:
        tracemalloc.stop()


async def _shown(seat: Sitting, hours: tuple[int, ...]) -> AsyncIterator[tuple[int, float]]:
    """Play with the screen open, as fast as the clock goes, five pictures a second."""
    now = [0.0]
    app = KullaApp(ExerciseScreen(seat, wall=lambda: now[0], beat=NEVER, greets=False))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        player = app.screen_stack[1]
        assert isinstance(player, ExerciseScreen)
        player.time.waits_for_me = False
        for hour in hours:
            while player.seen.now < hour * HOUR:
                now[0] += 0.2
                player.tick()
                await pilot.pause()
            gc.collect()
            yield hour, float(tracemalloc.get_traced_memory()[0])


if __name__ == "__main__":
    main()
