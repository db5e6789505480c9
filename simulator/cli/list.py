"""`kulla list`: the exercises that can be played."""

import json
from pathlib import Path
from typing import NamedTuple

import click

from simulator.cli.exits import BAD_SCENARIO, FINE
from simulator.scenario import Scenario, examine
from simulator.scenario.library import inside, shipped
from simulator.speech import LANGUAGES


class Entry(NamedTuple):
    """What a person chooses by; `play` is what `kulla play` takes, `length` exercise seconds."""

    play: str
    id: str
    title: str
    length: int
    roles: dict[str, str]
    levels: dict[str, str]

    def __str__(self) -> str:
        lines = [", ".join(self.roles)]
        if self.levels:
            lines.append(f"--level {' | '.join(self.levels)}")
        told = "\n".join(click.wrap_text(line, 78, "    ", "    ") for line in lines)
        return f"{self.play}: {self.title} ({in_hours(self.length)})\n{told}"


@click.command("list")
@click.argument(
    "folder",
    required=False,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(folder: Path | None, lang: str, form: str) -> int:
    """List the exercises that come with Kulla, or those in FOLDER."""
    found = {str(path): path for path in inside(folder).values()} if folder else shipped()
    examined = {name: examine(path).scenario for name, path in found.items()}
    entries = [entry(name, it, lang) for name, it in examined.items() if it]
    if form == "json":
        click.echo(json.dumps([e._asdict() for e in entries], ensure_ascii=False, indent=2))
    else:
        for told in entries:
            click.echo(told)
    unplayable = [name for name, it in examined.items() if not it]
    for name in unplayable:
        click.echo(f"{name} can't be played: kulla check {name} tells why.", err=True)
    return BAD_SCENARIO if unplayable else FINE


def entry(name: str, scenario: Scenario, language: str) -> Entry:
    roles = {role: seat.title.into(language) for role, seat in scenario.roles.items()}
    levels = {id: level.called(id, language) for id, level in scenario.levels.items()}
    return Entry(name, scenario.id, scenario.title.into(language), scenario.length, roles, levels)


def in_hours(seconds: int) -> str:
    """A length as an author writes it: `40m`, `6h`, `1h30m`."""
    hours, minutes = divmod(seconds // 60, 60)
    return "".join(f"{n}{unit}" for n, unit in ((hours, "h"), (minutes, "m")) if n)
