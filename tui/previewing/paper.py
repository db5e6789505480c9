"""The preview as a file, or printed."""

from __future__ import annotations

import os
from pathlib import Path

import click

from simulator.authoring.checking.check import checked
from simulator.authoring.previewing.page.whole import page, page_of_problems
from simulator.authoring.previewing.previewed import previewed, setups
from simulator.cli.shaped import shaped
from simulator.rehearsal.playing import play
from tui.language import chosen


def write(path: Path, to: str, level: str, language: str | None) -> bool:
    """Write the page to the file `to`, or print it where that is `-`; whether the scenario has
    mistakes, which then are all that stands there. Raises the ClickException that says why not."""
    speak = chosen(language, os.environ)
    try:
        scenario, problems, _files = checked(path, played=False)
    except OSError as error:
        raise click.ClickException(f"{path} can't be read: {error.strerror}.") from None
    if scenario is None:
        _put(page_of_problems(path.name, problems, speak), to)
        return True
    scenario = shaped(scenario, level)
    runs = tuple(play(scenario, setup, (), None) for setup in setups())
    _put(page(previewed(scenario, speak, runs), problems), to)
    return False


def _put(text: str, to: str) -> None:
    if to == "-":
        click.echo(text, nl=False)
        return
    try:
        Path(to).write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise click.ClickException(f"{to} can't be written: {error.strerror}.") from None
