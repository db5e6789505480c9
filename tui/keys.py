"""`kulla keys`: every act with its key, as the part of a settings file that changes them."""

from collections.abc import Iterator

import click

from simulator.cli.exits import FINE
from tui.reader import settled
from tui.settings import place
from tui.speech import _
from tui.widgets.tabs import EVERY_ACT


@click.command("keys")
def command() -> int:
    """List the keys of the exercise, ready to be changed and kept as your settings."""
    for line in lines(settled(None).keys):
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
