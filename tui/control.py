"""`kulla control`: the facilitator's screen, at a host here or far away."""

from typing import Any

import click

from simulator.session.invitation import Invitation
from tui.join import first_line, join, to_a_seat


@click.command("control")
@to_a_seat
@click.option("--plain", is_flag=True, help="Lines of text and a prompt instead of screens.")
def command(plain: bool, **chosen: Any) -> int:
    """Lead the exercise that INVITE is to: an invitation to control, a file that holds it, or -.

    Without INVITE it is asked for, so that no list of processes shows it. The same command brings
    you back. Facilitators may be several; each sees what the others do.
    """
    return _in_lines(**chosen) if plain else join("control", **chosen)


def _in_lines(invite: Invitation | None, name: str, language: str | None) -> int:
    """The same in lines of text."""
    invitation = invite or first_line()
    from tui.lines.room.control import lead  # noqa: PLC0415 only where it is wanted

    return lead(invitation, name, language)
