"""`kulla resume`: a session taken up again, the same as `kulla host --resume`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.cli.host import FOLDER, OF_ANY_SESSION, host, with_options

if TYPE_CHECKING:
    from simulator.cli.serving import Show


def resume_command(show: "Show | None" = None, tell: "Show | None" = None) -> click.Command:
    """`kulla resume`, with a screen to show the session on where there is a terminal, and lines to
    tell of it in."""

    @click.command("resume")
    @click.argument("session", type=FOLDER)
    @with_options(*OF_ANY_SESSION)
    def command(session: Path, **chosen: Any) -> int:
        """Host SESSION again, from the moment it had come to.

        Those who were in it come back by themselves. After a crash the clocks run on at once,
        after an orderly stop they stand until control starts them. A session that was closed has
        been left by all: control is invited anew, and hands the seats over.
        """
        return host(show, tell, folder=session, **chosen)

    return command


command = resume_command()
