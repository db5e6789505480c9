"""Raises the curtain: from what was chosen on the command line to the running screens."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.cli.exits import FINE, TERMINATED
from simulator.cli.keeping import answered, kept
from simulator.cli.scenario import playable
from simulator.engine.errors import Refused
from tui.app import KullaApp
from tui.opening import Opening
from tui.reader import settled
from tui.screens.choose import first_screen
from tui.screens.exercise import ExerciseScreen
from tui.speech import _, spoken

if TYPE_CHECKING:
    from simulator.cli.fork import Alone
    from simulator.cli.keep import Keep


def play(path: Path | None, chosen: dict[str, Any]) -> int:
    """Play until the player leaves, and say with which exit code.

    Raises the ClickException that says why play can't begin.
    """
    known = settled(chosen.pop("language"))
    opening = Opening(**chosen, language=spoken())
    try:
        first = first_screen(playable(path) if path else None, opening)
    except Refused as refusal:
        raise _no(refusal) from None
    code = _run(KullaApp(first, known), opening.keep)
    repeats = _("The seed was {seed}: --seed {seed} repeats its chances.", seed=opening.seed)
    click.echo(repeats, err=True)
    return code


def play_on(alone: Alone) -> int:
    """Play on from where a run stands until the player leaves; the exit code.

    Raises the ClickException that says why it can't be.
    """
    known = settled(alone.language)
    try:
        seat = alone.sit(spoken())
    except Refused as refusal:
        raise _no(refusal) from None
    return _run(KullaApp(ExerciseScreen(seat, onward=True), known), alone.keep)


def _run(app: KullaApp, keep: Keep | None) -> int:
    def end(_number: int, _frame: object) -> None:
        app.exit(return_code=TERMINATED)  # so that the terminal is left as it was found

    with kept(keep), answered({signal.SIGTERM: end}):
        app.run()
    return app.return_code or FINE


def _no(refusal: Refused) -> click.UsageError:
    sentence = refusal.into(spoken())
    return click.UsageError(f"{sentence[0].upper()}{sentence[1:]}.")
