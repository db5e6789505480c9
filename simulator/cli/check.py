"""`kulla check`: every mistake of a scenario, each with its place."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from simulator.cli.exits import BAD_SCENARIO, FINDINGS, FINE
from simulator.scenario import examine
from simulator.scenario.library import inside, shipped
from simulator.scenario.problem import Problem
from simulator.scenario.wording import nearest


def as_lines(problems: Sequence[Problem]) -> Iterator[str]:
    return map(str, problems)


def as_json(problems: Sequence[Problem]) -> Iterator[str]:
    data = [problem._asdict() for problem in problems]
    yield json.dumps(data, ensure_ascii=False, indent=2)


FORMATS: Final[dict[str, Callable[[Sequence[Problem]], Iterator[str]]]] = {
    "text": as_lines,
    "json": as_json,
}


@click.command("check")
@click.argument("named", metavar="PATH...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
def command(named: Sequence[str], form: str) -> int:
    """Read scenarios and name each mistake and its place.

    PATH is a scenario's folder or file, a folder of several, or the id of one that comes with
    Kulla. Leaves with 0 where all is well, 1 where there are mistakes, 3 where nothing can be read.
    """
    found: set[Problem] = set()
    fine = unreadable = 0
    for name in named:
        try:
            for path in scenarios(name):
                problems = examine(path).problems
                fine += not problems
                found.update(problem._replace(path=nearby(problem.path)) for problem in problems)
        except OSError as error:
            unreadable += 1
            click.echo(_unreadable(name, error), err=True)
    for line in FORMATS[form](sorted(found)):
        click.echo(line)
    if fine or found:
        told = f"{_number(fine, 'scenario')} fine, {_number(len(found), 'mistake')}"
        click.echo(told, err=True)
    return BAD_SCENARIO if unreadable else FINDINGS if found else FINE


def scenarios(name: str) -> Sequence[Path]:
    """What a person means by this name: one scenario, or all that a folder of several holds."""
    path = shipped().get(name, Path(name))
    several = [] if (path / "scenario.yaml").exists() else list(inside(path).values())
    return several or [path]


def nearby(path: str) -> str:
    """The path as seen from the current folder, where it lies below it."""
    here, absolute = Path.cwd(), Path(path).absolute()
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else path


def _unreadable(name: str, error: OSError) -> str:
    hint = nearest(name, shipped()) if isinstance(error, FileNotFoundError) else ""
    return f"{nearby(str(error.filename or name))} can't be read: {error.strerror}{hint or '.'}"


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}"
