"""`kulla resume` with the facilitator's screen, where there is a terminal."""

from simulator.cli.resume import resume_command
from tui.host import show, tell

command = resume_command(show, tell)
