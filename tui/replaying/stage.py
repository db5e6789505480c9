"""Raises the curtain on a replay."""

import gc
from pathlib import Path
from typing import Any

from simulator.cli.exits import FINE
from tui.app import KullaApp
from tui.reader import settled
from tui.replaying.opening import opened
from tui.replaying.screens import screen_of


def show(session: Path, language: str | None, **chosen: Any) -> int:
    """Show it until its user leaves. Raises the ClickException that says why it can't be."""
    known = settled(language)
    projector = opened(session, **chosen)
    # What was read stays: searching it again and again would hold the pictures up.
    gc.collect()
    gc.freeze()
    app = KullaApp(screen_of(projector), known)
    app.run()
    return app.return_code or FINE
