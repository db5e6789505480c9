"""`kulla list`: the exercises that can be played."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from simulator.cli.exits import BAD_SCENARIO, FINE
from simulator.engine.briefing import languages
from simulator.engine.texts import Words
from simulator.scenario import Scenario, examine
from simulator.scenario.characters import shown
from simulator.scenario.library import ease, inside, shipped
from simulator.scenario.values import Text
from simulator.speech import LANGUAGES

WIDTH = 78


class Entry(NamedTuple):
    """What a person chooses by; `play` is what `kulla play` takes. `length` is exercise seconds,
    `lasts` real ones at its pace. `cells` are the roles that are usually left to bots or control;
    `challenges` is how many its contest has, None where there is none."""

    play: str
    id: str
    title: str
    length: int
    lasts: int
    difficulty: str
    tlp: str
    languages: tuple[str, ...]
    roles: dict[str, str]
    cells: tuple[str, ...]
    sides: dict[str, str]
    levels: dict[str, str]
    challenges: int | None

    def __str__(self) -> str:
        told = (click.wrap_text(line, WIDTH, "    ", "      ") for line in self._lines())
        return "\n".join((f"{self.play}: {self.title}", *told))

    def _lines(self) -> Iterator[str]:
        spoken = ", ".join(self.languages)
        yield (
            f"{in_hours(self.length)} of exercise time, {in_hours(self.lasts)} at its pace; "
            f"{self.difficulty}; TLP:{self.tlp}; {spoken}"
        )
        yield f"Roles: {', '.join(role for role in self.roles if role not in self.cells)}"
        if self.cells:
            yield f"Response cells: {', '.join(self.cells)}"
        if self.sides:
            yield f"--side {' | '.join(self.sides)}"
        if self.levels:
            yield f"--level {' | '.join(self.levels)}"
        if self.challenges is not None:
            yield f"Contest: {self.challenges} challenge{'s' if self.challenges != 1 else ''}"


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
    if folder and not found:
        raise click.UsageError(f"No folder in {shown(str(folder))} holds a scenario.yaml.")
    examined = {name: examine(path).scenario for name, path in found.items()}
    playable = sorted(((n, it) for n, it in examined.items() if it), key=lambda one: ease(one[1]))
    entries = [entry(name, it, lang) for name, it in playable]
    if form == "json":
        click.echo(json.dumps([e._asdict() for e in entries], ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join(map(str, entries)))
    unplayable = [name for name, it in examined.items() if not it]
    for name in unplayable:
        click.echo(f"{name} can't be played: kulla check {name} tells why.", err=True)
    return BAD_SCENARIO if unplayable else FINE


def entry(name: str, scenario: Scenario, language: str) -> Entry:
    def words(text: Text) -> str:
        return " ".join(Words(scenario, text, 0).into(language).split())

    return Entry(
        play=name,
        id=scenario.id,
        title=words(scenario.title),
        length=scenario.length,
        lasts=max(60, round(scenario.length / scenario.pace / 60) * 60),
        difficulty=scenario.difficulty,
        tlp=scenario.tlp,
        languages=languages(scenario),
        roles={role: words(seat.title) for role, seat in scenario.roles.items()},
        cells=tuple(role for role, seat in scenario.roles.items() if seat.response_cell),
        sides={id: words(side.title) for id, side in scenario.sides.items()},
        levels={id: level.called(id, language) for id, level in scenario.levels.items()},
        challenges=len(scenario.contest.challenges) if scenario.contest else None,
    )


def in_hours(seconds: int) -> str:
    """A length as an author writes it: `40m`, `6h`, `1h30m`."""
    hours, minutes = divmod(seconds // 60, 60)
    return "".join(f"{n}{unit}" for n, unit in ((hours, "h"), (minutes, "m")) if n)
