"""When an app is at rest: nobody in it has anything left to do, and all is drawn.

The toolkit's pilot sleeps twice after every key, and goes by how busy the processor was meanwhile,
with whatever else; then it sends a message to every widget there is, and waits for all of them.
Here the loop itself is asked, which takes no time and depends on no machine.
"""

import asyncio
from typing import Any, Final

import pytest
from textual import app, pilot
from textual._context import active_app

GUARD: Final = 30.0
LOOKS: Final = 3
"""How often nothing has to be ready: what comes through a socket is heard with the next look."""


def no_sleep_after_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (app, pilot):
        monkeypatch.setattr(module, "wait_for_idle", at_rest)
    monkeypatch.setattr(pilot.Pilot, "_wait_for_screen", _all_heard)


async def at_rest(*seconds: float) -> None:
    """In place of the toolkit's `wait_for_idle`."""
    async with asyncio.timeout(GUARD):
        while await _worked() or _drew():
            pass


async def _all_heard(it: pilot.Pilot[Any], *seconds: float) -> bool:
    """Whether nothing went wrong on the way to rest."""
    await at_rest()
    return not it.app._exception_event.is_set()


async def _worked() -> bool:
    """Let everybody go on for as long as anybody can; whether anybody did."""
    loop: Any = asyncio.get_running_loop()
    quiet, worked = 0, False
    while quiet < LOOKS:
        await asyncio.sleep(0)
        quiet, worked = (0, True) if loop._ready else (quiet + 1, worked)
    return worked


def _drew() -> bool:
    """Do now what waits for the next frame; whether there was anything."""
    it: Any = active_app.get()
    resized = it._resize_timer is not None
    if resized:
        it._check_resize()
    waiting = [screen for screen in it.screen_stack if screen._update_timer._active.is_set()]
    for screen in waiting:
        screen._on_timer_update()
    return resized or bool(waiting)
