"""What the player's screen costs: its first frame, a key in a full inbox and log, its memory."""

from __future__ import annotations

import asyncio
import gc
import time
import tracemalloc
from collections.abc import Iterator
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
    yield f"first frame against an empty application (within 1.6)  {_first_frames()}"
    for name, keys in (("inbox", ["down"]), ("log", ["6", "up"])):
        told = f"{ITEMS:,} messages" if name == "inbox" else f"{LINES:,} lines"
        yield f"a key in a {name} of {told} against one of {FEW} (within 2)  {_keys(keys)}"
    yield from _memory()


def _seat(hours: int = 30) -> Still:
    scenario = playable(shipped()[SCENARIO])
    seat = Still(scenario, Setup(7, (ROLE,)), ROLE, 60, "en")
    Sitting.tick(seat, 0)
    seat._exercise.advance(hours * HOUR)
    return seat


class Frames:
    """When an application has drawn a screen of a kind with these words on it."""

    def __init__(self, kind: type[Screen[Any]], words: str) -> None:
        self.drawn = asyncio.Event()
        self.kind, self.words = kind, words

    def follow(self, app: App[Any]) -> None:
        display = app._display

        def displayed(screen: Screen[Any], renderable: Any) -> None:
            display(screen, renderable)
            if isinstance(screen, self.kind) and not self.drawn.is_set():
                strips = screen._compositor.render_strips()
                if any(self.words in strip.text for strip in strips):
                    self.drawn.set()

        app._display = displayed  # type: ignore[method-assign]


def _first_frames() -> Ratio:
    seat = _seat().filled(FEW, FEW)
    pairs = []
    for _ in range(ROUNDS + 1):
        ours = asyncio.run(_first_frame(_player(seat), ExerciseScreen, "Brief"))
        limit = asyncio.run(_first_frame(App(), Screen, ""))
        pairs.append((ours, limit))
    return Ratio.of(pairs[1:])


def _player(seat: Sitting) -> KullaApp:
    return KullaApp(ExerciseScreen(seat, wall=lambda: 0.0, beat=NEVER, greets=False))


async def _first_frame(app: App[Any], kind: type[Screen[Any]], words: str) -> float:
    frames = Frames(kind, words)
    frames.follow(app)
    gc.collect()
    begun = time.perf_counter()
    async with app.run_test(size=SIZE):
        await frames.drawn.wait()
        return time.perf_counter() - begun


def _keys(keys: list[str]) -> Ratio:
    """Both screens are open, and the last of the keys is pressed in turns."""
    full, few = _seat().filled(ITEMS, LINES), _seat().filled(FEW, FEW)
    return asyncio.run(_in_turns(full, few, keys))


async def _in_turns(full: Still, few: Still, keys: list[str]) -> Ratio:
    return Ratio.of(
        [(await _pressed(full, keys), await _pressed(few, keys)) for _ in range(ROUNDS)]
    )


async def _pressed(seat: Still, keys: list[str]) -> float:
    """Seconds from a key to the picture that answers it, the middle of several."""
    app = _player(seat)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        spent = sorted([await _one(app, pilot, keys[-1]) for _ in range(KEYS)])
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
    """What the screen itself keeps, beside what the exercise does."""
    alone, shown = asyncio.run(_kept(False)), asyncio.run(_kept(True))
    yield (
        f"memory after eight hours at the top pace: {shown / 1e6:.1f} MB with the screen, "
        f"{alone / 1e6:.1f} MB without it: {shown / alone:.2f} times"
    )


async def _kept(screen: bool) -> float:
    seat = Sitting(playable(shipped()[SCENARIO]), Setup(7, (ROLE,)), ROLE, 1200, "en")
    walls = iter(range(10_000))
    tracemalloc.start()
    try:
        if screen:
            await _shown(seat)
        else:
            seat.run(next(walls))
            while seat.view().now < 8 * HOUR:
                seat.tick(next(walls))
        gc.collect()
        return float(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()


async def _shown(seat: Sitting) -> None:
    now = [0.0]
    app = KullaApp(ExerciseScreen(seat, wall=lambda: now[0], beat=NEVER, greets=False))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        player = app.screen_stack[1]
        assert isinstance(player, ExerciseScreen)
        player.time.waits_for_me = False
        while player.seen.now < 8 * HOUR:
            now[0] += 0.2
            if player.seen.held:
                player.action_skip_ahead()
            player.tick()
            await asyncio.sleep(0)


if __name__ == "__main__":
    main()
