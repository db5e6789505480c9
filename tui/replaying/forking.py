"""How to go on playing from a moment of a recorded session, as a command."""

from __future__ import annotations

from shlex import join
from typing import Final

from simulator.engine.commands import CONTROL
from tui.replaying.projector import Projector
from tui.speech import _, mark

FORK: Final = mark(
    "This goes on from this second, before anything was asked in it, as a new session that changes "
    "nothing of this one:"
)
MORE: Final = mark(
    "--keep DIR keeps what you play. --to DIR, without --role, makes a session to be hosted."
)


def fork_command(projector: Projector) -> str:
    """The command that begins a session from the moment that is shown."""
    sight, recorded = projector.sight, projector.recorded
    words = ["kulla", "fork", str(projector.path), "--at", f"{projector.now}s"]
    if len(recorded.takes) > 1:
        words += ["--team", sight.team]
    if len(recorded.takes[sight.team]) > 1:
        words += ["--take", str(projector.take.number)]
    if sight.role != CONTROL:
        words += ["--role", sight.role]
    return join(words)


def how_to_fork(projector: Projector) -> str:
    return f"{_(FORK)}\n\n{fork_command(projector)}\n\n{_(MORE)}"
