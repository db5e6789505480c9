"""Raises the curtain on a preview, or on a role that is played from a moment on."""

from pathlib import Path
from typing import Any

import click

from simulator.cli.exits import FINE
from simulator.cli.scenario import playable
from simulator.engine.errors import Refused
from simulator.engine.wording import moment
from tui.app import KullaApp
from tui.previewing.screen import PreviewScreen
from tui.previewing.trial import Trial, sitting_from
from tui.reader import settled
from tui.speech import spoken


def show(path: Path, chosen: dict[str, Any]) -> int:
    """Show the preview until its author leaves."""
    known = settled(chosen["language"])
    app = KullaApp(PreviewScreen(path, chosen["seed"], chosen["level"]), known)
    app.run()
    return app.return_code or FINE


def play_through(path: Path, role: str, at: int, chosen: dict[str, Any]) -> int:
    """Play this role from second `at` on. Raises the ClickException that says why one can't."""
    known = settled(chosen["language"])
    scenario = playable(path)
    if at >= scenario.length:
        raise click.UsageError(f"This exercise ends at {moment(scenario.length)}; begin before.")
    try:
        seat = sitting_from(scenario, role, at, chosen["seed"], spoken(), chosen["level"])
    except Refused as refusal:
        sentence = refusal.into(spoken())
        raise click.UsageError(f"{sentence[0].upper()}{sentence[1:]}.") from None
    app = KullaApp(Trial(seat, greets=False), known)
    app.run()
    return app.return_code or FINE
