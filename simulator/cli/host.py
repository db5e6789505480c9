"""`kulla host`: a session for people on several machines, or one taken up again.

What serves takes a second to import, so it is imported once all options are read. A screen to
show the session on is given from outside; without one, or without a terminal, it is told plainly.
"""

import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from simulator.cli.choices import Absence, HostChoices, Names, Seats, Watchers
from simulator.cli.scenario import ScenarioArgument
from simulator.engine.policies import POLICIES

if TYPE_CHECKING:
    from simulator.cli.serving import Show

FILE: Final = click.Path(dir_okay=False, path_type=Path)
EXISTING_FILE: Final = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER: Final = click.Path(file_okay=False, path_type=Path)

Decorator = Callable[[Callable[..., int]], Callable[..., int]]

OF_ANY_SESSION: Final[tuple[Decorator, ...]] = (
    click.option("--bind", metavar="ADDRESS", help="Listen there; beyond this machine with TLS."),
    click.option("--port", type=click.IntRange(0, 65_535), help="Any free one without it."),
    click.option("--name", help="What invitations call this machine; else its address."),
    click.option("--cert", type=EXISTING_FILE, help="Your own certificate, in PEM."),
    click.option("--key", type=EXISTING_FILE, help="Its key, in PEM."),
    click.option("--bot-after", type=Absence(), help="Give a seat empty so long to its bot: 10m."),
    click.option("--mirror", type=FOLDER, help="Write a second copy of the journal there."),
    click.option("--invitations", type=FILE, help="Write the invitations to this file, too."),
    click.option("--start", is_flag=True, help="STARTEX at once; bots play seats not yet taken."),
    click.option("--paused", is_flag=True, help="Let the clock stand until control starts it."),
    click.option("--headless", is_flag=True, help="Show no screen, as where there is no terminal."),
    click.option("--plain", is_flag=True, help="Lines of text and a prompt instead of screens."),
)
OF_A_NEW_ONE: Final[tuple[Decorator, ...]] = (
    click.option("--session", "folder", type=FOLDER, help="Keep the session in this new folder."),
    click.option("--teams", type=Names(), default=(),
                 help="Side by side: red-barn,blue-barn, or 4 for four of its sides."),
    click.option("--seats", type=Seats(), default={}, help="Whom to invite: akcesk=2,akshi."),
    click.option("--observers", type=Names(), default=(), help="Invite one to watch each role."),
    click.option("--evaluators", type=Watchers(), default=(),
                 help="Invite one to each role to rate, or several: akcesk=2,akshi."),
    click.option("--seed", type=click.IntRange(min=0), help="Repeats its chances."),
    click.option("--pace", type=click.FloatRange(0.01, 100_000), help="Exercise seconds a second."),
    click.option("--bots", type=click.Choice(POLICIES), default="doctrine", show_default=True,
                 help="How bots play empty seats."),
    click.option("--level", default="", metavar="L", help="One of its levels of difficulty."),
    click.option("--single-controller", "single", is_flag=True,
                 help="Let one controller alone say that a real emergency is over."),
    click.option("--with", "having", multiple=True, metavar="CAP", help="Have this capability."),
    click.option("--without", "lacking", multiple=True, metavar="CAP", help="Lack it."),
)  # fmt: skip


def with_options(*options: Decorator) -> Decorator:
    """All of these options on a command, in this order."""

    def decorate(act: Callable[..., int]) -> Callable[..., int]:
        for option in reversed(options):
            act = option(act)
        return act

    return decorate


def host_command(show: "Show | None" = None, tell: "Show | None" = None) -> click.Command:
    """`kulla host`, with a screen to show the session on where there is a terminal, and lines to
    tell of it in."""

    @click.command("host")
    @click.argument("scenario", type=ScenarioArgument(), required=False)
    @click.option("--resume", type=FOLDER, metavar="SESSION", help="Take this session up again.")
    @with_options(*OF_A_NEW_ONE, *OF_ANY_SESSION)
    @click.pass_context
    def command(context: click.Context, /, resume: Path | None, **chosen: Any) -> int:
        """Host SCENARIO for people on several machines, and print their invitations.

        SCENARIO is the id of one that comes with Kulla, or a path. Everything that is done is kept
        in the session's folder before it is acknowledged: kulla resume goes on after any crash.
        """
        if (resume is None) == (chosen["scenario"] is None):
            raise click.UsageError("Name a scenario to begin, or a session with --resume.")
        if resume:
            _refuse_new(context)
            chosen["folder"] = resume
        if chosen["seed"] is None:
            chosen["seed"] = secrets.randbelow(1_000_000)
        return host(show, tell, **chosen)

    return command


def host(
    show: "Show | None", tell: "Show | None", *, headless: bool, plain: bool, **chosen: Any
) -> int:
    """Host as chosen, on a screen, in lines, or with neither; the exit code."""
    if headless and plain:
        raise click.UsageError("--headless and --plain don't go together.")
    choices = HostChoices(**chosen)
    if (choices.cert is None) != (choices.key is None):
        raise click.UsageError("--cert and --key go together.")
    if choices.scenario and choices.paused and not choices.start:
        raise click.UsageError("A new session waits for control anyway; --paused needs --start.")
    from simulator.cli.serving import plainly, serve  # noqa: PLC0415 takes a second

    screen = show if at_terminal() and not headless else None
    return serve(choices, (tell if plain else screen) or plainly)


def at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _refuse_new(context: click.Context) -> None:
    """What a session was begun with stays as it is."""
    names = {"folder", "teams", "seats", "observers", "evaluators", "seed", "pace", "bots",
             "having", "lacking", "single", "level"}  # fmt: skip
    for param in context.command.params:
        source = context.get_parameter_source(param.name or "")
        if param.name in names and source is not click.core.ParameterSource.DEFAULT:
            raise click.UsageError(f"{param.opts[0]} can't be changed when a session is resumed.")


command = host_command()
