"""`kulla replay`: a recorded session again, on anybody's screen, at any moment and any speed.

The screens are imported only once there is a terminal to show them on.
"""

from pathlib import Path
from typing import Any, Final

import click

from simulator.cli.exits import USAGE
from simulator.cli.keeping import FOLDER
from simulator.cli.moments import EXAMPLES
from tui.play import at_terminal

NO_TERMINAL: Final = (
    "kulla replay needs a terminal; without one, add --plain, or --at T for one moment of it"
)


@click.command("replay")
@click.argument("session", type=FOLDER)
@click.option("--team", default="", metavar="T", help="The team to look at; the first without it.")
@click.option("--take", type=click.IntRange(min=1), metavar="N",
              help="Which of its takes; the last without it.")  # fmt: skip
@click.option("--role", default="", metavar="R",
              help="On whose screen; control's without it.")  # fmt: skip
@click.option("--at", metavar="T", help=f"Begin at this moment: {EXAMPLES}.")
@click.option("--pace", type=click.FloatRange(0.1, 100_000), default=60.0, show_default=True,
              help="Exercise seconds a second.")  # fmt: skip
@click.option("--lang", "language", type=click.Choice(["en", "sq"]), help="Language of the texts.")
@click.option("--plain", is_flag=True, help="Lines of text and a prompt instead of screens.")
@click.option("--format", "form", type=click.Choice(["text", "json"]),
              help="Print the one moment of --at, and end.")  # fmt: skip
def command(session: Path, form: str | None, plain: bool, **chosen: Any) -> int:
    """Look at SESSION again as it was recorded: forward and back, from any moment.

    Nothing of it is changed, and a host may be writing to it meanwhile. With --format, or with
    --at where there is no terminal, the moment is printed.
    """
    if form == "json":
        from tui.replaying.printing import print_json  # noqa: PLC0415 only where it is wanted

        return print_json(session, **chosen)
    if form == "text" or (not plain and chosen["at"] is not None and not at_terminal()):
        from tui.replaying.printing import print_text  # noqa: PLC0415 only where it is wanted

        return print_text(session, **chosen)
    if plain:
        from tui.replaying.plainly import talk  # noqa: PLC0415 only where it is wanted

        return talk(session, **chosen)
    if not at_terminal():
        click.echo(NO_TERMINAL, err=True)
        return USAGE
    from tui.replaying.stage import show  # noqa: PLC0415 the screens cost half a second

    return show(session, **chosen)
