"""`kulla check`: everything that is to be told of a scenario, each with its place."""

import sys
from collections.abc import Sequence
from functools import partial
from typing import Any

import click

from simulator.authoring.checking.codes import CODES, chosen, needs_play
from simulator.authoring.checking.explaining import explained
from simulator.authoring.checking.formats import FORMATS
from simulator.cli.exits import BAD_SCENARIO, FINDINGS, FINE
from simulator.cli.findings import Found, Wanted, find
from simulator.cli.findings_text import in_colour, with_excerpts
from simulator.cli.fixes import fixable, fixed
from simulator.cli.rechecking import recheck
from simulator.cli.rehearsed import rehearsed
from simulator.scenario.wording import nearest


class Codes(click.ParamType[frozenset[str]]):
    """Codes and beginnings of codes, joined by commas."""

    name = "codes"

    def convert(self, value: Any, param: Any, ctx: Any) -> frozenset[str]:
        if isinstance(value, frozenset):
            return value
        try:
            return chosen(value)
        except LookupError as unknown:
            (word,) = unknown.args
            self.fail(f"there is no code '{word}'{nearest(word, CODES)}", param, ctx)


def explain(context: click.Context, _: click.Parameter, codes: frozenset[str] | None) -> None:
    """Print the pages of these codes and leave."""
    for number, code in enumerate(sorted(codes or ())):
        click.echo("\n" * (number > 0) + "\n".join(explained(CODES[code])))
    if codes:
        context.exit()


@click.command("check")
@click.argument("named", metavar="PATH...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
@click.option("--select", type=Codes(), help="Look for these only, like L,Q01.")
@click.option("--ignore", type=Codes(), default=frozenset[str](), help="Do not tell these.")
@click.option("--play/--no-play", default=True, help="Play it, too, many times.", show_default=True)
@click.option("--excerpts/--no-excerpts", default=None, help="Show the places, as on a terminal.")
@click.option("--fix", is_flag=True, help="Mend first what can be mended without asking.")
@click.option("--watch", is_flag=True, help="Check again whenever a file changes.")
@click.option("--explain", type=Codes(), callback=explain, is_eager=True, expose_value=False,
              help="Tell what a code means, and leave.")  # fmt: skip
def command(
    named: Sequence[str], form: str, excerpts: bool | None, fix: bool, watch: bool, **wishes: Any
) -> int:
    """Read scenarios, play them with bots, and name each problem and its place.

    PATH is a scenario's folder or any file in it, a folder of several, or the id of one that comes
    with Kulla. Leaves with 0 where all is well, 1 where there are problems, 3 where something
    can't be read.
    """
    wanted = Wanted(**wishes)
    if wanted.select and not wanted.play and all(map(needs_play, wanted.select)):
        raise click.UsageError("only play shows what is selected; leave --no-play away.")
    show = partial(tell, form, sys.stdout.isatty() if excerpts is None else excerpts)
    if watch:
        if form != "text":
            raise click.UsageError("--watch is for people; leave --format away.")
        if fix:
            raise click.UsageError("--watch changes nothing; leave --fix away.")
        recheck(named, wanted, show)
    if fix:
        for line in fixed(named, wanted):
            click.echo(line, err=True)
    found = find(named, wanted, rehearsed)
    show(found)
    return BAD_SCENARIO if found.unreadable else FINDINGS if found.problems else FINE


def tell(form: str, excerpts: bool, found: Found) -> None:
    """Data to stdout, talk to stderr."""
    for sentence in found.unreadable:
        click.echo(sentence, err=True)
    written = with_excerpts if form == "text" and excerpts else FORMATS[form]
    for line in written(found.problems):
        click.echo(line, color=in_colour())
    if found.fine or found.problems:
        click.echo(found, err=True)
    if found.problems and form == "text":
        click.echo(_more(found), err=True)


def _more(found: Found) -> str:
    count = fixable(found.problems)
    mend = f"\nkulla check --fix can mend {count} of them." if count else ""
    return (
        f"kulla check --explain {found.problems[0].code} tells more about the first of them.{mend}"
    )
