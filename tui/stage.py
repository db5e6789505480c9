"""Raises the curtain: from what was chosen on the command line to the running screens."""

from pathlib import Path
from typing import Any

import click

from simulator.cli.exits import FINE
from simulator.cli.scenario import playable
from simulator.engine.errors import Refused
from tui.app import KullaApp
from tui.opening import Opening
from tui.reader import settled
from tui.screens.choose import first_screen
from tui.speech import _, spoken


def play(path: Path | None, chosen: dict[str, Any]) -> int:
    """Play until the player leaves, and say with which exit code.

    Raises the ClickException that says why play can't begin.
    """
    known = settled(chosen.pop("language"))
    opening = Opening(**chosen, language=spoken())
    try:
        first = first_screen(playable(path) if path else None, opening)
    except Refused as refusal:
        sentence = refusal.into(spoken())
        raise click.UsageError(f"{sentence[0].upper()}{sentence[1:]}.") from None
    app = KullaApp(first, known)
    app.run()
    repeats = _("The seed was {seed}: --seed {seed} repeats its chances.", seed=opening.seed)
    click.echo(repeats, err=True)
    return app.return_code or FINE
