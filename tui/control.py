"""`kulla control`: the facilitator's screen, at a host here or far away."""

from typing import Any

import click

from tui.join import join, to_a_seat


@click.command("control")
@to_a_seat
def command(**chosen: Any) -> int:
    """Lead the exercise that INVITE is to: an invitation to control, a file that holds it, or -.

    Without INVITE it is asked for, so that no list of processes shows it. The same command brings
    you back. Facilitators may be several; each sees what the others do.
    """
    return join("control", **chosen)
