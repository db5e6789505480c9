"""Nothing is drawn that nobody looks at.

The toolkit draws each change as it comes, also where there is no terminal: a third of the time of
a test. Here a test draws when it looks at the screen, and the last screen when it ends.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.app import App

_draw = Compositor.render_update
_strips = Compositor.render_strips
_run = App.run_test


def drawn_when_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Compositor, "render_update", _remember)
    monkeypatch.setattr(Compositor, "render_strips", _look)
    monkeypatch.setattr(App, "run_test", _run_and_look)


def _remember(
    it: Compositor, full: bool = False, screen_stack: Any = None, simplify: bool = False
) -> Any:
    """What the toolkit does but for its drawing: each widget knows by itself that it is stale."""
    if full:
        return _draw(it, full, screen_stack, simplify)
    visible_screen_stack.set(screen_stack or [])
    it._dirty_regions.clear()
    return None


def _look(it: Compositor, size: Any = None) -> Any:
    """Whoever looks at a sheet sees what lies beneath it; the toolkit says so where it draws."""
    assert it.root is not None
    visible_screen_stack.set(it.root.app._background_screens)
    return _strips(it, size)


@asynccontextmanager
async def _run_and_look(app: App[Any], **given: Any) -> AsyncIterator[Any]:
    async with _run(app, **given) as pilot:
        yield pilot
        if app.is_running:
            app.screen._compositor.render_strips()
