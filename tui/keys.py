"""`kulla keys`: every act with its key, as the part of a settings file that changes them."""

import os
from collections.abc import Iterator

import click

from simulator.cli.exits import FINE
from tui.language import chosen
from tui.settings import BadSettings, place, settings
from tui.speech import _, speak
from tui.widgets.tabs import EVERY_ACT


@click.command("keys")
def command() -> int:
    """List the keys of the exercise, ready to be changed and kept as your settings."""
    speak(chosen(None, os.environ))
    try:
        own = settings(place()).keys
    except BadSettings as bad:
        raise click.UsageError(str(bad)) from None
    for line in lines(own):
        click.echo(line)
    return FINE


def lines(own: dict[str, str]) -> Iterator[str]:
    """A file in TOML that says what is so already."""
    yield f"# {_('Keep what you change in {file}', file=place())}"
    yield "[keys]"
    told = set[str]()
    for acts in EVERY_ACT.values():
        for act in acts:
            if act.id and act.id not in told:
                told.add(act.id)
                yield f'{act.id} = "{own.get(act.id, act.key)}"  # {_(act.tooltip)}'
