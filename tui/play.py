"""`kulla play`: an exercise in the terminal, with bots in the other seats.

The screens are imported only once there is a terminal to show them on.
"""

import secrets
import sys
from pathlib import Path
from typing import Any, Final

import click

from simulator.cli.exits import USAGE
from simulator.cli.keeping import FOLDER, keep_of
from simulator.cli.scenario import ScenarioArgument
from simulator.scenario.library import shipped

NO_TERMINAL: Final = (
    "kulla play needs a terminal; without one, add --plain, or: kulla run {scenario}"
)


def _any_seed() -> int:
    return secrets.randbelow(1_000_000)


@click.command("play")
@click.argument("scenario", type=ScenarioArgument(), required=False)
@click.option("--role", metavar="R", help="The seat to take; asked for when not given.")
@click.option("--seed", type=click.IntRange(min=0), default=_any_seed, help="Repeats its chances.")
@click.option("--pace", type=click.FloatRange(0.1, 100_000), help="Exercise seconds a second.")
@click.option("--lang", "language", type=click.Choice(["en", "sq"]), help="Language of the texts.")
@click.option("--with", "having", multiple=True, metavar="CAP", help="Have this capability.")
@click.option("--without", "lacking", multiple=True, metavar="CAP", help="Lack this capability.")
@click.option(
    "--bots",
    type=click.Choice(["doctrine", "slow", "silent", "random"]),
    default="doctrine",
    show_default=True,
    help="How the other seats are played.",
)
@click.option("--level", default="", metavar="L", help="One of its levels of difficulty.")
@click.option("--side", default="", metavar="S", help="The side to play, where it has some.")
@click.option("--rivals", type=click.IntRange(0, 7), metavar="N",
              help="So many other sides that bots play; 3 where there are sides.")  # fmt: skip
@click.option("--keep", type=FOLDER, metavar="DIR",
              help="Keep what is played as a session in this new folder.")  # fmt: skip
@click.option("--plain", is_flag=True, help="Lines of text and a prompt instead of screens.")
def command(scenario: Path | None, keep: Path | None, **chosen: Any) -> int:
    """Play SCENARIO, which comes with Kulla or is a path; without it, choose one."""
    if not (chosen["plain"] or at_terminal()):
        click.echo(NO_TERMINAL.format(scenario=_called(scenario)), err=True)
        return USAGE
    chosen["keep"] = keep_of(keep, scenario)
    if chosen["plain"]:
        from tui.lines.play import play as play_in_lines  # noqa: PLC0415 only where it is wanted

        return play_in_lines(scenario, chosen)
    from tui.stage import play  # noqa: PLC0415 the screens cost half a second

    return play(scenario, chosen)


def at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _called(path: Path | None) -> str:
    if path is None:
        return "SCENARIO"
    return path.name if path.name in shipped() else str(path)
