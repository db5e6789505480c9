"""Raises the curtain: from what was chosen on the command line to the running screens."""

from pathlib import Path
from typing import Any

import click

from simulator.cli.exits import FINE
from simulator.cli.scenario import playable
from simulator.engine.errors import Refused
from tui.app import KullaApp
from tui.opening import Opening
from tui.screens.choose import first_screen


def play(path: Path | None, chosen: dict[str, Any]) -> int:
    """Play until the player leaves, and say with which exit code.

    Raises the ClickException that says why play can't begin.
    """
    opening = Opening(**chosen)
    try:
        first = first_screen(playable(path) if path else None, opening)
    except Refused as refusal:
        raise click.UsageError(f"{refusal.sentence[0].upper()}{refusal.sentence[1:]}.") from None
    app = KullaApp(first)
    app.run()
    click.echo(f"The seed was {opening.seed}: --seed {opening.seed} repeats its chances.", err=True)
    return app.return_code or FINE
