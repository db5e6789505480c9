"""`kulla new`: a first scenario in a folder of its own."""

from __future__ import annotations

import shlex
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

import click
from pydantic import TypeAdapter, ValidationError

from simulator.authoring.describing.notations import in_units
from simulator.authoring.starting.wishes import (
    LONGEST,
    MOST_ROLES,
    SHORTEST,
    USUAL_LENGTH,
    USUAL_ROLES,
    Wishes,
    id_of,
    title_of,
)
from simulator.authoring.starting.writing import NotEmpty, refuse_unless_empty, write
from simulator.cli.exits import FINE
from simulator.cli.run import Duration
from simulator.scenario.evaluation import Moment
from simulator.scenario.values import CONTROL, TARGET, Id, Text
from simulator.speech import LANGUAGES


class Length(Duration):
    """A length that the first plot can be stretched to."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        seconds = value if isinstance(value, int) else super().convert(value, param, ctx)
        if not SHORTEST <= seconds <= LONGEST:
            ends = f"{in_units(SHORTEST)} to {in_units(LONGEST)}"
            self.fail(f"a first exercise takes {ends}, like 4h", param, ctx)
        return seconds


class Beginning(click.ParamType[str]):
    """A date, a time and an offset, as the format writes them."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return TypeAdapter[datetime](Moment).validate_python(value).isoformat()
        except ValidationError as error:
            self.fail(error.errors()[0]["msg"], param, ctx)


class Languages(click.ParamType[tuple[str, ...]]):
    """Languages with commas between; the first is the scenario's own."""

    name = "languages"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        names = tuple(name.strip() for name in value.split(","))
        if not set(names) <= set(LANGUAGES) or len(set(names)) < len(names):
            self.fail(f"'{value}' is not {', '.join(LANGUAGES)}, or both with a comma", param, ctx)
        return names


class Seat(click.ParamType[tuple[str, Text]]):
    """An id, or an id and a title: `desk`, `desk=Security desk`."""

    name = "role"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Text]:
        if isinstance(value, tuple):
            return value[0], value[1]
        id, _, title = (part.strip() for part in value.partition("="))
        try:
            TypeAdapter[str](Id).validate_python(id)
        except ValidationError as error:
            self.fail(error.errors()[0]["msg"], param, ctx)
        if id in (CONTROL, TARGET):
            self.fail(f"'{id}' has a meaning of its own; call the role otherwise", param, ctx)
        known = dict(USUAL_ROLES).get(id) if not title else None
        return id, known or Text((("", title or title_of(id)),))


class Seats(Seat):
    """Several roles with commas between, as one answers when asked."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        if isinstance(value, tuple):
            return value
        return tuple(super(Seats, self).convert(part, param, ctx) for part in value.split(","))


_ROLES: Final = ",".join(role for role, _ in USUAL_ROLES)


@click.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--id", "name", metavar="ID", help="Like the folder, unless given.")
@click.option("--title", help="Like the id, unless given.")
@click.option("--role", "roles", type=Seat(), multiple=True, metavar="ID[=TITLE]",
              help=f"Once for each: who works, who consents, others. [{_ROLES}]")  # fmt: skip
@click.option("--start", type=Beginning(), metavar="MOMENT",
              help="STARTEX, like 2027-03-01T09:00+01:00. [next Monday at nine]")  # fmt: skip
@click.option("--length", type=Length(), help=f"[{in_units(USUAL_LENGTH)}]")
@click.option("--languages", type=Languages(), metavar="L[,L]", help="en, sq, or both. [en]")
@click.option("--with-adversary/--minimal", "adversary", default=None,
              help="Whether somebody attacks, or only effects make the story. [with]")  # fmt: skip
@click.option("--yes", "-y", is_flag=True, help="Ask nothing.")
def command(folder: Path, yes: bool, **given: Any) -> int:
    """Write a first scenario into DIR: small, playable at once, explained in its comments.

    At a terminal it asks for what no option says. DIR must be empty or not there yet.
    """
    try:
        refuse_unless_empty(folder)
        asks = not yes and sys.stdin.isatty() and sys.stderr.isatty()
        wishes = _wishes(folder, given, asks)
        written = write(folder, wishes)
    except NotEmpty as refusal:
        raise click.UsageError(f"{refusal}.") from refusal
    except OSError as error:
        raise click.UsageError(f"{folder} can't be written: {error.strerror}.") from error
    for name in written:
        click.echo(folder / name)
    click.echo(_next_steps(folder), err=True)
    return FINE


def _wishes(folder: Path, given: dict[str, Any], asks: bool) -> Wishes:
    id = given["name"] or id_of(folder.resolve().name) or "my-exercise"
    try:
        TypeAdapter[str](Id).validate_python(id)
    except ValidationError as error:
        raise click.UsageError(f"{error.errors()[0]['msg']}.") from error

    def wanted(key: str, question: str, usual: Any, kind: click.ParamType[Any] | None) -> Any:
        if given[key] not in (None, ()):
            return given[key]
        if not asks:
            return kind.convert(usual, None, None) if kind else usual
        return click.prompt(question, default=usual, type=kind, err=True)

    title = _title(wanted("title", "Title", title_of(id), None))
    seats = "Roles (who works, who consents and speaks, others; like desk=Security desk)"
    roles = _seats(wanted("roles", seats, _ROLES, Seats()))
    start = wanted("start", "Start", _next_monday(), Beginning())
    length = wanted("length", "Length", in_units(USUAL_LENGTH), Length())
    languages = wanted("languages", "Languages (en, sq or both: en,sq)", "en", Languages())
    adversary = given["adversary"]
    if adversary is None:
        adversary = not asks or click.confirm("With an adversary?", default=True, err=True)
    return Wishes(id, title, start, length, roles, languages, adversary)


def _title(words: str) -> str:
    """Raises UsageError for what can't stand in a title."""
    if not words.strip() or not words.isprintable() or "${" in words:
        raise click.UsageError("a title is words in one line, without '${'.")
    return words.strip()


def _seats(roles: tuple[tuple[str, Text], ...]) -> tuple[tuple[str, Text], ...]:
    """Raises UsageError where there are too many of them, or one twice."""
    if len(roles) > MOST_ROLES:
        raise click.UsageError(f"a first exercise has at most {MOST_ROLES} roles.")
    if len(dict(roles)) < len(roles):
        raise click.UsageError("a role stands twice; each has an id of its own.")
    return roles


def _next_monday() -> str:
    """At nine in the morning, here."""
    today = datetime.now().astimezone()
    monday = (today + timedelta(days=7 - today.weekday())).date()
    return datetime(monday.year, monday.month, monday.day, 9).astimezone().isoformat()


def _next_steps(folder: Path) -> str:
    where = shlex.quote(str(folder))
    place = folder if folder.name else "this folder"
    return (
        f"A first exercise stands in {place}. Next:\n"
        f"  kulla play {where}    play it as it is\n"
        f"  kulla check {where}   after every change\n"
        f"  kulla test {where}    play its tests"
    )
