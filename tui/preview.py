"""`kulla preview`: a scenario as its author sees it before anybody plays, on screens or as a page.

The screens are imported only once there is a terminal to show them on.
"""

import re
from pathlib import Path
from typing import Any, Final

import click

from simulator.cli.exits import BAD_SCENARIO, FINE, USAGE
from simulator.cli.run import Duration
from simulator.cli.scenario import ScenarioArgument
from tui.play import at_terminal

NO_TERMINAL: Final = "kulla preview needs a terminal; without one, add --html FILE (or - to print)"


class Since(Duration):
    """A moment since STARTEX: a duration, or hours and minutes as they stand on screens."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, str) and (
            found := re.fullmatch(r"(?:T\+)?(\d{1,4}):([0-5]\d)", value)
        ):
            return int(found[1]) * 3600 + int(found[2]) * 60
        return super().convert(value, param, ctx)


@click.command("preview")
@click.argument("scenario", type=ScenarioArgument())
@click.option("--html", metavar="FILE", help="Write it as one page of HTML instead; - prints it.")
@click.option("--role", metavar="R", help="Play this role through instead, at the top pace.")
@click.option(
    "--from",
    "at",
    type=Since(),
    metavar="T",
    help="With --role: begin so long after STARTEX, 26h or T+26:10; bots play until then.",
)
@click.option("--level", default="", metavar="L", help="Of the scenario's levels of difficulty.")
@click.option("--seed", type=click.IntRange(min=0), default=0, help="With --role: its chances.")
@click.option("--lang", "language", type=click.Choice(["en", "sq"]), help="Language of the texts.")
def command(
    scenario: Path, html: str | None, role: str | None, at: int | None, **chosen: Any
) -> int:
    """Show SCENARIO, which comes with Kulla or is a path, without playing it.

    It opens even where there are mistakes, and is read again whenever it is saved.
    """
    if at is not None and role is None:
        raise click.UsageError("--from is where --role begins; name the role.")
    if html is not None:
        if role is not None:
            raise click.UsageError("--html shows every role; leave --role away.")
        from tui.previewing.paper import write  # noqa: PLC0415 only where it is wanted

        return BAD_SCENARIO if write(scenario, html, chosen["level"], chosen["language"]) else FINE
    if not at_terminal():
        click.echo(NO_TERMINAL, err=True)
        return USAGE
    from tui.previewing import stage  # noqa: PLC0415 the screens cost half a second

    if role is not None:
        return stage.play_through(scenario, role, at or 0, chosen)
    return stage.show(scenario, chosen)
