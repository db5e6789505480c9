"""`kulla join` and what `kulla control` shares with it: a seat at a host, shown in the terminal.

The screens, and what calls a host, are imported only once there is a terminal to show them on.
"""

import os
import sys
from collections.abc import Callable
from typing import Any, Final

import click

from simulator.cli.exits import USAGE
from simulator.session.invitation import Invitation
from tui.invited import InvitationArgument, asked_for
from tui.language import chosen as language_of
from tui.speech import _, mark, speak

NO_TERMINAL: Final = mark("kulla {name} needs a terminal.")

Decorator = Callable[[Callable[..., int]], Callable[..., int]]

INVITATION: Final = InvitationArgument()


def _spoken_to(_context: click.Context, _option: click.Parameter, language: str | None) -> Any:
    """Even what is wrong with the rest of the command line is said in the reader's language."""
    speak(language_of(language, os.environ))
    return language


OPTIONS: Final[tuple[Decorator, ...]] = (
    click.argument("invite", type=INVITATION, required=False),
    click.option("--name", default="", help="What control and the record call you."),
    click.option("--lang", "language", type=click.Choice(["en", "sq"]), help="Language of texts.",
                 is_eager=True, callback=_spoken_to),
)  # fmt: skip


def to_a_seat(act: Callable[..., int]) -> Callable[..., int]:
    """The argument and options of a command that takes a seat."""
    for option in reversed(OPTIONS):
        act = option(act)
    return act


@click.command("join")
@to_a_seat
@click.option("--plain", is_flag=True, help="Lines of text and a prompt instead of screens.")
def command(plain: bool, **chosen: Any) -> int:
    """Take the seat that INVITE is to: an invitation, a file with it, or - for standard input.

    Without INVITE it is asked for, so that no list of processes shows it. The same command brings
    you back to the same seat, with all that you sent and all that was not yet sent.
    """
    return _in_lines(**chosen) if plain else join("join", **chosen)


def _in_lines(invite: Invitation | None, name: str, language: str | None) -> int:
    """The same in lines of text."""
    invitation = invite or first_line()
    from tui.lines.join import play  # noqa: PLC0415 only where it is wanted

    return play(invitation, name, language)


def first_line() -> Invitation:
    """The invitation, where none was named: asked for, or in a pipe the first of the lines."""
    return asked_for() if sys.stdin.isatty() else INVITATION.convert("-", None, None)


def join(called: str, invite: Invitation | None, name: str, language: str | None) -> int:
    """Play or lead until the user leaves; the exit code. Raises click's exceptions."""
    if not at_terminal():
        click.echo(_(NO_TERMINAL, name=called), err=True)
        return USAGE
    invitation = invite or asked_for()
    from tui.joining import play  # noqa: PLC0415 the screens cost half a second

    return play(invitation, name, language)


def at_terminal() -> bool:
    return sys.stdout.isatty() and (sys.stdin.isatty() or _take_terminal())


def _take_terminal() -> bool:
    """Read keys from the terminal, where standard input was used up for the invitation."""
    for device in ("/dev/tty", "CONIN$"):
        try:
            terminal = os.open(device, os.O_RDWR)
        except OSError:
            continue
        os.dup2(terminal, sys.__stdin__.fileno() if sys.__stdin__ else 0)
        os.close(terminal)
        return True
    return False
