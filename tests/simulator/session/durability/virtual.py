"""An event loop in which time passes only while nobody has anything to do, and nothing waits.

So a story about hours is told at once, and is the same story each time that it is told.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, Final, TypeVar

T = TypeVar("T")
LONGEST: Final = 600.0


class VirtualLoop(asyncio.SelectorEventLoop):
    """Jumps to the next moment for which somebody waits."""

    def __init__(self) -> None:
        super().__init__()
        self._now = 1000.0

    def time(self) -> float:
        return self._now

    def _run_once(self) -> None:
        if not self._ready:  # type: ignore[attr-defined]
            waiting = [timer for timer in self._scheduled if not timer.cancelled()]  # type: ignore[attr-defined]
            if not waiting:
                raise RuntimeError("everybody waits for something that never comes")
            self._now = max(self._now, min(timer.when() for timer in waiting))
        super()._run_once()  # type: ignore[misc]


def virtually(story: Coroutine[Any, Any, T]) -> T:
    """Tell a story in such a loop; it must come to its end within some minutes of its own."""

    async def told() -> T:
        async with asyncio.timeout(LONGEST):
            return await story

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(told())
